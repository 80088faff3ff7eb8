"""Claims as an analyst wants to see them first, drawn with Rich."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gencatan.export.wording import ORDER, Row, grouped, row
from gencatan.i18n import strings
from gencatan.model import Claim, Document

STRINGS = strings("en")
COLUMNS = ("Who", "What", "When", "Where", "Says who")
SHARES = (20, 31, 13, 18, 18)
WHAT, WHEN = 1, 2
ISO_DAY = len("2023-09-20")
NARROWEST = 72
"""Letters below which five columns would break words such as "Azerbaijan": there a claim is told as one paragraph."""
STATUS_STYLE = {
    "denied": "red",
    "not so": "red",
    "called off": "red",
    "called for": "yellow",
    "required": "yellow",
    "conditional": "magenta",
    "planned": "cyan",
    "possible": "blue",
}


def report(document: Document, claims: Sequence[Claim], width: int) -> Group:
    """One report: its head, then a table for each kind with the words under each claim."""
    parts: list[RenderableType] = [_head(document, claims)]
    for kind, of_kind in grouped(claims):
        title = Text(f"{_title(kind)} ({len(of_kind)})", style="bold cyan")
        parts += [Text(), title, *_rows(of_kind, claims, width)]
    parts.append(Text())
    return Group(*parts)


def _head(document: Document, claims: Sequence[Claim]) -> Text:
    title = " ".join((document.title or document.source_uri or document.id).split())
    published = document.published.isoformat() if document.published else "publication date unknown"
    facts = (document.outlet, published, document.language, f"{len(claims)} claim{'s' * (len(claims) != 1)}")
    head = Text(title, style="bold")
    return head.append("\n" + " · ".join(" ".join(f.split()) for f in facts if f), style="not bold dim")


def _title(kind: str) -> str:
    return STRINGS[f"kind.{kind}"]


def _rows(claims: Sequence[Claim], beside: Sequence[Claim], width: int) -> Iterator[RenderableType]:
    if width < NARROWEST:
        for claim in claims:
            yield Text(" · ").join(cell for cell in _cells(row(claim, beside=beside)) if cell.plain != "–")
            yield from _quoted(row(claim))
        return
    widths = _widths(width)
    header = Table.grid(padding=(0, 1))
    for size, name in zip(widths, COLUMNS, strict=True):
        header.add_column(Text(name, style="dim"), width=size)
    header.add_row(*(Text(name, style="dim") for name in COLUMNS))
    yield header
    for claim in claims:
        shown = row(claim, beside=beside)
        grid = Table.grid(padding=(0, 1))
        for size in widths:
            grid.add_column(width=size, overflow="fold")
        grid.add_row(*_cells(shown))
        yield grid
        yield from _quoted(shown)


def _quoted(shown: Row) -> Iterator[RenderableType]:
    for words in shown.words:
        yield Padding(Text(f"“{words}”", style="dim italic"), (0, 0, 0, 2))


def _widths(width: int) -> list[int]:
    """Column widths that fill the line, blanks between them taken off."""
    room = width - len(COLUMNS)
    widths = [room * share // sum(SHARES) for share in SHARES]
    missing = max(0, ISO_DAY - widths[WHEN])  # a date must not break
    widths[WHEN] += missing
    widths[WHAT] -= missing
    return widths


def _cells(shown: Row) -> list[Text]:
    what = Text(shown.what)
    if shown.status != "asserted":
        what = Text.assemble((shown.status.upper(), STATUS_STYLE.get(shown.status, "")), " ", what)
    return [
        Text(shown.who or "–", style="bold" if shown.who else "dim"),
        what,
        Text(shown.when or "–", style="" if shown.when else "dim"),
        Text(shown.where or "–", style="" if shown.where else "dim"),
        Text(shown.says, style="dim" if shown.says == STRINGS["page.own_voice"] else ""),
    ]


def summary(counts: Mapping[str, Counter[str]], reports: Mapping[str, int]) -> Table:
    """How many claims of each kind per language; `counts` and `reports` by language code."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("Kind")
    for language in sorted(counts):
        table.add_column(language, justify="right")
    table.add_column("all", justify="right", style="bold")
    table.add_row(
        "reports",
        *(str(reports[code]) for code in sorted(counts)),
        str(sum(reports.values())),
        end_section=True,
    )
    for kind in ORDER:
        numbers = [counts[code][kind] for code in sorted(counts)]
        if sum(numbers):
            table.add_row(_title(kind).lower(), *map(str, numbers), str(sum(numbers)))
    totals = [sum(counts[code].values()) for code in sorted(counts)]
    table.add_row("claims", *map(str, totals), str(sum(totals)), style="bold")
    return table


def show(console: Console, document: Document, claims: Sequence[Claim]) -> None:
    """Print one report."""
    console.print(report(document, claims, console.width))
