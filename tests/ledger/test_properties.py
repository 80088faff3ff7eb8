"""What holds for any books: as of T they are the books of just those documents; order and repetition are nothing.

The books are filled as `books` fills them: each report added is judged against its partners. Views are pure functions
of a snapshot, so that equal snapshots give equal views.
"""

from __future__ import annotations

import io
import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gencatan.errors import InputError
from gencatan.ledger import Ledger, end_of_day
from gencatan.model import Claim, Document, Judgement, Review, Snapshot
from tests.conftest import examples
from tests.ledger.made import NEWER, RUN, claims, dead, keys, report, resolved_better, shelling, truce

FIRST = date(2023, 9, 1)
DAYS = 6
# Nothing here depends on a disk, and hundreds of books are made.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None


@dataclass(frozen=True)
class Made:
    """A report and what two readers read in it; the newer one only where it has read it. `amended` is the report as it
    was said to be later, None where it stands as it was added."""

    document: Document
    first: tuple[Claim, ...]
    second: tuple[Claim, ...] | None
    amended: Document | None = None

    @property
    def known(self) -> date:
        document = self.last
        return document.published or datetime.fromisoformat(str(document.retrieved_at)).date()

    @property
    def last(self) -> Document:
        return self.amended or self.document

    @property
    def today(self) -> tuple[Claim, ...]:
        return self.first if self.second is None else self.second


@st.composite
def made(draw: st.DrawFn, number: int, others: list[str]) -> Made:
    day = FIRST + timedelta(days=draw(st.integers(0, DAYS - 1)))
    retrieved = draw(st.one_of(st.none(), st.integers(0, 2)))
    undated = retrieved is not None and draw(st.integers(0, 4)) == 0
    document = report(
        f"{draw(st.sampled_from('abc'))}{number}",
        None if undated else day.isoformat(),
        retrieved_at=None if retrieved is None else f"{day + timedelta(days=retrieved)}T12:00:00+00:00",
        version_of=draw(st.one_of(st.none(), st.none(), st.sampled_from(others))) if others else None,
    )
    possible = [
        shelling(document),
        resolved_better(shelling(document)),
        dead(document),
        dead(document, 13),
        truce(document),
    ]
    reading = st.lists(st.sampled_from(possible), unique_by=lambda claim: claim.id, max_size=3).map(tuple)
    other = FIRST + timedelta(days=draw(st.integers(0, DAYS - 1)))
    amended = draw(st.sampled_from([None, None, replace(document, published=other, outlet="Other Wire")]))
    return Made(document, draw(reading), draw(st.one_of(st.none(), st.none(), reading)), amended)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Made], list[Review]]:
    reports: list[Made] = []
    for number in range(draw(st.integers(1, 7))):
        known = [one.document.id for one in reports]
        reports.append(draw(made(number, [*known, "absent"])))
    known_claims = sorted({claim.id for one in reports for claim in (*one.first, *(one.second or ()))})
    reviews: list[Review] = []
    if len(known_claims) > 1:
        for at in range(draw(st.integers(0, 4))):
            action = draw(st.sampled_from(["accept", "reject", "note", "merge", "split"]))
            several = action in {"merge", "split"}
            targets = draw(st.lists(st.sampled_from(known_claims), min_size=2 if several else 1,
                                    max_size=3 if several else 1, unique=True))  # fmt: skip
            reviews.append(Review(action, tuple(targets), "sari", f"2023-10-0{at + 1}T00:00:00+00:00"))
    return reports, reviews


@contextmanager
def books() -> Iterator[Ledger]:
    """Empty books, copied from some made once."""
    with TemporaryDirectory(prefix="gencatan-", dir=MEMORY) as folder:
        path = Path(folder) / "books.db"
        shutil.copy(_empty(), path)
        with Ledger.open(path) as ledger:
            yield ledger


_MADE: list[TemporaryDirectory[str]] = []


def _empty() -> Path:
    if not _MADE:
        _MADE.append(TemporaryDirectory(prefix="gencatan-", dir=MEMORY))
        Ledger.open(Path(_MADE[0].name) / "empty.db").close()
    return Path(_MADE[0].name) / "empty.db"


