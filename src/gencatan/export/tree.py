"""A sentence's tree as SVG: displaCy's arcs in a form of our own, an eighth of the size and coloured by the page.

No ids and no styles, so that it may stand on a page twice.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import Any, Final

from markupsafe import Markup, escape
from spacy.displacy.render import DependencyRenderer

from gencatan.export.translate import shown
from gencatan.reading.explaining.explanation import Node

LETTER: Final = 7.2
GAP: Final = 20
NARROWEST: Final = 46
LONGEST: Final = 32  # letters; what is longer is no word that anybody wants to see whole
LEVEL: Final = 22
HEADROOM: Final = 14
FOOTROOM: Final = 40
ROUND: Final = 6


class _SlimRenderer(DependencyRenderer):
    """displaCy's levels of arcs; columns as wide as their words; one path and one label an arc."""

    def __init__(self, triggers: Collection[int]) -> None:
        """`triggers` are the indices of words to stand out."""
        super().__init__()
        self._triggers = triggers

    def render_svg(self, render_id: int | str, words: list[dict[str, Any]], arcs: list[dict[str, Any]]) -> str:
        """The whole drawing."""
        self.levels = self.get_levels(arcs)
        sizes = [max(NARROWEST, round(max(len(w["text"]), len(w["tag"])) * LETTER) + GAP) for w in words]
        edges = list(accumulate(sizes, initial=0))
        self._middles = [edge + size // 2 for edge, size in zip(edges, sizes, strict=False)]
        self._base = max(self.levels.values(), default=0) * LEVEL + HEADROOM
        drawn = [self.render_arrow(a["label"], a["start"], a["end"], a["dir"], i) for i, a in enumerate(arcs)]
        drawn += [self.render_word(w["text"], w["tag"], None, i) for i, w in enumerate(words)]
        height = self._base + FOOTROOM
        size = f'width="{edges[-1]}" height="{height}" viewBox="0 0 {edges[-1]} {height}"'
        return f'<svg class="tree" {size}>{"".join(drawn)}</svg>'

    def render_word(self, text: str, tag: str, lemma: str | None, i: int) -> str:
        """A word and its part of speech under it."""
        x, y = self._middles[i], self._base + 16
        marked = ' class="t"' if i in self._triggers else ""
        return f'<text x="{x}" y="{y}"{marked}>{escape(text)}<tspan x="{x}" dy="15">{escape(tag)}</tspan></text>'

    def render_arrow(self, label: str, start: int, end: int, direction: str, i: int) -> str:
        """From head to dependent, over the words between."""
        height = self.levels[(start, end, label)] * LEVEL
        left, right, y = self._middles[start] + 5, self._middles[end] - 5, self._base
        side = height - ROUND
        if direction == "right":
            path = f"M{left} {y}v-{side}q0-{ROUND} {ROUND}-{ROUND}H{right - ROUND}q{ROUND} 0 {ROUND} {ROUND}v{side}"
        else:
            path = f"M{right} {y}v-{side}q0-{ROUND}-{ROUND}-{ROUND}H{left + ROUND}q-{ROUND} 0-{ROUND} {ROUND}v{side}"
        return (
            f'<path d="{path}"/><text class="l" x="{(left + right) // 2}" y="{y - height + 3}">{escape(label)}</text>'
        )


def tree(nodes: Sequence[Node], triggers: Collection[int]) -> Markup:
    """The tree of a sentence; `triggers` are the indices of the words that made claims."""
    words = [{"text": _short(node.span.text), "tag": node.pos} for node in nodes]
    arcs = [
        {
            "start": min(node.index, node.head),
            "end": max(node.index, node.head),
            "label": node.dep,
            "dir": "left" if node.index < node.head else "right",
        }
        for node in nodes
        if node.head != node.index
    ]
    return Markup(_SlimRenderer(triggers).render_svg(0, words, arcs))


def _short(word: str) -> str:
    clean = shown(word)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…"
