"""A fact told twice is one claim; and what is resolved never renames a claim."""

from __future__ import annotations

import pytest

from gencatan import Document, Reader
from tests.reading.told import only, told


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Five people were killed in Goma on Monday. The five people were killed in Goma on Monday.", "casualty"),
        ("en", "The army shelled Sake on Monday. On Monday the army shelled Sake.", "event"),
        ("id", "Lima orang tewas di Goma pada Senin. Lima orang tewas di Goma pada Senin.", "casualty"),
        ("id", "Pemberontak menyerang Goma pada Senin. Pada Senin pemberontak menyerang Goma.", "event"),
    ],
)
def test_told_twice_is_one_claim_with_both_places(language: str, text: str, kind: str) -> None:
    claim = only(told(language, text), kind)
    assert len(claim.evidence) == 2
    assert claim.evidence[0].end <= claim.evidence[1].start


@pytest.mark.parametrize(
    "text",
    [
        # another source, another number, another day, another meaning
        "Five people were killed in Goma on Monday, officials said. Five people were killed in Goma on Monday.",
        "Five people were killed in Goma on Monday. Seven people were killed in Goma on Monday.",
        "Five people were killed in Goma on Monday. Five people were killed in Goma on Tuesday.",
        "The army shelled Sake on Monday. The army did not shell Sake on Monday.",
    ],
)
def test_what_differs_stays_apart(text: str) -> None:
    assert len(told("en", text)) == 2


def test_the_publication_date_renames_no_claim(reader: Reader, reports: list[Document]) -> None:
    # another date may move what a resolved date says, never what was read
    for report in (next(r for r in reports if r.language == code) for code in ("en", "id")):
        ids = [
            [claim.id for claim in reader.read(_published(report, published))]
            for published in (report.published, None, "2019-06-03")
        ]
        assert ids[0]
        assert ids[0] == ids[1] == ids[2]


def _published(report: Document, published: object) -> Document:
    return Document.create(report.text, id=report.id, published=published, language=report.language, title=report.title)
