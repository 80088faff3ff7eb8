"""`gencatan read --format html`: one page, a folder of pages, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gencatan import Reader
from gencatan.cli import pages as pages_module
from gencatan.cli.pages import PageMaker, write_pages
from gencatan.errors import InputError, UsageError
from gencatan.export.render import GENERATOR
from gencatan.model.vocabulary import KINDS
from tests.cli.test_cli import REPORT, refused, run
from tests.conftest import REPORTS, entries, to_document

SECOND = REPORTS / "id-operasi-karabakh-2023-09-19.json"


def maker(reader: Reader, kinds: frozenset[str] = frozenset(KINDS)) -> PageMaker:
    return PageMaker(tuple(reader.languages), (), kinds, "")


def test_one_report_is_one_page(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = run("read", REPORT, "-o", out, "--kind", "casualty", "--ui", "id")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    page = out.read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="id">')
    assert 'class="claim k-casualty' in page
    assert 'class="claim k-event' not in page
    assert page == run("read", REPORT, "--format", "html", "--kind", "casualty", "--ui", "id").stdout.decode()


def test_several_reports_are_a_folder_the_same_for_any_number_of_workers(tmp_path: Path) -> None:
    for workers in ("1", "2"):
        target = tmp_path / workers
        assert run("read", REPORT, SECOND, REPORT, "--format", "html", "-o", target, "--workers", workers).stderr == b""
    one, two = (sorted((tmp_path / workers).iterdir()) for workers in ("1", "2"))
    assert [p.name for p in one] == [p.name for p in two]
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]
    assert len(one) == 4, "a report given twice has two pages"
    index = (tmp_path / "1" / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{p.name}"' in index for p in one if p.name != "index.html")
    assert 'href="index.html"' in next(p for p in one if p.name != "index.html").read_text(encoding="utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["1", "2"]


def test_what_makes_no_sense_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    assert "-o FOLDER" in refused("read", REPORT, SECOND, "-o", out)
    assert "-o FOLDER" in refused("read", REPORT, SECOND, "--format", "html")
    assert "--ui" in refused("read", REPORT, "--format", "json", "--ui", "en")
    for name in ("pages", "page.html"):
        error = refused("read", REPORT, "--format", "html", "-o", tmp_path / "nowhere" / name)
        assert f"folder {tmp_path / 'nowhere'} does not exist" in error
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebody_else_s_is_left_alone(reader: Reader, tmp_path: Path) -> None:
    report = to_document(entries()[0])
    pages = tmp_path / "pages"
    write_pages(maker(reader), reader, [report], pages, 1)
    write_pages(maker(reader), reader, [report, report], pages, 1)
    assert len(list(pages.iterdir())) == 3, "ours is replaced"
    (pages / "notes.html").write_text("<p>my notes</p>")
    with pytest.raises(UsageError, match="not replaced"):
        write_pages(maker(reader), reader, [report], pages, 1)
    assert (pages / "notes.html").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pages"]


def test_a_failure_leaves_the_folder_as_it_was(reader: Reader, tmp_path: Path) -> None:
    report = to_document(entries()[0])
    pages = tmp_path / "pages"
    write_pages(maker(reader), reader, [report], pages, 1)
    before = {p.name: p.read_bytes() for p in pages.iterdir()}

    def failing():  # type: ignore[no-untyped-def]
        yield report
        raise InputError("cannot be read")

    with pytest.raises(InputError):
        write_pages(maker(reader), reader, failing(), pages, 1)
    with pytest.raises(InputError, match="no report"):
        write_pages(maker(reader), reader, [], pages, 1)
    assert {p.name: p.read_bytes() for p in pages.iterdir()} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pages"]


def test_names_of_pages_are_plain_whatever_the_title(reader: Reader, tmp_path: Path) -> None:
    given = entries()[0]
    titles = ["../../etc/passwd", "index", "Ünïted  Nåtions!", "停戦", "x" * 300]
    reports = [to_document({"document": {**given["document"], "title": title, "text": "Calm."}}) for title in titles]
    write_pages(maker(reader), reader, reports, tmp_path / "pages", 1)
    names = {p.name for p in (tmp_path / "pages").iterdir()}
    assert names >= {"etc-passwd.html", "index-2.html", "united-nations.html", "x" * 60 + ".html", "index.html"}
    assert len(names) == 6
    assert all(GENERATOR in p.read_text(encoding="utf-8") for p in (tmp_path / "pages").iterdir())


UNDATED = "Rebels shelled the town on Monday, the army said.\n"


def test_a_report_without_any_date_has_a_page(tmp_path: Path) -> None:
    """Neither a publication date nor a date that resolves without one, by itself, from stdin and in a folder."""
    (tmp_path / "reports").mkdir()
    undated = tmp_path / "reports" / "undated.txt"
    undated.write_text(UNDATED)
    shutil.copy(REPORT, tmp_path / "reports")
    for done in (
        run("read", undated, "-o", tmp_path / "page.html"),
        run("read", "-", "--format", "html", stdin=UNDATED.encode()),
        run("read", tmp_path / "reports", "--format", "html", "-o", tmp_path / "pages"),
    ):
        error = done.stderr.decode()
        assert (done.returncode, len(error.splitlines())) == (0, 1), error
        assert "--published" in error
    pages = {p.name for p in (tmp_path / "pages").iterdir()}
    assert len(pages) == 3
    assert "undated.html" in pages
    assert '<h1 lang="en" dir="auto">Rebels shelled' in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_large_page_is_told_of_once(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report = to_document(entries()[0])
    write_pages(maker(reader), reader, [report], tmp_path / "page.html", 1)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(pages_module, "LONG_TEXT", 10)
    write_pages(maker(reader), reader, [report, report], tmp_path / "pages", 1)
    assert capsys.readouterr().err.count("its page is large, 0.") == 1
    monkeypatch.setattr(pages_module, "LONG_TEXT", 300_000)
    monkeypatch.setattr(pages_module, "MANY_CLAIMS", 0)
    write_pages(maker(reader), reader, [report], tmp_path / "page.html", 1)
    assert "MB" in capsys.readouterr().err


def test_the_folder_of_reports_is_not_written_over(tmp_path: Path) -> None:
    sources = tmp_path / "reports"
    sources.mkdir()
    shutil.copy(REPORT, sources)
    assert "sources" in refused("read", sources, "--format", "html", "-o", sources)
    assert [p.name for p in sources.iterdir()] == [REPORT.name]