def judged(one: Claim, other: Claim) -> Judgement | None:
    """Some judgement that depends on the two alone."""
    score = round((int(one.id, 16) ^ int(other.id, 16)) % 97 / 100 + (one.confidence + other.confidence) / 100, 2)
    return Judgement("same_incident", *sorted((one.id, other.id)), score) if score > 0.3 else None


def read(ledger: Ledger, document: Document, found: Iterable[Claim], newer: bool) -> None:
    with ledger.writing() as writer:
        writer.add_document(document)
        mine = list(found)
        writer.add_reading(document.id, NEWER if newer else RUN, mine, keys(mine))
        made_ = [
            judgement
            for claim in mine
            for partner in writer.partners(keys(mine)[claim.id], not_in=document.id)
            if (judgement := judged(claim, partner.claim)) is not None
        ]
        writer.add_judgements(made_)


def fill(ledger: Ledger, reports: Iterable[Made], reviews: Iterable[Review]) -> None:
    """Everything, in the order given; then what a newer reader reads anew, what is amended, people's words."""
    reports = list(reports)
    for one in reports:
        read(ledger, one.document, one.first, newer=False)
    for one in reports:
        if one.second is not None:
            read(ledger, one.document, one.second, newer=True)
    amend(ledger, reports)
    with ledger.writing() as writer:
        for review in reviews:
            writer.add_review(review)


def amend(ledger: Ledger, reports: Iterable[Made]) -> None:
    """Say of reports what they were said to be later, and read them anew."""
    for one in reports:
        if one.amended is not None:
            with ledger.writing() as writer:
                writer.amend(one.document.id, {"published": one.amended.published, "outlet": one.amended.outlet})
            read(ledger, one.amended, one.today, newer=one.second is not None)


def spoken(reviews: Iterable[Review], reports: Iterable[Made]) -> list[Review]:
    """The reviews that could have been spoken of just these reports."""
    there = {claim.id for one in reports for claim in (*one.first, *(one.second or ()))}
    left: list[Review] = []
    for review in reviews:
        targets = tuple(target for target in review.targets if target in there)
        several = review.action in {"merge", "split"}
        if len(targets) >= (2 if several else 1) and (review.action != "split" or review.targets[0] in there):
            left.append(replace(review, targets=targets))
    return left


def plain(snapshot: Snapshot) -> tuple[object, ...]:
    """What a view can see of it."""
    return snapshot.records, snapshot.judgements, snapshot.reviews


@settings(max_examples=examples(60))
@given(world=worlds(), day=st.integers(-1, DAYS + 2))
def test_as_of_is_the_ledger_of_just_those_documents(world: tuple[list[Made], list[Review]], day: int) -> None:
    reports, reviews = world
    end = FIRST + timedelta(days=day)
    known = [one for one in reports if one.known <= end]
    with books() as whole, books() as part:
        fill(whole, reports, reviews)
        fill(part, [replace(one, document=one.last, amended=None) for one in known], spoken(reviews, known))
        as_of = whole.snapshot(as_of=end_of_day(end, UTC))
        assert plain(as_of) == plain(part.snapshot())
        assert [hit.head.id for hit in whole.search("report", as_of=end_of_day(end, UTC))] == [
            hit.head.id for hit in part.search("report")
        ]


@settings(max_examples=examples(40))
@given(world=worlds(), seed=st.integers(0, 999))
def test_the_order_of_arrival_does_not_matter(world: tuple[list[Made], list[Review]], seed: int) -> None:
    reports, reviews = world
    shuffled = random.Random(seed).sample(reports, len(reports))
    with books() as one, books() as other:
        fill(one, reports, reviews)
        fill(other, shuffled, list(reversed(reviews)))
        assert plain(one.snapshot()) == plain(other.snapshot())
        assert {(waiting.review.id, waiting.target) for waiting in one.queue()} == {
            (waiting.review.id, waiting.target) for waiting in other.queue()
        }


TOLD = st.tuples(st.integers(0, 3), st.sampled_from([None, 9, 15]))
"""When a text came out and was retrieved: a day, an hour of it."""


