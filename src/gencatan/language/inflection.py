"""Builds the forms of a citation form by a pack's rules; derived forms are never kept beside their source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

GROUP: Final = re.compile(r"\\([1-9])")
PLAIN: Final = re.compile(r"(?:[^\\{}]|\\[1-9](?!\d))+")

Form = tuple[str, str]
"""A form in lower case and its voice: "act", "pass", or "" where only the tree can tell."""


@lru_cache(maxsize=1024)
def _plain(template: str) -> str:
    """The template of a form as Python's own, which needs not be taken apart for each word; "" if it is no such one."""
    if PLAIN.fullmatch(template) is None:
        return ""
    return GROUP.sub(r"{\1}", template)


@dataclass(frozen=True, slots=True)
class Undergone:
    """Bare forms of verbs behind a pronoun that tells who does it ("rumah itu *mereka bakar*").

    `stems`: citation form to its bare form, where that is another word as well and a verb only so; `states`: bare forms
    that tell of a state where a noun stands before the pronoun ("toko kami *tutup*": our shop is closed). `openers`:
    prepositions of where and when that open a clause with what undergoes it behind its passive verb ("*di* Poso
    ditangkap empat orang").
    """

    pronouns: frozenset[str] = frozenset()
    stems: Mapping[str, str] = field(default_factory=dict)
    states: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Inflection:
    """A pack's `inflection.toml`: rules by part of speech, irregular words, clitics that may follow a form."""

    rules: Mapping[str, tuple[tuple[re.Pattern[str], tuple[Form, ...]], ...]] = field(default_factory=dict)
    irregular: Mapping[str, Mapping[str, tuple[Form, ...]]] = field(default_factory=dict)
    clitics: tuple[str, ...] = ()
    undergone: Undergone = field(default_factory=Undergone)

    def forms(self, word: str, part: str) -> Iterator[Form]:
        """All forms of the citation form `word` as a `part` ("verb", "noun" or "word"), itself first."""
        seen: dict[str, str] = {}
        exceptions = self.irregular.get(part, {}).get(word)
        if exceptions:
            built = [*exceptions]
        else:
            built = []
            for pattern, templates in self.rules.get(part, ()):
                match = pattern.fullmatch(word)
                if match:
                    groups = match.groups("")
                    for template, voice in templates:
                        plain = _plain(template)
                        built.append((plain.format("", *groups) if plain else match.expand(template), voice))
        for form, voice in [*built, (word, "")]:
            seen.setdefault(form, voice)
        for form, voice in seen.items():
            yield form, voice
            for clitic in self.clitics if part != "word" else ():
                yield form + clitic, voice

    def bare_forms(self, word: str, part: str) -> Iterator[str]:
        """The forms of `forms` without those that end in a clitic."""
        forms = (form for form, _ in self.forms(word, part))
        yield from (form for form in forms if not (self.clitics and form.endswith(self.clitics)))
