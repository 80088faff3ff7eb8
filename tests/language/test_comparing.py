"""Words by which reports are compared are the packs': a further language needs nothing outside its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gencatan.errors import PackError
from gencatan.language import comparing
from gencatan.language.pack import COMPARING, available, read_pack
from gencatan.reconcile.comparing import words
from tests.test_packs import toy

__all__ = ["toy"]

ESPERANTO = """
put_off = ["prokrastita"]
verb_endings = ["is", "os", "i"]
[ranks]
ministers = ["ministro"]
"""
CACHES = (
    comparing._tables,
    comparing.of_language,
    comparing.word_list,
    comparing.word_groups,
    words.stems,
    words.any_of,
    words.listed,
)


@pytest.fixture
def esperanto(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A third pack that ships."""
    shipped = [*comparing.sources(), ("eo", ESPERANTO.encode())]
    monkeypatch.setattr(comparing, "sources", lambda: iter(shipped))
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for cache in CACHES:
        cache.cache_clear()


def test_every_shipped_pack_has_words() -> None:
    assert [code for code, _ in comparing.sources()] == list(available())


@pytest.mark.usefixtures("esperanto")
def test_a_third_language_is_compared_by_its_own_words() -> None:
    assert words.any_of("put_off").search("La renkonto estis prokrastita.")
    assert words.any_of("put_off").search("The talks were postponed.")
    assert {"minister", "menteri", "ministro"} <= comparing.word_groups("ranks")["ministers"]
    assert list(comparing.word_groups("ranks"))[:2] == ["heads", "ministers"]
    assert words.stems("malfermis", "eo") & words.stems("malfermos", "eo") == {"malfer"}
    assert "ferm" in words.stems("fermis", "eo") & words.stems("fermi", "eo")
    assert "ferm" not in words.stems("fermis", "en"), "endings are one language's"


def test_a_list_that_no_pack_may_have_is_refused() -> None:
    with pytest.raises(PackError, match="unknown key"):
        comparing.word_list("no_such_list")


def test_verbs_begin_and_end_by_their_own_language() -> None:
    assert "tarik" in words.stems("menarik", "id") & words.stems("ditarik", "id")
    assert "lift" in words.stems("lifting", "en") & words.stems("lifted", "en")
    assert "tarik" not in words.stems("menarik", "en")
    assert words.stems("menarik", "xx") == {"menari"}, "of an unknown language words are compared as they are"


@pytest.mark.parametrize("odd", ["odd = []", "[ranks]\nodd = []"])
def test_an_unknown_key_is_refused(toy: Path, odd: str) -> None:
    path = toy / COMPARING
    path.write_text(odd, encoding="utf-8")
    with pytest.raises(PackError, match="odd"):
        read_pack(path.parent)
