"""What is hung on which clause."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has, values
from gencatan.parse.repair.verbs import BOUND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

LOOSE: Final = frozenset({"advcl", "xcomp", "ccomp", "parataxis", "acl"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
REACH: Final = 2


def free_dates(doc: Doc, dates: frozenset[int]) -> None:
    """Hang on the verb what the parser hung on a date ("agreed on Wednesday to a truce"): a date governs nothing."""
    for i in dates:
        date = doc[i]
        if date.pos_ == "NUM" and i - 1 in dates and i + 1 not in dates:
            _counts_nobody(date, dates)
        verb = date.head
        while verb.i in dates and verb.head.i != verb.i:
            verb = verb.head
        if verb.i not in dates and verb.pos_ == "NOUN" and date.i > verb.i:
            _free_from(date, verb, dates)  # "serangan pada Senin malam terhadap patroli"
        if verb.i in dates or verb.pos_ not in ("VERB", "AUX"):
            continue
        for child in list(date.children):
            relation = child.dep_.split(":")[0]
            if child.i in dates or child.i < date.i or relation not in ("nmod", "acl", "advcl", "obl"):
                continue
            introduced = [c.dep_ for c in child.children if c.i < child.i and c.dep_ in ("case", "mark")]
            if introduced:
                child.head = verb
                child.dep_ = "obl" if introduced[-1] == "case" and child.pos_ != "VERB" else "advcl"
        _told_then(date, verb)


def _free_from(date: Token, noun: Token, dates: frozenset[int]) -> None:
    """Hang on a noun the phrases behind the date that tells when that was."""
    for child in list(date.children):
        behind = child.i > date.i and child.i not in dates and child.dep_ in ("nmod", "obl")
        if behind and any(c.dep_ == "case" and c.i < child.i for c in child.children):
            child.head, child.dep_ = noun, "nmod"


def _counts_nobody(day: Token, dates: frozenset[int]) -> None:
    """Hang on the verb a day of a month taken for how many somebody are ("On May 3 [twelve] rebels fled"), or for whom
    it is told of, with how many right behind it as a part of it."""
    noun, month = day.head, day.nbor(-1)
    if day.dep_ in ("nsubj", "nsubj:pass") and noun.pos_ == "VERB":
        some = next((c for c in day.children if c.i == day.i + 1 and c.pos_ in ("NUM", "NOUN")), None)
        if some is not None:
            some.head, some.dep_, day.dep_ = noun, day.dep_, "obl"
        return
    if day.dep_ not in ("nummod", "compound") or noun.i <= day.i or noun.i in dates:
        return
    subject = noun
    while subject.dep_ in ("nummod", "compound") and subject.head.i > day.i:
        subject = subject.head
    verb = subject.head
    if verb.pos_ != "VERB" or subject.dep_ not in ("nsubj", "nsubj:pass"):
        return
    day.head, day.dep_ = verb, "obl"
    if month.head.i not in dates:
        month.head, month.dep_ = day, "nmod"


def _told_then(date: Token, verb: Token) -> None:
    """Hang on the verb of a date the clause right behind it ("suspended in August and buried last month, *when* …")."""
    doc, at = date.doc, date.i + 2
    if at >= len(doc) or doc[at - 1].text != ",":
        return
    clause = doc[at].head
    opens = doc[at].dep_ in ("advmod", "mark") and clause.left_edge.i >= at - 1 and clause.dep_ == "advcl"
    if opens and clause.i > at and clause.head.i < verb.i and verb.dep_ == "conj" and verb.head.i == clause.head.i:
        clause.head = verb


def inside(doc: Doc, verbs: frozenset[int], saying: frozenset[int]) -> None:
    """Hang on what a verb of `verbs` accuses somebody of what goes on with it: how it was done, and what else was.

    "Menuduh X melanggar gencatan senjata dengan melepaskan tembakan dan menewaskan dua orang": the parser hangs the
    later clauses on the accusing verb, as if the report told them. What is said (`saying`) goes on with the accusing.
    """
    for i in verbs:
        verb = doc[i]
        clauses = [c for c in verb.children if c.i > i and c.pos_ == "VERB" and c.dep_ in (*LOOSE, "conj")]
        first = next((c for c in clauses if c.dep_ in ("xcomp", "ccomp", "advcl")), None)
        if first is None:
            continue
        for clause in clauses:
            if clause.i <= first.i or clause.i in saying or doc[clause.left_edge.i - 1].is_punct:
                continue
            joined = next((c for c in clause.children if c.dep_ == "cc" and c.i < clause.i), None)
            how = clause.dep_ == "advcl" and any(c.dep_ in ("mark", "case") for c in clause.children)
            same = values(clause, "VerbForm") == values(first, "VerbForm") or (
                clause.text[-3:] == first.text[-3:] and has(clause, "Tense", "Past") == has(first, "Tense", "Past")
            )
            also = clause.dep_ == "conj" and joined is not None and not doc[joined.i - 1].is_punct and same
            if (how or also) and not any(c.dep_ in SUBJECTS for c in clause.children):
                clause.head = first


def take_in(doc: Doc, verbs: frozenset[int]) -> None:
    """Hang on a verb that asks or accuses somebody what he must do or did, which stands right behind him and which the
    parser hung on a verb above ("membantah dan menuding Kamboja *melanggar gencatan senjata*")."""
    for verb in (doc[i] for i in verbs):
        if verb.dep_ not in ("conj", "acl:relcl", "acl", "advcl") or any(
            c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i for c in verb.children
        ):
            continue
        addressed = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
        if addressed is None:
            continue
        above = verb.head
        for _ in range(REACH):
            if above.head.i == above.i or above.pos_ == "VERB":
                break
            above = above.head
        behind = addressed.right_edge.i + 1
        for clause in list(above.children):
            bound = any(c.dep_ in BOUND for c in clause.children)
            if clause.dep_ in LOOSE and clause.pos_ == "VERB" and not bound and clause.left_edge.i == behind:
                clause.head, clause.dep_ = verb, "xcomp"
                break


def free_participles(doc: Sequence[Token]) -> None:
    """Hang on the main verb what goes on after a comma: "ordered his men to hold their fire, extending the truce".

    The parser hangs the participle on the verb right before it, as if those who are ordered did both.
    """
    for verb in doc:
        above = verb.head
        if verb.dep_ != "advcl" or verb.pos_ != "VERB" or above.dep_ != "xcomp" or above.i > verb.i or verb.i == 0:
            continue
        form = values(verb, "VerbForm")
        present = "Ger" in form or ("Part" in form and "Pres" in values(verb, "Tense"))
        if not present or doc[verb.i - 1].text != "," or any(c.dep_ in BOUND for c in verb.children if c.i < verb.i):
            continue
        if above.head.pos_ == "VERB" and above.head.i < above.i:
            verb.head = above.head


def finite_conjuncts(doc: Sequence[Token]) -> None:
    """A verb in the past goes on with one in the past: "asked the king to mediate and called on both to stop".

    The parser hangs it on the infinitive right before it.
    """
    for verb in doc:
        if verb.dep_ != "conj" or not _past(verb) or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        above = verb.head
        if above.i > verb.i or not _infinitive(above):
            continue
        while _infinitive(above) and above.head.i < above.i:
            above = above.head
        if _past(above):
            verb.head = above


def bare_conjuncts(doc: Sequence[Token]) -> None:
    """A verb in its bare form goes on with the infinitive before it, and not with one in the past above: "signed a pact
    to withdraw troops, *clear* mines and *admit* observers"."""
    for verb in doc:
        above = verb.head
        acts = verb.pos_ == "VERB" or (verb.pos_ == "ADJ" and any(c.dep_ == "obj" for c in verb.children))
        if verb.dep_ != "conj" or not acts or not _past(above):
            continue
        if verb.i <= above.i + 1 or set(values(verb, "VerbForm")) - {"Inf"}:
            continue
        if any(c.dep_ in (*SUBJECTS, "mark", "aux", "aux:pass") for c in verb.children):
            continue
        before = doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
        if not (before.text == "," or before.pos_ == "CCONJ" or doc[verb.left_edge.i].pos_ == "CCONJ"):
            continue
        first = next((t for t in reversed(doc[above.i + 1 : verb.i]) if _opened(t)), None)
        if first is not None:
            verb.head = first


