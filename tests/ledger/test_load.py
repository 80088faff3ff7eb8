"""A dump that is not whole, or not one, is refused with its line, and nothing of it is kept."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gencatan.errors import FormatError, LedgerError
from gencatan.ledger import Ledger
from gencatan.model import Claim
from tests.ledger.made import fill, report
from tests.ledger.test_contract import dumped, fill_everything


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A dump with something of every sort."""
    with Ledger.open(tmp_path_factory.mktemp("dump") / "books.db") as ledger:
        fill_everything(ledger)
        return dumped(ledger)


def test_a_dump_says_what_it_is_and_where_it_ends(whole: str) -> None:
    lines = [json.loads(line) for line in whole.splitlines()]
    assert lines[0] == {"is": "ledger", "format": 1}
    assert lines[-1] == {"is": "end", "lines": len(lines) - 2}
    sorts = {line["is"] for line in lines}
    assert sorts >= {"documents", "claims", "resolutions", "readings", "judgements", "reviews", "tombstones", "blocks"}
    claim = next(line["body"] for line in lines if line["is"] == "resolutions" and line["body"])
    assert set(claim) >= {"id", "document", "kind", "slots", "evidence", "reader"}


def changed(whole: str, sort: str, **fields: Any) -> str:
    """The dump with fields of the first row of a sort set otherwise."""
    lines = whole.splitlines()
    at = next(number for number, line in enumerate(lines) if json.loads(line)["is"] == sort)
    value = json.loads(lines[at])
    for name, held in fields.items():
        if held is None:
            del value[name]
        else:
            value[name] = held
    lines[at] = json.dumps(value)
    return "\n".join(lines) + "\n"


def without(whole: str, sort: str) -> str:
    lines = whole.splitlines()
    at = next(number for number, line in enumerate(lines) if json.loads(line)["is"] == sort)
    last = json.loads(lines[-1])
    return "\n".join([*lines[:at], *lines[at + 1 : -1], json.dumps({**last, "lines": last["lines"] - 1})])


def other_claim(whole: str) -> str:
    lines = whole.splitlines()
    bodies = [json.loads(line) for line in lines]
    row = next(line for line in bodies if line["is"] == "resolutions" and line["body"])
    return changed(whole, "resolutions", body={**row["body"], "status": "denied"})


def other_body(whole: str, change: Callable[[dict[str, Any]], Any]) -> str:
    """The dump with the first claim changed throughout, under the id it then has."""
    lines = [json.loads(line) for line in whole.splitlines()]
    body = json.loads(json.dumps(next(line["body"] for line in lines if line["is"] == "resolutions" and line["body"])))
    old = body["id"]
    change(body)
    new = Claim.from_dict(body).id
    for line in lines:
        if line["is"] == "resolutions" and line["claim"] == old:
            line["body"] = body
    return "\n".join(map(json.dumps, lines)).replace(old, new) + "\n"


def said(whole: str, **fields: Any) -> str:
    """The dump with something else said in its first review."""
    row = next(line for line in map(json.loads, whole.splitlines()) if line["is"] == "reviews")
    return changed(whole, "reviews", body={**row["body"], **fields})


