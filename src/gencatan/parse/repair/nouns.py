"""What belongs to which noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import values
from gencatan.parse.repair.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSAL: Final = frozenset({"cop", "mark", "nsubj", "nsubj:pass", "csubj", "expl", "obj", "aux"})
ROLES: Final = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "iobj"})


def hedges(doc: Sequence[Token]) -> None:
    """An adverb heads no noun ("at least 32 people", "sedikitnya 32 orang")."""
    for adverb in doc:
        if adverb.pos_ != "ADV" or adverb.dep_ not in ROLES:
            continue
        noun = next((c for c in adverb.children if c.i > adverb.i and c.pos_ in ("NOUN", "PROPN", "NUM")), None)
        if noun is None or noun.left_edge.i > adverb.i + 1:
            continue
        head, relation = adverb.head, adverb.dep_
        noun.head, noun.dep_ = head, relation
        adverb.head, adverb.dep_ = noun, "advmod"


def fronted(doc: Sequence[Token]) -> None:
    """A phrase before a comma is no part of the subject behind it ("According to the Kremlin, President X left")."""
    for subject in doc:
        if subject.dep_ not in ("nsubj", "nsubj:pass") or subject.head.i < subject.i:
            continue
        case = next((c for c in subject.children if c.dep_ == "case" and c.i < subject.i), None)
        if case is None:
            continue
        before = [t for t in doc[case.i + 1 : subject.i] if t.text == "," and subject.is_ancestor(t)]
        if not before:
            continue
        comma = before[-1]
        inside = [
            t for t in doc[case.i + 1 : comma.i] if t.pos_ in ("NOUN", "PROPN") and t.head.i in (subject.i, case.i)
        ]
        if not inside or any(t.dep_ == "conj" for t in inside):
            continue
        head = inside[-1]
        head.head, head.dep_ = subject.head, "obl"
        comma.head = subject.head
        case.head = head
        for child in [c for c in subject.children if c.i < comma.i and c.i != head.i]:
            child.head = head


def counts(doc: Sequence[Token]) -> None:
    """Of two counted nouns around "and", the second belongs to the first ("four soldiers and two civilians")."""
    for noun in doc:
        if noun.dep_ != "conj" or noun.pos_ != "NOUN" or not _counted(noun):
            continue
        conjunction = next((c for c in noun.children if c.dep_ == "cc" and c.i < noun.i), None)
        if conjunction is None or conjunction.i == 0:
            continue
        before = doc[conjunction.i - 1]
        for _ in range(6):
            if before.pos_ == "NOUN" and _counted(before):
                if before.i != noun.head.i and not noun.is_ancestor(before) and before.i > noun.head.i:
                    noun.head = before
                break
            if before.head.i == before.i or before.head.i > before.i:
                break
            before = before.head


def described(doc: Sequence[Token]) -> None:
    """A participle between a number and a noun describes the noun ("handed back two wounded Cambodian soldiers").

    The parser makes it a verb of its own, whose object the noun is.
    """
    for participle in doc:
        number = doc[participle.i - 1] if participle.i else participle
        if participle.pos_ != "VERB" or number.pos_ != "NUM" or participle.dep_ not in ("conj", "xcomp", "ccomp"):
            continue
        verb, noun = participle.head, next((c for c in participle.children if c.dep_ == "obj"), None)
        if noun is None or verb.pos_ != "VERB" or number.head.i not in (verb.i, participle.i):
            continue
        own = [c for c in participle.children if c.i not in (number.i, noun.i)]
        between = [*doc[verb.i + 1 : number.i], *doc[participle.i + 1 : noun.i]]
        if verb.i > number.i or any(c.i < noun.i or c.dep_ == "conj" for c in own):
            continue
        if any(
            t.pos_ not in ("ADV", "ADP", "ADJ", "NOUN", "PROPN") or t.head.i not in (verb.i, noun.i) for t in between
        ):
            continue
        noun.head, noun.dep_ = verb, "obj"
        number.head, number.dep_ = noun, "nummod"
        participle.head, participle.dep_ = noun, "amod"
        for child in own:
            child.head = verb


def numbers(doc: Sequence[Token]) -> None:
    """A number right before the object of the same verb counts it ("ferry 60 freed prisoners"), and an adverb before an
    adjective is that one's ("the mostly Kurdish southeast")."""
    for token in doc[:-1]:
        dep = token.dep_
        if dep not in ("obj", "advmod"):
            continue
        noun = token.head
        if token.pos_ == "NUM" and dep == "obj":
            other = next((c for c in noun.children if c.dep_ == "obj" and c.i > token.i), None)
            if other is not None and other.pos_ == "NOUN" and other.left_edge.i == token.right_edge.i + 1:
                token.head, token.dep_ = other, "nummod"
        elif token.pos_ == "ADV" and dep == "advmod" and noun.pos_ in ("NOUN", "PROPN") and noun.i > token.i + 1:
            behind = token.nbor(1)
            determined = token.i and doc[token.i - 1].dep_ == "det"
            if determined and behind.dep_ == "amod" and behind.pos_ == "ADJ" and behind.head.i == noun.i:
                token.head = behind


