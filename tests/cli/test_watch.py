"""`gencatan watch` against a real server: what it writes where, and what it says of files that are no good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gencatan.ledger import Ledger
from tests.cli.test_cli import refused, run
from tests.site import Site, site

__all__ = ["site"]

STORY = (
    "<html><body><article><p>The rebels attacked the village of Marwen on Wednesday, killing at least 32 people, the "
    "army said.</p><p>Officials called for a ceasefire, and both sides agreed to hold talks.</p></article>"
)


@pytest.fixture
def feeds(site: Site, tmp_path: Path) -> Path:
    site.page("/1", STORY.encode())
    item = f"<item><link>{site.url('/1')}</link><title>Village attacked</title></item>"
    site.page("/feed", f'<rss version="2.0"><channel>{item}</channel></rss>'.encode(), "text/xml")
    file = tmp_path / "feeds.toml"
    file.write_text(f'pause_s = 0\n[[feed]]\nurl = "{site.url("/feed")}"\noutlet = "Example Wire"\n')
    return file


def test_new_reports_go_into_the_ledger_once(feeds: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "w.db"
    done = run("watch", feeds, "--ledger", ledger, "--once", "--allow-private-addresses")
    assert done.returncode == 0, done.stderr.decode()
    (step,) = map(json.loads, done.stdout.splitlines())
    assert (step["what"], step["title"]) == ("added", "Village attacked")
    assert "1 feed asked; reports: 1 added" in done.stderr.decode()
    with Ledger.open(ledger) as opened:
        document = opened.document(step["document"])
        assert document is not None
        assert (document.outlet, document.language) == ("Example Wire", "en")
    again = run("watch", feeds, "--ledger", ledger, "--once", "--allow-private-addresses")
    assert again.stdout == b""
    assert "0 feeds asked" in again.stderr.decode()
    assert "no feed is due yet: the next one in " in again.stderr.decode(), "and why"
    (tmp_path / "feeds.state.json").unlink()
    anew = run("watch", feeds, "--ledger", ledger, "--once", "--allow-private-addresses")
    assert [json.loads(line)["what"] for line in anew.stdout.splitlines()] == ["known"]


def test_private_addresses_are_refused_without_leave(feeds: Path, tmp_path: Path, site: Site) -> None:
    done = run("watch", feeds, "--ledger", tmp_path / "w.db", "--once")
    assert done.returncode == 2, "nothing could be had, which cron must hear"
    assert f"feed refused: {site.url('/feed')}: its rules cannot be had: " in done.stderr.decode()
    assert "loopback address" in done.stderr.decode(), "and why"
    assert site.seen == []
    allowed = run("watch", feeds, "--ledger", tmp_path / "w.db", "--once", "--allow-private-addresses")
    assert allowed.returncode == 0, "what we refused ourselves does not wait"
    assert "1 feed asked; reports: 1 added" in allowed.stderr.decode()


def test_a_feed_that_cannot_be_had_is_named_with_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text("[[feed]]\nurl = 'http://127.0.0.1:9/feed'\n[[feed]]\nurl = 'http://news.invalid/rss'\n")
    done = run("watch", file, "--ledger", tmp_path / "w.db", "--once", "--allow-private-addresses")
    assert done.returncode == 2
    first, second, *_ = done.stderr.decode().splitlines()
    asked = ((first, "refused", "http://127.0.0.1:9/feed"), (second, "failed", "http://news.invalid/rss"))
    for line, what, url in asked:
        assert line.startswith(f"gencatan: feed {what}: {url}: its rules cannot be had: ")
        assert len(line.split("robots.txt: ")[1]) > 5, line


def test_a_feed_that_waits_after_a_failure_says_until_when_and_why(feeds: Path, tmp_path: Path, site: Site) -> None:
    site.answers.pop("/feed")
    run("watch", feeds, "--ledger", tmp_path / "w.db", "--once", "--allow-private-addresses")
    done = run("watch", feeds, "--ledger", tmp_path / "w.db", "--once", "--allow-private-addresses")
    said = done.stderr.decode()
    assert "gencatan: feed not asked before 20" in said
    assert "answers 404" in said, "why it failed, though nothing was asked this time"
    assert "no feed is due yet" not in said, "it is not only early: it failed"
    assert "no feed could be had" in said
    assert done.returncode == 2
    other = site.page("/other", b'<rss version="2.0"><channel><title>Other</title></channel></rss>', "text/xml")
    feeds.write_text(feeds.read_text() + f'[[feed]]\nurl = "{other}"\n')
    one_of_two = run("watch", feeds, "--ledger", tmp_path / "w.db", "--once", "--allow-private-addresses")
    assert "gencatan: feed not asked before 20" in one_of_two.stderr.decode()
    assert one_of_two.returncode == 0, "one of them is well"


@pytest.mark.parametrize("text", ["[[feed]]\nurl = 'ftp://x/'", "feed", ""])
def test_a_file_that_is_no_watchlist_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(text)
    assert "feeds.toml" in refused("watch", file, "--ledger", tmp_path / "w.db", "--once")
    assert not (tmp_path / "w.db").exists()


def test_a_damaged_state_is_refused(feeds: Path, tmp_path: Path) -> None:
    (tmp_path / "feeds.state.json").write_text("[]")
    assert "feeds.state.json" in refused("watch", feeds, "--ledger", tmp_path / "w.db", "--once")


def test_a_new_ledger_gets_what_another_had(feeds: Path, tmp_path: Path) -> None:
    """Removed or begun anew, it has none of the reports that the state has as done: they are fetched again."""
    first, state = tmp_path / "w.db", tmp_path / "feeds.state.json"
    assert run("watch", feeds, "--ledger", first, "--once", "--allow-private-addresses").returncode == 0
    kept = json.loads(state.read_text())
    for one in kept["feeds"].values():
        one["next_at"] = None  # as after its pause
    state.write_text(json.dumps(kept))
    first.unlink()
    anew = run("watch", feeds, "--ledger", first, "--once", "--allow-private-addresses")
    assert [json.loads(line)["what"] for line in anew.stdout.splitlines()] == ["added"]
    assert f"{first} is new" in anew.stderr.decode()
