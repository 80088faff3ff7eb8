"""Sets that grow together: which things have been joined, directly or through others."""

from __future__ import annotations

from collections.abc import Iterable


class Links:
    """Things joined in pairs. A set's top is its lowest member, whatever order they were joined in."""

    def __init__(self) -> None:
        """Nothing is joined yet."""
        self._up: dict[str, str] = {}

    @property
    def known(self) -> Iterable[str]:
        """All things that have been joined with something."""
        return self._up.keys()

    def top(self, thing: str) -> str:
        """The lowest member of the thing's set."""
        path = []
        while self._up.get(thing, thing) != thing:
            path.append(thing)
            thing = self._up[thing]
        for passed in path:
            self._up[passed] = thing
        return thing

    def join(self, one: str, other: str) -> None:
        """Make the two, and all joined with them, one set."""
        low, high = sorted((self.top(one), self.top(other)))
        self._up.setdefault(low, low)
        self._up[high] = low
