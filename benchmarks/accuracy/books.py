"""Books of conflicts against dossiers made by hand, of sets that were written and put down before any run.

`books/*.jsonl` are reports of ours about public events, in both languages, by people who did not look at the reader;
`books/*.toml` say what an analyst would put down from them, in the form of `tests/books/sets`. Figures of a set:

* `together`: of all tellings of events, how many are in the incident that most tellings of their event are in; a
  telling that nothing was read of is in none. `told` is the same of those that something was read of.
* `reports`: of all reports of events, how many have a telling of it in that incident.
* `apart`: of all pairs of events, how many are two incidents.
* `duties`: of the obligations by hand, how many stand where the analyst puts them, under whatever agreement; what both
  sides must do is owed by each party that the books know.
* `agreements`: of the days by hand on which an agreement was made, how many have one with two parties in the books.
"""

from __future__ import annotations

import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks import corpora
from benchmarks.accuracy.suite import Measured

if TYPE_CHECKING:
    from gencatan import Reader
    from gencatan.model import Record
    from gencatan.views.desk import Desk

NAME: Final = "books"
SETS: Final = Path(__file__).parent / "books"
HELD_OUT: Final = frozenset({"aceh-2001"})
"""Sets for figures only: nobody who mends how books are kept reads them, and no weight is fitted on them."""
Mark = tuple[str, str]
"""A report's id and words of it that a claim of the event rests on."""


def measure(_reader: Reader) -> Measured:
    """The figures of each set; books read with a reader of their own."""
    figures, digests = {}, {}
    for path in sorted(SETS.glob("*.jsonl")):
        by_hand = path.with_suffix(".toml")
        name = f"{NAME}.{path.stem}"
        figures[name] = _measured(path, tomllib.loads(by_hand.read_text(encoding="utf-8")))
        digests[name] = corpora.digest([path, by_hand])
    return Measured(figures, digests=digests)


def _measured(path: Path, by_hand: Mapping[str, Any]) -> dict[str, float]:
    with opened(path) as desk:
        return _events(desk, by_hand["event"]) | {
            "duties": _duties(desk, by_hand.get("obligation", [])),
            "agreements": _agreements(desk, by_hand["agreement"]),
        }


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """Questions to the books of a set's reports, read anew."""
    from gencatan.books import Books

    documents = [corpora.document({"document": given}) for given in corpora.load([path])]
    with tempfile.TemporaryDirectory() as folder, Books.open(Path(folder) / "books.db") as books:
        list(books.add_many(documents))
        yield books.desk()


def _events(desk: Desk, events: list[dict[str, Any]]) -> dict[str, float]:
    from gencatan.reconcile import groups

    of = {member: group.id for group in groups(desk.snapshot, "incident") for member in group.members}
    return measured(
        [
            [
                (report, {of[claim] for claim in rests(desk, (report, words)) if claim in of})
                for report, words in e["marks"]
            ]
            for e in events
        ]
    )


def measured(events: Sequence[Sequence[tuple[str, set[str]]]]) -> dict[str, float]:
    """`together`, `told`, `reports` and `apart` of events, each a list of tellings: a report, and the incidents that
    what it tells there is in."""
    main: list[str] = []
    kept = told = marks = inside = reports = 0
    for number, tellings in enumerate(events):
        votes = Counter(ident for _, found in tellings for ident in found)
        home, most = votes.most_common(1)[0] if votes else (str(number), 0)
        main.append(home)
        kept, told, marks = kept + most, told + sum(bool(found) for _, found in tellings), marks + len(tellings)
        inside += len({report for report, found in tellings if home in found})
        reports += len({report for report, _ in tellings})
    pairs = list(combinations(main, 2))
    return {
        "together": kept / marks,
        "told": kept / told if told else 0.0,
        "reports": inside / reports,
        "apart": sum(one != other for one, other in pairs) / len(pairs),
    }


def rests(desk: Desk, mark: Mark) -> set[str]:
    """The ids of the claims of a report that rest on the words of a mark."""
    report, words = mark
    return {r.id for r in desk.snapshot.records if r.head.id == report and _rests_on(r, words)}


def _rests_on(record: Record, words: str) -> bool:
    """Whether a claim rests on the words, on a part of them, or on more than half of them in a row: its words may begin
    behind an article that the mark has, or go on behind the mark's end."""
    spans = (" ".join(span.text.split()) for span in record.claim.evidence)
    return any(words in span or span in words or _shares(words.split(), span) for span in spans)


def _shares(words: list[str], span: str) -> bool:
    most = len(words) // 2 + 1
    return any(f" {' '.join(words[at : at + most])} " in f" {span} " for at in range(len(words) - most + 1))


def _duties(desk: Desk, wanted: list[dict[str, Any]]) -> float:
    from gencatan.reconcile.comparing import who
    from gencatan.views.obligations import bound_by

    records = {record.id: record for record in desk.snapshot.records}
    found = defaultdict(set)
    for duty in desk.compliance.obligations:
        told = (actor for id_ in duty.claims for actor in who.actors(records[id_].claim, "obligor"))
        bound = (actor for party in bound_by(desk, duty) for actor in party.actors)
        for actor in (*told, *bound):
            found[actor.id.split("/")[0], duty.action].add(duty.implementation.value)
    good = sum(bool(found[one["obligor"], one["action"]] & set(one["implementation"])) for one in wanted)
    return good / len(wanted) if wanted else 1.0


def _agreements(desk: Desk, by_hand: Mapping[str, Any]) -> float:
    from gencatan.views.agreements import agreements

    days: set[date] = {by_hand["declared"], *by_hand.get("others", [])}
    made = {str(one.declared.start) for one in agreements(desk).agreements if len(one.parties) > 1 and one.declared}
    return sum(str(day) in made for day in days) / len(days)
