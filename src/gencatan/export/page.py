"""The evidence page: one report, its claims and the words they rest on, in one file that needs no network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gencatan import __version__
from gencatan.export import wording
from gencatan.export.article import article, first_words
from gencatan.export.basemap import HEIGHT, WIDTH
from gencatan.export.dates import day_words, timeline, when_words
from gencatan.export.explain_view import SentenceView, SlotView, sentence_views, slot_views
from gencatan.export.marks import segments
from gencatan.export.places import place_map
from gencatan.export.plain import because
from gencatan.export.render import Page, render
from gencatan.export.translate import Translator, interface_language
from gencatan.export.wording import Words, one_line
from gencatan.i18n import LANGUAGES, Message
from gencatan.model import Claim, Document
from gencatan.model.vocabulary import STATUSES
from gencatan.reading.explaining.explanation import ClaimNote, Explanation

SCRIPT_STRINGS = ("page.switch", "page.above", "page.below", "page.next_claim", "number.group", "number.decimal")


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim ready to be shown; `number` from 1 in text order, `target` the element where its words begin."""

    number: int
    kind: str
    status: str
    badge: Message
    short_who: str
    short: list[Words]
    who: list[Words]
    what: list[list[Words]]
    when: list[Words]
    when_text: str
    where: str
    where_text: str
    says: list[str]
    source: int
    confidence: float
    words: tuple[str, ...]
    target: str
    note: ClaimNote | None
    because: list[list[Words]]
    parts: list[tuple[str, float]]
    slots: list[SlotView]


def report_page(
    document: Document,
    claims: Sequence[Claim],
    explanation: Explanation | None = None,
    *,
    language: str = "",
    index: str = "",
) -> str:
    """The page of a report, as HTML.

    `explanation` adds a panel to each claim it has a note for. `language` is the interface's ("en", "id"), the
    report's own by default; the page switches. `index` is the address of the page that lists the reports.
    """
    chosen = language or interface_language(document.language)
    claims = sorted(claims, key=lambda claim: claim.evidence[0].start)
    translator = Translator(chosen, document.language)
    translator.keep(*SCRIPT_STRINGS, *(f"slot.{slot}" for claim in claims for slot in _slots(claim)))
    codes = {kind: translator.say(f"code.{kind}") for kind in wording.ORDER}
    pieces = segments(document.text, claims)
    views = _views(claims, first_words(pieces), explanation)
    sources = list(dict.fromkeys(" › ".join(view.says) for view in views))
    page = Page(language=chosen, title=wording.name(document), translator=translator)
    return render(
        "report.html.jinja",
        page,
        document=document,
        facts=facts(document),
        link=document.source_uri if _is_web(document.source_uri) else "",
        article=article(pieces, claims, codes),
        groups=[(kind, [view for view in views if view.kind == kind]) for kind in wording.ORDER],
        counts=Counter(view.kind for view in views),
        statuses=[status for status in STATUSES if any(view.status == status for view in views)],
        sources=sources,
        total=len(views),
        views=views,
        map_width=WIDTH,
        map_height=HEIGHT,
        places=place_map(claims),
        timeline=timeline(document, claims),
        sentences=_sentences(explanation, claims),
        index=index,
        version=__version__,
    )


def facts(document: Document) -> list[Words]:
    """Outlet, date and language."""
    found: list[Words] = [one_line(document.outlet)] if document.outlet else []
    found.append(_day(document.published) if document.published else Message("page.undated"))
    if document.language in LANGUAGES:
        found.append(Message(f"language.{document.language}"))
    return found


def _day(published: date) -> Message:
    return day_words(published.isoformat())


def _is_web(uri: str) -> bool:
    return uri.lower().startswith(("http://", "https://"))


def _slots(claim: Claim) -> tuple[str, ...]:
    return (*claim.slots, "date", "place", "attribution")


def _views(claims: Sequence[Claim], targets: dict[int, str], explanation: Explanation | None) -> list[ClaimView]:
    sources: dict[str, int] = {}
    views = []
    for number, claim in enumerate(claims):
        note = explanation.notes.get(claim.id) if explanation else None
        source = sources.setdefault(wording.says(claim), len(sources))
        badge = wording.status(claim, claims)
        views.append(_view(claim, number, targets.get(number, ""), note, source, badge))
    return views


def _view(claim: Claim, number: int, target: str, note: ClaimNote | None, source: int, badge: Message) -> ClaimView:
    who, what = wording.headline(claim)
    short_who, short = wording.short(claim)
    return ClaimView(
        number=number + 1,
        kind=claim.kind,
        status=claim.status,
        badge=badge,
        short_who=short_who,
        short=short,
        who=who,
        what=what,
        when=when_words(claim.date) if claim.date else [],
        when_text=one_line(claim.date.span.text) if claim.date else "",
        where=wording.where(claim.place) if claim.place and claim.place.name else "",
        where_text=one_line(claim.place.span.text) if claim.place else "",
        says=[wording.filler(filler) for filler in claim.attribution],
        source=source,
        confidence=float(claim.confidence),
        words=wording.words(claim.evidence),
        target=target,
        note=note,
        because=because(note) if note else [],
        parts=[(part.name, part.value) for part in note.confidence if round(part.value, 2)] if note else [],
        slots=slot_views(note) if note else [],
    )


def _sentences(explanation: Explanation | None, claims: Sequence[Claim]) -> list[SentenceView]:
    return sentence_views(explanation, claims) if explanation else []
