from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from gencatan.errors import (
    EncodingError,
    FormatError,
    GencatanError,
    InputError,
    LanguageError,
    TooLargeError,
    UsageError,
)
from gencatan.intake import IntakeSettings, ensure_language, parse_published, read_sources
from gencatan.model import Document

TEXT = "Kedua pihak menyetujui gencatan senjata.\n\nItu berlaku sejak hari Rabu, kata para pejabat."


def read(*sources: str | Path, stdin: bytes | None = None, **options: Any) -> list[Document]:
    return list(
        read_sources(sources, IntakeSettings(**options), stdin=io.BytesIO(stdin) if stdin is not None else None)
    )


def refused(kind: type[GencatanError], *sources: str | Path, **options: Any) -> str:
    with pytest.raises(kind) as caught:
        read(*sources, **options)
    message = str(caught.value)
    assert "\n" not in message
    return message


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, data: bytes | str) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return name


def test_a_text_file() -> None:
    (document,) = read(write("a.txt", TEXT))
    assert document.text == TEXT
    assert document.source_uri == "a.txt"
    assert (document.language, document.published, document.title) == ("id", None, None)
    assert document.id == Document.create(TEXT, source_uri="a.txt").id
    (dated,) = read("a.txt", published=date(2023, 9, 20), language="en")
    assert (dated.published, dated.language, dated.id) == (date(2023, 9, 20), "en", document.id)


def test_stdin_takes_what_a_file_may_hold() -> None:
    (document,) = read("-", stdin=TEXT.encode())
    assert (document.text, document.source_uri) == (TEXT, "-")
    (page,) = read("-", stdin=b"<!DOCTYPE html><html><p>They agreed to a truce on Monday.</p></html>")
    assert page.text == "They agreed to a truce on Monday."
    lines = [json.dumps({"id": name, "text": TEXT}) for name in "ab"]
    assert [one.id for one in read("-", stdin="\n".join(lines).encode())] == ["a", "b"]
    pretty = json.dumps({"document": {"id": "g", "text": TEXT}, "claims": []}, indent=1)
    assert [one.id for one in read("-", stdin=pretty.encode())] == ["g"]
    assert "empty" in refused(FormatError, "-", stdin=b"")
    assert "stream" in refused(FormatError, "-", stdin=b"PAR1xxxx")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(codec: str) -> None:
    text = "Seorang pejabat – “Müller” – mengatakan café itu ditutup.\nItu saja."
    (document,) = read(write("a.txt", text.encode(codec)))
    assert document.text == text


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        ("Перемирие вступило в силу".encode("koi8-r"), 0),
        ("停戦が発効した。".encode("shift_jis"), 0),
        (b"plain \x81 text", 6),
        ("gencatan – “senjata” é".encode()[:-1], 27),
        ("“a” “b” “c”".encode() + b" \xff!", 24),
        (b"\xff\xfea\x00\x00\xd8b\x00", 4),
        ("abc".encode("utf-32"), 0),
        (b"text with \x00 in it", 10),
        (b"\x89PNG\r\n\x1a\n", 0),
        (b"%PDF-1.4", 0),
        (b"ab\x01\x02\x03\x04\x05\x06", 2),
    ],
)
def test_what_is_no_text_names_the_byte(data: bytes, offset: int) -> None:
    message = refused(EncodingError, write("a.txt", data))
    assert message.startswith("a.txt: ")
    assert f"byte offset {offset}" in message


def test_lines_nfc_and_control_characters() -> None:
    (document,) = read(write("a.txt", "Kafe\u0301 tutup.\r\nDua\x0ctiga\x1b[31m empat.\r"))
    assert document.text == "Kafé tutup.\nDua\ntiga [31m empat.\n"


WRAPPED = """KHARTOUM

Two soldiers were killed on Monday when a convoy came under fire on the
road to the airport, an army spokesman said. He accused the rebels of
breaking the truce that both sides had signed a week ago, and said cease-
fire monitors were on their way.

The rebels denied it. Their spokesman said that none of their units had
been anywhere near the road, and that they kept to the agreement. Talks
resume on Friday.
"""


