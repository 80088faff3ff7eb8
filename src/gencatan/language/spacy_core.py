"""Imports spaCy without its command line.

`import spacy` also imports all its commands, with what they need to download and to train: nearly half of the time it
takes, for the one function `spacy.info`. That one loads them here when it is called. Where spaCy is imported already
nothing is done, and `import spacy.cli` works as ever.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, Final

COMMANDS: Final = ("spacy.cli", "spacy.cli.info")


def _info(*args: Any, **options: Any) -> Any:
    """`spacy.info`, from spaCy's commands."""
    from spacy.cli.info import info

    return info(*args, **options)


def import_spacy() -> None:
    """Import spaCy with empty modules in the place of its commands, and take these away again."""
    if "spacy" in sys.modules or any(name in sys.modules for name in COMMANDS):
        return
    stands = {name: ModuleType(name) for name in COMMANDS}
    vars(stands["spacy.cli.info"])["info"] = _info
    sys.modules.update(stands)
    try:
        import spacy  # noqa: F401
    finally:
        for name, module in stands.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
