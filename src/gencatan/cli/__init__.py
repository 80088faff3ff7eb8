"""The command line, one file per group of commands.

Importing this package must stay cheap: the parser, Rich's tables and Arrow are imported by the commands that
need them, when they run.
"""

from __future__ import annotations


def main() -> None:
    """Run `gencatan`; the entry point of the installed script."""
    import os
    import sys

    from gencatan.collecting import collect_seldom

    collect_seldom()
    try:
        from gencatan.cli.app import app
        from gencatan.cli.console import Closed, written
        from gencatan.cli.stopping import obey
    except KeyboardInterrupt:  # while all this is loaded no command is there yet to say so
        print("gencatan: interrupted", file=sys.stderr)
        sys.exit(130)

    if sys.stdin is None:  # closed by the shell
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        sys.stdout = Closed()
    obey()
    with written():
        app(prog_name="gencatan")
