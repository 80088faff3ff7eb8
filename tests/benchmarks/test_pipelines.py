"""Pipelines are measured on the files that are here, as shares of one."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from benchmarks.accuracy import pipelines
from gencatan import Reader
from training import corpora as training_corpora

TREE = """# sent_id = 1
# text = Rebels attacked the village.
1	Rebels	rebel	NOUN	_	_	2	nsubj	_	_
2	attacked	attack	VERB	_	_	0	root	_	_
3	the	the	DET	_	_	4	det	_	_
4	village	village	NOUN	_	_	2	obj	_	SpaceAfter=No
5	.	.	PUNCT	_	_	2	punct	_	_

"""


def test_files_that_are_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "en_pud-ud-test.conllu.xz").write_bytes(lzma.compress(TREE.encode()))
    names = "1\tGoma\tB-LOC\n2\tslept\tO\n3\t.\tO\n\n"
    (folder / "uner_ewt-test.iob2").write_text(f"# text = Goma slept.\n{names}", encoding="utf-8")
    monkeypatch.setattr(training_corpora, "TREES", tmp_path)
    monkeypatch.setattr(training_corpora, "NER", tmp_path)
    found = pipelines.measure(Reader())
    assert found.figures["pipelines.en_pud-ud-test"] == dict.fromkeys(pipelines.TREE_FIGURES, 1.0)
    assert set(found.digests) == {"pipelines.en_pud-ud-test", "pipelines.uner_ewt-test"}
    assert set(found.figures) == {name + of for name in found.digests for of in ("", ".second")}
    assert 0 <= found.figures["pipelines.uner_ewt-test"]["names_f1"] <= 1
    assert len(found.absent) == 4
