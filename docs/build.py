"""Draws what the docs show of the program: README's picture and figures, and the reference pages.

    python -m docs.build           write them
    python -m docs.build --check   fail where they are stale

The picture is stale where more than a fifth of its lines are no longer what gencatan prints: readers improve,
and not every slot they gain needs a new picture. All else must be exact.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial

from docs.generate import picture
from docs.generate.commands import commands, errors
from docs.generate.figures import readme
from docs.generate.keys import keys
from docs.generate.kinds import kinds
from docs.generate.root import ROOT
from docs.generate.triggers import triggers

PICTURE = "docs/picture.svg"
PAGES: Mapping[str, Callable[[], str]] = {
    "README.md": readme,
    "docs/reference/commands.md": commands,
    "docs/reference/errors.md": errors,
    "docs/reference/kinds.md": kinds,
    "docs/reference/triggers-en.md": partial(triggers, "en"),
    "docs/reference/triggers-id.md": partial(triggers, "id"),
    "docs/reference/pack-keys.md": keys,
}


def stale() -> list[str]:
    """What is no longer true."""
    found = [f"{name} differs from the program" for name, page in PAGES.items() if _old(name) != page()]
    why = picture.stale(_old(PICTURE), picture.draw())
    return [*found, f"{PICTURE}: {why}"] if why else found


def _old(name: str) -> str:
    path = ROOT / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def main() -> int:
    """Write, or check."""
    if "--check" in sys.argv[1:]:
        faults = stale()
        for fault in faults:
            print(f"{fault}; run `make docs`", file=sys.stderr)
        return 1 if faults else 0
    for name, page in {**PAGES, PICTURE: picture.draw}.items():
        path = ROOT / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