def enumerated(doc: Sequence[Token]) -> None:
    """A counted noun behind a comma that ends a list goes on with the counted noun before ("145 men, 47 boys and …").

    The parser hangs it on the verb, as if it told where or how.
    """
    for noun in doc:
        if noun.dep_ not in ("obl", "obj", "appos", "nmod", "parataxis") or noun.pos_ != "NOUN" or not _counted(noun):
            continue
        first = noun.left_edge
        comma = first if first.text == "," else doc[first.i - 1] if first.i else first
        if comma.text != "," or comma.i == 0 or any(c.dep_ == "case" for c in noun.children):
            continue
        last = next((c for c in noun.children if c.dep_ == "conj" and _counted(c)), None)
        if last is None or not any(c.dep_ == "cc" for c in last.children):
            continue
        before = doc[comma.i - 1]
        for _ in range(6):
            if before.pos_ == "NOUN" and _counted(before):
                if before.i != noun.i and not noun.is_ancestor(before):
                    noun.head, noun.dep_ = before, "conj"
                break
            if before.head.i == before.i or before.pos_ == "VERB":
                break
            before = before.head


def two_subjects(doc: Sequence[Token]) -> None:
    """Of two subjects of one verb with "and" between them the second is coordinated ("a guard and two nurses said")."""
    for second in doc:
        if second.dep_ not in ("nsubj", "nsubj:pass") or second.pos_ not in ("NOUN", "PROPN"):
            continue
        edge = second.left_edge
        conjunction = edge if edge.dep_ == "cc" else doc[edge.i - 1] if edge.i else edge
        if conjunction.dep_ != "cc" or conjunction.i == 0 or conjunction.head.i not in (second.i, second.head.i):
            continue
        for first in second.head.children:
            same = first.dep_ == second.dep_ and first.right_edge.i == conjunction.i - 1
            if not same or first.i == second.i or first.pos_ not in ("NOUN", "PROPN"):
                continue
            if any(c.dep_ == "case" and c.head.i != first.i for t in first.subtree for c in t.children):
                continue  # "insurgents with guns and a bomb": the second may belong to the phrase
            if all(t.pos_ not in ("VERB", "AUX") or t.dep_ == "amod" for t in doc[first.left_edge.i : conjunction.i]):
                second.head, second.dep_ = first, "conj"
                conjunction.head = second
                break