def test_hard_wrapped_text_is_joined() -> None:
    (document,) = read(write("a.txt", WRAPPED))
    paragraphs = document.text.split("\n\n")
    assert paragraphs[0] == "KHARTOUM"
    assert paragraphs[1].startswith("Two soldiers were killed on Monday when a convoy came under fire on the road to")
    assert "cease-fire monitors" in paragraphs[1]
    assert paragraphs[2].endswith("Talks resume on Friday.\n")
    assert document.text.count("\n") == 5


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"Paragraf nomor {n} berakhir di sini, dan panjangnya hampir sama." for n in range(9)),
        "\n".join(["Roses are red", "violets are blue", "sugar is sweet", "and so are you"] * 3),
        "\n".join("- satu hal yang cukup panjang untuk sebuah baris di dalam daftar ini" for _ in range(9)),
        "\n".join(f"Armenia and Azerbaijan agreed to ceasefire number {n} on Wednesday" for n in range(9)),
        "Satu baris yang sangat panjang. " * 20 + "\n" + "Dua. " * 40,
        WRAPPED.replace("\n", "\n\n"),
    ],
)
def test_other_lines_are_kept(text: str) -> None:
    (document,) = read(write("a.txt", text))
    assert document.text == text


def test_empty_and_large_files() -> None:
    for empty in (b"", b" \n\t\n", b"\xef\xbb\xbf", b"... ---\n"):
        assert "a.txt: is empty" in refused(FormatError, write("a.txt", empty))
    with Path("big.txt").open("wb") as big:
        big.truncate(50_000_000)
    assert "20,000,000 bytes" in refused(TooLargeError, "big.txt")
    assert "100 bytes" in refused(TooLargeError, write("a.txt", b"a" * 101), max_bytes=100)
    assert "does not exist" in refused(InputError, "nowhere.txt")
    assert "does not exist" in refused(InputError, "no\nwhere.txt")
    refused(InputError, "nul\0.txt")


def test_an_empty_name_is_no_name_of_the_folder_one_stands_in() -> None:
    write("a.txt", TEXT)
    assert "names no source" in refused(InputError, "")
    assert [document.text for document in read(".")] == [TEXT]


def test_a_table_that_is_not_read_is_no_text_of_all_its_rows() -> None:
    for name in ("reports.csv", "REPORTS.TSV"):
        assert "table; tables of reports are read from JSON lines or Parquet" in refused(
            FormatError, write(name, f"id,text\n1,{TEXT}\n")
        )
    assert [document.text for document in read(write("reports.log", TEXT))] == [TEXT], "any other name may hold a text"


def test_gold_form_and_plain_objects() -> None:
    gold = {
        "document": {
            "id": "g1",
            "language": "id",
            "published": "2023-09-20",
            "title": "T",
            "outlet": "O",
            "text": TEXT,
        },
        "claims": [{"kind": "event"}],
    }
    (document,) = read(write("g.json", json.dumps(gold)))
    assert (document.id, document.language, document.published) == ("g1", "id", date(2023, 9, 20))
    assert (document.title, document.outlet, document.source_uri) == ("T", "O", "g.json")
    (plain,) = read(write("p.json", json.dumps({"id": 7, "text": TEXT, "source_uri": "urn:x"}).encode("utf-16")))
    assert (plain.id, plain.source_uri, plain.language) == ("7", "urn:x", "id")


