"""PLOVER codes of what is promised or withheld, and phrases that the parser hangs on the object."""

from __future__ import annotations

from gencatan import Document, Reader
from gencatan.reading.kinds import plover


def _types(reader: Reader, text: str, kind: str) -> list[str]:
    claims = reader.read(Document.create(text, language="en"))
    return [claim.plover.type for claim in claims if claim.kind == kind and claim.plover]


def test_who_promises_to_harm_threatens(reader: Reader) -> None:
    assert _types(reader, "Azerbaijan vowed to retake the region by force.", "statement") == ["THREATEN"]
    assert _types(reader, "Azerbaijan vowed to release the prisoners.", "statement") == ["AGREE"]


def test_support_that_is_announced_or_withheld_is_no_support_yet() -> None:
    support = {"act": "support"}
    assert [
        found.type if (found := plover.code("statement", support, None, status)) else None
        for status in ("asserted", "planned", "denied")
    ] == ["SUPPORT", "AGREE", "REJECT"]


def test_a_phrase_hung_on_the_object_meets_what_an_entry_requires(reader: Reader) -> None:
    assert _types(reader, "Belgian intelligence will pass information to French police.", "event") == ["AGREE"]
