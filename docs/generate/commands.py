"""The reference of the command line: every help text; and of errors and exit codes."""

from __future__ import annotations

import inspect

from docs.generate.root import code, head, row, table


def commands() -> str:
    """Every help text."""
    import typer
    from typer.testing import CliRunner

    from gencatan.cli.app import app

    runner = CliRunner()  # as wide as a page, whatever the terminal
    parts = head("Commands", "the commands' own `--help`")
    names = list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    for command in ((), *((name,) for name in names)):
        shown = runner.invoke(app, [*command, "--help"], prog_name="gencatan")
        if shown.exit_code:
            raise RuntimeError(f"--help of {command}: {shown.output}")
        lines = [line.rstrip() for line in shown.output.strip().split("\n")]
        parts += ["## `" + " ".join(["gencatan", *command]) + "`", "", "```text", *lines, "```", ""]
    return "\n".join(parts)


def errors() -> str:
    """Exit codes, and the tree of errors."""
    from gencatan import errors as module
    from gencatan.cli.console import BAD_INPUT, INTERRUPTED

    parts = head("Errors and exit codes", "`src/gencatan/errors.py`")
    parts += table("exit code", "meaning")
    parts += [
        row(code("0"), "all done"),
        row(code(str(BAD_INPUT)), "an input or option is no good; one line on stderr says which and why"),
        row(code(str(INTERRUPTED)), "interrupted"),
        row("others", "a fault of gencatan's, with its traceback"),
    ]
    parts += ["", "In Python they are exceptions of `gencatan.errors`, one tree:", ""]
    parts += table("error", "is a", "meaning")
    for name, cls in vars(module).items():
        if inspect.isclass(cls) and issubclass(cls, module.GencatanError):
            base = cls.__base__
            parent = base.__name__ if base is not None else ""
            parts.append(row(code(name), code(parent), (inspect.getdoc(cls) or "").split("\n")[0]))
    return "\n".join(parts) + "\n"
