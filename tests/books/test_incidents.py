"""Which claims of reports end up in one incident: in sentences of our own, read and put together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gencatan import Document
from gencatan.books import Books
from gencatan.reconcile import groups


def incidents(folder: Path, *texts: str, language: str = "en", days: tuple[str, ...] = ()) -> list[set[str]]:
    """The acts and harms of each incident, in the order of the groups; reports come a day each unless `days` says."""
    books = Books.open(folder / "books.db")
    published = days or tuple(f"2024-03-{14 + n}" for n in range(len(texts)))
    documents = [
        Document.create(text, id=f"r{n}", language=language, published=published[n], outlet=f"Paper {n}")
        for n, text in enumerate(texts)
    ]
    assert all(isinstance(one.published, date) for one in documents)
    list(books.add_many(documents))
    snapshot = books.desk().snapshot
    held = {r.id: str(r.claim.slots.get("act") or r.claim.slots.get("harm")) for r in snapshot.records}
    return [{held[member] for member in group.members} for group in groups(snapshot, "incident")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels bombed a school in Goma on Tuesday. Three children were killed, hospital staff said."),
        ("id", "Peluru artileri menghantam pasar di Goma pada Selasa. Tiga anak tewas, kata petugas rumah sakit."),
    ],
)
def test_a_toll_right_behind_an_act_is_its_toll(tmp_path: Path, language: str, text: str) -> None:
    found = incidents(tmp_path, text, language=language)
    assert any("killed" in one and len(one) > 1 for one in found), found


def test_a_toll_of_another_day_behind_an_act_is_another(tmp_path: Path) -> None:
    text = "Rebels bombed a school in Goma on Tuesday. Three children were killed last month, hospital staff said."
    assert {"killed"} in incidents(tmp_path, text)


def test_one_small_figure_of_children_in_two_reports_is_one(tmp_path: Path) -> None:
    texts = (
        "A strike hit a school in Goma, killing three children.",
        "Three children were killed while they played football, aid workers said.",
    )
    found = incidents(tmp_path, *texts)
    assert sum("killed" in one for one in found) == 1


def test_a_month_meets_each_of_its_days(tmp_path: Path) -> None:
    texts = (
        "A shell killed a child and wounded ten others in Goma on 14 March.",
        "A shell killed a child and wounded ten others in Goma last month.",
    )
    found = incidents(tmp_path, *texts, days=("2024-03-16", "2024-04-20"))
    assert sum("killed" in one for one in found) == 1


def test_held_since_a_day_is_the_arrest_of_that_day_whoever_is_named(tmp_path: Path) -> None:
    found = incidents(
        tmp_path,
        "Sergeant Omar Kilicho had been arrested on April 23.",
        "Kenya said a Kenyan soldier had been held by Somalia since April 23.",
        "Somali troops arrested a Kenyan soldier on April 23.",
        days=("2024-05-14", "2024-05-16", "2024-04-24"),
    )
    assert sum("arrest" in one or "detained" in one for one in found) == 1, found


def test_an_undated_act_of_the_morning_after_is_that_of_the_day_recalled_weeks_later(tmp_path: Path) -> None:
    texts = ("Kenya closed the crossing at Mandera.", "The crossing at Mandera was closed by Kenya on April 23.")
    found = incidents(tmp_path, *texts, days=("2024-04-24", "2024-05-19"))
    assert found == [{"closure"}], found
