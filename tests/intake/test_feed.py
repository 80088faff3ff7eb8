"""Feeds, from whoever wrote them."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from gencatan.errors import EncodingError, FetchError, FormatError, InputError, TooLargeError
from gencatan.intake import IntakeSettings
from gencatan.intake.feed import MAX_BYTES, Feed, fetch_feed
from tests.site import Site

SETTINGS = IntakeSettings(allow_private=True, timeout_s=3)

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Kabar  Contoh</title><link>https://contoh.example/</link>
<item><title>Gencatan senjata &amp; perundingan</title><link>/berita/2.html#top</link><guid>b2</guid>
<pubDate>Thu, 21 Sep 2023 02:30:00 +0400</pubDate></item>
<item><title>Ledakan</title><link>https://lain.example/1.html</link>
<pubDate>Wed, 20 Sep 2023 21:00:00 GMT</pubDate></item>
<item><title>No address</title><guid isPermaLink="false">b0</guid></item>
<item><title>A script</title><link>javascript:alert(1)</link></item>
<item><title>Again</title><link>/berita/2.html</link><guid>b2</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title>
<entry><id>tag:1</id><title>Truce</title><link href="https://example.org/1"/><updated>2023-09-20T22:30:00-05:00</updated>
</entry></feed>"""


def feed(site: Site, text: str | bytes, content_type: str = "application/rss+xml", **options: object) -> Feed:
    body = text.encode() if isinstance(text, str) else text
    return fetch_feed(site.page("/feed", body, content_type), SETTINGS, **options)  # type: ignore[arg-type]


def refused(site: Site, text: str | bytes, kind: type[InputError] = FormatError) -> str:
    with pytest.raises(kind) as caught:
        feed(site, text)
    assert site.url("/feed") in str(caught.value)
    return str(caught.value)


def test_an_rss_feed(site: Site) -> None:
    found = feed(site, RSS)
    assert found.title == "Kabar Contoh"
    assert [(e.key, e.url, e.title, e.published) for e in found.entries] == [
        ("b2", site.url("/berita/2.html"), "Gencatan senjata & perundingan", date(2023, 9, 21)),
        ("https://lain.example/1.html", "https://lain.example/1.html", "Ledakan", date(2023, 9, 20)),
    ]


def test_dates_in_the_outlets_time_zone(site: Site) -> None:
    found = feed(site, RSS, zone=ZoneInfo("Asia/Jakarta"))
    assert [e.published for e in found.entries] == [date(2023, 9, 21), date(2023, 9, 21)]


def test_an_atom_feed_keeps_the_date_as_it_is_told(site: Site) -> None:
    (entry,) = feed(site, ATOM, "text/xml").entries
    assert (entry.key, entry.url, entry.published) == ("tag:1", "https://example.org/1", date(2023, 9, 20))


def test_a_feed_in_another_encoding(site: Site) -> None:
    text = RSS.replace('encoding="UTF-8"', 'encoding="iso-8859-1"').replace("Ledakan", "Perdamaian à Genève")
    found = feed(site, text.encode("latin-1"), "text/xml")
    assert found.entries[1].title == "Perdamaian à Genève"


def test_a_broken_feed_gives_what_can_be_read(site: Site) -> None:
    found = feed(site, RSS.replace("</channel></rss>", "").replace("&amp;", "&"))
    assert [e.key for e in found.entries][:1] == ["b2"]


def test_an_unchanged_feed_is_not_sent_again(site: Site) -> None:
    url = site.page("/feed", RSS.encode(), "text/xml", ETag='"v1"', Last_Modified="Thu, 21 Sep 2023 00:00:00 GMT")
    first = fetch_feed(url, SETTINGS)
    assert (first.etag, first.modified) == ('"v1"', True)
    asked: list[tuple[str | None, str | None]] = []

    def answer(handler: object) -> None:
        headers = handler.headers  # type: ignore[attr-defined]
        asked.append((headers.get("If-None-Match"), headers.get("If-Modified-Since")))
        handler.send_response(304)  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]

    site.answers["/feed"] = answer
    again = fetch_feed(url, SETTINGS, etag=first.etag, last_modified=first.last_modified)
    assert asked == [('"v1"', "Thu, 21 Sep 2023 00:00:00 GMT")]
    assert (again.modified, again.entries, again.etag) == (False, (), '"v1"')


def test_a_304_that_nobody_asked_for_is_an_error(site: Site) -> None:
    def answer(handler: object) -> None:
        handler.send_response(304)  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]

    site.answers["/feed"] = answer
    with pytest.raises(FetchError, match="304"):
        fetch_feed(site.url("/feed"), SETTINGS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<!DOCTYPE html><html><body><p>Berita</p></body></html>", "web page"),
        ("  <!-- x --><HTML><head></head></HTML>", "web page"),
        ("just words", "not an RSS or Atom feed"),
        ("<rss", "not an RSS or Atom feed"),
        ("", "not an RSS or Atom feed"),
        (" \n", "not an RSS or Atom feed"),
        ('<?xml version="1.0"?>', "not an RSS or Atom feed"),
        ('<?xml version="1.0"?>\n<!DOCTYPE r [\n<!ENTITY a "aaaa">]><rss version="2.0"><channel/></rss>', "line 3"),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"/>', "entities"),
    ],
)
def test_what_is_no_feed_is_refused(site: Site, text: str, words: str) -> None:
    assert words in refused(site, text)


def test_entities_are_found_in_any_encoding(site: Site) -> None:
    text = '<!DOCTYPE r [<!entity a "b">]><rss version="2.0"><channel/></rss>'
    assert "entities" in refused(site, b"\xff\xfe" + text.encode("utf-16-le"))


def test_binary_and_oversize_feeds_are_refused(site: Site) -> None:
    refused(site, b"%PDF-1.4", EncodingError)
    refused(site, b"<rss>" + b" " * MAX_BYTES, TooLargeError)
    refused(site, "<rss>" + "<a/>" * 200_001, TooLargeError)


def test_an_endless_feed_ends(site: Site) -> None:
    def answer(handler: object) -> None:
        handler.send_response(200)  # type: ignore[attr-defined]
        handler.send_header("Content-Type", "text/xml")  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]
        while not site.stop.is_set():
            handler.wfile.write(b"<item/>" * 1000)  # type: ignore[attr-defined]

    site.answers["/feed"] = answer
    with pytest.raises(TooLargeError, match="larger than the limit"):
        fetch_feed(site.url("/feed"), SETTINGS)


def test_a_feed_of_many_entries_is_cut(site: Site) -> None:
    items = "".join(f"<item><link>https://e.example/{n}</link></item>" for n in range(3000))
    assert len(feed(site, f'<rss version="2.0"><channel>{items}</channel></rss>').entries) == 1000
