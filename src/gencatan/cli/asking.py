"""What all commands that ask the books share: their options, the way to the claims, and how an answer is written."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from gencatan.cli.console import make_console, say, utf8
from gencatan.errors import UsageError

if TYPE_CHECKING:
    from gencatan.books.books import Books
    from gencatan.cli.sheets import Sheet
    from gencatan.i18n import Strings
    from gencatan.views.desk import Desk


class AnswerFormat(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class DossierFormat(StrEnum):
    """How a dossier is written: as an answer, or as a page."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


class Lang(StrEnum):
    """The languages of tables."""

    EN = "en"
    ID = "id"


class Answer(Protocol):
    """What a question gives."""

    def to_dict(self) -> dict[str, Any]:
        """All of it, JSON-ready."""

    def rows(self) -> list[dict[str, Any]]:
        """Flat rows, as CSV and JSON lines have them."""


Address = Annotated[
    str,
    typer.Option(
        "--ledger",
        metavar="FILE",
        envvar="GENCATAN_LEDGER",
        help="The ledger: a file, or postgresql://… of a database.",
    ),
]
ConflictName = Annotated[
    str | None,
    typer.Option(
        "--conflict",
        metavar="NAME",
        help="A conflict of `gencatan conflicts`, a TOML file of your own, or none: claims of no known conflict. "
        "Default: all claims.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        help="What was known then, by today's reader and reviews. A date means the end of that day in the conflict's "
        "time zone. Default: all reports; what is due or overdue is judged as of the last report's day, which the "
        "answer names.",
    ),
]
AsRecorded = Annotated[str | None, typer.Option(metavar="TIME", help="What had been recorded in the ledger by then.")]
AnswerWritten = Annotated[
    AnswerFormat | None,
    typer.Option("--format", help="Default: a table on a terminal, JSON lines in a pipe."),
]
TableLang = Annotated[Lang, typer.Option("--lang", help="Language of tables; the reports' words stay.")]


@contextmanager
def opened(address: str) -> Iterator[Books]:
    """The books that are there already. Raises LedgerError where there are none."""
    from gencatan.books.books import Books
    from gencatan.collecting import without_collecting

    with without_collecting(), Books.open(address, create=False, on_wait=say) as books:
        yield books


@contextmanager
def asked(
    address: str, conflict: str | None, as_of: str | None, as_recorded: str | None, lang: str = "en"
) -> Iterator[Desk]:
    """The claims that a question is about."""
    with opened(address) as books:
        if books.outdated:
            say("the claims were put together by other rules than these; `gencatan rejudge` judges them anew")
        desk = books.desk(conflict, as_of=as_of, as_recorded=as_recorded, language=lang)
        warn_of(conflict, desk)
        if not desk.remembers and not desk.records:
            which, when = " of this conflict" if conflict else "", " at that time" if as_of or as_recorded else ""
            say(f"no claims{which} in {books.ledger.address}{when}")
        yield desk


def warn_of(asked_for: str | None, desk: Desk) -> None:
    """Say what in a conflict's own file can have no effect."""
    if asked_for is not None and asked_for.endswith(".toml"):
        from gencatan.cli.unknown import unknown_actors

        for words in unknown_actors(desk.conflict):
            say(words)


def chosen_of(written: AnswerFormat | None) -> AnswerFormat:
    """The format that was asked for, else a table on a terminal and JSON lines elsewhere."""
    return written or (AnswerFormat.TABLE if sys.stdout is not None and sys.stdout.isatty() else AnswerFormat.JSONL)


def write(
    answer: Answer,
    written: AnswerFormat | None,
    lang: str,
    draw: Callable[[Any, Strings], Sequence[Sheet]],
    register: Callable[[], Sequence[dict[str, Any]]] | None = None,
) -> None:
    """An answer on stdout; `draw` makes its tables, `register` the rows of CSV where they are others than `rows`."""
    chosen = chosen_of(written)
    if sys.stdout is None:
        raise UsageError("standard output is closed")
    out = utf8(sys.stdout)
    if chosen is AnswerFormat.TABLE:
        from gencatan.cli.sheets import show
        from gencatan.i18n import strings

        words = strings(lang)
        known = getattr(answer, "known", None)  # where states are judged as of a day, the day stands on top
        show(make_console(), draw(answer, words), words, words.say(known.told) if known and known.told else "")
    elif chosen is AnswerFormat.JSON:
        out.write(json.dumps(answer.to_dict(), ensure_ascii=False, indent=1) + "\n")
    else:
        rows = register() if register and chosen is AnswerFormat.CSV else answer.rows()
        write_rows(rows, chosen, getattr(answer, "columns", ()))


def write_rows(rows: Sequence[dict[str, Any]], chosen: AnswerFormat, columns: Sequence[str] = ()) -> None:
    """Flat rows as JSON lines or CSV; `columns` are those of a table without rows."""
    from gencatan.views.values import plain

    out = utf8(sys.stdout)
    if chosen is not AnswerFormat.CSV:
        out.writelines(json.dumps(plain(row), ensure_ascii=False) + "\n" for row in rows)
        return
    named = list(dict.fromkeys(key for row in rows for key in row)) or list(columns)
    if not named:
        return
    table = csv.DictWriter(out, named, lineterminator="\n")
    table.writeheader()
    table.writerows({key: _cell(value) for key, value in plain(row).items()} for row in rows)


def _cell(value: Any) -> Any:
    """Text that a spreadsheet takes for a formula is led in by an apostrophe."""
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