@settings(max_examples=examples(40))
@given(told=st.lists(TOLD, min_size=2, max_size=5), seed=st.integers(0, 999))
def test_texts_under_one_id_are_one_story_in_any_order_or_are_refused(
    told: list[tuple[int, int | None]], seed: int
) -> None:
    texts = [
        report(
            "x",
            (FIRST + timedelta(days=day)).isoformat(),
            f"Text {number}: At least {number + 2} people were killed.",
            retrieved_at=None if hour is None else f"{FIRST + timedelta(days=day)}T{hour:02}:00:00+00:00",
        )
        for number, (day, hour) in enumerate(told)
    ]
    with books() as one, books() as other:
        refused = [_deliver(one, texts), _deliver(other, random.Random(seed).sample(texts, len(texts)))]
        assert refused == [len(told) - len(set(told))] * 2, "where time tells nothing, whoever comes second"
        if not refused[0]:
            for day in (None, *range(5)):
                seen = None if day is None else end_of_day(FIRST + timedelta(days=day), UTC)
                assert _words(one, seen) == _words(other, seen)


def _deliver(ledger: Ledger, texts: Iterable[Document]) -> int:
    """Add what comes under one id; how many were refused."""
    refused = 0
    for text in texts:
        with ledger.writing() as writer:
            try:
                document = writer.as_added(text)
            except InputError:
                refused += 1
                continue
            found = dead(document, int(document.text.split()[1][:-1]) + 2)
            writer.add_document(document)
            writer.add_reading(document.id, RUN, [found], keys([found]))
    return refused


def _words(ledger: Ledger, as_of: datetime | None) -> list[str]:
    return [record.claim.evidence[0].text for record in ledger.snapshot(as_of=as_of).records]


@settings(max_examples=examples(25))
@given(world=worlds(), seed=st.integers(0, 999))
def test_adding_again_changes_nothing(world: tuple[list[Made], list[Review]], seed: int) -> None:
    reports, reviews = world
    with books() as ledger:
        fill(ledger, reports, reviews)
        held, revision = _dumped(ledger), ledger.revision
        for one in random.Random(seed).sample(reports, len(reports)):
            read(ledger, one.document, one.today, newer=one.second is not None)
        with ledger.writing() as writer:
            for review in reviews:
                assert not writer.add_review(review)
        assert ledger.revision == revision
        assert _dumped(ledger) == held


@settings(max_examples=examples(20))
@given(world=worlds())
def test_a_dump_loads_as_the_same_books(world: tuple[list[Made], list[Review]]) -> None:
    reports, reviews = world
    with books() as ledger, TemporaryDirectory(prefix="gencatan-", dir=MEMORY) as folder:
        fill(ledger, reports, reviews)
        held = _dumped(ledger)
        with Ledger.load(Path(folder) / "copy.db", io.StringIO(held)) as copy:
            assert _dumped(copy) == held
            assert plain(copy.snapshot()) == plain(ledger.snapshot())


def _dumped(ledger: Ledger) -> str:
    stream = io.StringIO()
    ledger.dump(stream)
    return stream.getvalue()


@pytest.mark.parametrize("seed", range(3))
def test_both_stores_answer_alike(schemas: Callable[[], str], seed: int) -> None:
    drawn = random.Random(seed)
    documents = [
        report(f"d{number}", (FIRST + timedelta(days=drawn.randrange(DAYS))).isoformat(),
               version_of=f"d{number - 1}" if number and drawn.random() < 0.3 else None)
        for number in range(12)
    ]  # fmt: skip
    reports = [Made(document, tuple(claims(document)), None) for document in documents]
    reviews = [Review("merge", (claims(documents[0])[0].id, claims(documents[1])[0].id), "sari", "2023-10-01")]
    with books() as one, Ledger.open(schemas()) as other:
        for ledger in (one, other):
            fill(ledger, reports, reviews)
        for day in range(DAYS):
            end = end_of_day(FIRST + timedelta(days=day), UTC)
            assert one.snapshot(as_of=end) == other.snapshot(as_of=end)
            assert one.search("mardakert", as_of=end) == other.search("mardakert", as_of=end)
