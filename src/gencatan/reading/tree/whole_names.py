"""Names within which a word looks like a preposition ("Kementerian *Dalam* Negeri Irak")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gencatan.language.pack import Pack
from gencatan.reading.tree.relations import RELATIVE
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token


class WholeNames:
    """Keeps the words of such names together, which the pack lists."""

    def __init__(self, pack: Pack) -> None:
        """Take the names from the pack's grammar."""
        names = [r"\s+".join(map(re.escape, name.split())) for name in sorted(pack.words("names_with_prepositions"))]
        self._names = re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE) if names else None

    def join(self, sentence: Sentence) -> None:
        """Join the words of each such name in a parsed sentence, in place."""
        for name in self._names.finditer(sentence.text) if self._names is not None else ():
            _join(sentence.tokens_in(sentence.start + name.start(), sentence.start + name.end()))


def _join(words: Sequence[Token]) -> None:
    """Make the later words of a name parts of its first, and its what hangs on them."""
    first, *later = words
    if any(token.is_ancestor(first) for token in later):
        return
    inside = {token.i for token in words}
    whose = first
    while whose.dep_ in ("nmod", "compound") and whose.head.i < whose.i and whose.head.pos_ == "NOUN":
        whose = whose.head  # "18 aparat Kementerian Dalam Negeri yang diculik"
    for token in later:
        for child in [c for c in token.children if c.i not in inside]:
            child.head = whose if child.dep_ in RELATIVE else first
            child.dep_ = "nmod" if child.dep_ == "flat" else child.dep_
    for token in later:
        token.head, token.dep_, token.pos_ = first, "flat", "PROPN"
