"""The assignment problem: which rows and columns to pair so that the weights of the pairs add up to most."""

from __future__ import annotations

from collections.abc import Sequence


def assign(weight: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Pairs of row and column with the largest total weight (Hungarian method); pairs of weight 0 are left out."""
    if not weight or not weight[0]:
        return []
    if len(weight) > len(weight[0]):
        return [(i, j) for j, i in assign([list(column) for column in zip(*weight, strict=True)])]
    columns = len(weight[0])
    row_price, column_price = [0.0] * (len(weight) + 1), [0.0] * (columns + 1)
    match = [0] * (columns + 1)
    for row in range(1, len(weight) + 1):
        _augment(weight, row, row_price, column_price, match)
    return [(match[j] - 1, j - 1) for j in range(1, columns + 1) if match[j] and weight[match[j] - 1][j - 1] > 0]


def _augment(
    weight: Sequence[Sequence[int]],
    row: int,
    row_price: list[float],
    column_price: list[float],
    match: list[int],
) -> None:
    """Match one more row by the cheapest alternating path."""
    columns = len(match) - 1
    match[0], at = row, 0
    lowest, way, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    while True:
        used[at] = True
        here, step, following = match[at], float("inf"), 0
        for j in range(1, columns + 1):
            if used[j]:
                continue
            cost = -weight[here - 1][j - 1] - row_price[here] - column_price[j]
            if cost < lowest[j]:
                lowest[j], way[j] = cost, at
            if lowest[j] < step:
                step, following = lowest[j], j
        for j in range(columns + 1):
            if used[j]:
                row_price[match[j]] += step
                column_price[j] -= step
            else:
                lowest[j] -= step
        at = following
        if not match[at]:
            break
    while at:
        match[at] = match[way[at]]
        at = way[at]
