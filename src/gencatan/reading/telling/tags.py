"""Reporting clauses set beside what they report: ", X said", "said X,", ", kata X", "according to X", "demikian X".

A tag covers the words before it up to the clause's end; where nothing is told yet ("By dawn, she said, …"), those after
it. `tagger.py` finds tags; here is what they cover, and how a tree is mended around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Sequence

    from spacy.tokens import Doc, Token

TAGS: Final = "gencatan.tags"
QUOTES: Final = frozenset('"“”«»„')
BREAKS: Final = frozenset(",;:.!?…—–") | QUOTES
SUBJECT: Final = "nsubj"
VERBAL: Final = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A reporting clause, in token indexes: its words, its verb (-1: it is a phrase), who speaks (-1: whoever spoke
    last), the words it covers.

    `credit` marks the agency that carries another's words ("quoted by X", "dilansir X").
    """

    start: int
    end: int
    verb: int
    speaker: int
    low: int
    high: int
    credit: bool = False

    def covers(self, at: int) -> bool:
        """Whether the token at this index is among what is reported."""
        return self.low <= at < self.high and not self.start <= at < self.end


def tags(doc: Doc) -> tuple[Tag, ...]:
    """The tags found in a sentence, in text order."""
    found: tuple[Tag, ...] = doc.user_data.get(TAGS, ())
    return found


