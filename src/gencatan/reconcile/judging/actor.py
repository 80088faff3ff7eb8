"""Whether two claims name one actor that the registry does not know, or that it knows in one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gencatan.model import Filler
from gencatan.model.books import SAME_ACTOR, Judgement
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.judging.rules import maker

_NAME: Final = re.compile(r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*)+")
_WORDS: Final = 6


def name_keys(held: Facts) -> Iterator[str]:
    """Keys of the proper names in a claim that nobody is known by."""
    for name, filler in _named(held):
        if filler.actor is None:
            yield f"w:{name}"


def judge_actor(one: Facts, other: Facts) -> Judgement | None:
    """SAME_ACTOR where both name somebody unknown by one proper name; its reason is the name. None else."""
    if one.claim.document == other.claim.document:
        return None
    mine = {name for name, filler in _named(one) if filler.actor is None}
    theirs = {name for name, filler in _named(other) if filler.actor is None}
    shared = sorted(mine & theirs)
    if not shared:
        return None
    first, second = sorted((one.record.id, other.record.id))
    return Judgement(SAME_ACTOR, first, second, 0.9, ("name", shared[0]), maker("actor"))


def _named(held: Facts) -> Iterator[tuple[str, Filler]]:
    for slot in who.PARTS[held.claim.kind]:
        for filler in who.fillers(held.claim, slot):
            words = " ".join(filler.span.text.split())
            parts = words.split(" ")
            if 2 <= len(parts) <= _WORDS and all(part[:1].isupper() for part in parts) and _NAME.fullmatch(words):
                yield who.fold(words), filler
