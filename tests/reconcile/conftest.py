"""Claims made by hand are the same in each test, whichever tests ran before it in the process."""

from __future__ import annotations

import pytest

from tests.reconcile import made


@pytest.fixture(autouse=True)
def _counted_from_the_first() -> None:
    made.count_anew()
