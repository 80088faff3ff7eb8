"""Where a free text ends, where the tree alone would cut it in the middle or let it run on into what is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.tree.asides import behind_comma, first_word, sums_up, turns
from gencatan.reading.tree.relations import RELATIVE, has_subject, is_clause, marks, preposition_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from gencatan.language.pack import Pack

QUOTES: Final = frozenset("\"“”'‘’")
LONGEST: Final = 40
"""Words by which a text may grow to the end of a quotation or of a name."""
NAMING: Final = frozenset({"NOUN", "PROPN"})
ASKED: Final = frozenset({"xcomp", "ccomp", "advcl"})


def before_aside(token: Token, right: int, pack: Pack) -> int:
    """Where a text ends if it leaves out what is only added behind a comma (", which …", ", as …", ", sementara …",
    ", a claim that …") at its end, or what its speaker goes on to say ("… and said that …")."""
    contrast, summing = pack.words("contrast_markers"), pack.words("nouns_summing")
    reporting = pack.words("verbs_reporting")
    node = token
    while True:
        last = next((c for c in node.children if c.i > node.i and c.right_edge.i >= right and not c.is_punct), None)
        if last is None:
            return right
        left = last.left_edge
        if last.dep_ == "conj" and last.lower_ in reporting and _says(last) and left.pos_ == "CCONJ":
            return left.i - 1
        added = last.dep_ in RELATIVE or (last.dep_ == "advcl" and bool(marks(last)))
        added = added or turns(last, contrast) or sums_up(last, summing)
        opening = left.i - (left.text != ",")
        if added and opening > token.i and left.doc[opening].text == ",":
            return opening - 1
        node = last


def with_what_it_does(noun: Token) -> int:
    """The last word of an object, or of the infinitive right behind it that tells what it does ("would not allow Iran |
    to control the Gulf")."""
    end = noun.right_edge.i
    behind = (c for c in noun.head.children if c.dep_ == "xcomp" and c.pos_ == "VERB" and c.left_edge.i == end + 1)
    return next((c.right_edge.i for c in behind), end)


def _says(verb: Token) -> bool:
    """Whether a verb of saying behind "and" goes on from who said what is before: no subject, but something said."""
    if verb.pos_ != "VERB" or has(verb, "VerbForm", "Inf") or has(verb, "VerbForm", "Ger") or marks(verb):
        return False
    told = any(c.dep_ == "ccomp" for c in verb.children) or verb.right_edge.i == verb.i
    return told and not has_subject(verb)


def whole(token: Token, left: int, right: int, pack: Pack) -> int:
    """The last word of a text that the tree breaks off: within a quotation, behind "what he called", before the verb
    that tells what is to be done ("urged them to work together | to end the fighting")."""
    doc = token.doc
    if doc[right].lower_ in pack.words("verbs_naming") and _what(doc, left, right, pack):
        right = _name_end(doc, right)
    right = _verb_behind(token, right, pack)
    marks_of_speech = [t for t in doc[left : right + 1] if t.text in QUOTES]
    if not marks_of_speech or not _opens(marks_of_speech[-1]):
        return right
    closing = next((t.i for t in doc[right + 1 : right + LONGEST] if t.text in QUOTES and not _opens(t)), None)
    return right if closing is None else closing - 1


def _opens(mark: Token) -> bool:
    """Whether a quotation mark opens one: a word right behind it, and a blank before."""
    return not mark.whitespace_ and mark.i + 1 < len(mark.doc) and (mark.i == 0 or bool(mark.nbor(-1).whitespace_))


def _what(doc: Doc, left: int, right: int, pack: Pack) -> bool:
    """Whether a text is "what somebody called", and the name it is given follows."""
    words = [t.lower_ for t in doc[left : right + 1]]
    return right - left < LONGEST and bool(pack.words("relative_pronouns").at(words, 0))


def _name_end(doc: Doc, at: int) -> int:
    """Where the name ends that follows on "what he called"."""
    noun = next((t for t in doc[at + 1 : at + LONGEST] if t.pos_ in NAMING or t.text in ",;."), None)
    return noun.right_edge.i if noun is not None and noun.pos_ in NAMING else at


def _verb_behind(token: Token, right: int, pack: Pack) -> int:
    """The end of a bare clause that the parser hung beside a text which it goes on with: no comma, no word between; or
    of the verb that an adverb which took the mark belongs to ("untuk bersama-sama dengan X menghentikan Y")."""
    doc, verb = token.doc, token.head
    if marks(token).split(" ")[-1] not in pack.words("control_marks") or not (is_clause(token) or token.pos_ == "ADV"):
        return right
    for clause in (*verb.children, verb):
        if clause.i <= token.i or clause.dep_ not in ASKED or clause.pos_ != "VERB" or marks(clause):
            continue
        if has(clause, "VerbForm", "Part") or has(clause, "VerbForm", "Ger") or behind_comma(clause):
            continue  # "to stop, provided that …"
        between = doc[right + 1 : first_word(clause).i]
        if has_subject(clause) or any(t.is_punct or t.pos_ == "VERB" for t in between):
            continue
        company = pack.words("companion_markers")
        if not between or (between[0].lower_ in company or preposition_words(between[-1]) in company):
            return max(right, clause.right_edge.i)
    return right