def test_a_document_survives_its_own_json() -> None:
    first = Document.create(
        TEXT,
        published="2023-09-01",
        published_precision="month",
        language="id",
        source_uri="u",
        title="T",
        outlet="O",
        retrieved_at="2023-09-21T00:00:00+00:00",
        version_of="v",
    )
    (again,) = read(write("d.json", json.dumps(first.to_dict())))
    assert again == first
    undated = Document.create(TEXT, language="id", source_uri="u")
    assert read(write("d.json", json.dumps(undated.to_dict()))) == [undated]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2023-09-20", date(2023, 9, 20)),
        ("2023-09-20T23:30:00-04:00", date(2023, 9, 20)),
        ("2023-09-20T01:30:00Z", date(2023, 9, 20)),
        ("2023-09-20 01:30", date(2023, 9, 20)),
        ("", None),
        (None, None),
    ],
)
def test_published_is_the_date_as_written(value: str | None, published: date | None) -> None:
    (document,) = read(write("a.json", json.dumps({"text": TEXT, "published": value})))
    assert document.published == published


@pytest.mark.parametrize(
    ("record", "named"),
    [
        ({"id": "x"}, "'text'"),
        ({"text": 5}, "'text' is a number"),
        ({"text": None}, "'text' is null"),
        ({"text": ""}, "'text': is empty"),
        ({"text": "a\0b"}, "'text' holds binary data"),
        ({"text": TEXT, "published": "20/09/2023"}, "'published' is '20/09/2023'"),
        ({"text": TEXT, "published": "2023-13-40"}, "'published'"),
        ({"text": TEXT, "published": 2023}, "'published' is a number"),
        ({"text": TEXT, "title": ["a"]}, "'title' is a list"),
        ({"text": TEXT, "id": True}, "'id' is true or false"),
        ({"text": TEXT, "published_precision": "week-ish"}, "'published_precision'"),
        ({"text": TEXT, "raw_digest": "../x"}, "'raw_digest'"),
        (["text"], "a list"),
        ("text", "a string"),
    ],
)
def test_jsonl_errors_name_file_line_and_field(record: Any, named: str) -> None:
    write("a.jsonl", json.dumps({"text": TEXT}) + "\n\n" + json.dumps(record) + "\n")
    message = refused(FormatError, "a.jsonl")
    assert message.startswith("a.jsonl, line 3")
    assert named in message


def test_bad_json_is_found_by_one_line_and_column() -> None:
    write("a.jsonl", json.dumps({"text": TEXT}) + "\n" + '{"id": "b", "text": \n')
    assert refused(FormatError, "a.jsonl") == "a.jsonl, line 2: is not valid JSON: Expecting value (column 20)"
    assert refused(FormatError, write("a.json", '{"id": "b",\n "text": }')).endswith("(line 2, column 10)")


def test_hostile_json() -> None:
    for bad in ("{", '{"text": 1} x', "[" * 200_000, '{"text": ' + "9" * 10_000 + "}", "nope"):
        assert refused(FormatError, write("a.json", bad)).startswith("a.json: ")
        assert refused(FormatError, write("a.jsonl", bad)).startswith("a.jsonl, line 1: ")
    (document,) = read(write("s.json", '{"text": "Satu \\ud800 dua \\u001b tiga."}'))
    assert document.text == "Satu \ufffd dua   tiga."
    assert "byte offset 7" in refused(EncodingError, write("a.jsonl", b'\xef\xbb\xbf\n{"a\xff":1}'[:9] + b"\n"))
    assert "line 1" in refused(TooLargeError, write("a.jsonl", b"{" + b" " * 200), max_bytes=100)


def test_jsonl_streams_beyond_the_limit_of_one_record() -> None:
    write("a.jsonl", "".join(json.dumps({"id": str(n), "text": TEXT}) + "\n" for n in range(50)))
    assert len(read("a.jsonl", max_bytes=300)) == 50
    write("b.jsonl", json.dumps({"text": TEXT}) + "\nbroken")
    documents = read_sources(["b.jsonl"])
    assert next(documents).text == TEXT
    with pytest.raises(FormatError, match="line 2"):
        next(documents)


