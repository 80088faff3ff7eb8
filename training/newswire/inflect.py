"""The forms of verbs that the grammars ask for, with the features that the treebanks give them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from training.newswire.grammar import Leaf

Forms = Callable[[Sequence[str]], Iterator[tuple[str, Leaf]]]

_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]")


def english(parts: Sequence[str]) -> Iterator[tuple[str, Leaf]]:
    """`kill`, `strike struck`, `steal stole stolen`: base, past, participle where they are irregular."""
    base = parts[0]
    past = parts[1] if len(parts) > 1 else _ed(base)
    participle = parts[2] if len(parts) > 2 else past
    finite = "Mood=Ind|Number={}|Person=3|Tense={}|VerbForm=Fin"
    yield "past", Leaf(past, "VERB", finite.format("Plur", "Past"), base)
    yield "pres", Leaf(_s(base), "VERB", finite.format("Sing", "Pres"), base)
    yield "plur", Leaf(base, "VERB", finite.format("Plur", "Pres"), base)
    yield "inf", Leaf(base, "VERB", "VerbForm=Inf", base)
    yield "ing", Leaf(_ing(base), "VERB", "Tense=Pres|VerbForm=Part", base)
    yield "ger", Leaf(_ing(base), "VERB", "VerbForm=Ger", base)
    yield "done", Leaf(participle, "VERB", "Tense=Past|VerbForm=Part", base)
    yield "pass", Leaf(participle, "VERB", "Tense=Past|VerbForm=Part|Voice=Pass", base)


def _ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe")):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"


def _doubles(base: str) -> bool:
    return len(base) <= 4 and bool(_DOUBLED.search(base[-3:])) and base[-3:] not in ("eat",)


def _s(base: str) -> str:
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def indonesian(parts: Sequence[str]) -> Iterator[tuple[str, Leaf]]:
    """`serang menyerang diserang`: root, active and passive; `-` where there is none."""
    root, *forms = parts
    for name, form, feats in zip(("act", "pass"), forms, ("Voice=Act", "Voice=Pass"), strict=False):
        if form != "-":
            yield name, Leaf(form, "VERB", feats, root)


FORMS: Final[Mapping[str, Forms]] = {"en": english, "id": indonesian}
