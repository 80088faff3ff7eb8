"""The application: its commands, `--version` and the help text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Any

import typer
import typer.core

from gencatan.cli import demo, explain, languages, ledgers, questions, read, review, watch
from gencatan.cli import eval as eval_command
from gencatan.cli.console import BAD_INPUT, say

EPILOG = (
    "Exit codes: 0 all done; 2 an input or option is no good, said on stderr in one line (add: in a line for each, and "
    "the rest is added); 130 interrupted. "
    "Data goes to stdout, words about it to stderr."
)

_Misused: type[Exception] = typer.BadParameter.__bases__[0]
"""What click raises for options and arguments; typer may have a click of its own, so it is not named."""


class OneLine(typer.core.TyperGroup):
    """Commands that say of a wrong option what they say of all else that is no good: one line, exit code 2."""

    def make_context(self, *args: Any, **settings: Any) -> Any:
        """Read the words before a command's name."""
        with _one_line():
            return super().make_context(*args, **settings)

    def invoke(self, ctx: Any) -> Any:
        """Read a command's own words and run it."""
        with _one_line():
            return super().invoke(ctx)


@contextmanager
def _one_line() -> Iterator[None]:
    try:
        yield
    except _Misused as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # no words at all: the help, as it is
            raise
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "gencatan"
        words: str = error.format_message()  # type: ignore[attr-defined]
        say(f"{words.rstrip('.').replace('Value error, ', '')} (see {command} -h)")
        raise typer.Exit(BAD_INPUT) from None


# Rich help costs a third of a second at every `--help`; plain help does not.
app = typer.Typer(
    cls=OneLine,
    help="Read news reports about ceasefires into claims, each with the exact words it rests on.",
    epilog=EPILOG,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"gencatan {version('gencatan')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read news reports about ceasefires into claims, each with the exact words it rests on."""


def _add(command: Callable[..., None], name: str | None = None) -> None:
    """A command, listed with its first sentence whole: left to itself click cuts it where the line ends."""
    first = " ".join((command.__doc__ or "").strip().partition("\n\n")[0].split())
    app.command(name, epilog=EPILOG, short_help=first)(command)


_add(read.read, "read")
_add(explain.explain, "explain")
_add(explain.why_not, "why-not")
_add(demo.demo, "demo")
_add(languages.languages, "languages")
_add(languages.kinds, "kinds")
_add(eval_command.eval_, "eval")

_BOOKS: Sequence[Callable[..., None]] = (
    ledgers.add,
    ledgers.amend,
    watch.watch,
    ledgers.conflicts,
    questions.dossier,
    questions.timeline,
    questions.agreements,
    questions.obligations,
    questions.tolls,
    questions.territory,
    questions.actors,
    questions.contradictions,
    questions.meetings,
    questions.calendar,
    questions.search,
    questions.diff,
    review.review,
    ledgers.reread,
    ledgers.rejudge,
    ledgers.purge,
    ledgers.dump,
    ledgers.load,
)
for _command in _BOOKS:
    _add(_command)
