"""Names within which a word looks like another ("Kementerian *Dalam* Negeri Irak", "*Save* the Children")."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from gencatan.language.pack import Pack, Phrases
from gencatan.reading.tree.relations import RELATIVE, lowered
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from spacy.tokens import Token


class WholeNames:
    """Keeps the words of such names together: those that the pack lists, and known ones with a joining word in them."""

    def __init__(self, pack: Pack, known: Callable[[], Iterable[str]]) -> None:
        """Take the names from the pack's grammar; `known` tells the names of all actors when first needed."""
        names = [r"\s+".join(map(re.escape, name.split())) for name in sorted(pack.words("names_with_prepositions"))]
        self._names = re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE) if names else None
        self._joining = pack.words("joining_words")
        self._known = known

    @cached_property
    def _joined(self) -> Phrases:
        """Known names that one would take apart ("Doctors *Without* Borders", "Forces *for* Freedom *and* Change")."""
        return Phrases(name for name in self._known() if self._has_joint(name.split()))

    def _has_joint(self, words: Sequence[str]) -> bool:
        return any(word.lower() in self._joining for word in words[1:-1]) or (len(words) == 3 and words[1] == "the")

    def join(self, sentence: Sentence) -> None:
        """Join the words of each such name in a parsed sentence, in place."""
        for name in self._names.finditer(sentence.text) if self._names is not None else ():
            _join(sentence.tokens_in(sentence.start + name.start(), sentence.start + name.end()))
        if not self._joining or sentence.doc is None:
            return
        words = lowered(sentence.doc)
        for at, word in enumerate(words):
            if word not in self._joined.firsts or not (length := self._joined.at(words, at)):
                continue
            named = sentence.doc[at : at + length]
            if named[0].text[:1].isupper() and named[-1].text[:1].isupper():  # no "to save the children"
                _join(list(named))


def _join(words: Sequence[Token]) -> None:
    """Make the later words of a name parts of its first, and its what hangs on them."""
    first, *later = words
    inside = {token.i for token in words}
    if not _put_on_top(first, words, inside):
        return
    whose = first
    while whose.dep_ in ("nmod", "compound") and whose.head.i < whose.i and whose.head.pos_ == "NOUN":
        whose = whose.head  # "18 aparat Kementerian Dalam Negeri yang diculik"
    for token in later:
        for child in [c for c in token.children if c.i not in inside]:
            child.head = whose if child.dep_ in RELATIVE else first
            child.dep_ = "nmod" if child.dep_ == "flat" else child.dep_
    for token in later:
        token.head, token.dep_, token.pos_ = first, "flat", "PROPN"


def _put_on_top(first: Token, words: Sequence[Token], inside: Collection[int]) -> bool:
    """Hang the first word of a name where the whole hangs ("*Islamic* State", of which the second word is the head);
    False where a verb hangs on what is no verb here ("*Save* the Children appealed …") and cannot be freed."""
    tops = [t for t in words if t.head.i not in inside or t.head.i == t.i]
    top = next((t for t in tops if t.pos_ in ("NOUN", "PROPN")), tops[0])
    if top.i == first.i:
        return True
    outer, dep = top.head, top.dep_
    if outer.i == top.i:
        return False
    bound = next((t for t in (outer, *outer.ancestors) if t.head.i in inside), None)
    if bound is not None:
        above = bound.head
        while above.head.i in inside and above.head.i != above.i:
            above = above.head
        if above.head.i != above.i:
            return False
        bound.head, bound.dep_ = bound, "ROOT"
    first.head, first.dep_, first.pos_ = outer, dep, "PROPN"
    return True
