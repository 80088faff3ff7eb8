"""Names listed in a row, of which a parser takes the second for what the first is ("in Gome, *Sinak* and Beoga"), and
things done to which it hangs on another clause than the first ("…, killing a nurse, *two guards and a driver*")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.tree.relations import SUBJECTS, preposition, set_off

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from spacy.tokens import Token


APART: Final = frozenset({"flat", "obl", "dep", "parataxis"})
LISTING: Final = frozenset({"obl", "nmod", "obj", "iobj"})
OWNED: Final = frozenset({"nmod", "compound"})
NAMED: Final = frozenset({"NOUN", "PROPN"})
REACH: Final = 4
"""Words within which the noun of a list's next member comes ("seorang *sopir*")."""
ALONE: Final = frozenset({"dep", "conj", "parataxis"})


def join_names(tokens: Sequence[Token]) -> None:
    """Join the places of a list to its first, in place; the last ones first, since each knows itself by what follows.

    Whatever the recogniser takes for a person there ("Kota Gaza, *Khan Younis*, dan …") is none.
    """
    for token in tokens:
        if token.dep_ in APART and _titled(token, token.head if token.dep_ == "flat" else _before(token)):
            token.head, token.dep_ = (token.head if token.dep_ == "flat" else _before(token)), "conj"
        elif token.dep_ == "appos" and token.pos_ == "NOUN" and token.head.i < token.i and _is_counted(token):
            _join_counted(token)
    for token in tokens:
        if token.dep_ in OWNED and _is_first_of_two(token):
            _join_second(token)
        elif token.dep_ == "flat" and (joint := _joint_before(token)) is not None:
            token.dep_, joint.head = "conj", token
        elif token.dep_ == "flat" and (title := _title_before(token)) is not None:
            token.head = title
    for token in reversed(tokens):
        named = token.dep_ == "appos" and token.pos_ == "PROPN" and token.head.i < token.i
        if not named:
            continue
        in_row = token.head.pos_ == "PROPN" and (_is_place(token.head) or _acts_in_row(token, token.head))
        if in_row or _titled(token, token.head):
            _join(token)


def _is_first_of_two(name: Token) -> bool:
    """Whether a person's name hung on another's stands before "and" and what the other is ("*Abe* and Foreign Minister
    Aso")."""
    other = name.head
    if name.pos_ != "PROPN" or not name.i + 1 < other.i or name.right_edge.i != name.i:
        return False
    joint = name.nbor(1)
    named = other.ent_type_ == "PER" and name.ent_iob_ == other.ent_iob_ == "B"
    titled = any(c.i > joint.i and c.dep_.split(":")[0] in OWNED and c.i < other.i for c in other.children)
    return named and joint.pos_ == "CCONJ" and titled


def _joint_before(name: Token) -> Token | None:
    """The "and" between a person's name and what another one is, whose name was taken for a part of the first."""
    first = name.head
    if name.ent_type_ != "PER" or name.ent_iob_ != "B" or first.i > name.i:
        return None
    titles = [c for c in name.children if c.i < name.i and c.dep_.split(":")[0] in OWNED]
    joints = (t for t in name.doc[first.i + 1 : name.i] if t.pos_ == "CCONJ")
    joint = next(joints, None)
    return joint if joint is not None and any(joint.i < t.i for t in titles) else None


def _title_before(name: Token) -> Token | None:
    """What a second one is, right before a name that was taken for a part of the first ("Olmert and the Secretary of
    State *Rice*")."""
    first, at = name.head, name.left_edge.i - 1
    if name.pos_ != "PROPN" or not first.i < at:
        return None
    titles = (c for c in first.children if c.dep_ == "conj" and c.right_edge.i == at and c.pos_ == "PROPN")
    return next((c for c in titles if any(g.dep_ == "nmod" and g.i > c.i for g in c.children)), None)