def test_columns_have_the_names_that_are_configured() -> None:
    write("a.jsonl", json.dumps({"body": TEXT, "when": "2023-09-20", "text": 5}))
    (document,) = read("a.jsonl", columns={"text": "body", "published": "when"})
    assert (document.text, document.published) == (TEXT, date(2023, 9, 20))
    assert "'nope'" in refused(FormatError, "a.jsonl", columns={"text": "body", "title": "nope"})
    with pytest.raises(UsageError, match="body"):
        IntakeSettings(columns={"body": "text"})


def test_parquet() -> None:
    late = datetime(2023, 9, 20, 23, 30, tzinfo=timezone(timedelta(hours=7)))
    table = pa.table(
        {
            "id": ["a", "b", None],
            "text": pa.array([TEXT, "x " + TEXT, TEXT]).dictionary_encode(),
            "published": pa.array([late, late, None], pa.timestamp("ns", tz="+07:00")),
            "language": ["id", None, None],
            "unread": [1, 2, 3],
        }
    )
    parquet.write_table(table, "a.parquet", row_group_size=2)
    documents = read("a.parquet")
    assert [one.id for one in documents[:2]] == ["a", "b"]
    assert documents[2].id == Document.create(TEXT, source_uri="a.parquet").id
    assert [one.published for one in documents] == [date(2023, 9, 20), date(2023, 9, 20), None]
    parquet.write_table(pa.table({"text": [TEXT], "published": [date(2023, 9, 20)], "id": [12]}), "b.parquet")
    (document,) = read("b.parquet")
    assert (document.id, document.published) == ("12", date(2023, 9, 20))
    assert "'body'" in refused(FormatError, "b.parquet", columns={"text": "body"})
    parquet.write_table(pa.table({"text": [TEXT, None]}), "c.parquet")
    assert refused(FormatError, "c.parquet").startswith("c.parquet, row 2: field 'text' is null")
    parquet.write_table(pa.table({"text": [b"bytes"]}), "d.parquet")
    assert "row 1" in refused(FormatError, "d.parquet")
    assert "Parquet" in refused(FormatError, write("e.parquet", b"PAR1 nonsense PAR1"))


def test_a_folder_is_read_sorted_and_what_is_unreadable_counted() -> None:
    write("f/b.txt", TEXT)
    write("f/a/z.txt", "x " + TEXT)
    write("f/empty.txt", b"")
    write("f/binary.txt", b"\x00\x01")
    write("f/picture.png", b"\x89PNG")
    write("f/.hidden.txt", TEXT)
    write("f/.git/c.txt", TEXT)
    write("f/lines.jsonl", json.dumps({"text": TEXT, "id": "1"}) + "\nbroken\n" + json.dumps({"text": TEXT, "id": "3"}))
    write("outside.txt", "secret " + TEXT)
    Path("f/link.txt").symlink_to(Path("outside.txt").resolve())
    Path("f/inner.txt").symlink_to("b.txt")
    Path("f/dangling.txt").symlink_to("nowhere")
    Path("f/loop").symlink_to(".")
    os.mkfifo("f/pipe.txt")
    skipped: list[tuple[str, InputError]] = []
    documents = list(read_sources(["f"], on_skip=lambda name, error: skipped.append((name, error))))
    assert [one.source_uri for one in documents] == [
        "f/a/z.txt",
        "f/b.txt",
        "f/inner.txt",
        "f/lines.jsonl",
        "f/lines.jsonl",
    ]
    assert {name for name, _ in skipped} == {
        "f/binary.txt",
        "f/dangling.txt",
        "f/empty.txt",
        "f/lines.jsonl",
        "f/link.txt",
        "f/loop",
        "f/picture.png",
        "f/pipe.txt",
    }
    assert all(str(error).startswith(name) for name, error in skipped)
    assert read("f") == documents


