"""`gencatan explain` and `gencatan why-not`: what an analyst and the author of a pack see."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result
from typer.testing import CliRunner

from gencatan import Claim, Document, Reader, Span
from gencatan.cli import explain, explain_text, why_not_text
from gencatan.cli.app import app
from gencatan.cli.explain import _find_claim
from gencatan.errors import UsageError
from gencatan.i18n import LANGUAGES, strings
from tests.cli.test_cli import REPORT
from tests.cli.test_cli import run as run_process
from tests.conftest import REPORTS

TEXT = (
    "The army shelled Goma on Monday.\n\n"
    "The storm hit the town hall. Nobody knew why. Fire spread in the kitchen. The kitchen was empty. "
    "The rebels’ leader said he would disarm."
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def claims(reader: Reader, reports: list[Document]) -> list[Claim]:
    return reader.read(next(r for r in reports if r.id == REPORT.stem))


@pytest.fixture(autouse=True)
def one_reader(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    """Loading a pipeline for each command is what would take long."""
    monkeypatch.setattr(explain, "_reader", lambda language, packs: reader)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


def shown(*arguments: str | Path) -> str:
    done = run(*arguments)
    assert done.exit_code == 0, done.output
    assert done.stderr == ""
    return " ".join(done.stdout.split())


def refused(*arguments: str | Path) -> str:
    """One line on stderr, exit code 2, nothing on stdout."""
    done = run(*arguments)
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_words_are_there_for_every_resolution_of_the_bundled_reports(reader: Reader, reports: list[Document]) -> None:
    for document in reports:
        explanation = reader.explain(document)
        for code in LANGUAGES:
            page = explain_text.Page(strings(code), 100)
            for note in explanation.notes.values():
                lines = explain_text.explained(explanation, note, page)
                assert note.claim.id in "\n".join(lines)
                assert "→ ?" not in "\n".join(lines)
                for found in note.resolutions:
                    assert all(f"how.{name}" in page.strings for name in found.how.split()), found.how
                assert all(f"part.{part.name}" in page.strings for part in note.confidence)
            for sentence in explanation.sentences:
                span = (sentence.span.start, sentence.span.end)
                assert why_not_text.why_not(explanation, [sentence], span, page)


def test_a_claim_is_explained_by_the_start_of_its_id(claims: list[Claim]) -> None:
    text = shown("explain", REPORT, claims[0].id[:8])
    for words in (
        claims[0].id,
        "entry agreement[",
        "at en/triggers/agreement.toml:",
        "Read because of the verb “agreed”; “Azerbaijan”",
        "is its subject",
        "by grammar, role subj [↓nsubj]",
        "counted from publication on 2023-09-20",
        "Of 100 claims with this confidence, about",
        " to begin with",
        "ROOT agreed VERB ← trigger",
        "nsubj Azerbaijan PROPN ← parties",
    ):
        assert words in text, text


def test_what_anybody_understands_comes_before_the_codes(claims: list[Claim]) -> None:
    plain, codes = shown("explain", REPORT, claims[0].id).split("Details for those who write rules")
    for code in ("agreement.toml", "↓", "frame"):
        assert code not in plain
        assert code in codes


def test_it_is_said_in_indonesian_where_that_is_asked_for(claims: list[Claim], report: Path) -> None:
    text = shown("explain", REPORT, claims[0].id, "--ui", "id")
    assert "Dibaca karena kata kerja “agreed”" in text
    assert re.search(r"Keyakinan 0,\d\d Dari 100 klaim", text)
    assert "Tidak ada klaim yang terbaca di sana." in shown("why-not", report, "storm hit", "--ui", "id")


def test_a_process_of_its_own_says_the_same(claims: list[Claim]) -> None:
    done = run_process("explain", REPORT, claims[0].id)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == run("explain", REPORT, claims[0].id).stdout


def test_json_has_all_values(claims: list[Claim]) -> None:
    value = json.loads(run("explain", REPORT, claims[0].id, "--format", "json").stdout)
    assert value["claim"]["claim"] == claims[0].to_dict()
    assert value["claim"]["trigger"]["entry"]["file"] == "en/triggers/agreement.toml"
    assert value["sentence"]["nodes"][value["claim"]["trigger"]["node"]]["span"]["text"] == "agreed"
    assert {slot["slot"] for slot in value["claim"]["slots"]} == set(claims[0].slots)


def test_without_an_id_the_claims_are_listed_with_theirs(claims: list[Claim]) -> None:
    text = shown("explain", REPORT)
    assert all(claim.id[:8] in text for claim in claims)


def test_of_several_reports_the_one_with_the_claim_is_explained(claims: list[Claim]) -> None:
    assert claims[3].evidence[0].text[:40] in shown("explain", REPORTS, claims[3].id)


def test_why_not_tells_which_roles_do_not_fit(report: Path) -> None:
    text = shown("why-not", report, "storm  HIT the town")
    assert "No claim was read there." in text
    assert "Sentence 2 of 6: The storm hit the town hall." in text
    assert "event attack, entry event[" in text
    assert "does not fit: subj must be @artillery; it is 'storm'" in text


def test_why_not_tells_of_the_gate(report: Path) -> None:
    assert "it has trigger words, but not the words that their entries need" in shown("why-not", report, "fire spread")


def test_why_not_tells_where_no_trigger_is_known(report: Path) -> None:
    assert "no word in it is a trigger" in shown("why-not", report, "nobody knew")
    text = shown("why-not", report, "town hall")
    assert "No trigger word is known in these words. Trigger words elsewhere in the sentence: “storm”, “hit”." in text


def test_why_not_names_the_claims_that_were_read(report: Path) -> None:
    text = shown("why-not", report, "shelled Goma", "--published", "2024-03-14")
    assert "These claims were read there:" in text
    assert "event: army · shelling · → Goma · 2024-03-11" in text
    assert "read: claim" in text


def test_why_not_takes_any_apostrophe_and_shows_each_place(report: Path) -> None:
    assert "Sentence 6" in shown("why-not", report, "rebels' leader")
    text = shown("why-not", report, "the")
    assert text.count("claim was read there") + text.count("claims were read there") == 5
    places = json.loads(run("why-not", report, "the", "--format", "json").stdout)
    assert [TEXT[p["phrase"]["start"] : p["phrase"]["end"]].lower() for p in places] == ["the"] * 5
    assert all(place["sentences"] for place in places)


def test_what_is_no_good_is_said_in_one_line(report: Path, claims: list[Claim]) -> None:
    assert "at least 4 characters" in refused("explain", REPORT, claims[0].id[:3])
    near = claims[0].id[:-2] + ("00" if claims[0].id[-2:] != "00" else "11")
    error = refused("explain", REPORT, near)
    assert f"no claim '{near}'" in error
    assert claims[0].id in error
    assert "the closest words: “storm hit”" in refused("why-not", report, "strom hit")
    assert "1 to 300 characters" in refused("why-not", report, " ")
    assert "1 to 300 characters" in refused("why-not", report, "x" * 301)
    assert "does not exist" in refused("why-not", report.parent / "none.txt", "x")
    assert "does not exist" in refused("explain", report.parent / "none.txt")


def test_a_report_without_claims_says_so(tmp_path: Path) -> None:
    path = tmp_path / "quiet.txt"
    path.write_text("The garden is quiet and the bread smells good. The children sleep.", encoding="utf-8")
    assert "no claim was read" in refused("explain", path, "abcd1234", "--language", "en")
    assert "no claim was read" in shown("explain", path, "--language", "en")


def test_an_id_that_two_claims_share_is_not_unique() -> None:
    span = Span(0, 1, "x")
    twins = [SimpleNamespace(id=f"abcd{n}", kind="event", evidence=(span,)) for n in range(2)]
    reader = SimpleNamespace(read=lambda document: twins)
    with pytest.raises(UsageError, match=r"not unique: abcd0 \(event, “x”\), abcd1"):
        _find_claim(iter([Document.create("x", language="en")]), reader, "abcd", "x")  # type: ignore[arg-type]