def _join_second(first: Token) -> None:
    """Put the first of two names where the second stands, and join that to it."""
    other, joint = first.head, first.nbor(1)
    first.head, first.dep_ = other.head, other.dep_
    for child in [c for c in other.children if c.i < first.i]:
        child.head = first
    for child in [c for c in first.children if c.dep_ == "case" and c.i > joint.i]:
        child.head = other
    other.head, other.dep_, joint.head = first, "conj", other


def name_groups(tokens: Sequence[Token], is_group: Callable[[Token], bool], numbers: Mapping[int, int]) -> None:
    """Give the place of a counted noun for groups to as many names behind a comma ("two groups, *the MNLA and the
    HCUA*, signed"): who they are says more than how many.

    `numbers`: how many a word counts, by the token of its number.
    """
    for at, many in numbers.items():
        noun = tokens[at].head
        if tokens[at].dep_ != "nummod" or noun.pos_ != "NOUN" or noun.i < at or not is_group(noun):
            continue
        names = _listed(noun)
        if noun.head.pos_ != "VERB" or len(names) != many or "," not in (t.text for t in tokens[noun.i : names[0].i]):
            continue
        first = names[0]
        first.head, first.dep_ = noun.head, noun.dep_
        for child in [*(c for c in noun.children if c.dep_ in ("case", "mark", "cc")), *names[1:]]:
            child.head = first
        noun.head, noun.dep_ = first, "appos"


def _listed(noun: Token) -> list[Token]:
    """The names listed behind a noun, hung on it or on a name in its words ("dua kelompok Tuareg, *X dan Y*")."""
    inner = [c for c in noun.subtree if c.i > noun.i and c.pos_ == "PROPN" and c.dep_ in ("nmod", "flat")]
    for above in (noun, *inner):
        first = next((c for c in above.children if c.dep_ == "appos" and c.i > above.i), None)
        members = [c for c in (first or above).children if c.dep_ == "conj"]
        members += [c for one in members for c in one.children if c.dep_ == "conj"]  # one hung on the other
        names = [first, *members] if first is not None else members
        if len(names) > 1 and all(c.pos_ == "PROPN" and not preposition(c) for c in names):
            joined = first is None and any(c.dep_ == "cc" for c in names[0].children)
            return [] if joined else names  # "two groups *and* the MNLA"
    return []


def join_subjects(tokens: Sequence[Token]) -> None:
    """Join a second counted subject of a verb to the first, from which a comma parts it ("*900 rebels*, 165 soldiers
    and police and 47 civilians died")."""
    for noun in tokens:
        if noun.dep_ not in SUBJECTS or noun.left_edge.i < 2 or not _is_numbered(noun):
            continue
        at = noun.left_edge.i - (noun.left_edge.text != ",")
        if at < 1:
            continue
        comma, before = noun.doc[at], noun.doc[at - 1]
        first = next((t for t in (before, *before.ancestors) if t.dep_ == noun.dep_), None)
        listed = any(c.dep_ == "conj" for c in noun.children) and comma.text == ","
        if first is None or first.i >= noun.i or first.head.i != noun.head.i or not listed or not _is_numbered(first):
            continue
        if first.right_edge.i in (before.i, comma.i):
            noun.head, noun.dep_ = first, "conj"
            for other in [c for c in noun.children if c.dep_ == "conj"]:
                other.head = first


def _is_numbered(noun: Token) -> bool:
    return noun.pos_ in NAMED and any(c.dep_ == "nummod" for c in noun.children)