def test_files_without_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    write("f/a.txt", TEXT)
    write("f/b.txt", TEXT)
    Path("f/a.txt").chmod(0)
    if os.access("f/a.txt", os.R_OK):  # root reads everything: let the system call refuse instead
        really = io.open

        def refuse(file: Any, *args: Any, **options: Any) -> Any:
            if str(file).endswith("a.txt"):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
            return really(file, *args, **options)

        monkeypatch.setattr(io, "open", refuse)
        monkeypatch.setattr("builtins.open", refuse)
    assert len(read("f")) == 1
    assert "Permission denied" in refused(InputError, "f/a.txt")


def test_a_folder_in_which_nothing_can_be_read() -> None:
    Path("none").mkdir()
    assert "0 skipped" in refused(InputError, "none")
    write("none/a.txt", b"")
    assert "1 skipped" in refused(InputError, "none")


def test_several_sources_in_order() -> None:
    write("a.txt", TEXT)
    assert [one.source_uri for one in read("-", "a.txt", Path("a.txt"), stdin=TEXT.encode())] == ["-", "a.txt", "a.txt"]


def test_an_explicit_file_of_another_name_is_looked_at() -> None:
    (document,) = read(write("README", TEXT))
    assert document.text == TEXT
    (page,) = read(write("page.php", b"\xef\xbb\xbf<html><p>They agreed to a truce on Monday.</p>"))
    assert page.text == "They agreed to a truce on Monday."
    parquet.write_table(pa.table({"text": [TEXT]}), "table.bin")
    assert read("table.bin")[0].text == TEXT


def test_unsupported_language_is_named() -> None:
    (document,) = read(write("a.txt", "El ejército dijo que los rebeldes habían roto la tregua en la ciudad de los."))
    with pytest.raises(LanguageError, match=r"a\.txt: the language es \(Spanish\) is not supported; supported: en, id"):
        ensure_language(document, ["id", "en"])
    (given_code,) = read("a.txt", language="en")
    assert ensure_language(given_code, ["id", "en"]).language == "en"


def test_published_option() -> None:
    assert parse_published("2023-09-20") == date(2023, 9, 20)
    for wrong in ("20-09-2023", "2023-02-30", "yesterday", "", "2023-9-2", "２０２３-09-20", "2023-09-20x"):
        with pytest.raises(UsageError, match="publication date"):
            parse_published(wrong)
    assert datetime.now(UTC).date() == parse_published(datetime.now(UTC).isoformat())


@pytest.mark.parametrize("options", [{"max_bytes": 0}, {"timeout_s": 0}, {"max_redirects": -1}])
def test_limits_that_make_no_sense(options: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        IntakeSettings(**options)


def test_the_import_is_light() -> None:
    code = (
        "import sys, gencatan.intake; "
        "print([m for m in ('trafilatura','httpx','httpcore','lxml','pyarrow','pycountry') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


_LIKELY = st.sampled_from(
    [
        b"{",
        b"}",
        b'"text"',
        b":",
        b'"a b c."',
        b"\n",
        b"<p>",
        b"<html>",
        b"</",
        b"PAR1",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x00",
        b"&#0;",
        b"<script>",
        b"<!--",
        b"[",
        b"\xe9",
        b"<a b='",
        b"document",
        b"word word word word.",
    ]
)


@settings(max_examples=150, deadline=None)
@given(data=st.one_of(st.binary(max_size=300), st.lists(_LIKELY, max_size=25).map(b"".join)))
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.parquet", "a"])
def test_any_bytes_are_a_document_or_a_clear_error(name: str, data: bytes, tmp_path_factory: Any) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    try:
        documents = list(read_sources([path]))
    except GencatanError as error:
        documents, message = [], str(error)
    else:
        message = ""
    assert "\n" not in message
    for document in documents:
        document.text.encode("utf-8")
        assert "\0" not in document.text


@pytest.mark.parametrize(
    ("text", "words"), [("[" * 100_000, "nested too deeply"), ("9" * 5_000, "a number is too long")]
)
def test_json_beyond_all_reason_is_told_in_words(text: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "deep.json"
    file.write_text(text)
    with pytest.raises(FormatError, match=words):
        list(read_sources([str(file)], IntakeSettings()))
