from __future__ import annotations

import contextlib
import logging
import time
from datetime import date

import pytest

from gencatan.errors import FormatError, TooLargeError
from gencatan.intake.html import html_document
from gencatan.model import Document

ONE = (
    "Dua tentara tewas di kota itu pada hari Rabu, 4 Maret 2021, kata seorang pejabat setempat kepada wartawan di sana."
)
TWO = "Kedua pihak menyetujui gencatan senjata."


def page(head: str = "", above: str = "", body: str | None = None, url: str | None = None) -> Document:
    content = body if body is not None else f"<article><h1>Judul</h1>{above}<p>{ONE}</p><p>{TWO}</p></article>"
    html = f"<html><head><title>Judul</title>{head}</head><body>{content}</body></html>"
    document, _ = html_document(html.encode(), source="a.html", url=url)
    return document


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>Judul</h1><p>{ONE}</p><p>{TWO}</p></article>",
        f"<nav><a href=/>Beranda</a></nav><main><p>{ONE}</p>\n\n<p>{TWO}</p></main><footer>© 2020</footer>",
        f"<div><p>{ONE.replace(' ', '&nbsp; ').replace('kota', '<b>kota</b>')}</p><p>{TWO}</p></div>",
        f"<div class=content><div>{ONE}</div><div>{TWO}</div></div>",
        f"<div class=content>{ONE}<br><br>{TWO}</div>",
        f"<article><p>{ONE}</p><ul><li>{TWO}</li></ul></article>",
        f"<article><p>{ONE}</p><script>var a = 1 < 2; document.write('<p>x</p>')</script><p>{TWO}</p></article>",
    ],
)
def test_paragraphs_are_kept_one_a_line(body: str) -> None:
    assert page(body=body).text.split("\n") == [ONE, TWO]


@pytest.mark.parametrize(
    ("parts", "published"),
    [
        ({}, None),
        ({"head": "<meta property='article:published_time' content='2023-09-20T23:30:00-04:00'>"}, date(2023, 9, 20)),
        ({"head": "<meta property='article:published_time' content='2023-09-20T01:30:00+07:00'>"}, date(2023, 9, 20)),
        ({"head": "<meta name=date content='1988-09-20'>"}, date(1988, 9, 20)),
        ({"head": "<meta property='article:modified_time' content='2023-09-20'>"}, None),
        (
            {"head": '<script type="application/ld+json">{"datePublished":"2023-09-20T23:30:00+00:00"}</script>'},
            date(2023, 9, 20),
        ),
        ({"above": "<time datetime='2023-09-20T23:30:00-08:00'>kemarin</time>"}, date(2023, 9, 20)),
        ({"above": "<span class=date>Rabu, 20 September 2023 10:30 WIB</span>"}, date(2023, 9, 20)),
        ({"above": "<span class=date>03/04/2023</span>"}, None),
        ({"url": "https://example.org/2023/09/20/judul.html"}, date(2023, 9, 20)),
        ({"head": "<link rel=canonical href='https://example.org/2023/09/20/a'>"}, date(2023, 9, 20)),
        (
            {
                "head": "<meta name=date content='2023-09-21'>",
                "url": "https://example.org/2023/09/20/judul.html",
            },
            date(2023, 9, 21),
        ),
    ],
)
def test_the_date_is_the_one_of_the_metadata_or_unknown(parts: dict[str, str], published: date | None) -> None:
    assert page(**parts).published == published


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<nav><a href=/>Home</a><a href=/b>About us</a></nav>",
        "<h1>Log in</h1><form><input><button>Go</button></form>",
    ],
)
def test_pages_without_an_article(body: str) -> None:
    with pytest.raises(FormatError, match=r"a\.html: is an HTML page without an article"):
        page(body=body)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 200_000,
        "<p>" * 200_000 + ONE,
        "<div " + " ".join(f"a{n}=x" for n in range(50_000)) + f"><p>{ONE}</p>",
        "<" * 1_000_000,
        '<a b="' * 200_000,
        "<a '" * 200_000,
        "<a " * 300_000,
        "<table><tr><td>" * 20_000,
        "<script type='application/ld+json'>" + "[" * 300_000 + "</script>",
        "&lt;" * 300_000,
        "&#x110000;&#0;&#xd800;" * 1000 + f"<p>{ONE}</p>",
    ],
)
def test_hostile_pages_are_refused_or_read_in_time(body: str) -> None:
    start = time.monotonic()
    with contextlib.suppress(FormatError, TooLargeError):
        page(body=body)
    assert time.monotonic() - start < 20


def test_entities_and_external_parts_are_not_resolved() -> None:
    html = (
        '<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE html [<!ENTITY a "bbb">'
        '<!ENTITY x SYSTEM "file:///etc/hosts">]><html><body><p>Satu &a; dua &x; tiga é empat.</p></body></html>'
    )
    document, _ = html_document(html.encode("latin-1"), source="a.html")
    assert "Satu &a; dua &x; tiga é empat." in document.text


def test_nothing_is_logged_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("trafilatura").handlers.clear()
    with pytest.raises(FormatError):
        page(body="<p></p>")
    assert capfd.readouterr() == ("", "")
