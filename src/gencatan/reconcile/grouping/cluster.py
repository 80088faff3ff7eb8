"""Clusters that grow by joining two, unless something keeps them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence


class Clusters:
    """Every id starts alone; ids that are kept apart are never in one cluster afterwards."""

    def __init__(self, ids: Iterable[str]) -> None:
        """`ids` are all that there will be."""
        self._of = {id_: id_ for id_ in ids}
        self._members = {id_: [id_] for id_ in self._of}
        self._apart: dict[str, set[str]] = {}

    def __contains__(self, id: str) -> bool:
        return id in self._of

    def of(self, id: str) -> str:
        """The name of an id's cluster: one of its members."""
        return self._of[id]

    def keep_apart(self, one: str, other: str) -> bool:
        """Forbid the two one cluster; False where they are in one already."""
        if self._of[one] == self._of[other]:
            return False
        self._apart.setdefault(self._of[one], set()).add(self._of[other])
        self._apart.setdefault(self._of[other], set()).add(self._of[one])
        return True

    def join(self, one: str, other: str, fit: Callable[[Sequence[str], Sequence[str]], bool] | None = None) -> bool:
        """Make the two clusters one; False where they are kept apart, or `fit` says that their members cannot be.

        What once does not fit is kept apart, for clusters only grow.
        """
        mine, theirs = self._of[one], self._of[other]
        if mine == theirs:
            return True
        if theirs in self._apart.get(mine, ()):
            return False
        if fit and not fit(self._members[mine], self._members[theirs]):
            self.keep_apart(one, other)
            return False
        self._take_in(mine, theirs)
        return True

    def _take_in(self, mine: str, theirs: str) -> None:
        if len(self._members[theirs]) > len(self._members[mine]):
            mine, theirs = theirs, mine
        for id_ in self._members[theirs]:
            self._of[id_] = mine
        self._members[mine] += self._members.pop(theirs)
        for enemy in self._apart.pop(theirs, set()):
            self._apart[enemy].discard(theirs)
            self._apart[enemy].add(mine)
            self._apart.setdefault(mine, set()).add(enemy)
