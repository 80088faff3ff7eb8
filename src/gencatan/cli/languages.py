"""`gencatan languages` and `gencatan kinds`: what can be read."""

from __future__ import annotations

import sys

from gencatan.cli.console import make_console, plain_errors, utf8
from gencatan.model.meanings import KIND_MEANINGS
from gencatan.model.vocabulary import KINDS, VALUES


def languages() -> None:
    """List the languages that can be read, one a line: code and name."""
    with plain_errors():
        from gencatan.language.pack import available, load_pack

        out = utf8(sys.stdout)
        for code in available():
            out.write(f"{code}\t{load_pack(code).name}\n")


def kinds() -> None:
    """List the nine kinds of claim, their slots and the values a slot may take."""
    with plain_errors():
        if not sys.stdout.isatty():
            for kind, slots in KINDS.items():
                utf8(sys.stdout).write(f"{kind}\t{KIND_MEANINGS[kind]}\t{' '.join(slots)}\n")
            return
        from rich.text import Text

        console = make_console()
        for kind, slots in KINDS.items():
            console.print(Text.assemble((kind, "bold cyan"), f"  {KIND_MEANINGS[kind]}"))
            for slot in slots:
                values = " ".join(VALUES.get((kind, slot), ()))
                console.print(Text.assemble("  ", slot, "  ", (values, "dim")))
