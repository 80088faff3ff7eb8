"""Reading keeps nothing of the words of a report: whoever reads for months needs no more memory for it."""

from __future__ import annotations

from gencatan import Document, Reader
from gencatan.language.pack import load_pack
from gencatan.reading.explaining.explain import explain
from gencatan.reading.language_reader import LanguageReader

NEW = "Zorgish rebels shelled Blorvania on Monday, killing four Quimbs, and the Frobland army closed the road to Drax."


def test_the_words_of_a_report_are_not_kept() -> None:
    reader = LanguageReader(load_pack("en"))
    plain = Document.create("Rebels shelled the camp on Monday.", language="en")
    once = reader.read(plain)  # the pipelines are loaded here
    strings = [pipeline.nlp.vocab.strings for pipeline in reader.pipelines]
    before = [len(held) for held in strings]
    document = Document.create(NEW, language="en", published="2024-03-05")
    claims = reader.read(document)
    assert claims
    assert list(explain(reader, document).claims) == claims == reader.read(document)
    assert [len(held) for held in strings] == before
    assert not any("Blorvania" in held for held in strings)
    assert reader.read(plain) == once


def test_nor_are_those_of_many_reports_once_they_are_read() -> None:
    reader = Reader(languages=["en"])
    plain = Document.create("Rebels shelled the camp on Monday.", language="en")
    reader.read(plain)
    held = [pipeline.nlp.vocab.strings for pipeline in reader._for("en").pipelines]
    before = [len(strings) for strings in held]
    new = Document.create(NEW, language="en", published="2024-03-05")
    stream = reader.read_many([plain, new, *[plain] * 40])
    first = [next(stream), next(stream)]
    assert first == [reader.read(plain), reader.read(new)]  # read by itself while the stream waits
    assert list(stream) == [first[0]] * 40
    assert [len(strings) for strings in held] == before


def test_nor_are_those_of_a_stream_that_is_left() -> None:
    reader = Reader(languages=["en"])
    plain = Document.create("Rebels shelled the camp on Monday.", language="en")
    reader.read(plain)
    strings = reader._for("en").pipelines[0].nlp.vocab.strings
    before = len(strings)
    stream = reader.read_many([Document.create(NEW, language="en", published="2024-03-05"), plain])
    next(stream)
    stream.close()
    assert len(strings) == before
