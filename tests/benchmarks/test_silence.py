"""Silence: what counts as quiet, and how quiet texts are read from their files."""

from __future__ import annotations

import lzma
from pathlib import Path

from benchmarks.accuracy import silence
from benchmarks.accuracy.silence import Source, ewt_documents, gsd_sentences, idner_sentences, is_quiet, per_thousand
from gencatan import Document, Reader


def treebank(path: Path, *sentences: tuple[str, str]) -> Path:
    path.write_bytes(lzma.compress("".join(f"# sent_id = {i}\n# text = {t}\n\n" for i, t in sentences).encode()))
    return path


def test_quiet_sentences_hold_no_stem() -> None:
    assert is_quiet("Warna daun itu hijau.")
    assert not is_quiet("Pertempuran pecah lagi.")
    assert not is_quiet("Unjuk rasa digelar di alun-alun.")


def test_ewt_keeps_quiet_genres_document_by_document(tmp_path: Path) -> None:
    path = treebank(
        tmp_path / "ewt.xz",
        ("reviews-01-0001", "Good food."),
        ("reviews-01-0002", "Slow service."),
        ("weblog-07-0001", "The war went on."),
        ("answers-02-0001", "Try a vet."),
    )
    assert list(ewt_documents([path])) == ["Good food.\nSlow service.", "Try a vet."]


def test_indonesian_sentences_are_sieved(tmp_path: Path) -> None:
    path = treebank(tmp_path / "gsd.xz", ("1", "Sungai itu panjang."), ("2", "Tentara itu lelah."))
    assert list(gsd_sentences([path])) == ["Sungai itu panjang."]
    iob = tmp_path / "names.iob"
    iob.write_text("Budi PROPN B-PER\ntidur VERB O\n. PUNCT O\n\nPolisi NOUN O\ntidur VERB O\n", encoding="utf-8")
    assert list(idner_sentences([iob])) == ["Budi tidur."]


def test_rate() -> None:
    assert per_thousand(3, 1500) == 2
    assert per_thousand(0, 0) == 0


def test_claims_are_counted_by_source(tmp_path: Path) -> None:
    loud, mute = tmp_path / "loud.txt", tmp_path / "mute.txt"
    loud.write_text("Rebels attacked the village of Karuna on Monday.\n", encoding="utf-8")
    mute.write_text("The soup was warm.\nThe bread was fresh.\n", encoding="utf-8")
    here = [Source("loud", "en", (loud,), silence.lines), Source("mute", "en", (mute,), silence.lines)]
    found = {s.name: (len(texts), sum(map(len, read))) for s, texts, read in silence.read_sources(Reader(), here)}
    assert found["mute"] == (2, 0)
    assert found["loud"][0] == 1
    assert found["loud"][1] >= 1


def test_the_commonest_rules_show_their_words() -> None:
    report = Document.create("Rebels attacked the village of Karuna on Monday.", id="r", language="en")
    claims = Reader().read(report)
    shown = silence.commonest("en", claims * 2)
    assert "attack" in shown
    assert shown.endswith(str(2 * len(claims)))
    assert silence.commonest("en", []) == ""


def test_own_sentences_are_enough() -> None:
    for code in ("en", "id"):
        found = list(silence.lines([silence.QUIET / f"{code}.txt"]))
        assert len(found) == len(set(found)) >= 60