def after_subjects(doc: Sequence[Token]) -> None:
    """What a verb has as its second subject behind a subordinator is a phrase of what stands before ("Rebels holding
    the city since May pulled out"): a subordinator opens its clause, and the first subject stands before it."""
    for mark in doc:
        if mark.dep_ != "mark" or mark.pos_ not in ("SCONJ", "ADP"):
            continue
        verb = mark.head
        if not mark.i < verb.i:
            continue
        second = next((c for c in verb.children if c.dep_ in SUBJECTS and mark.i == c.left_edge.i - 1), None)
        first = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < mark.i), None)
        if second is None or first is None or second.right_edge.i >= verb.i or second.pos_ not in ("NOUN", "PROPN"):
            continue
        if first.right_edge.i != mark.i - 1:
            continue
        described = next((c for c in first.children if c.dep_.split(":")[0] == "acl" and c.i > first.i), None)
        if described is None or not _describes(described):
            continue  # "the rebels fought on until the hilltop was captured"
        second.head, second.dep_ = described, "obl"
        mark.head, mark.dep_ = second, "case"


def _describes(clause: Token) -> bool:
    """Whether a clause behind a noun is one that can only describe it: a gerund or one with a relative subject."""
    relative = any(c.dep_ in SUBJECTS and c.pos_ == "PRON" for c in clause.children)
    return relative or "Ger" in values(clause, "VerbForm")


def named_parts(doc: Sequence[Token]) -> None:
    """A noun with a subject of its own and no verb says what the noun before is made of, and is not told beside it
    ("120 people, many of them women and children, were killed")."""
    for noun in doc:
        if noun.dep_ not in ("conj", "nmod", "appos") or noun.pos_ != "NOUN" or noun.head.pos_ not in ("NOUN", "PROPN"):
            continue
        if any(c.dep_ in ("cc", "cop", "case", "aux") and c.i < noun.i for c in noun.children):
            continue
        part = next((c for c in noun.children if c.dep_ in SUBJECTS and noun.head.i < c.i < noun.i), None)
        if (
            part is not None
            and part.pos_ in ("ADJ", "PRON", "DET", "NUM")
            and any(c.dep_ == "nmod" for c in part.children)
        ):
            noun.dep_ = "parataxis"


def parted_names(doc: Sequence[Token]) -> None:
    """Of two nouns in the same role of one verb, with nothing between them, the second goes on with the first's name
    ("Jaap de | Hoop Scheffer called"), or is what the first owns ("Jordan's | King Abdullah will urge")."""
    for second in doc:
        if second.pos_ not in ("PROPN", "NOUN") or second.dep_ not in ("nsubj", "nsubj:pass", "obj"):
            continue
        left = second.left_edge.i
        first = next((c for c in second.head.children if left and c.right_edge.i == left - 1), None)
        if first is None or first.dep_ != second.dep_ or first.pos_ != "PROPN":
            continue
        mark = doc[left - 1]
        if mark.pos_ == "PART" and mark.dep_ == "case" and mark.head.i == first.i:
            first.head, first.dep_ = second, "nmod:poss"
        elif all(t.pos_ in ("PROPN", "X") for t in doc[left - 1 : second.i + 1]):
            second.head, second.dep_ = first, "flat"


def whole_names(doc: Sequence[Token]) -> None:
    """A name that the recogniser of names saw as one goes on with its second word, where the parser hangs each word
    on the noun behind ("in San Vicente department")."""
    for first in doc:
        if first.ent_iob_ != "B" or first.dep_ != "compound" or first.head.i <= first.i:
            continue
        rest = [t for t in doc[first.i + 1 : first.head.i] if t.head.i == first.head.i and t.dep_ == "compound"]
        for at, later in enumerate(rest, first.i + 1):
            if later.i != at or later.ent_iob_ != "I" or later.pos_ != first.pos_:
                break
            later.head, later.dep_ = first, "flat"


