"""`gencatan review`: what people say of claims, who and when; and reviewed claims as annotated reports."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gencatan.cli.asking import Address, AnswerFormat, AnswerWritten, ConflictName, Lang, TableLang, opened, write
from gencatan.cli.console import plain_errors, say
from gencatan.cli.output import Whole, writing
from gencatan.errors import UsageError
from gencatan.model.correction import CORRECTABLE

if TYPE_CHECKING:
    from gencatan.books.books import Books


class Action(StrEnum):
    """What can be said of claims, and asked of what was said."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    NOTE = "note"
    UNDO = "undo"
    LOG = "log"
    QUEUE = "queue"
    EXPORT = "export"


class GroupKind(StrEnum):
    """What claims are merged into or split from."""

    INCIDENT = "incident"
    AGREEMENT = "agreement"
    MEETING = "meeting"


Said = Annotated[
    Action,
    typer.Argument(
        metavar="ACTION",
        help="accept (right as it was read, whatever was corrected before), reject, correct, note: one claim; "
        "merge: claims that belong together; split: the first claim "
        "does not belong with the others; undo: take back a review, by its id in the log; log: all reviews; "
        "queue: reviews that a newer reading left behind; export: reviewed claims in gold form.",
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID]...", help="Ids of claims (undo: of a review), or the first characters."),
]
Reviewer = Annotated[
    str, typer.Option("--by", metavar="NAME", envvar="GENCATAN_REVIEWER", help="Who says so. Default: your login.")
]
Words = Annotated[str, typer.Option("--note", metavar="WORDS", help="Why.")]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="A corrected field: status=denied, date=2023-09-20 (or 2023-09, 2023-09-19/2023-09-20), "
        "place=Stepanakert, attribution='the ombudsman', slots.harm=injured, slots.count=32, slots.count.min=32, "
        'slots.parties=\'["Azerbaijan", "Armenia"]\'; null takes it out. Words that stand in the report are found '
        "there, others are marked as yours. May be repeated.",
    ),
]
Kind = Annotated[GroupKind | None, typer.Option("--kind", help="The kind of group. Default: what the claims form.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="export: a folder, a file for each report.")
]


def review(
    action: Said,
    ledger: Address,
    ids: Ids = None,
    by: Reviewer = "",
    note: Words = "",
    fields: Fields = None,
    kind: Kind = None,
    conflict: ConflictName = None,
    output: Output = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """Say something of claims: it stands beside them, the latest word counts, and nothing is ever overwritten."""
    with plain_errors(), opened(ledger) as books:
        if action is Action.EXPORT:
            _export(books, conflict, output)
            return
        if action in (Action.LOG, Action.QUEUE):
            _log(books, action, written, lang)
            return
        wanted = set_fields(fields or ())
        if wanted and action is not Action.CORRECT:
            raise UsageError("--set goes with correct")
        targets = ids or ()
        least = 2 if action in (Action.MERGE, Action.SPLIT) else 1
        if len(targets) < least or (least == 1 and len(targets) > 1):
            raise UsageError(f"{action} takes {'two ids or more' if least > 1 else 'one id'}")
        if action is Action.NOTE and not note.strip():
            raise UsageError("a note needs its words: --note WORDS")
        if unknown := sorted(set(wanted) - set(CORRECTABLE)):
            raise UsageError(f"--set {unknown[0]}: known: {', '.join(sorted(CORRECTABLE))}")
        made = books.review(action, targets, reviewer=by, words=note, fields=wanted, kind=kind or "")
        say(f"{action} {' '.join(target[:8] for target in made.targets)} by {made.reviewer}, {made.at[:19]}Z")


def set_fields(given: Sequence[str]) -> dict[str, Any]:
    """`slots.count.min=32` as nested fields; values are JSON, or else text. Raises UsageError."""
    found: dict[str, Any] = {}
    for one in given:
        path, equals, words = one.partition("=")
        if not equals or not path.strip():
            raise UsageError(f"--set {one!r}: FIELD=VALUE is needed, as status=denied")
        try:
            value = json.loads(words)
        except (ValueError, RecursionError):
            value = words
        at = found
        *above, last = path.strip().split(".")
        for name in above:
            at = at.setdefault(name, {})
            if not isinstance(at, dict):
                raise UsageError(f"--set {one!r}: {name} is set already")
        at[last] = value
    return found


def _export(books: Books, conflict: str | None, output: Path | None) -> None:
    from gencatan.views.gold import gold

    desk = books.desk(conflict)
    ids = {record.head.id for record in desk.records if record.id in desk.verdicts}
    entries = list(gold(desk, {id_: books.ledger.document(id_) for id_ in ids}))
    if output is None:
        with Whole(None) as out:
            out.text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries))
        return
    if output.exists() and not output.is_dir():
        raise UsageError(f"cannot write {output}: it is a file, and a file for each report needs a folder")
    with writing(output):
        output.mkdir(parents=True, exist_ok=True)
    for entry in entries:
        with Whole(output / f"{_file_name(entry['document']['id'])}.json") as out:
            out.text(json.dumps(entry, ensure_ascii=False, indent=1) + "\n")
    say(f"reports written to {output}: {len(entries)}")


def _file_name(id_: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_." else "_" for sign in id_).lstrip(".")[:100] or "report"


def _log(books: Books, action: Action, written: AnswerFormat | None, lang: str) -> None:
    from gencatan.cli.answers import reviews as draw
    from gencatan.views.log import Log, Said

    if action is Action.LOG:
        said = tuple(Said(one, "") for one in reversed(books.ledger.reviews()))
    else:
        said = tuple(Said(one.review, one.why) for one in books.ledger.queue())
    write(Log(said), written, lang, draw)
