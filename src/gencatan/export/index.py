"""The page that lists several reports, each with a link to its own page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gencatan import __version__
from gencatan.export.page import facts
from gencatan.export.render import Page, render
from gencatan.export.translate import Translator, interface_language
from gencatan.export.wording import ORDER, Words, name
from gencatan.model import Claim, Document


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A report in the list: where its page is, and how many claims of each kind it has, in the order of kinds."""

    href: str
    title: str
    facts: list[Words]
    language: str
    published: date | None
    counts: dict[str, int]


def index_row(document: Document, claims: Sequence[Claim], href: str) -> IndexRow:
    """The row of a report whose page is at `href`, relative to the list."""
    found = Counter(claim.kind for claim in claims)
    return IndexRow(
        href=href,
        title=name(document),
        facts=facts(document),
        language=document.language,
        published=document.published,
        counts={kind: found[kind] for kind in ORDER if found[kind]},
    )


def index_page(rows: Sequence[IndexRow], *, language: str = "") -> str:
    """The list as HTML, the latest report first, those without a date last. `language` as in `report_page`."""
    languages = [code for code, _ in Counter(row.language for row in rows).most_common()]
    chosen = language or interface_language(languages[0] if languages else "")
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(row.counts)
    translator = Translator(chosen)
    translator.keep("index.shown", "number.group")
    return render(
        "index.html.jinja",
        Page(chosen, translator.say("index.title"), translator),
        rows=sorted(rows, key=lambda row: row.published or date.min, reverse=True),
        kinds=[kind for kind in ORDER if counts[kind]],
        counts=counts,
        total=counts.total(),
        report_languages=sorted(languages),
        version=__version__,
    )