def purged_again(whole: str) -> str:
    """The dump with the words of a purged claim back in it."""
    lines = [json.loads(line) for line in whole.splitlines()]
    row = next(line for line in lines if line["is"] == "resolutions" and line["body"] is None)
    row["body"] = next(line["body"] for line in lines if line["is"] == "resolutions" and line["body"])
    return "\n".join(map(json.dumps, lines)) + "\n"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda whole: "", "cut off"),
        (lambda whole: "not JSON\n", "line 1 is not JSON"),
        (lambda whole: "[1]\n", "line 1 is no JSON object"),
        (lambda whole: "[" * 100_000 + "\n", "line 1 is not JSON"),
        (lambda whole: '{"is":"ledger","format":2}\n', "line 1 does not begin a ledger's dump of format 1"),
        (lambda whole: whole[: len(whole) // 2].rpartition("\n")[0], "cut off"),
        (lambda whole: "\n".join(whole.splitlines()[:-1]), "cut off"),
        (lambda whole: whole + whole.splitlines()[1], "stands after the end"),
        (lambda whole: changed(whole, "end", lines=3), "says that 3 rows came before it"),
        (lambda whole: changed(whole, "runs", **{"is": "walks"}), "no known sort: 'walks'"),
        (lambda whole: changed(whole, "commits", revision="1; DROP"), "field 'revision' of commits is '1; DROP'"),
        (lambda whole: changed(whole, "commits", revision=True), "field 'revision'"),
        (lambda whole: changed(whole, "commits", revision=2**70), "field 'revision'"),
        (lambda whole: changed(whole, "documents", known="\ud800"), "field 'known' of documents"),
        (lambda whole: changed(whole, "documents", known=None), "field 'known' of documents is missing"),
        (lambda whole: changed(whole, "documents", colour="red"), "field 'colour' of documents is not known"),
        (lambda whole: changed(whole, "documents", head={}), "holds no good row of documents"),
        (lambda whole: changed(whole, "documents", id="other"), "does not have the id it says"),
        (lambda whole: changed(whole, "runs", id="other"), "does not have the id it says"),
        (lambda whole: changed(whole, "resolutions", body={"kind": "event"}), "holds no good row of resolutions"),
        (other_claim, "does not have the id it says"),
        (lambda whole: changed(whole, "reviews", body=[]), "holds no good row of reviews"),
        (lambda whole: said(whole, action="praise"), "'body.action' of reviews is of no known sort: 'praise'"),
        (lambda whole: said(whole, body={"words": 7}), "field 'body' of reviews: words 7 is no text"),
        (lambda whole: said(whole, body=[]), "does not have the id it says"),
        (lambda whole: said(whole, at="2020-01-01T00:00:00+00:00"), "does not have the id it says"),
        (
            lambda whole: other_body(whole, lambda body: body["evidence"][0].update(text="The army fled Mardakert")),
            "field 'body.evidence[0]' of resolutions quotes 'The army fled Mardakert', which does not stand at",
        ),
        (lambda whole: other_body(whole, lambda body: body["evidence"][0].update(end=10**9)), "'body.evidence[0]'"),
        (lambda whole: other_body(whole, lambda body: body["evidence"][0].update(start=-5)), "'body.evidence[0]'"),
        (lambda whole: other_body(whole, lambda body: body["evidence"][0].update(start="0")), "'body.evidence[0]'"),
        (lambda whole: other_body(whole, lambda body: body["slots"]["actor"][0].update(text="x")), "'body.slots.actor"),
        (lambda whole: other_body(whole, lambda body: body["date"].update(offsets=[0, 1])), "field 'body.date'"),
        (lambda whole: other_body(whole, lambda body: body["place"].update(start=0)), "field 'body.place'"),
        (lambda whole: other_body(whole, lambda body: body["place"].update(lat=1e999)), "field 'body.place.lat'"),
        (
            lambda whole: other_body(
                whole, lambda body: body["attribution"].append({"text": "a spokesman", "start": 0, "end": 11})
            ),
            "field 'body.attribution[0]'",
        ),
        (lambda whole: other_body(whole, lambda body: body.update(confidence=float("nan"))), "'body.confidence'"),
        (lambda whole: other_body(whole, lambda body: body.update(confidence=1.5)), "'body.confidence'"),
        (lambda whole: changed(whole, "judgements", score=float("nan")), "field 'score' of judgements is 'nan'"),
        (lambda whole: changed(whole, "judgements", score=2), "field 'score' of judgements is '2'"),
        (lambda whole: changed(whole, "judgements", relation="friends"), "of no known sort: 'friends'"),
        (lambda whole: without(whole, "tombstones"), "field 'text' of documents is null, but no tombstone"),
        (lambda whole: changed(whole, "tombstones", document="a"), "field 'text' of documents is null"),
        (purged_again, "quotes a report whose text is gone"),
        (lambda whole: without(whole, "documents"), "refer to nothing, or stand there twice"),
        (lambda whole: changed(whole, "claims", id="other"), "refer to nothing"),
    ],
)
def test_a_dump_that_is_not_whole_is_refused(
    whole: str, spoil: Callable[[str], str], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "books.db"
    with pytest.raises(FormatError, match=r"line|cut off") as caught:
        Ledger.load(path, io.StringIO(spoil(whole)), source="books.jsonl")
    assert words in str(caught.value)
    assert str(caught.value).startswith("books.jsonl: ")
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []
    with Ledger.load(path, io.StringIO(whole)) as ledger:
        assert dumped(ledger) == whole


def test_a_tombstone_of_a_report_that_is_there_is_refused(whole: str, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in whole.splitlines()]
    lines.insert(-1, {**lines[-2], "document": "a"})
    assert lines[-2]["is"] == "tombstones"
    lines[-1]["lines"] += 1
    with pytest.raises(FormatError, match=f"line {len(lines) - 1} field 'document' of tombstones names a report whose"):
        Ledger.load(tmp_path / "books.db", io.StringIO("\n".join(map(json.dumps, lines))))


def test_a_claim_without_words_of_a_report_that_is_there_is_refused(whole: str, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in whole.splitlines()]
    next(line for line in lines if line["is"] == "resolutions" and line["body"])["body"] = None
    with pytest.raises(FormatError, match="field 'body' of resolutions is null, but its report's text is there"):
        Ledger.load(tmp_path / "books.db", io.StringIO("\n".join(map(json.dumps, lines))))


def test_books_appear_only_once_they_are_whole(whole: str, tmp_path: Path) -> None:
    path = tmp_path / "books.db"

    class Watched(io.StringIO):
        seen = False

        def readline(self, size: int | None = -1, /) -> str:
            self.seen = self.seen or path.exists()
            return super().readline(-1 if size is None else size)

    stream = Watched(whole)
    with Ledger.load(path, stream) as ledger:
        assert not stream.seen
        assert (ledger.address, dumped(ledger)) == (str(path), whole)
    assert [found.name for found in tmp_path.iterdir()] == ["books.db"]
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger.load(tmp_path / "no" / "books.db", io.StringIO(whole))


def test_an_empty_ledger_that_is_there_stays_when_a_load_fails(whole: str, address: str) -> None:
    Ledger.open(address).close()
    with pytest.raises(FormatError):
        Ledger.load(address, io.StringIO(whole[: len(whole) // 2]))
    with Ledger.open(address, create=False) as ledger:
        assert (ledger.revision, list(ledger.documents())) == (0, [])
    with Ledger.load(address, io.StringIO(whole)) as ledger:
        assert dumped(ledger) == whole


def test_an_endless_line_is_no_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gencatan.ledger.dump.LONGEST_LINE", 2**20)
    with pytest.raises(FormatError, match="more than 1 MB"):
        Ledger.load(tmp_path / "books.db", io.StringIO("x" * 2**21))


def test_books_that_are_kept_are_not_loaded_over(address: str, whole: str) -> None:
    with Ledger.open(address) as ledger:
        fill(ledger, report("a"))
        held = dumped(ledger)
    with pytest.raises(LedgerError, match="empty books only"):
        Ledger.load(address, io.StringIO(whole))
    with Ledger.open(address) as ledger:
        assert dumped(ledger) == held


def test_a_dump_that_is_no_utf8_is_refused(whole: str, tmp_path: Path) -> None:
    path = tmp_path / "utf16.jsonl"
    path.write_text(whole, encoding="utf-16")
    with path.open(encoding="utf-8") as stream, pytest.raises(FormatError, match=r"^utf16.jsonl: line 1 .* not UTF-8"):
        Ledger.load(tmp_path / "books.db", stream, source="utf16.jsonl")
    assert list(tmp_path.iterdir()) == [path]