def next_acts(doc: Sequence[Token], then: frozenset[str], dates: frozenset[int]) -> None:
    """What is told with a word for "then" right before its verb comes after the act before it, and is no part of it
    ("disandera *lalu* dibebaskan", "diculik di Kunduz *kemudian* dibunuh"); a word of a date is none ("bulan lalu")."""
    for word, verb in pairwise(doc):
        if word.lower_ not in then or word.i in dates or verb.dep_ != "advcl" or verb.pos_ != "VERB":
            continue
        first = verb.head
        if first.pos_ != "VERB" or first.i >= word.i or any(c.dep_ in (*SUBJECTS, "mark") for c in verb.children):
            continue
        verb.dep_ = "conj"
        word.head = verb


def _opened(verb: Token) -> bool:
    """Whether a verb is an infinitive with the word that opens it ("*to* withdraw", "*will* withdraw")."""
    bare = verb.pos_ == "VERB" and "Inf" in values(verb, "VerbForm")
    return bare and any(c.dep_ in ("mark", "aux") and c.i < verb.i for c in verb.children)


def _past(verb: Token) -> bool:
    finite = "Fin" in values(verb, "VerbForm") and "Past" in values(verb, "Tense")
    return verb.pos_ == "VERB" and finite and not any(c.dep_ in ("aux", "aux:pass") for c in verb.children)


