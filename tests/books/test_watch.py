"""Following feeds on a real server: politely, resumably, and whatever the server does."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from gencatan.books.watch import Step, Watcher, WatchState, load_watchlist
from gencatan.errors import FormatError, InputError, LanguageError
from gencatan.intake import IntakeSettings
from gencatan.model import Document
from tests.site import Site

SETTINGS = IntakeSettings(allow_private=True, timeout_s=3)
STORY = (
    "<html><body><article><p>Kedua pihak menyetujui gencatan senjata pada hari Rabu, kata pejabat.</p></article></body>"
)


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.at = datetime(2023, 9, 20, 6, tzinfo=UTC)
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += timedelta(seconds=seconds)


class Books:
    """What was kept, by id."""

    def __init__(self) -> None:
        self.kept: dict[str, Document] = {}

    def keep(self, document: Document) -> bool:
        new = document.id not in self.kept
        self.kept[document.id] = document
        return new


def rss(*items: tuple[str, str]) -> bytes:
    inner = "".join(
        f"<item><link>{url}</link><title>{title}</title><pubDate>Wed, 20 Sep 2023 23:00:00 +0400</pubDate></item>"
        for url, title in items
    )
    return f'<rss version="2.0"><channel><title>Kabar</title>{inner}</channel></rss>'.encode()


def status(site: Site, path: str, code: int, **headers: str) -> str:
    def answer(handler: Any) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.answers[path] = answer
    return site.url(path)


class Desk:
    """A watchlist of one feed, `/feed`, with two reports; the state lies in a file."""

    def __init__(self, site: Site, folder: Path, options: str = "") -> None:
        self.site, self.clock, self.books = site, Clock(), Books()
        site.page("/1", STORY.encode())
        site.page("/2", STORY.replace("Rabu", "Kamis").encode())
        site.page("/feed", rss((site.url("/2"), "Kedua"), (site.url("/1"), "Pertama")), "text/xml", ETag='"1"')
        self.list = folder / "feeds.toml"
        self.list.write_text(f'{options}\n[[feed]]\nurl = "{site.url("/feed")}"\noutlet = "Kabar Contoh"\n')
        self.file = folder / "feeds.state.json"

    def watcher(self, keep: Any = None) -> Watcher:
        state = WatchState(self.file)
        return Watcher(
            load_watchlist(self.list),
            state,
            keep or self.books.keep,
            SETTINGS,
            now=self.clock.now,
            sleep=self.clock.sleep,
        )

    def round(self, keep: Any = None) -> list[tuple[str, str]]:
        return [(step.what, step.url.removeprefix(self.site.url(""))) for step in self.watcher(keep).round()]

    def state(self) -> Any:
        return json.loads(self.file.read_text())["feeds"][self.site.url("/feed")]


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Desk:
    return Desk(site, tmp_path)


def test_new_reports_are_kept_oldest_first_with_what_the_feed_knows(desk: Desk) -> None:
    assert desk.round() == [("asked", "/feed"), ("added", "/1"), ("added", "/2")]
    first, second = desk.books.kept.values()
    assert (first.outlet, first.title, str(first.published)) == ("Kabar Contoh", "Pertama", "2023-09-20")
    assert (first.language, first.source_uri) == ("id", desk.site.url("/1"))
    assert "Kamis" in second.text


def test_nothing_is_asked_before_its_time_and_nothing_is_fetched_twice(desk: Desk) -> None:
    desk.round()
    assert desk.round() == []
    assert desk.watcher().next_in_s() == pytest.approx(15 * 60, abs=30)
    desk.clock.sleep(15 * 60)
    asked = len(desk.site.seen)
    assert desk.round() == [("asked", "/feed")]
    assert [path for path, _ in desk.site.seen[asked:]] == ["/robots.txt", "/feed"]


def test_an_unchanged_feed_costs_one_request(desk: Desk) -> None:
    desk.round()
    desk.clock.sleep(15 * 60)
    status(desk.site, "/feed", 304)
    assert desk.round() == [("unchanged", "/feed")]
    assert desk.state()["etag"] == '"1"'


def test_one_site_is_not_asked_again_at_once(desk: Desk) -> None:
    desk.round()
    assert desk.clock.slept == [5.0, 5.0]


def test_robots_decide_what_is_fetched_and_how_fast(desk: Desk) -> None:
    desk.site.page("/robots.txt", b"User-agent: *\nDisallow: /2\nCrawl-delay: 30\n", "text/plain")
    assert desk.round() == [("asked", "/feed"), ("added", "/1"), ("refused", "/2")]
    assert desk.clock.slept == [30.0]


def test_rules_for_us_by_name_outrank_those_for_all(desk: Desk) -> None:
    desk.site.page("/robots.txt", b"User-agent: *\nAllow: /\n\nUser-agent: gencatan\nDisallow: /feed\n", "text/plain")
    assert desk.round() == [("refused", "/feed")]


def test_a_site_whose_rules_cannot_be_had_is_left_alone(desk: Desk) -> None:
    status(desk.site, "/robots.txt", 503)
    assert desk.round() == [("refused", "/feed")]
    assert desk.round() == []


def test_waits_double_with_each_failure_and_end_with_the_first_success(desk: Desk) -> None:
    good = desk.site.answers["/feed"]
    status(desk.site, "/feed", 500)
    waits = []
    for _ in range(3):
        assert desk.round() == [("failed", "/feed")]
        waits.append(desk.watcher().next_in_s())
        desk.clock.sleep(waits[-1])
    assert waits == pytest.approx([1800, 3600, 7200], abs=30)
    desk.site.answers["/feed"] = good
    assert desk.round()[0] == ("asked", "/feed")
    assert desk.state()["failures"] == 0


@pytest.mark.parametrize("value", ["7200", "Wed, 20 Sep 2023 08:00:00 GMT"])
def test_a_server_that_says_when_is_heard(desk: Desk, value: str) -> None:
    status(desk.site, "/feed", 429, Retry_After=value)
    assert desk.round() == [("failed", "/feed")]
    assert desk.watcher().next_in_s() == pytest.approx(7200, abs=30)


def test_a_feed_that_is_gone_is_not_asked_again(desk: Desk) -> None:
    status(desk.site, "/feed", 410)
    assert desk.round() == [("gone", "/feed")]
    desk.clock.sleep(10**6)
    assert desk.round() == []


def test_a_report_that_does_not_come_is_tried_again_then_given_up(desk: Desk) -> None:
    status(desk.site, "/1", 503)
    assert desk.round() == [("asked", "/feed"), ("failed", "/1"), ("added", "/2")]
    status(desk.site, "/feed", 304)
    assert [desk.round() for _ in range(4)] == [[("failed", "/1")], [("failed", "/1")], [("skipped", "/1")], []]


@pytest.mark.parametrize("code", [403, 404])
def test_a_report_that_is_refused_is_given_up_at_once(desk: Desk, code: int) -> None:
    status(desk.site, "/1", code)
    assert desk.round() == [("asked", "/feed"), ("skipped", "/1"), ("added", "/2")]
    assert desk.round() == []


def test_a_report_that_cannot_be_read_is_skipped_with_its_reason(desk: Desk) -> None:
    def keep(document: Document) -> bool:
        raise LanguageError("is in a language that no pack covers", source=document.source_uri)

    steps = list(desk.watcher(keep).round())
    assert [step.what for step in steps] == ["asked", "skipped", "skipped"]
    assert "language" in steps[1].words


def test_a_watch_that_is_killed_misses_nothing(desk: Desk) -> None:
    class Killed(BaseException):
        pass

    def keep(document: Document) -> bool:
        desk.books.keep(document)
        raise Killed

    with pytest.raises(Killed):
        list(desk.watcher(keep).round())
    assert len(desk.books.kept) == 1
    status(desk.site, "/feed", 304)
    assert desk.round() == [("known", "/1"), ("added", "/2")]


def test_a_round_has_an_end(desk: Desk, tmp_path: Path) -> None:
    small = Desk(desk.site, tmp_path, "at_most = 1")
    assert small.round() == [("asked", "/feed"), ("added", "/1")]
    assert small.round() == [("added", "/2")]


def test_private_addresses_are_refused_unless_allowed(desk: Desk) -> None:
    watcher = Watcher(
        load_watchlist(desk.list), WatchState(None), desk.books.keep, IntakeSettings(), now=desk.clock.now
    )
    steps: list[Step] = list(watcher.round())
    assert [step.what for step in steps] == ["refused"]
    assert desk.site.seen == []


def test_what_we_refuse_ourselves_waits_in_this_watch_alone(desk: Desk) -> None:
    def watcher(settings: IntakeSettings) -> Watcher:
        return Watcher(load_watchlist(desk.list), WatchState(desk.file), desk.books.keep, settings, now=desk.clock.now)

    strict = watcher(IntakeSettings())
    assert [step.what for step in strict.round()] == ["refused"]
    assert list(strict.round()) == [], "not at once again"
    assert strict.next_in_s() > 60
    assert not strict.has_any
    assert next(watcher(SETTINGS).round()).what == "asked", "with leave it is asked at once"


def test_a_name_that_does_not_resolve_is_asked_again_soon(desk: Desk) -> None:
    desk.list.write_text('[[feed]]\nurl = "http://news.invalid/rss"\n')
    for _ in range(3):
        watcher = desk.watcher()
        assert [step.what for step in watcher.round()] == ["failed"], "nobody refused it"
        assert watcher.next_in_s() == pytest.approx(300, abs=30)
        desk.clock.sleep(400)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 9, "feeds": {}}', '{"version": 1, "feeds": {"x": {}}}', "{" * 9]
)
def test_a_damaged_state_is_refused_by_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "state.json"
    file.write_text(text)
    with pytest.raises(FormatError, match="remove it to ask all feeds anew") as caught:
        WatchState(file)
    assert str(file) in str(caught.value)


URL = 'url = "https://example.org/rss"'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no [[feed]]"),
        ("feed = 3", "no [[feed]]"),
        ("[[feed", "not TOML"),
        ("[[feed]]\noutlet = 'x'", "feed[1].url is missing"),
        (f"[[feed]]\n{URL}\n[[feed]]\n{URL}", "feed[2].url: https://example.org/rss is there already"),
        (f"[[feed]]\n{URL}\nurls = 1", "feed[1].urls is unknown"),
        ("[[feed]]\nurl = 'file:///etc/passwd'", "feed[1].url"),
        ("[[feed]]\nurl = 'https://me:secret@example.org/'", "feed[1].url"),
        (f"[[feed]]\n{URL}\ntime_zone = '../x'", "feed[1].time_zone"),
        (f"[[feed]]\n{URL}\ntime_zone = 'Mars/Olympus'", "no time zone"),
        (f"every_minutes = 0\n[[feed]]\n{URL}", "every_minutes must be a number from 1 to 1440"),
        (f"pause_s = true\n[[feed]]\n{URL}", "pause_s must be a number"),
        (f"[[feed]]\n{URL}\noutlet = ''", "feed[1].outlet must be text"),
        (f"[[feed]]\n{URL}\nlanguage = 'fr'", "feed[1].language: 'fr' is not supported; supported: en, id"),
    ],
)
def test_a_watchlist_that_makes_no_sense_is_refused_by_file_and_key(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(text)
    with pytest.raises(FormatError) as caught:
        load_watchlist(file, ("en", "id"))
    assert str(file) in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize("language", ["id", "Indonesian", "en-GB"])
def test_a_feeds_language_may_be_said_in_any_way(tmp_path: Path, language: str) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text(f"[[feed]]\n{URL}\nlanguage = '{language}'\n")
    assert load_watchlist(file, ("en", "id")).feeds[0].language == language
    file.write_text(f"[[feed]]\n{URL}\nlanguage = 'eo'\n")
    assert load_watchlist(file).feeds[0].language == "eo", "who brings a pack of their own says so"


def test_a_watchlist_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: does not exist"):
        load_watchlist(tmp_path / "none.toml")
