"""When Python looks for garbage: held off while much is made, and as the caller has it afterwards."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from gencatan.collecting import SELDOM, without_collecting

USUAL = (701, 11, 12)


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(*USUAL)
    yield
    gc.set_threshold(*before)


def test_it_is_held_off_and_comes_back() -> None:
    with without_collecting():
        assert gc.get_threshold()[0] == 0
        with without_collecting():
            pass
        assert gc.get_threshold()[0] == 0
    assert gc.get_threshold() == USUAL


def test_it_comes_back_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), without_collecting():
        raise ValueError("broken")
    assert gc.get_threshold() == USUAL


def test_it_comes_back_when_the_last_of_several_threads_is_done() -> None:
    both, first_done = Barrier(2), Barrier(2)

    def first() -> None:
        with without_collecting():
            both.wait()
        first_done.wait()

    thread = Thread(target=first)
    thread.start()
    with without_collecting():
        both.wait()
        first_done.wait()
        assert gc.get_threshold()[0] == 0
    thread.join()
    assert gc.get_threshold() == USUAL


def test_a_reader_leaves_it_as_the_caller_has_it() -> None:
    code = (
        "import gc\n"
        "gc.set_threshold(701, 11, 12)\n"
        "from gencatan import Document, Reader\n"
        "text = 'The army shelled Stepanakert on Tuesday, killing 12 civilians.'\n"
        "assert Reader().read(Document.create(text, language='en'))\n"
        "print(gc.isenabled(), gc.get_threshold(), gc.get_freeze_count())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == f"True {USUAL} 0\n"


def test_a_process_of_ours_looks_seldom_and_not_at_exit() -> None:
    code = (
        "import atexit, gc\n"
        "atexit.register(lambda: print(gc.get_threshold(), gc.get_freeze_count() > 0))\n"  # the last that is run
        "from gencatan.collecting import collect_seldom\n"
        "collect_seldom()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == f"{SELDOM} True\n"
