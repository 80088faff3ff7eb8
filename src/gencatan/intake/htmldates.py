"""The publication date of a web page: from its metadata, its dateline or its URL, never from the story.

htmldate, left alone with a page that does not say when it was published, settles for a date in the running
text. Here a wrong date is worse than none (relative dates would resolve against it), so htmldate is shown
only a page made of the date-bearing parts.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from gencatan.intake.settings import iso_date

_NOT_PUBLISHED = re.compile(r"modif|updat|copyright|lastmod|lastdate|utime|image", re.IGNORECASE)
_DATELINE = re.compile(r"date|publish|time|byline|posted|tanggal|waktu|meta", re.IGNORECASE)
_AMBIGUOUS = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_DATELINE_TAGS: Final = frozenset({"time", "abbr", "span", "div", "p", "li", "small", "em", "b", "i", "h6", "td"})
_MAX_DATELINE: Final = 100
_STORY_PARAGRAPH: Final = 120
_EARLIEST: Final = "1900-01-01"


def metadata_date(tree: Any, url: str | None) -> date | None:
    """When the page at `url`, parsed as `tree`, says it was published, in its own time; None: unknown."""
    from htmldate import find_date

    try:
        found = find_date(
            _date_parts(tree),
            extensive_search=False,
            original_date=True,
            url=url or _canonical(tree),
            deferred_url_extractor=True,
            min_date=_EARLIEST,
        )
        return iso_date(found) if found else None
    except Exception:
        # Whatever a crafted page breaks in the date finder, the date is unknown and the report is one still.
        return None


def _canonical(tree: Any) -> str | None:
    for link in tree.iterfind(".//link[@rel='canonical']"):
        href = link.get("href")
        return str(href) if href else None
    return None


def _date_parts(tree: Any) -> Any:
    """A page of `tree`'s date-bearing parts: published metadata, JSON-LD, and what stands above the story."""
    from lxml import html as lxml_html

    page = lxml_html.document_fromstring("<html><head></head><body></body></html>")
    head, body = page[0], page[1]
    for element in tree.iterfind(".//meta"):
        if not any(_NOT_PUBLISHED.search(value) for name, value in element.attrib.items() if name != "content"):
            head.append(head.makeelement("meta", dict(element.attrib)))
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        script = head.makeelement("script", {"type": "application/ld+json"})
        script.text = element.text
        head.append(script)
    for element in tree.iter(*_DATELINE_TAGS, "article", "section"):
        text = " ".join(element.itertext()).strip() if element.tag == "p" or _is_dateline(element) else ""
        if element.tag == "p" and len(text) > _STORY_PARAGRAPH:
            break
        if _is_dateline(element) and len(text) <= _MAX_DATELINE and not _AMBIGUOUS.search(text):
            body.append(_dateline(body, element, text))
    return page


def _is_dateline(element: Any) -> bool:
    names = " ".join(element.get(name, "") for name in ("class", "id", "itemprop", "property"))
    if _NOT_PUBLISHED.search(names):
        return False
    return element.tag == "time" or bool(_DATELINE.search(names))


def _dateline(body: Any, element: Any, text: str) -> Any:
    if element.tag == "time":
        part = body.makeelement("time", {"class": "entry-date"})
        stamp = element.get("datetime") or element.get("content")
        if stamp:
            part.set("datetime", stamp)
    else:
        part = body.makeelement("span", {"class": "date"})
    part.text = text
    return part