def join_objects(tokens: Sequence[Token]) -> None:
    """Join two nouns with "and" behind the object of a participle, and a comma, to that object."""
    for noun in tokens:
        if (
            noun.dep_ not in ALONE
            or any(c.dep_ == "cop" for c in noun.children)
            or noun.pos_ not in ("NOUN", "PROPN")
            or noun.left_edge.i < 2
        ):
            continue
        at = noun.left_edge.i - (noun.left_edge.text != ",")
        comma, before = tokens[at], tokens[at - 1]
        last = any(c.dep_ == "conj" and any(g.dep_ == "cc" for g in c.children) for c in noun.children)
        if comma.text != "," or not last or preposition(noun):
            continue
        first = next((t for t in (before, *before.ancestors) if t.dep_ == "obj"), None)
        if first is None or first.right_edge.i != before.i or first.head.dep_ != "advcl":
            continue
        if noun.head.i < first.head.i and (first.head.head.i == noun.head.i or first.head.head.is_ancestor(noun)):
            noun.head, noun.dep_ = first, "conj"


def join_listed(tokens: Sequence[Token]) -> None:
    """Join those listed behind a noun and a comma to it ("met with the rebels, *the tribes and two clans*"): a parser
    hangs them on what stands above it, or takes them for a second subject of its verb."""
    for first in tokens:
        at = first.right_edge.i + 1
        told = first.pos_ in NAMED and first.dep_.split(":")[0] in LISTING
        if not told or at + 1 >= len(first.doc) or first.doc[at].text != ",":
            continue
        for member in first.doc[at + 1 : at + 1 + REACH]:
            opens = member.left_edge.i in (at, at + 1) and member.pos_ in NAMED and not preposition(member)
            named = member.pos_ == "PROPN" and first.pos_ == "NOUN"  # "two ships, the Ende and the Sampit, took on …"
            if opens and not named and _closes(member) and _hung_above(member, first):
                member.head, member.dep_ = first, "conj"
                break


def _closes(member: Token) -> bool:
    """Whether a list that goes on from a member has its "and"."""
    return any(c.dep_ == "conj" and any(g.dep_ == "cc" for g in c.children) for c in member.children)


def _hung_above(member: Token, first: Token) -> bool:
    """Whether a noun hangs loosely on what stands above another, or as a second subject there."""
    above = member.head
    if above.i == member.i or not above.is_ancestor(first):
        return False
    if member.dep_ in SUBJECTS:
        return any(c.dep_ in SUBJECTS and c.i < first.i for c in above.children)
    return member.dep_ == "dep"


def join_undergoing(act: Token, is_one: Callable[[Token], bool]) -> None:
    """Join those listed behind the noun of an act to the first of them ("penangkapan wartawan, *penulis dan
    pengacara*"): a parser joins them to the act, or takes them for what else its clause is about.

    `is_one` tells who can be listed there: somebody, and no act.
    """
    first = next((c for c in act.children if c.dep_ in OWNED and c.left_edge.i == act.i + 1 and is_one(c)), None)
    if first is None or first.right_edge.i + 2 >= len(act.doc) or act.doc[first.right_edge.i + 1].text != ",":
        return
    at, doc = first.right_edge.i + 2, act.doc
    behind = (t for t in doc[at : at + REACH] if t.left_edge.i in (at, at - 1) and t.pos_ in NAMED)
    member = next((t for t in behind if is_one(t)), None)
    if member is None or preposition(member) or not _hung_beside(member, act):
        return
    others = [c for t in (member, act) for c in t.children if c.dep_ == "conj" and c.i > member.i]
    if not any(c.dep_ == "cc" for t in others for c in t.children) or not all(is_one(t) for t in others):
        return  # "penangkapan mahasiswa, penyiksaan tahanan dan sensor"
    for token in (member, *others):
        token.head, token.dep_ = first, "conj"
        for phrase in [c for c in token.children if c.dep_ in ("nmod", "obl") and c.i > token.i and preposition(c)]:
            phrase.head = act  # "[…] *oleh polisi*", "[…] *di Basra*"


def _hung_beside(member: Token, act: Token) -> bool:
    """Whether a noun hangs on the noun of an act, or on its verb as a second subject or object of the same sort."""
    if member.head.i == act.i:
        return member.dep_ in ("conj", "appos")
    return member.head.i == act.head.i and member.dep_ == act.dep_


