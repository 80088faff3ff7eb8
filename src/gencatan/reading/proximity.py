"""Which date or place belongs to which predicate: the cheapest way through the tree.

Neither grammar nor word order alone tells it when the parser errs, so each arc on the way has a price, dear where a
clause ends (a date in a relative clause is not the main verb's), and the nearest below a bound wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

UP: Final = {
    "ccomp": 3.0,
    "parataxis": 5.0,
    "advcl": 1.6,
    "acl": 0.9,
    "acl:relcl": 1.8,
    "conj": 1.1,
    "xcomp": 0.5,
    "csubj": 1.5,
    "appos": 0.8,
}
DOWN: Final = {
    "ccomp": 4.0,
    "parataxis": 5.0,
    "advcl": 3.0,
    "acl": 1.8,
    "acl:relcl": 3.5,
    "conj": 1.6,
    "xcomp": 0.8,
    "csubj": 3.0,
    "appos": 1.0,
    "obl": 0.1,
    "nsubj": 0.6,
    "obj": 0.5,
}
OWN: Final = {"acl:relcl": 1.5, "acl": 0.9}
OTHER: Final = 0.4
BOUND: Final = 3.4


def price(start: Token, goal: Token) -> float:
    """What the way from one token of a sentence to another costs; 0 for itself."""
    up: dict[int, float] = {}
    node, cost = start, 0.0
    for _ in range(60):
        up[node.i] = cost
        if node.head.i == node.i:
            break
        cost += UP.get(node.dep_, UP.get(node.dep_.split(":")[0], OTHER))
        node = node.head
    node, down = goal, 0.0
    for _ in range(60):
        if node.i in up:
            return up[node.i] + down
        if node.head.i == node.i:
            break
        if node.head.i == start.i and node.dep_ in OWN:
            # "the fighting, which lasted until Wednesday": a clause about the very noun
            return down + OWN[node.dep_]
        down += DOWN.get(node.dep_, DOWN.get(node.dep_.split(":")[0], OTHER))
        node = node.head
    return 99.0


def nearest(start: Token, goals: Iterable[Token], bound: float = BOUND) -> Token | None:
    """The cheapest goal below the bound; of equals the one nearer in the text; None if there is none."""
    best: tuple[float, int, int] | None = None
    chosen = None
    for goal in goals:
        cost = price(start, goal)
        rank = (round(cost, 3), abs(goal.i - start.i), goal.i)
        if cost <= bound and (best is None or rank < best):
            best, chosen = rank, goal
    return chosen
