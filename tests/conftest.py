"""What several tests need: one reader, the bundled reports, reproducible property tests."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from gencatan import Document

if TYPE_CHECKING:
    from gencatan import Reader

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "src" / "gencatan" / "reports"

# The same examples at every run, so that CI fails only for a reason; HYPOTHESIS_PROFILE=search looks further.
settings.register_profile(
    "pinned", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("search", parent=settings.get_profile("pinned"), derandomize=False)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "pinned")
settings.load_profile(PROFILE)


def examples(number: int) -> int:
    """How many examples a property is tried on: `number`, far more when searching."""
    return number * 20 if PROFILE == "search" else number


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for all tests of a process: loading the pipelines is what costs."""
    from gencatan import Reader

    return Reader()


def entries(folder: Path = REPORTS) -> list[dict[str, Any]]:
    """Reports in gold form."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def to_document(entry: dict[str, Any]) -> Document:
    """The report of an entry in gold form."""
    given = entry["document"]
    return Document.create(
        given["text"],
        id=given["id"],
        published=given["published"],
        language=given["language"],
        title=given["title"],
        outlet=given["outlet"],
    )


@pytest.fixture(scope="session")
def reports() -> list[Document]:
    """The reports that come with gencatan."""
    return [to_document(entry) for entry in entries()]