def apart(doc: Doc, at: int) -> frozenset[int]:
    """Tokens of the tags that follow the token at this index and report it: who tells a thing is no party to it."""
    return frozenset(i for tag in tags(doc) if at < tag.start and tag.covers(at) for i in range(tag.start, tag.end))


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two marks of punctuation: token indexes, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A tag before it is known what it covers; fields as in `Tag`."""

    start: int
    end: int
    verb: int
    speaker: int
    credit: bool = False


def pieces_of(tokens: Sequence[Token]) -> list[Piece]:
    """The words of a sentence between its marks of punctuation."""
    found, start = [], 0
    for token in tokens:
        if token.text in BREAKS or token.text == "--" or token.is_space:
            if token.i > start:
                found.append(Piece(start, token.i))
            start = token.i + 1
    if start < len(tokens):
        found.append(Piece(start, len(tokens)))
    return found


def scope(
    doc: Doc,
    found: Found,
    before: list[Tag],
    answering: Collection[str],
    opening: Collection[str],
    relatives: Container[str],
    joining: Container[str],
    saying: Collection[int],
) -> Tag | None:
    """What a tag covers; None if nothing stands beside it that it could report.

    `answering` are the verbs of a clause behind it that tells what is reacted to (", he said, *responding* to …"),
    `opening` words that open a clause, `relatives` those that open one about who speaks (", said a woman, *whose* …"),
    `joining` those behind which one goes on telling (", he said, *and* two others fled"), unless somebody says a thing
    of their own there: `saying` are the words that may do so.
    """
    low, high = 0, len(doc)
    for token in doc[: found.start]:
        if token.text == ";":
            low = token.i + 1
    for tag in before:
        if tag.low < tag.start and not found.credit:
            low = max(low, tag.end)
    after = next((t.i for t in doc[found.end :] if t.text == ";"), len(doc))
    told = any(t.pos_ in VERBAL for t in doc[low : found.start])
    following = {t.text for t in doc[found.end : found.end + 2]}
    opened = ":" in following
    if found.verb >= 0 and found.start == 0 and not opened and not following & QUOTES:
        return None  # "The army, a spokesman said …" tells itself who speaks
    follows = any(t.pos_ in VERBAL for t in doc[found.end : after])
    if told and (joined := _joins(doc, found)):
        low, high = found.end, joined if joined < after else after
    elif told and follows and _opens_clause(doc, found, opening):
        low, high = found.end, after
    elif told and follows and _set_before(doc, low, found, opening):
        high = after
    elif told:
        on = _goes_on(doc, found, after) and doc[found.end + 1].lower_ not in answering
        high = after if opened or on or _is_joined(doc, found, after, joining, saying) else found.start
    elif follows and not (found.verb >= 0 and doc[found.end : found.end + 2][-1].lower_ in relatives):
        high = after
    elif found.start - low > 1:
        high = found.start
    else:
        return None
    return Tag(found.start, found.end, found.verb, found.speaker, low, high, found.credit)


def _opens_clause(doc: Doc, found: Found, opening: Collection[str]) -> bool:
    """Whether a tag stands behind the word that opens the clause after it ("survived when, according to X, …")."""
    at = found.start - 1
    between = at > 1 and doc[at].text == "," and found.end < len(doc) and doc[found.end].text == ","
    return between and doc[at - 1].lower_ in opening


def _joins(doc: Doc, found: Found) -> int:
    """Where what stands behind an "and" and a tag ends, of which alone the tag tells ("hold the palace and, *neighbours
    say*, the hospital, whose wards …"); 0 if the tag stands elsewhere."""
    at = found.start - 1
    between = at > 1 and doc[at].text == "," and found.end < len(doc) and doc[found.end].text == ","
    if not between or doc[at - 1].dep_ != "cc":
        return 0
    behind = doc[found.end + 1 :]
    end = next((t.i for t in behind if t.text in BREAKS), len(doc))
    return len(doc) if any(t.pos_ in VERBAL for t in doc[found.end + 1 : end]) else end


def _set_before(doc: Doc, low: int, found: Found, opening: Collection[str]) -> bool:
    """Whether only a clause of time or condition stands before a tag, to which the clause behind it belongs ("If the
    ban is lifted, *he said*, Iran will …")."""
    if doc[low].lower_ not in opening or doc[found.start - 1].text != "," or found.end >= len(doc):
        return False
    return doc[found.end].text == "," and all(t.text != "," for t in doc[low : found.start - 1])


def _goes_on(doc: Doc, found: Found, end: int) -> bool:
    """Whether the clause before a tag goes on behind it without a subject of its own ("…, X said, killing five")."""
    if found.end >= end or doc[found.end].text != ",":
        return False
    verb = next((t for t in doc[found.end + 1 : end] if t.pos_ in VERBAL), None)
    first = doc[found.end + 1 : end][:1]
    if verb is None or not first or first[0].pos_ in ("CCONJ", "SCONJ", "PRON", "DET", "PROPN", "NOUN", "NUM"):
        return False
    return verb.i == first[0].i and not any(c.dep_.startswith(SUBJECT) for c in verb.children)


def _is_joined(doc: Doc, found: Found, end: int, joining: Container[str], saying: Collection[int]) -> bool:
    """Whether a clause behind a tag is joined to the one before it, in which nobody else says a thing ("the town fell,
    *X said*, and the army withdrew")."""
    at = found.end + 1
    if at >= end or doc[found.end].text != "," or doc[at].lower_ not in joining:
        return False
    if {t.text for t in doc[max(found.start - 2, 0) : found.start]} & QUOTES:
        return False  # what follows the words of another is the outlet's own ("'We won,' he said, and he left")
    return not any(at <= i < end for i in saying) and any(t.pos_ in VERBAL for t in doc[at:end])


def detach(doc: Doc, tag: Tag) -> None:
    """Hang the tag beside the clause it comments on, and what the parser hung on its words where they hang."""
    inside = range(tag.start, tag.end)
    if 0 <= tag.speaker < tag.verb:
        _join_speakers(doc, tag)
    outer = _root(doc, tag, inside)
    if outer is None or tag.verb < 0:
        return
    verb = doc[tag.verb]
    strays = [t for t in doc if t.i not in inside and t.head.i in inside]
    verb.head, verb.dep_ = outer, "parataxis"  # first, so that nothing below can close a circle
    for token in doc[tag.start : tag.end]:
        if token.i not in (verb.i, tag.speaker) and token.head.i not in inside:
            token.head = verb
    for stray in strays:
        if stray.dep_ in ("acl:relcl", "appos") and tag.speaker >= 0 and tag.verb < stray.i and _behind(stray, tag):
            # ", kata menteri di Baku, [yang menuduh Yerevan …]", ", kata Zara, [pegawai di bandara]": who speaks
            stray.head = doc[tag.speaker]
            continue
        if stray.head.i == verb.i and stray.i > verb.i:
            continue
        stray.head = outer
    if tag.speaker >= 0:
        speaker = doc[tag.speaker]
        speaker.head, speaker.dep_ = verb, "nsubj"
        for name in doc[speaker.i + 1 : verb.i]:
            if name.pos_ != "PROPN":
                break
            if name.head.i == verb.i:  # "police spokeswoman Anna Berg said"
                name.head, name.dep_ = speaker, "flat"


def _behind(clause: Token, tag: Tag) -> bool:
    """Whether nothing but a comma stands between a tag and a clause."""
    first = clause.left_edge.i
    return first == tag.end or (first == tag.end + 1 and clause.doc[tag.end].text == ",")


def _join_speakers(doc: Doc, tag: Tag) -> None:
    """Put beside who speaks who else does behind an "and", taken for the only subject ("medical sources *and the army*
    said")."""
    for other in doc[tag.speaker + 1 : tag.verb]:
        if other.dep_ != SUBJECT or other.head.i != tag.verb:
            continue
        first = other.left_edge
        joint = first if first.dep_ == "cc" or first.i == 0 else first.nbor(-1)
        if joint.dep_ == "cc" and joint.i > tag.speaker:
            other.head, other.dep_ = doc[tag.speaker], "conj"


def _root(doc: Doc, tag: Tag, inside: range) -> Token | None:
    """The root of the clause that the tag covers; None if the whole sentence hangs on the tag."""
    for token in (*doc[tag.low : tag.start], *doc[tag.end : tag.high]):
        node: Token = token
        while node.head.i != node.i:
            node = node.head
        if node.i not in inside and not node.is_punct:
            return node
    return None
