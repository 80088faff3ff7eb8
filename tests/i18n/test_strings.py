"""Both languages say the same things."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from gencatan.i18n import LANGUAGES, Message, strings
from gencatan.model.vocabulary import KINDS, STATUSES, VALUES
from gencatan.reading.explaining.explanation import GATES, OUTCOMES, SLOT_SOURCES


def test_both_languages_have_the_same_keys_and_take_the_same_arguments() -> None:
    english, indonesian = (strings(code).table for code in LANGUAGES)
    assert english.keys() == indonesian.keys()
    for key, text in english.items():
        assert sorted(re.findall(r"\{\d\}", text)) == sorted(re.findall(r"\{\d\}", indonesian[key])), key
        assert text.strip()
        assert indonesian[key].strip()


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_that_an_explanation_can_tell_has_words(code: str) -> None:
    table = strings(code)
    wanted = [f"gate.{name}" for name in GATES] + [f"outcome.{name}" for name in OUTCOMES]
    wanted += [f"source.{name}" for name in SLOT_SOURCES]
    assert [key for key in wanted if key not in table] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_status_slot_and_value_has_words(code: str) -> None:
    table = strings(code)
    wanted = [f"kind.{kind}" for kind in KINDS] + [f"code.{kind}" for kind in KINDS]
    wanted += [f"status.{status}" for status in STATUSES]
    wanted += [f"slot.{slot}" for slots in KINDS.values() for slot in slots]
    wanted += [f"value.{kind}.{slot}.{value}" for (kind, slot), values in VALUES.items() for value in values]
    assert [key for key in wanted if key not in table] == []
    codes = [table[f"code.{kind}"] for kind in KINDS]
    assert len(set(codes)) == len(codes), "a kind is told by its letters"


def test_numbers_are_grouped_as_the_language_does_it() -> None:
    shown = Message("count.at_least", (12_000,))
    assert strings("en").say(shown) == "≥ 12,000"
    assert strings("id").say(shown) == "≥ 12.000"
    assert [strings(code).say(Message("count.exact", (0.5,))) for code in LANGUAGES] == ["0.50", "0,50"]


def test_messages_take_messages() -> None:
    day = Message("when.day", ("20", Message("month.8"), "2023"))
    assert [strings(code).say(day) for code in LANGUAGES] == ["20 Aug 2023", "20 Agu 2023"]


def test_another_language_is_refused() -> None:
    with pytest.raises(KeyError):
        strings("fr")


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_that_speaks_for_a_judgement_has_words(code: str) -> None:
    tables = tomllib.loads(files("gencatan.reconcile.judging").joinpath("weights.toml").read_text(encoding="utf-8"))
    speaking = {name for table in tables.values() for name, weight in table.items() if weight > 0}
    wanted = speaking | {"later", "more", "count", "denied", "shingles"}
    assert sorted(name for name in wanted if f"books.evidence.{name}" not in strings(code).table) == []