def _join_counted(noun: Token) -> None:
    """Join so many of a sort to those before them where more are listed ("290 militan, *70 polisi*, dan 27 warga")."""
    doc, at = noun.doc, noun.right_edge.i + 1
    at += at < len(doc) and doc[at].text == ","
    if at + 1 < len(doc) and doc[at].pos_ == "CCONJ" and doc[at + 1].pos_ == "NUM" and _is_counted(noun.head):
        noun.dep_ = "conj"


def _is_counted(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(c.dep_ == "nummod" for c in noun.children)


def _titled(name: Token, first: Token) -> bool:
    """Whether two names of persons stand in a row, each with what that person is before it: they are two."""
    titles = [
        any(c.dep_.split(":")[0] in ("nmod", "compound") and c.i < t.i and not preposition(c) for c in t.children)
        for t in (first, name)
    ]
    persons = first.ent_type_ == name.ent_type_ == "PER" and name.ent_iob_ == "B"
    return persons and all(titles) and first.i < name.i and not preposition(name)


def _before(name: Token) -> Token:
    """The name that stands before one and a comma or "and", by its first word; the name itself where none does."""
    at = name.left_edge.i
    at -= name.doc[at].text != "," and name.doc[at].pos_ != "CCONJ"
    if at < 1 or (name.doc[at].text != "," and name.doc[at].pos_ != "CCONJ"):
        return name
    first = name.doc[at - 1]
    while first.dep_ == "flat" and first.head.i < first.i:
        first = first.head
    return first


def _is_place(name: Token) -> bool:
    """Whether the recogniser takes a name, or a word of it, for a place's."""
    words = (name, *(c for c in name.children if c.dep_ in ("flat", "compound")))
    return any(t.ent_type_ == "LOC" for t in words) and name.ent_type_ != "PER"


def _join(name: Token) -> None:
    """Join a name between commas to the one before it, where one more name of the list follows."""
    first, doc, at = name.head, name.doc, name.right_edge.i + 1
    if not set_off(name) and not _acts_in_row(name, first):
        return
    at += at < len(doc) and doc[at].text == ","
    joint = doc[at] if at < len(doc) and doc[at].pos_ == "CCONJ" else None
    at += joint is not None
    if at >= len(doc):
        return
    last = doc[at]
    while last.dep_ in ("flat", "compound", "nmod") and last.head.pos_ == "PROPN" and not preposition(last):
        last = last.head
    if last.pos_ != "PROPN" or preposition(last):
        return
    if last.dep_ == "conj" and last.head.i == first.i:
        name.dep_ = "conj"
    elif joint is not None and (_hung_high(last, first) or _has_its_subject(last, first)):
        name.dep_ = last.dep_ = "conj"
        last.head, joint.head = first, last


def _acts_in_row(name: Token, first: Token) -> bool:
    """Whether a name stands between a comma and an "and" behind the name of who acts ("Armenia, *Azerbaijan* dan Rusia
    menandatangani …")."""
    before, at = name.i - 1, name.right_edge.i + 1
    acts = first.dep_ in SUBJECTS and not preposition(first) and name.ent_type_ != "PER"
    return acts and name.doc[before].text == "," and at < len(name.doc) and name.doc[at].pos_ == "CCONJ"


def _hung_high(last: Token, first: Token) -> bool:
    """Whether the last was joined to what stands in the places ("[pos] di Gome, Sinak, dan *Beoga*")."""
    return last.dep_ == "conj" and last.head.i < first.i and last.head.is_ancestor(first)


def _has_its_subject(last: Token, first: Token) -> bool:
    """Whether the last was taken for the subject of a verb that has one before the list."""
    subjects = [c for c in last.head.children if c.dep_ in SUBJECTS and c.i < first.i]
    return last.dep_ in SUBJECTS and last.head.i > last.i and bool(subjects) and bool(preposition(first))