def joined_names(doc: Sequence[Token]) -> None:
    """A name goes on with nothing behind the "and" after it: what stands there is another, coordinated with it.

    "Hun Manet and Thai acting Prime Minister Phumtham met": the parser coordinates with the first name a word before
    the second and hangs the second on the first, or on the verb as one more subject.
    """
    for name in doc:
        if name.pos_ != "PROPN" or not (name.dep_ == "flat" or name.dep_ in SUBJECTS):
            continue
        beside = [name.head] if name.dep_ == "flat" else [c for c in name.head.children if c.dep_ == name.dep_]
        for first in beside:
            if first.i >= name.i or first.pos_ != "PROPN":
                continue
            word = next((c for c in first.children if c.dep_ == "conj" and first.i < c.i < name.i), None)
            if word is None or word.pos_ not in ("ADJ", "VERB") or word.right_edge.i != name.left_edge.i - 1:
                continue
            if not any(c.dep_ == "cc" for c in word.children) or any(c.dep_ in ("aux", "obj") for c in word.children):
                continue
            name.head, name.dep_ = first, "conj"
            for child in list(word.children):
                child.head = name
            word.head, word.dep_, word.pos_ = name, "amod", "ADJ"
            break


def _counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def counted_gerunds(doc: Sequence[Token]) -> None:
    """A gerund between a number and a noun says what kind of thing is counted ("carried out forty strafing attacks"):
    a number is described by no clause, and the noun is what the verb has as its object."""
    for gerund in doc:
        if gerund.pos_ != "VERB" or "Ger" not in values(gerund, "VerbForm") or not gerund.i:
            continue
        number, noun = doc[gerund.i - 1], next((c for c in gerund.children if c.dep_ == "obj"), None)
        if noun is None or noun.pos_ != "NOUN" or noun.left_edge.i != gerund.i + 1 or number.left_edge.i != number.i:
            continue
        counts = number.pos_ == "NUM" or bool(values(number, "NumType"))
        if gerund.head.i == number.i and gerund.dep_ == "acl" and counts:
            head, relation = number.head, number.dep_
        elif number.head.i == gerund.i and gerund.dep_ in ("xcomp", "obj") and number.dep_ in ("compound", "nummod"):
            head, relation = gerund.head, "obj"
        else:
            continue
        noun.head, noun.dep_ = head, relation
        gerund.head, gerund.dep_ = noun, "amod"
        number.head, number.dep_ = noun, "nummod"


def prepositions(doc: Sequence[Token]) -> None:
    """A preposition belongs to the whole noun phrase, not to a modifier in it ("after street battles")."""
    for word in doc:
        if word.dep_ not in ("case", "mark"):
            continue
        modifier = word.head
        inside = modifier.dep_ == "compound" and modifier.pos_ in ("NOUN", "PROPN")
        if inside and word.i < modifier.i < modifier.head.i:
            word.head = modifier.head


def results(doc: Sequence[Token]) -> None:
    """What stands between a verb and the number or article of its object is said of it ("shot dead four soldiers").

    No adjective stands before the number in a noun phrase, so it is the verb's complement.
    """
    for adjective in doc:
        if adjective.dep_ != "amod" or adjective.i == 0:
            continue
        noun = adjective.head
        if noun.i <= adjective.i + 1:
            continue
        counted = any(c.dep_ in ("nummod", "det") and adjective.i < c.i < noun.i for c in noun.children)
        verb = doc[adjective.i - 1]
        if counted and verb.pos_ == "VERB" and noun.left_edge.i == adjective.i and noun.head.i == verb.i:
            adjective.head, adjective.dep_ = verb, "xcomp"


def cased(doc: Sequence[Token]) -> None:
    """A noun with a preposition before it is no object ("killed by a roadside bomb") and no clause ("meninggal karena
    kolera")."""
    for noun in doc:
        if noun.dep_ not in ("obj", "advcl") or noun.head.pos_ not in ("VERB", "AUX"):
            continue
        if noun.dep_ == "advcl" and (noun.pos_ != "NOUN" or any(c.dep_ in CLAUSAL for c in noun.children)):
            continue
        first = noun.left_edge
        if first.dep_ == "case" and first.pos_ == "ADP" and first.head.i == noun.i and first.i > noun.head.i:
            noun.dep_ = "obl"
