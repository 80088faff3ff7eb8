"""What has an auxiliary or an object is a verb, though the parser took it for a noun or a part of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import values
from gencatan.parse.repair.clauses import SUBJECTS
from gencatan.parse.repair.verbs import move, take_over

if TYPE_CHECKING:
    from spacy.tokens import Token

HIDDEN: Final = frozenset({"compound", "amod", "nmod"})
WORDS: Final = frozenset({"VERB", "NOUN", "ADJ"})
CLAUSES: Final = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl"})
TAKEN: Final = frozenset({"obj", "xcomp", "ccomp"})
DESCRIBING: Final = frozenset({"det", "nummod", "amod", "compound", "nmod:poss"})
BEGINNING: Final = frozenset({"csubj", "expl", "cc", "mark"})
BETWEEN: Final = frozenset({"ADV", "PART"})


def of_auxiliaries(doc: Sequence[Token]) -> None:
    """The verb of an auxiliary that the parser hung on a noun ("Looters will trash shops", "they will fire rockets").

    A noun has an auxiliary beside a copula alone.
    """
    for auxiliary in doc:
        if auxiliary.dep_ != "aux":
            continue
        noun = auxiliary.head
        if noun.pos_ not in ("NOUN", "PROPN") or noun.i < auxiliary.i:
            continue
        if any(c.dep_ in ("cop", "aux:pass", "case") for c in noun.children):
            continue
        verb = _behind(auxiliary)
        if (
            verb is None
            or verb.i >= noun.i
            or verb.dep_ not in HIDDEN
            or verb.pos_ not in WORDS
            or verb.head.i != noun.i
        ):
            continue
        _lead(verb, noun)


def _behind(auxiliary: Token) -> Token | None:
    """The first word behind an auxiliary but for adverbs and negations."""
    rest = auxiliary.doc[auxiliary.i + 1 :]
    return next((t for t in rest if t.pos_ not in BETWEEN), None)


def _lead(verb: Token, noun: Token) -> None:
    """Make `verb`, a modifier of `noun`, the head of its clause and the noun its object."""
    take_over(verb, noun)
    verb.pos_ = "VERB"
    move([c for c in noun.children if c.i < verb.i or c.dep_ == "punct"], verb)
    noun.head, noun.dep_ = verb, "obj"


def of_objects(doc: Sequence[Token]) -> None:
    """A noun that has an object is a verb, and the plural right before it no modifier of it but its subject ("The two
    countries station 900 men in the desert")."""
    for verb in doc:
        if verb.dep_ not in CLAUSES or verb.pos_ not in ("NOUN", "PROPN") or verb.i == 0:
            continue
        if not any(c.dep_ in TAKEN and c.i > verb.i and c.left_edge.i > verb.i for c in verb.children):
            continue
        subject = verb.doc[verb.i - 1]
        if subject.head.i != verb.i or subject.dep_ != "compound":
            continue
        if "Plur" not in values(subject, "Number") and not _counted_after(verb):
            continue
        if any(c.dep_ in ("cop", "case", "nsubj") for c in verb.children):
            continue
        for child in list(verb.children):
            if child.i < subject.i and child.dep_ in DESCRIBING:
                child.head = subject
        subject.dep_, verb.pos_ = "nsubj", "VERB"


def of_relatives(doc: Sequence[Token]) -> None:
    """A sentence told by a noun has the verb that the parser hung on the verb of a relative clause before it ("Jenazah
    tiga prajurit yang gugur | tiba di Jakarta.")."""
    root = next((t for t in doc if t.head.i == t.i), None)
    if root is None or root.pos_ not in ("NOUN", "PROPN") or doc[-1].text != ".":
        return
    if any(c.dep_ in (*SUBJECTS, "cop", "case", "expl", "csubj", "parataxis") for c in root.children):
        return
    for verb in doc:
        relative = verb.head
        if verb.dep_ != "xcomp" or verb.pos_ != "VERB" or relative.dep_ != "acl:relcl" or verb.i != relative.i + 1:
            continue
        if verb.left_edge.i < verb.i or not root.is_ancestor(relative) or values(verb, "VerbForm"):
            continue
        if any(t.is_punct for t in doc[root.i : verb.i]) or any(c.dep_ == "nmod" for c in verb.children):
            continue  # "inilah yang mendasari lahirnya prinsip …"
        take_over(verb, root)
        root.head, root.dep_ = verb, "nsubj"
        move([c for c in root.children if c.i > verb.i], verb)
        return


def _counted_after(verb: Token) -> bool:
    """Whether a sentence's main word stands right before the number or article of its object ("sank two boats")."""
    if verb.dep_ != "ROOT" or verb.i + 1 >= len(verb.doc):
        return False
    behind = verb.doc[verb.i + 1]
    return behind.dep_ in ("det", "nummod", "nmod:poss") and behind.head.dep_ == "obj" and behind.head.head.i == verb.i


def of_described(doc: Sequence[Token]) -> None:
    """A past participle behind a noun is no clause's verb where a finite verb without a subject follows.

    "Talks, hosted by Kenya, resumed", "the signing set for March was postponed", "villagers contacted by radio said":
    the parser gives the first the subject and hangs the other beside it.
    """
    for first in doc:
        if first.pos_ != "VERB" or "Past" not in values(first, "Tense"):
            continue
        if any(c.dep_ in ("aux", "aux:pass", "cop", "mark", "cc", "obj") and c.i < first.i for c in first.children):
            continue
        subject = next((c for c in first.children if c.dep_ in SUBJECTS and _stands_before(c, first)), None)
        found = _main(first) if subject is not None else None
        if subject is None or found is None:
            continue
        verb, opening = found
        if any(c.dep_ == "ccomp" and first.i < c.i < verb.i for c in first.children):
            continue  # "Witnesses said three men arrested on Sunday were freed"
        outside = [c for c in first.children if c.i < subject.left_edge.i or c.i >= opening.i]
        _lower(first, subject, verb, outside)


def _lower(first: Token, subject: Token, verb: Token, outside: Sequence[Token]) -> None:
    """Make `verb` the clause's verb in place of `first`, which describes their `subject` then; `outside` goes along."""
    if first.head.i != verb.i:
        take_over(verb, first)
    _subject_of(verb, subject)
    first.head, first.dep_ = subject, "acl"
    move([c for c in outside if c.i != verb.i], verb)


def of_supposed(doc: Sequence[Token]) -> None:
    """Who is "believed to be" something is the subject of the finite verb behind that ("Men believed to be rebels
    attacked a post"): the parser makes the opinion the main verb and what they are believed to be the other's subject.

    A noun with the infinitive of a copula is the subject of nothing.
    """
    for noun in doc:
        if noun.dep_ not in SUBJECTS:
            continue
        verb, opinion = noun.head, noun.head.head
        if verb.pos_ != "VERB" or opinion.pos_ != "VERB" or not noun.i < verb.i:
            continue
        copula = next((c for c in noun.children if c.dep_ == "cop" and "Inf" in values(c, "VerbForm")), None)
        if copula is None or copula.i != opinion.i + 2 or "Past" not in values(opinion, "Tense"):
            continue
        subject = next((c for c in opinion.children if c.dep_ in SUBJECTS and _stands_before(c, opinion)), None)
        if subject is None or any(c.dep_ in ("aux", "aux:pass") for c in opinion.children):
            continue
        outside = [c for c in opinion.children if c.i < subject.left_edge.i or c.i > verb.i]
        _lower(opinion, subject, verb, outside)
        noun.head, noun.dep_ = opinion, "xcomp"
        move([t for t in doc[opinion.i + 1 : copula.i] if t.head.i == verb.i], noun)


def _subject_of(verb: Token, noun: Token) -> None:
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    noun.head, noun.dep_ = verb, "nsubj:pass" if passive else "nsubj"


def _stands_before(noun: Token, verb: Token) -> bool:
    """Whether a noun phrase ends right before a verb, or before the comma before it."""
    gap = verb.i - noun.right_edge.i - 1
    return noun.pos_ in ("NOUN", "PROPN") and (gap == 0 or (gap == 1 and verb.nbor(-1).text == ","))


def _main(first: Token) -> tuple[Token, Token] | None:
    """The finite verb without subject that comes after a participle and is hung above or below it, with the auxiliary
    that opens it, else itself."""
    below = [c for c in first.children if c.dep_ in ("conj", "parataxis", "ccomp", "dep") and c.i > first.i]
    above = [first.head] if first.dep_ in ("ccomp", "csubj") and first.head.i > first.i else []
    if first.dep_ == "ccomp" and first.head.i < first.i:  # "said [three men arrested] were freed"
        below += [c for c in first.head.children if c.dep_ in ("conj", "parataxis", "ccomp", "dep") and c.i > first.i]
    for verb in (*above, *below):
        auxiliary = next((c for c in verb.children if c.dep_ in ("aux", "aux:pass") and first.i < c.i < verb.i), None)
        finite = auxiliary is not None or "Fin" in values(verb, "VerbForm")
        if verb.pos_ != "VERB" or not finite or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        if any(c.dep_ in BEGINNING and c.i < verb.i for c in verb.children):
            continue
        opening = auxiliary or verb
        set_off = first.nbor(-1).text == "," and opening.nbor(-1).text == ","
        # with no conjunction between it is no second verb of the first one's subject
        beside = verb.dep_ == "conj" and all(t.dep_ != "cc" for t in first.doc[first.i + 1 : opening.i])
        bare = (above or auxiliary or beside) and not any(t.is_punct for t in first.doc[first.i - 1 : opening.i])
        if set_off or bare:
            return verb, opening
    return None


def of_charged(doc: Sequence[Token]) -> None:
    """Of what somebody is accused ends before the verb of the sentence ("The man accused of killing the governor was
    arrested"): the parser takes whom the gerund has as its object for that verb's subject."""
    for gerund in doc:
        if gerund.pos_ != "VERB" or "Ger" not in values(gerund, "VerbForm"):
            continue
        charged = gerund.head
        if charged.pos_ != "VERB":
            continue
        if not any(c.dep_ == "mark" and c.i < gerund.i for c in gerund.children) or not charged.i < gerund.i:
            continue
        if gerund.i + 1 >= len(doc) or any(c.dep_ in TAKEN - {"ccomp"} for c in gerund.children):
            continue
        beyond = next((t for t in doc[gerund.i + 1 :] if t.dep_ in SUBJECTS and t.left_edge.i == gerund.i + 1), None)
        if beyond is None or not beyond.right_edge.i < beyond.head.i:
            continue
        verb = beyond.head
        if verb.i == charged.head.head.i and charged.dep_ == "acl" and charged.head.dep_ in SUBJECTS:
            beyond.head, beyond.dep_ = gerund, "obj"
            continue
        subject = next((c for c in charged.children if c.dep_ in SUBJECTS and _stands_before(c, charged)), None)
        if subject is None or verb.head.i != gerund.i or verb.dep_ != "ccomp":
            continue
        if any(c.dep_ in ("aux", "aux:pass", "obj") for c in charged.children):
            continue
        outside = [c for c in charged.children if c.i < subject.left_edge.i or c.i > verb.i]
        _lower(charged, subject, verb, outside)
        beyond.head, beyond.dep_ = gerund, "obj"


def of_adjectives(doc: Sequence[Token]) -> None:
    """An adjective right behind a copula is what is said, and no preposition ("Talks are due in Geneva on Friday")."""
    for adjective in doc:
        if adjective.dep_ != "case" or adjective.pos_ != "ADJ" or not adjective.i or doc[adjective.i - 1].dep_ != "cop":
            continue
        if any(c.dep_ == "fixed" for c in adjective.children):
            continue  # "is due to a fall in prices"
        noun, copula = adjective.head, doc[adjective.i - 1]
        said_of = noun.head if copula.head.i == adjective.i else noun
        subject = said_of if said_of.i != noun.i else next((c for c in noun.children if c.dep_ in SUBJECTS), None)
        if subject is None or not subject.i < copula.i < noun.i:
            continue
        behind = [c for c in said_of.children if c.i > adjective.i and c.i != noun.i and c.dep_ != "case"]
        before = [c for c in said_of.children if c.i < adjective.i] if said_of.i == noun.i else []
        take_over(adjective, said_of)
        subject.head, subject.dep_ = adjective, "nsubj"
        noun.head, noun.dep_ = adjective, "obl"
        move([c for c in (*before, *behind) if c.i != subject.i], adjective)
        for phrase in behind:
            phrase.dep_ = "obl" if phrase.dep_ == "nmod" else phrase.dep_


def of_parted(doc: Sequence[Token]) -> None:
    """A number or noun that the parser takes for what is said, where who says so parts it from its own verb.

    "At least 19 of the victims, the monitors said, were shot by the army."
    """
    for noun in doc:
        if noun.dep_ not in ("ccomp", "obl", "obj") or noun.pos_ not in ("NUM", "NOUN", "PROPN", "PRON"):
            continue
        if any(c.dep_ in ("cop", "case", "nsubj") for c in noun.children):
            continue
        verb = noun.head.head if noun.head.dep_ == "parataxis" else noun.head if noun.dep_ == "ccomp" else noun
        saying = next((c for c in verb.children if c.dep_ == "parataxis" and noun.i < c.i < verb.i), None)
        teller = next((c for c in saying.children if c.dep_ == "nsubj"), None) if saying is not None else None
        if teller is None or noun.right_edge.i >= teller.left_edge.i or verb.pos_ != "VERB":
            continue
        if any(c.dep_ in SUBJECTS for c in verb.children) or doc[noun.right_edge.i + 1].text != ",":
            continue
        _subject_of(verb, noun)


def of_lost_subjects(doc: Sequence[Token]) -> None:
    """What the parser takes for the object of a noun in a phrase before a verb is that verb's subject ("In return the
    government undertakes …"): nouns have no objects."""
    for subject in doc:
        if subject.dep_ != "obj":
            continue
        noun = subject.head
        verb = noun.head
        if noun.pos_ != "NOUN" or noun.dep_ not in ("obl", "nmod") or verb.pos_ != "VERB":
            continue
        if not noun.i < subject.left_edge.i or not subject.right_edge.i < verb.i:
            continue
        if not any(c.dep_ in SUBJECTS or c.dep_ == "aux:pass" for c in verb.children):
            subject.head, subject.dep_ = verb, "nsubj"