def _infinitive(verb: Token) -> bool:
    return verb.pos_ == "VERB" and "Inf" in values(verb, "VerbForm") and verb.dep_ in LOOSE


def next_sides(doc: Sequence[Token]) -> None:
    """A name behind "and" with an auxiliary right behind it begins a clause of its own: "Serbia will free 50 hostages
    and Norway will withdraw its fleet".

    The parser makes hostages of the name, or lets both do what the second clause tells.
    """
    for side in doc:
        thing, at = side.head, side.i + 1
        if side.dep_ != "conj" or side.pos_ != "PROPN" or thing.pos_ != "NOUN" or not thing.i < side.i < len(doc) - 2:
            continue
        if doc[at].pos_ != "AUX" or doc[at].head.pos_ != "VERB":
            continue
        verb = doc[at].head
        first = verb.head
        between = doc[at : verb.i]
        if first.pos_ != "VERB" or not first.i < thing.i or any(t.pos_ not in ("AUX", "ADV", "PART") for t in between):
            continue
        took = thing.dep_ == "nsubj" and thing.head == verb and verb.dep_ == "conj" and _right_before(first, thing, doc)
        lost = thing.dep_ == "obj" and thing.head == first and verb.dep_ in ("xcomp", "conj", "parataxis")
        if not took and (not lost or any(c.dep_ in SUBJECTS for c in verb.children)):
            continue
        thing.head, thing.dep_ = first, "obj"
        side.head, side.dep_ = verb, "nsubj"
        verb.dep_ = "conj"
        for joint in [c for c in side.children if c.dep_ == "cc"]:
            joint.head = verb


def asked_together(doc: Sequence[Token]) -> None:
    """A noun behind an "and" before an infinitive is asked with the one before it, and no subject of the infinitive's
    own ("requires Chad *and the rebels* to free all captives")."""
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "nsubj" or verb.dep_ != "xcomp" or not verb.head.i < noun.i < verb.i:
            continue
        first = noun.left_edge
        if first.dep_ != "cc" or first.head.i != noun.i:
            continue
        before = doc[first.i - 1]
        beside = next((c for c in verb.head.children if c.dep_ == "obj" and c.i <= before.i <= c.right_edge.i), None)
        if beside is not None and beside.i > verb.head.i:
            noun.head, noun.dep_ = beside, "conj"


def new_subjects(doc: Sequence[Token]) -> None:
    """A clause behind a comma and "and" that has a subject of its own goes on beside the verb that governs an
    infinitive, which has none: "urged both sides to hold fire, and the envoy will fly to Doha"."""
    for verb in doc:
        if verb.dep_ != "conj" or verb.head.dep_ != "xcomp" or verb.pos_ != "VERB":
            continue
        first = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
        if first is None:
            continue
        joint = next((c for word in (verb, first) for c in word.children if c.dep_ == "cc"), None)
        if joint is None or joint.i > first.i or joint.i == 0 or doc[joint.i - 1].text != ",":
            continue
        above = verb.head
        while above.dep_ == "xcomp" and above.head.i < above.i:
            above = above.head
        if any(c.dep_ in SUBJECTS for c in above.children):
            verb.head = above
            joint.head = verb


def _right_before(verb: Token, noun: Token, doc: Sequence[Token]) -> bool:
    """Whether a verb without an object stands right before a noun phrase."""
    free = not any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children)
    return free and all(t.pos_ in ("DET", "NUM", "ADJ", "PRON") for t in doc[verb.i + 1 : noun.i])


def subordinators(doc: Sequence[Token]) -> None:
    """A subordinator marks the clause, it is no preposition of the subject after it ("setelah Taliban merebut …")."""
    for word in doc:
        if word.dep_ != "case" or word.pos_ != "SCONJ":
            continue
        subject = word.head
        if word.i < subject.i and subject.dep_ in ("nsubj", "nsubj:pass") and subject.head.pos_ in ("VERB", "ADJ"):
            word.head, word.dep_ = subject.head, "mark"


def addressed(doc: Sequence[Token]) -> None:
    """Give a verb as its subject whom the parser took for somebody spoken to ("*Kenya*, an official said, would …")."""
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "vocative" or noun.i > verb.i or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        helped = next((c for c in verb.children if c.dep_ == "aux" and c.i < verb.i), None)
        if helped is not None and doc[helped.i - 1].is_punct and any(c.dep_ == "parataxis" for c in verb.children):
            noun.dep_ = "nsubj"
