"""What explanations show of packs and trees: entries and their lines, trigger words, nodes, arcs."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.language.triggers import Hit, Trigger
from gencatan.model import Span
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.explaining.explanation import EntryNote, Node, TriggerNote
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

HEADER: Final = re.compile(r"\s*\[\[\s*trigger\s*\]\]")
GRAMMAR: Final = "grammar.toml"
REQUIRED: Final = "modal_required"


class Entries:
    """The entries of one pack as notes."""

    def __init__(self, pack: Pack) -> None:
        """Lines are looked up when an entry is first shown."""
        self._pack = pack

    def note(self, trigger: Trigger) -> EntryNote:
        """An entry with its file and the line of its table's header."""
        stem, _, index = trigger.name.rstrip("]").rpartition("[")
        file = f"triggers/{stem}.toml"
        lines = _header_lines(self._pack.path / file)
        at = int(index)
        return EntryNote(
            trigger.name,
            f"{self._pack.path.name}/{file}",
            lines[at] if at < len(lines) else 1,
            trigger.kind,
            trigger.part,
            trigger.values,
            trigger.frame.name,
            trigger.require,
        )

    def trigger(self, text: str, token: Token | None, hit: Hit, trigger: Trigger) -> TriggerNote:
        """An entry where one of its words was found in the document's `text`."""
        found = Span(hit.start, hit.end, text[hit.start : hit.end])
        return TriggerNote(self.note(trigger), hit.citation, found, -1 if token is None else token.i, hit.voice)

    def of(self, draft: Draft, text: str) -> TriggerNote:
        """The trigger behind a draft; for one that words of requirement alone made, those words of the grammar."""
        if draft.firing is not None:
            return self.trigger(text, draft.firing.token, draft.firing.hit, draft.firing.trigger)
        start, end = draft.trigger_span
        line = _key_line(self._pack.path / GRAMMAR, REQUIRED)
        entry = EntryNote(
            REQUIRED, f"{self._pack.path.name}/{GRAMMAR}", line, draft.kind, "word", dict(draft.values), "", {}
        )
        return TriggerNote(entry, draft.token.lower_, Span(start, end, text[start:end]), draft.token.i, "")


@lru_cache(maxsize=64)
def _header_lines(path: Path) -> tuple[int, ...]:
    """Lines of the tables' headers in text order, from 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(n for n, line in enumerate(lines, 1) if HEADER.match(line))


@lru_cache(maxsize=64)
def _key_line(path: Path, key: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.partition("=")[0].strip() == key), 1)


def nodes(sentence: Sentence) -> tuple[Node, ...]:
    """The sentence's tree as the rules saw it, repairs included; () if it was not parsed."""
    return tuple(
        Node(
            token.i,
            Span(sentence.from_(token), sentence.to(token), token.text),
            token.lemma_,
            token.pos_,
            token.dep_,
            token.head.i,
        )
        for token in sentence.tokens
    )


def arcs(start: Token, end: Token) -> tuple[str, ...]:
    """The relations on the way from one token to another of its tree, a caret for each step up to a head."""
    climbed = {start.i: 0}
    names = []
    node = start
    while node.head.i != node.i:
        names.append(f"^{node.dep_}")
        node = node.head
        climbed[node.i] = len(names)
    down: list[str] = []
    node = end
    while node.i not in climbed:
        down.append(node.dep_)
        if node.head.i == node.i:
            return ()  # another tree of the same sentence
        node = node.head
    return (*names[: climbed[node.i]], *reversed(down))
