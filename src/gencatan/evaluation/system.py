"""Claims that some reader read, as JSON lines, to be scored against annotated reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from gencatan.evaluation.check import check_system
from gencatan.evaluation.files import JSONL, find_files, read_values
from gencatan.evaluation.items import Json


def load_system(paths: Sequence[Path]) -> dict[str, list[Json]]:
    """Claims by the id of their document, from .jsonl files and folders of them, in the order they stand.

    Raises InputError for what cannot be read or is no claim, naming file and line.
    """
    found: dict[str, list[Json]] = defaultdict(list)
    for path in find_files(paths, JSONL):
        for value in read_values(path):
            claim = check_system(value)
            found[claim["document"]].append(claim)
    return dict(found)
