from __future__ import annotations

import pytest

from gencatan.gazetteer import Entry, Gazetteer, Mention

from .cases import CASES


def mention(written: str) -> Mention:
    parts = [part.strip() or None for part in written.split("|")] + [None, None]
    return Mention(parts[0] or "", parts[1], parts[2])


def is_right(entry: Entry | None, expected: int | str) -> bool:
    if expected == "":
        return entry is None
    if entry is None:
        return False
    if isinstance(expected, int):
        return entry.geoname_id == expected
    if expected.isupper() and len(expected) == 3:
        return entry.country == expected
    return expected in (entry.region, entry.name)


def wrong_ones() -> tuple[list[str], int]:
    gazetteer = Gazetteer.open()
    wrong, total = [], 0
    for language, context, rows in CASES:
        found = gazetteer.resolve(
            [mention(written) for written, _ in rows], language=language, context_countries=context.split()
        )
        for (written, expected), entry in zip(rows, found, strict=True):
            total += 1
            if not is_right(entry, expected):
                got = entry and (entry.name, entry.country, entry.geoname_id, entry.precision)
                wrong.append(f"{written!r}: want {expected}, got {got}")
    return wrong, total


def test_mentions_in_context_mean_the_right_places() -> None:
    wrong, total = wrong_ones()
    assert total >= 80
    assert 1 - len(wrong) / total >= 0.97, wrong


@pytest.mark.parametrize("strict", [True, False])
def test_far_hamlet_is_refused_only_when_strict(strict: bool) -> None:
    mentions = [Mention("Sotk"), Mention("Norway"), Mention("Oslo")]
    found = Gazetteer.open().resolve(mentions, language="en", strict=strict)[0]
    assert (found is None) == strict


def test_mentions_of_one_name_agree() -> None:
    mentions = [Mention("Tripoli"), Mention("Tripoli", "Lebanon"), Mention("Tripoli")]
    found = Gazetteer.open().resolve(mentions, language="en")
    assert {entry.geoname_id for entry in found if entry} == {266826}


def test_nothing_asked_nothing_answered() -> None:
    assert Gazetteer.open().resolve([], language="en") == []
