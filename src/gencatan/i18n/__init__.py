"""The interface's words in Indonesian and English: one table of strings per language, with the same keys.

A `Message` names a string and what goes into it; `Strings.say` words it. Keys are dotted (`kind.event`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

LANGUAGES: Final = ("en", "id")
_PLACE = re.compile(r"\{(\d)\}")


@dataclass(frozen=True, slots=True)
class Message:
    """A string of the tables; `{0}`, `{1}` … in it take `args`: a whole number is grouped as the language does it,
    another has two decimals."""

    key: str
    args: tuple[Argument, ...] = ()


Argument = str | int | float | Message


class Strings:
    """The strings of one language."""

    def __init__(self, language: str, table: Mapping[str, str]) -> None:
        """`table` maps dotted keys to strings."""
        self.language = language
        self.table = table

    def __contains__(self, key: str) -> bool:
        return key in self.table

    def __getitem__(self, key: str) -> str:
        """The string of a key; KeyError for one that no table has."""
        return self.table[key]

    def say(self, message: Message) -> str:
        """The message in this language."""
        filled = [self._argument(argument) for argument in message.args]
        return _PLACE.sub(lambda place: filled[int(place[1])], self.table[message.key])

    def _argument(self, argument: Argument) -> str:
        if isinstance(argument, Message):
            return self.say(argument)
        return argument if isinstance(argument, str) else self.number(argument)

    def number(self, value: int | float) -> str:
        """`2,000` or `2.000`; `0.66` or `0,66`."""
        if isinstance(value, int):
            return f"{value:,}".replace(",", self.table["number.group"])
        return f"{value:.2f}".replace(".", self.table["number.decimal"])

    def signed(self, value: float) -> str:
        """`+0.04`, `-0,06`."""
        return f"{value:+.2f}".replace(".", self.table["number.decimal"])


@cache
def strings(language: str) -> Strings:
    """The strings of `en` or `id`; KeyError for another language."""
    if language not in LANGUAGES:
        raise KeyError(language)
    source = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Strings(language, MappingProxyType(_flat(tomllib.loads(source))))


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        found.update(_flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key: value})
    return found
