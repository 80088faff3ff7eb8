"""Claims found by what they say and in which report: a question about one duty must not go through all books."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from gencatan.model import Record
from gencatan.reconcile.comparing.facts import Facts, facts
from gencatan.reconcile.comparing.words import content


class Lookup:
    """Claims, in the books' order. Every answer is in that order, each claim once."""

    def __init__(self, records: Sequence[Record]) -> None:
        """`records` are in the books' order."""
        self.records = records
        self._said: dict[tuple[str, str, tuple[str, ...]], Sequence[Facts]] = {}
        self._said_in: dict[tuple[str, str, tuple[str, ...]], dict[str, list[tuple[int, Facts]]]] = {}

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """Claims by id."""
        return {record.id: record for record in self.records}

    def of_kind(self, *kinds: str) -> list[Record]:
        """The claims of these kinds."""
        return self._ordered(n for kind in kinds for n in self._of_kind.get(kind, ()))

    def saying(self, kind: str, slot: str, values: tuple[str, ...]) -> Sequence[Facts]:
        """The claims of a kind that have one of these values in an enumerated slot, made ready to be compared."""
        asked = kind, slot, values
        if asked not in self._said:
            places = (n for value in values for n in self._saying.get((kind, slot, value), ()))
            self._said[asked] = [facts(record) for record in self._ordered(places)]
        return self._said[asked]

    def said_in(self, reports: Iterable[str], kind: str, slot: str, values: tuple[str, ...]) -> list[Facts]:
        """Those of `saying` that some reports tell."""
        asked = kind, slot, values
        if asked not in self._said_in:
            by_place = ((self._place[held.claim.id], held) for held in self.saying(kind, slot, values))
            found: dict[str, list[tuple[int, Facts]]] = {}
            for place, held in by_place:
                found.setdefault(held.head.id, []).append((place, held))
            self._said_in[asked] = found
        told = [placed for report in reports for placed in self._said_in[asked].get(report, ())]
        return [held for _, held in sorted(told, key=lambda placed: placed[0])]

    def in_words(self, text: str) -> list[Record]:
        """The claims whose words share one with a text, as `words.content` has them."""
        return self._ordered(n for word in content(text) for n in self._in_words.get(word, ()))

    def ordered(self, ids: Iterable[str]) -> list[Record]:
        """The claims of these ids; those that are not here are left out."""
        return self._ordered(self._place[id_] for id_ in ids if id_ in self._place)

    def together(self, *several: Iterable[Record]) -> list[Record]:
        """Several answers as one."""
        return self.ordered(record.id for some in several for record in some)

    def _ordered(self, places: Iterable[int]) -> list[Record]:
        return [self.records[n] for n in sorted(set(places))]

    @cached_property
    def _place(self) -> dict[str, int]:
        return {record.id: n for n, record in enumerate(self.records)}

    @cached_property
    def _of_kind(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for n, record in enumerate(self.records):
            found.setdefault(record.claim.kind, []).append(n)
        return found

    @cached_property
    def _saying(self) -> dict[tuple[str, str, str], list[int]]:
        found: dict[tuple[str, str, str], list[int]] = {}
        for n, record in enumerate(self.records):
            for slot, value in record.claim.slots.items():
                if isinstance(value, str):
                    found.setdefault((record.claim.kind, slot, value), []).append(n)
        return found

    @cached_property
    def _in_words(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for n, record in enumerate(self.records):
            for word in content(facts(record).words):
                found.setdefault(word, []).append(n)
        return found


def by_report(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Claims by the id of their report, each list in the order given."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.head.id, []).append(record)
    return found
