"""The interface's words on a page: in one language, with what the page needs to change to the other.

`data-t` names an element's string, `data-a` what goes into it (parts by `|`; `#` a whole number, `~` one with decimals,
`@` another string, with `?` and what goes into that, else text, percent-encoded), `data-q` the parts of a sum with
their values, `data-h` the string of its tooltip, `data-l` of its label, `data-p` of its placeholder. Words of the
report stand in `<bdi lang>` and stay.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote as percent_encoded

from markupsafe import Markup, escape

from gencatan.export.wording import Words
from gencatan.i18n import LANGUAGES, Argument, Message, strings

_UNSHOWN: Final = dict.fromkeys((0, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
"""NUL, and what embeds, overrides and isolates: marks (U+200E, U+200F) turn nothing round, and stay."""


def shown(text: str) -> str:
    """Text as a page can hold it: HTML knows no NUL, and controls of writing direction would turn round what stands
    beside a report's words. U+FFFD stands for each, so that it is seen and as long as what it stands for."""
    return text.translate(_UNSHOWN)


def as_json(value: object) -> Markup:
    """JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


class Translator:
    """Words a page in `language`, and notes which strings it used."""

    def __init__(self, language: str, report_language: str = "") -> None:
        """`report_language` is that of the words that are not ours."""
        self.language = language
        self._strings = strings(language)
        self._report_language = report_language
        self._used: set[str] = set()

    def say(self, key: str, *args: Argument) -> str:
        """A string as plain text, for places that cannot change their language."""
        return self._strings.say(Message(key, args))

    def t(self, key: str, *args: Argument) -> Markup:
        """A string in an element of its own."""
        return self.message(Message(key, args))

    def message(self, message: Message) -> Markup:
        """A message in an element of its own."""
        self._use(message)
        given = Markup(' data-a="{}"').format("|".join(map(_argument, message.args))) if message.args else ""
        text = self._strings.say(message)
        return Markup('<span data-t="{}"{}>{}</span>').format(message.key, given, text)

    def label(self, prefix: str, name: str) -> Markup:
        """The string `prefix.name`; where the tables have none, the name itself, as words."""
        key = f"{prefix}.{name}"
        return self.t(key) if key in self._strings else escape(shown(name.replace("_", " ")))

    def sum(self, parts: Sequence[tuple[str, float]]) -> Markup:
        """The named parts of a sum in one element, which is worded as a whole."""
        self._used.update(f"part.{name}" for name, _ in parts)
        told = ", ".join(f"{self._strings[f'part.{name}']} {self._strings.signed(value)}" for name, value in parts)
        given = "|".join(f"{name} {value:+.2f}" for name, value in parts)
        return Markup('<span data-q="{}">{}</span>').format(given, told)

    def here(self, key: str) -> Markup:
        """The attribute of an element that holds nothing but this string."""
        self._used.add(key)
        return Markup('data-t="{}"').format(key)

    def aria(self, key: str) -> Markup:
        """The attributes of a label for those who hear the page."""
        self._used.add(key)
        return Markup('aria-label="{}" data-l="{}"').format(self._strings[key], key)

    def tooltip(self, key: str) -> Markup:
        """The attributes of a tooltip."""
        self._used.add(key)
        return Markup('title="{}" data-h="{}"').format(self._strings[key], key)

    def placeholder(self, key: str) -> Markup:
        """The attributes of a field's placeholder and label."""
        self._used.add(key)
        return Markup('placeholder="{0}" aria-label="{0}" data-p="{1}" data-l="{1}"').format(self._strings[key], key)

    def words(self, pieces: Words | Iterable[Words]) -> Markup:
        """Words of both sorts, blanks between them."""
        several = [pieces] if isinstance(pieces, str | Message) else pieces
        return Markup(" ").join(self.quote(p) if isinstance(p, str) else self.message(p) for p in several)

    def quote(self, text: str) -> Markup:
        """Words of the report, in its language and in their own direction."""
        return Markup('<bdi lang="{}">{}</bdi>').format(self._report_language, shown(text))

    def keep(self, *keys: str) -> None:
        """Note strings that the page's script asks for."""
        self._used.update(keys)

    def table(self) -> Markup:
        """All strings used so far in all languages, as JSON."""
        return as_json({code: {key: strings(code)[key] for key in self._used} for code in LANGUAGES})

    def _use(self, message: Message) -> None:
        self._used.add(message.key)
        for argument in message.args:
            if isinstance(argument, Message):
                self._use(argument)


def _argument(argument: Argument) -> str:
    if isinstance(argument, Message):
        inner = percent_encoded("|".join(map(_argument, argument.args)), safe="")
        return f"@{argument.key}?{inner}" if inner else f"@{argument.key}"
    if isinstance(argument, str):
        return percent_encoded(shown(argument), safe=" :,.")
    return f"#{argument}" if isinstance(argument, int) else f"~{argument:.2f}"


def numbers(claims: Sequence[int]) -> str:
    """Claims as a page's attributes name them, from 1."""
    return " ".join(str(number + 1) for number in claims)


def interface_language(report_language: str) -> str:
    """The language a page opens in: the report's own where the interface has it."""
    return report_language if report_language in LANGUAGES else LANGUAGES[0]
