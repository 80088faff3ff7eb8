"""What a requirement of a trigger asks of a noun, sorted once into sets: a list of words may be long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.language.inflection import Inflection

MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Kinds:
    """Classes (`@class`), sorts (`~sort`) and words, with the forms of these as verbs and as nouns."""

    any: bool
    classes: frozenset[str]
    sorts: frozenset[str]
    words: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a noun must be one of, if anything, and what it must not be."""

    asked: Kinds | None
    barred: Kinds | None


class Wishes:
    """The requirements of one language."""

    def __init__(self, inflection: Inflection) -> None:
        """Forms are made when a word is first asked for."""
        self._inflection = inflection
        self._known: dict[int, tuple[Iterable[str], Wish]] = {}
        self._verbs: dict[str, frozenset[str]] = {}
        self._nouns: dict[str, frozenset[str]] = {}

    def of(self, wanted: Iterable[str]) -> Wish:
        """The same, sorted. The lists of a pack stay where they are, so that one is known by its place."""
        known = self._known.get(id(wanted))
        if known is not None and known[0] is wanted:
            return known[1]
        if len(self._known) > MOST:
            self._known.clear()
        listed = tuple(wanted)
        asked = [want for want in listed if not want.startswith("!")]
        barred = [want.lstrip("!") for want in listed if want.startswith("!")]
        wish = Wish(self._kinds(asked) if asked else None, self._kinds(barred) if barred else None)
        self._known[id(wanted)] = (wanted, wish)
        return wish

    def _kinds(self, wanted: Sequence[str]) -> Kinds:
        words = [want for want in wanted if want != "any" and want[:1] not in ("@", "~")]
        return Kinds(
            any="any" in wanted,
            classes=frozenset(want[1:] for want in wanted if want[:1] == "@"),
            sorts=frozenset(want[1:] for want in wanted if want[:1] == "~"),
            words=frozenset(words),
            verbs=frozenset[str]().union(*map(self._verb_forms, words)),
            nouns=frozenset[str]().union(*map(self._noun_forms, words)),
        )

    def _verb_forms(self, word: str) -> frozenset[str]:
        """The forms of a verb: small lemmatizers miss those of rare ones ("prolonged").

        None that tell their voice ("ditemukan"): of those a pack lists the ones it means.
        """
        known = self._verbs.get(word)
        if known is None:
            forms = self._inflection.forms(word, "verb")
            known = self._verbs[word] = frozenset(form for form, voice in forms if not voice)
        return known

    def _noun_forms(self, word: str) -> frozenset[str]:
        """The forms of a noun: small lemmatizers miss those that open a sentence ("Fragments hit two soldiers")."""
        known = self._nouns.get(word)
        if known is None:
            known = self._nouns[word] = frozenset(self._inflection.bare_forms(word, "noun"))
        return known
