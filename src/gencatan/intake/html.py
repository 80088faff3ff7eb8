"""A web page to a report: body, title, outlet and date by trafilatura and htmldate, paragraphs kept.

The page is hostile. It is parsed as HTML (no entities, no network), and refused before any heavier work when
its shape would make that slow: libxml2 itself stops at a depth of 256, while the time that trafilatura needs
grows with the number of elements, and faster than linearly with the attributes of a single one.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, Final

from gencatan.errors import FormatError, TooLargeError
from gencatan.intake.encoding import decode_text
from gencatan.intake.htmldates import metadata_date
from gencatan.intake.plain import clean_text
from gencatan.model import Document

MAX_ELEMENTS: Final = 30_000
MAX_ATTRIBUTES: Final = 300

_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,1000}?\bcharset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_RAW_TEXT = {f"<{name}": re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}
_ATTRIBUTE = re.compile(r"""[\s/]*+[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+[\s/]*+""")
_TAG = re.compile(r"<[a-zA-Z][^\s>/]*+")

_BLOCKS: Final = frozenset({"p", "head", "item", "list", "quote", "code", "table", "row", "cell", "lb", "div", "body"})
_SENTENCE = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_SPACE = re.compile(r"\s+")
_MIN_SENTENCE_WORDS: Final = 4
_MIN_PROSE_WORDS: Final = 25

# trafilatura reports on stderr what it discards; that is not for our caller's users.
_NOISY: Final = ("trafilatura", "htmldate", "courlan", "readability")


def html_document(
    data: bytes,
    *,
    source: str,
    charset: str | None = None,
    url: str | None = None,
    **fields: Any,
) -> tuple[Document, str]:
    """The report on a page, and the language that the page declares ("" if none).

    `charset` is what the server says, else the page's own declaration counts. `fields` go to
    `Document.create`; a `published` of None means that the page is asked for its date.
    Raises EncodingError, TooLargeError for a page too complex, and FormatError for one without an article.
    """
    text = decode_text(data, source=source, declared=charset or _declared_charset(data))
    _refuse_attribute_flood(text, source)
    tree = _parse(text, source)
    for name in _NOISY:
        logging.getLogger(name).addHandler(logging.NullHandler())
    body, title, outlet = _extract(tree, url, source)
    paragraphs = list(_paragraphs(body))
    title = _one_line(title)
    if title and len(paragraphs) > 1 and paragraphs[0] == title:
        del paragraphs[0]
    if not _is_article(paragraphs):
        raise FormatError("is an HTML page without an article that can be read", source=source)
    published = fields.pop("published", None) or metadata_date(tree, url)
    document = Document.create(
        "\n".join(paragraphs),
        source_uri=source,
        published=published,
        title=title,
        outlet=_one_line(outlet),
        **fields,
    )
    return document, _declared_language(tree)


def _declared_charset(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    label = (found.group(1) or found.group(2)).decode("ascii", "replace")
    # A declaration that could be read as ASCII is not in UTF-16; browsers take such a page as UTF-8.
    return "utf-8" if label.lower().startswith("utf-16") else label


def _refuse_attribute_flood(text: str, source: str) -> None:
    """Raise TooLargeError for an element with absurdly many attributes, in one pass over the page."""
    position = 0
    while tag := _TAG.search(text, position):
        position, count = tag.end(), 0
        while attribute := _ATTRIBUTE.match(text, position):
            position, count = attribute.end(), count + 1
            if count > MAX_ATTRIBUTES:
                raise TooLargeError(f"has an element with more than {MAX_ATTRIBUTES} attributes", source=source)
        raw = _RAW_TEXT.get(tag.group().lower())
        if raw and (end := raw.search(text, position)):
            # The "<" of a script are no tags.
            position = end.start()


def _parse(text: str, source: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=False,
        collect_ids=False,
    )
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise FormatError("holds no HTML that can be parsed", source=source) from error
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        raise TooLargeError(f"is an HTML page of {elements:,} elements; the limit is {MAX_ELEMENTS:,}", source=source)
    return tree


def _extract(tree: Any, url: str | None, source: str) -> tuple[Any, str | None, str | None]:
    import trafilatura
    from trafilatura.settings import use_config

    # Below this size trafilatura gives up on structure and returns a short report as one run of text.
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    try:
        page = trafilatura.bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            config=config,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:
        # Whatever a crafted page breaks inside the extractor is the page's fault to the user, not a crash.
        raise FormatError(f"is an HTML page that cannot be read ({type(error).__name__})", source=source) from error
    if page is None or isinstance(page, dict) or page.body is None:
        raise FormatError("is an HTML page without an article that can be read", source=source)
    return page.body, page.title, page.sitename


def _paragraphs(body: Any) -> Iterator[str]:
    """The lines of an extracted body: one a block, white space normalised."""
    pieces: list[str] = []

    def flush() -> Iterator[str]:
        line = _one_line("".join(pieces))
        pieces.clear()
        if line:
            yield line

    from lxml import etree

    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag in _BLOCKS
        if event == "start":
            if block:
                yield from flush()
            pieces.append(element.text or "")
        else:
            if block:
                yield from flush()
            if element is not body:
                pieces.append(element.tail or "")
    yield from flush()


def _one_line(text: str | None) -> str | None:
    return _SPACE.sub(" ", clean_text(text)).strip() or None if text else None


def _is_article(paragraphs: list[str]) -> bool:
    """A page of menus and buttons has words, but neither a sentence nor a longer stretch of prose."""
    return any(
        len(words) >= _MIN_PROSE_WORDS or (len(words) >= _MIN_SENTENCE_WORDS and _SENTENCE.search(paragraph))
        for paragraph in paragraphs
        for words in (paragraph.split(),)
    )


def _declared_language(tree: Any) -> str:
    lang = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    if not lang:
        found = tree.xpath(
            "//meta[@property='og:locale' or translate(@http-equiv,'CL','cl')='content-language']/@content"
        )
        lang = found[0] if found else ""
    return str(lang).strip()[:35]
