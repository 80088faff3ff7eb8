"""Errors grouped by cause, bounded, with the figures beside them; as JSON and as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.evaluation.cases import SORTS, Case
from gencatan.evaluation.causes import CAUSES, ItemRow
from gencatan.evaluation.items import Json

NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Group:
    """The errors with one cause: how many of each sort there are in all, and those shown."""

    cause: str
    counts: Mapping[str, int]
    shown: tuple[Case, ...]

    @property
    def total(self) -> int:
        """How many errors have this cause."""
        return sum(self.counts.values())

    @property
    def left_out(self) -> int:
        """How many of them are not shown."""
        return self.total - len(self.shown)


@dataclass(frozen=True, slots=True)
class Listing:
    """All errors by cause, the largest group first; `figures` as `figures_json` gives them.

    `kept_back` is how many reports count in the figures and nowhere else.
    """

    groups: tuple[Group, ...]
    figures: Json
    kept_back: int

    @property
    def total(self) -> int:
        """How many errors there are."""
        return sum(group.total for group in self.groups)

    @property
    def left_out(self) -> int:
        """How many of them are not shown."""
        return sum(group.left_out for group in self.groups)


def make_listing(cases: Sequence[Case], limit: int, figures: Json, *, kept_back: int) -> Listing:
    """Group errors; at most `limit` are shown, shared out so that each cause shows some, lost claims first."""
    by_cause: dict[str, list[Case]] = {}
    for case in sorted(cases, key=lambda case: (SORTS.index(case.sort), case.explained.document.id, case.start)):
        by_cause.setdefault(case.cause, []).append(case)
    shares, left = {}, limit
    for n, cause in enumerate(sorted(by_cause, key=lambda cause: (len(by_cause[cause]), cause))):
        shares[cause] = min(len(by_cause[cause]), left // (len(by_cause) - n))
        left -= shares[cause]
    groups = [
        Group(cause, {sort: Counter(c.sort for c in found)[sort] for sort in SORTS}, tuple(found[: shares[cause]]))
        for cause, found in by_cause.items()
    ]
    order = list(CAUSES)
    groups.sort(key=lambda group: (-group.total, order.index(group.cause)))
    return Listing(tuple(groups), figures, kept_back)


def errors_json(listing: Listing) -> Json:
    """The listing, JSON-ready."""
    return {
        "figures": listing.figures,
        "kept_back_reports": listing.kept_back,
        "errors": listing.total,
        "left_out": listing.left_out,
        "causes": {group.cause: {"total": group.total, **group.counts} for group in listing.groups},
        "cases": [_case(case) for group in listing.groups for case in group.shown],
    }


def _case(case: Case) -> Json:
    trigger = case.note.trigger if case.note else case.outcome.trigger if case.outcome else None
    return {
        "cause": case.cause,
        "sort": case.sort,
        "kind": case.kind,
        "document": case.explained.document.id,
        "sentences": [sentence.span.text for sentence in case.sentences],
        "anchor": case.gold["anchor"] if case.gold else None,
        "claim": case.claim["id"] if case.claim else None,
        "evidence": [span["text"] for span in case.claim["evidence"]] if case.claim else [],
        "items": [_item(row) for row in case.rows],
        "rule": case.claim["reader"]["rule"] if case.claim else None,
        "entry": trigger.entry.name if trigger else None,
        "outcome": case.outcome.outcome if case.outcome else None,
    }


def _item(row: ItemRow) -> Json:
    return {
        "name": row.name,
        "gold": list(row.wanted),
        "read": row.read or None,
        "agrees": row.agrees,
        "cause": row.cause or None,
    }


def errors_lines(listing: Listing) -> Iterator[str]:
    """The listing as lines of text: how many errors each cause has, then one line each."""
    yield f"{'cause':18}" + "".join(f"{name:>8}" for name in (*SORTS, "all"))
    for group in listing.groups:
        counts = "".join(f"{group.counts[sort]:8}" for sort in SORTS)
        yield f"{title(group.cause):18}{counts}{group.total:8}"
    for group in listing.groups:
        if group.shown:
            yield ""
            yield f"{title(group.cause)} ({group.total}): {CAUSES[group.cause]}"
        for case in group.shown:
            yield f"  {case.sort:7} {case.kind:11} {case.explained.document.id}  {summary(case)}"
        if group.shown and group.left_out:
            yield f"  … and {group.left_out} more"
    if listing.left_out:
        yield ""
        yield f"{listing.left_out} errors are left out; --limit shows more"
    if listing.kept_back:
        yield ""
        yield f"{reports(listing.kept_back)} kept back: counted in the figures, and shown nowhere"


def reports(number: int) -> str:
    """How many reports."""
    return "1 report is" if number == 1 else f"{number:,} reports are"


def title(name: str) -> str:
    """A cause or outcome as it is shown."""
    return name.replace("_", " ")


def summary(case: Case) -> str:
    """An error in one line: the items at fault, then its words."""
    faults = [_fault(row) for row in case.rows if not row.agrees and row.name != "kind"]
    words = case.gold["anchor"] if case.gold else " … ".join(span["text"] for span in (case.claim or {})["evidence"])
    return printable("; ".join(faults) + f"  “{words}”" if case.sort in ("wrong", "flawed") else f"“{words}”")


def _fault(row: ItemRow) -> str:
    return f"{row.name}: {row.read or NOTHING}, gold {row.wanted[0] if row.wanted else NOTHING}"


def printable(text: str) -> str:
    """`text` on one line, without what a terminal would obey."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
