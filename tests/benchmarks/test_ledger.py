"""The benchmark of the books measures what it says; its figures are nobody's test."""

from __future__ import annotations

from pathlib import Path

from benchmarks.ledger.__main__ import measure
from benchmarks.ledger.made import reports
from tests.contract import check_claim


def test_generated_reports_keep_the_contract_and_are_the_same_every_time() -> None:
    made = list(reports(20, 200))
    assert made == list(reports(20, 200))
    assert sum(len({claim.id for claim in report.claims}) for report in made) == 200
    assert [report.document.published for report in made] == sorted(report.document.published for report in made)  # type: ignore[type-var]
    for report in made:
        for claim in report.claims:
            check_claim(claim, report.document)


def test_books_are_filled_and_asked(tmp_path: Path) -> None:
    figures = measure(str(tmp_path / "books.db"), 40, 400)
    assert figures["claims"] == 400
    assert all(value > 0 for name, value in figures.items() if name != "judgements")
