"""What people said of which claims belong together: the latest word on each pair counts, all are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gencatan.model import Review


def rejected(reviews: Sequence[Review]) -> set[str]:
    """Claims whose latest deciding word is to reject them; `reviews` are oldest first."""
    last = {review.targets[0]: review.action for review in reviews if review.action in ("accept", "reject", "correct")}
    return {claim for claim, action in last.items() if action == "reject"}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claims that a person put together or apart: for each all the words, oldest first."""

    said: dict[tuple[str, str], tuple[tuple[bool, Review], ...]]

    def newest_first(self) -> Iterator[tuple[str, str, bool]]:
        """The latest word on each pair, the latest of all first."""
        latest = [(words[-1][1], pair, words[-1][0]) for pair, words in self.said.items()]
        latest.sort(key=lambda item: (item[0].at, item[0].id, item[1]), reverse=True)
        for _, (one, other), together in latest:
            yield one, other, together

    def disputed(self, members: Iterable[str]) -> tuple[Review, ...]:
        """Reviews on these claims that another reviewer's later word overrules."""
        ids = set(members)
        found: dict[str, Review] = {}
        for pair, words in self.said.items():
            if ids & set(pair):
                together, last = words[-1]
                for other, review in words[:-1]:
                    if other != together and review.reviewer != last.reviewer and review.reviewer not in _after(words):
                        found[review.id] = review
        return tuple(sorted(found.values(), key=lambda review: (review.at, review.id)))


def _after(words: Sequence[tuple[bool, Review]]) -> set[str]:
    """Reviewers who came round to the latest word."""
    together = words[-1][0]
    latest = {review.reviewer: said for said, review in words}
    return {reviewer for reviewer, said in latest.items() if said == together}


def pairs_of(reviews: Sequence[Review], kind: str) -> Pairs:
    """The words on pairs of a kind of group. `reviews` are oldest first; a body without a kind is for all kinds."""
    said: dict[tuple[str, str], list[tuple[bool, Review]]] = {}
    for review in reviews:
        if review.action not in ("merge", "split") or review.body.get("kind", kind) != kind:
            continue
        for pair in _pairs(review):
            said.setdefault(pair, []).append((review.action == "merge", review))
    return Pairs({pair: tuple(words) for pair, words in said.items()})


def _pairs(review: Review) -> Iterator[tuple[str, str]]:
    first, *rest = review.targets
    for other in rest:
        if other != first:
            yield (first, other) if first < other else (other, first)
    if review.action == "merge":
        for n, one in enumerate(rest):
            for other in rest[n + 1 :]:
                if one != other:
                    yield (one, other) if one < other else (other, one)
