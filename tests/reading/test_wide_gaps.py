"""Wider gaps between words than one blank are no words: what is read is the same, and every span is the document's."""

from __future__ import annotations

import pytest

from tests.reading.told import outline, told

PLAIN = (
    ("id", "Pada Senin dua polisi ditembak mati oleh pemberontak di Mosul setelah bentrok dengan warga."),
    ("id", "Duta besar Mesir mengadakan perundingan pekan lalu dengan pemberontak Houthi di Sanaa."),
    ("en", "Rebels attacked an army post near Jolo on Monday, killing two soldiers, the mayor said."),
)


@pytest.mark.parametrize(("language", "text"), PLAIN)
@pytest.mark.parametrize("gap", ["  ", "\u00a0", " \t  "])
def test_a_wide_gap_changes_nothing_that_is_read(language: str, text: str, gap: str) -> None:
    plain, wide = told(language, text), told(language, text.replace(" ", gap))
    assert plain
    assert [outline(c) for c in wide] == [outline(c) for c in plain]
    for one, other in zip(plain, wide, strict=True):
        assert [" ".join(span.text.split()) for span in other.evidence] == [span.text for span in one.evidence]
        assert one.date is None or (other.date is not None and other.date.start == one.date.start)
        assert (other.place and other.place.geoname_id) == (one.place and one.place.geoname_id)


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_spans_are_the_words_of_the_document(language: str, text: str) -> None:
    wide = "Laporan.\n" + text.replace(" ", "   ", 7)
    for claim in told(language, wide):
        assert all(wide[span.start : span.end] == span.text for span in claim.evidence)


def test_a_line_between_words_still_parts_them() -> None:
    assert not [c for c in told("id", "Pemberontak\nmenyerang pos polisi.") if c.slots.get("actor")]
