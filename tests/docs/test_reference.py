"""The reference pages say all that there is, and are seen to be stale."""

from __future__ import annotations

import pytest

from docs import build
from gencatan.language import pack, schema
from gencatan.model import meanings
from gencatan.model.vocabulary import KINDS, STATUSES, VALUES
from gencatan.reading.actors import registry as actor_registry
from gencatan.reading.dates import lexicon as date_lexicon
from tests.conftest import ROOT

SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "src" / "gencatan").rglob("*.py"))
    if path.name != "schema.py"
)


def test_every_kind_slot_value_and_status_has_its_words() -> None:
    assert list(meanings.KIND_MEANINGS) == list(KINDS)
    assert list(meanings.SLOT_MEANINGS) == [(kind, slot) for kind, slots in KINDS.items() for slot in slots]
    assert {key: tuple(values) for key, values in meanings.VALUE_MEANINGS.items()} == dict(VALUES)
    assert tuple(meanings.STATUS_MEANINGS) == STATUSES
    assert set(meanings.TYPE_MEANINGS) == {type_ for slots in KINDS.values() for type_ in slots.values()}


def test_the_schema_has_what_the_loaders_read() -> None:
    assert set(schema.TRIGGER) == {*pack.PARTS, *pack.META, *pack.FLAGS}
    assert set(schema.ROLES) == {*pack.ROLES, "prep.…"}
    assert set(schema.DATE_CLASSES) == date_lexicon.SLOTS - {"year", "day", "n"}
    marks = {*actor_registry.MARKS, *actor_registry.WORD_SETS, "sectors", "names"}
    assert set(schema.ACTOR_WORDS) == marks


@pytest.mark.parametrize("name", sorted({*schema.GRAMMAR, *schema.CLASSES}))
def test_nothing_is_described_that_nobody_asks_for(name: str) -> None:
    by_value = name.startswith("extent_") or name.endswith("_word")  # the slot's value is part of the name
    assert by_value or f'"{name}"' in SOURCE or f"@{name}" in SOURCE


@pytest.mark.parametrize("page", sorted(build.PAGES))
def test_a_page_is_stale_once_changed(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "PAGES", {page: build.PAGES[page]})
    monkeypatch.setattr(build.picture, "stale", lambda old, new: "")
    monkeypatch.setattr(build.picture, "draw", lambda: "")
    assert build.stale() == []
    monkeypatch.setattr(build, "_old", lambda name: "a word too many")
    assert build.stale()


def test_every_trigger_links_to_its_line() -> None:
    for code in pack.available():
        text = (ROOT / "docs" / "reference" / f"triggers-{code}.md").read_text(encoding="utf-8")
        links = [line.partition("](../../")[2].partition(")")[0] for line in text.splitlines() if "](../../" in line]
        assert len(links) == len(pack.load_pack(code).triggers)
        for link in links:
            file, _, line = link.partition("#L")
            assert (ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1] == "[[trigger]]"
