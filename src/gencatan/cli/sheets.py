"""Tables for analysts at six in the morning: compact, the words under each row, ids that `gencatan explain` takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gencatan.i18n import Message, Strings
from gencatan.views.values import Cite, Source

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

ID_SHOWN = 8
SOURCES_SHOWN = 3
LONGEST_WORDS = 220
NARROWEST = 60
"""Letters below which no columns are drawn: there a row is told as one paragraph."""
UNBROKEN = range(16, 9, -1)
"""Letters up to which a word stands whole in its column: as many as the line has room for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its cells, and what stands under it: words of reports in quotation marks, remarks without."""

    cells: tuple[str, ...]
    words: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    dim: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. `shares` say how the width is shared out; 0 takes as much as its widest cell."""

    title: str
    columns: tuple[str, ...]
    shares: tuple[int, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


def show(console: Console, sheets: Sequence[Sheet], strings: Strings, head: str = "") -> None:
    """Draw the tables, `head` above them."""
    from rich.text import Text

    if head:
        console.print(Text(head, style="dim"))
    if not any(sheet.lines or sheet.notes for sheet in sheets):
        console.print(strings["books.nothing"])
    for sheet in sheets:
        if not sheet.lines and not sheet.notes and len(sheets) == 1:
            continue  # its title alone, after it was said that nothing is known
        for part in _drawn(sheet, console.width):
            console.print(part)


def _drawn(sheet: Sheet, width: int) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    if sheet.title:
        yield Text(sheet.title, style="bold cyan")
    if sheet.lines:
        widths = _widths(sheet, width)
        if widths:
            yield _grid(widths, sheet.columns, "dim")
        for line in sheet.lines:
            style = "dim" if line.dim else ""
            yield _grid(widths, line.cells, style) if widths else Text(_paragraph(sheet.columns, line.cells), style)
            for words in line.words:
                yield Padding(Text(f"“{_cut(words)}”", style="dim italic"), (0, 0, 0, 2))
            for remark in line.remarks:
                deeper = len(remark) - len(remark.lstrip())
                yield Padding(Text(remark.lstrip(), style="dim"), (0, 0, 0, 2 + deeper))
    for note in sheet.notes:
        yield Text(note, style="dim")
    yield Text()


def _grid(widths: Sequence[int], cells: Sequence[str], style: str) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    for size in widths:
        grid.add_column(width=size, overflow="fold")
    grid.add_row(*(Text(cell or "–", style=style) for cell in cells))
    return grid


def _paragraph(columns: Sequence[str], cells: Sequence[str]) -> str:
    """A row where no columns fit; a bare number says of what it is."""
    named = zip(columns, cells, strict=True)
    return " · ".join(f"{name} {cell}" if cell.isdecimal() else cell for name, cell in named if cell)


def _widths(sheet: Sheet, width: int) -> list[int]:
    """How wide each column is; none where the line is too short for them: they would break ids, dates and names."""
    if width < NARROWEST:
        return []
    cells = list(zip(sheet.columns, *(line.cells for line in sheet.lines), strict=True))
    for unbroken in UNBROKEN:
        narrowest = [
            _narrowest(column, unbroken if share else None) for column, share in zip(cells, sheet.shares, strict=True)
        ]
        spare = width - len(cells) - sum(narrowest)
        if spare >= 0:
            return _widened(narrowest, spare, sheet.shares)
    return []


def _widened(narrowest: Sequence[int], spare: int, shares: Sequence[int]) -> list[int]:
    """What is left of the line goes to the columns that have less than their share of it."""
    room = spare + sum(size for size, share in zip(narrowest, shares, strict=True) if share)
    shared = sum(shares) or 1
    missing = [
        max(0, room * share // shared - size) if share else 0 for size, share in zip(narrowest, shares, strict=True)
    ]
    asked = sum(missing) or 1
    return [size + min(more, spare * more // asked) for size, more in zip(narrowest, missing, strict=True)]


def _narrowest(column: Sequence[str], unbroken: int | None) -> int:
    """The longest word up to so many letters; None: the widest cell, as in a column without a share."""
    if unbroken is None:
        return max(map(len, column))
    return min(unbroken, max((len(word) for cell in column for word in cell.split()), default=1))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1].rstrip() + "…"


# --- the same words in all tables


def short(id_: str | None) -> str:
    """The start of an id: enough for `explain`."""
    return (id_ or "")[:ID_SHOWN]


def label(strings: Strings, key: str, name: str = "") -> str:
    """A string, or where the tables have none its last part as words."""
    if key in strings:
        return strings[key]
    return (name or key.rpartition(".")[2]).replace("_", " ")


def what(strings: Strings, value: str, kind: str) -> str:
    """`event.act.operation` in words."""
    return label(strings, f"value.{value}") if value else label(strings, f"kind.{kind}")


def badge(strings: Strings, status: str) -> str:
    """How a claim is meant, in capitals; nothing for what is simply said."""
    return "" if status == "asserted" else strings[f"status.{status}"].upper() + " "


def marked(strings: Strings, item: Cite) -> str:
    """`badge` of a claim."""
    return badge(strings, item.meant or item.status)


def day(value: date | None) -> str:
    """An ISO day, or a dash."""
    return value.isoformat() if value else "–"


def days(strings: Strings, start: date | None, end: date | None, precision: str | None = "day") -> str:
    """A day, a range, an open range, at its precision."""
    length = {"year": 4, "decade": 4, "month": 7}.get(precision or "day", 10)
    first, last = (value.isoformat()[:length] if value else "" for value in (start, end))
    if first and last:
        return first if first == last else f"{first} – {last[5:] if first[:5] == last[:5] else last}"
    if first:
        return f"{strings['when.since']} {first}"
    return f"{strings['when.until']} {last}" if last else "–"


def sources(found: Sequence[Source]) -> str:
    """The first sources' names, and how many more there are."""
    names = list({source.key: source.name for source in found}.values())
    more = f" +{len(names) - SOURCES_SHOWN}" if len(names) > SOURCES_SHOWN else ""
    return ", ".join(names[:SOURCES_SHOWN]) + more


def number(strings: Strings, low: int | None, high: int | None, hedge: str = "") -> str:
    """`≥ 32`, `20–99`, `≤ 50`, `192`, `≈ 40`, "nearly 500" as `< 500`;
    "more than 200", which is 201 and up, by the number that was said: `> 200`."""
    if low is None and high is None:
        return "?"
    if high is None and low and hedge == "more_than":
        return strings.say(Message("count.more_than", (low - 1,)))
    if high is None:
        return strings.say(Message("count.at_least", (low or 0,)))
    if low is None:
        return strings.say(Message("count.up_to", (high,)))
    if low == high and hedge in ("about", "nearly"):
        return strings.say(Message(f"count.{hedge}", (low,)))
    return strings.number(low) if low == high else f"{strings.number(low)}–{strings.number(high)}"


def said(item: Cite) -> str:
    """Whose word a claim is, in which report, of when."""
    outlet = item.report
    told = outlet if item.source.key.startswith("outlet:") else f"{item.source.name} › {outlet}"
    return f"{told}, {item.published}" if item.published else told


def quoted(item: Cite) -> str:
    """A claim in one line: its words, whose they are, its id."""
    return f"“{_cut(' … '.join(item.words))}” — {said(item)} [{short(item.claim)}]"
