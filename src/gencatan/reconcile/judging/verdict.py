"""Evidence for and against that adds up to a judgement: weights in log-odds, a score between 0 and 1."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from gencatan.model.books import Judgement
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.judging.rules import maker

ENOUGH: Final = 0.5
"""The score from which on two claims are judged to be of one thing."""


@cache
def weights(table: str) -> Mapping[str, float]:
    """The weights of one table of `weights.toml`, in log-odds; `prior` is where the sum starts."""
    source = files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    return MappingProxyType({name: float(value) for name, value in tomllib.loads(source)[table].items()})


class Evidence:
    """What speaks for and against, as it is found."""

    def __init__(self, table: str) -> None:
        """`table` is the table of weights."""
        self.table = table
        self.found: dict[str, float] = {}

    def add(self, name: str, strength: float = 1.0) -> None:
        """One more thing that speaks; `strength` 0..1 of its weight. Raises KeyError for one without a weight."""
        weights(self.table)[name]
        self.found[name] = max(strength, self.found.get(name, 0.0))

    @property
    def score(self) -> float:
        """How sure it makes us, 0..1."""
        held = weights(self.table)
        total = held["prior"] + sum(held[name] * strength for name, strength in self.found.items())
        return 1 / (1 + math.exp(-total))

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for it, the strongest first."""
        held = weights(self.table)
        said = {name: held[name] * strength for name, strength in self.found.items() if held[name] * strength > 0}
        return tuple(sorted(said, key=lambda name: (-said[name], name)))


def judged(relation: str, evidence: Evidence, one: Facts, other: Facts) -> Judgement | None:
    """The judgement that the evidence makes, if it is enough."""
    score = round(evidence.score, 2)
    if score < ENOUGH:
        return None
    first, second = sorted((one.record.id, other.record.id))
    return Judgement(relation, first, second, score, evidence.reasons, maker(evidence.table))
