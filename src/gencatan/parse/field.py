"""Whether a sentence speaks of sport, trade, films or the weather, where the words of war mean something else.

Classes of the pack are weighed, in the sentence and in the report: words that stand only in such reports ("striker",
"shares", "box office", a score of 3-1), hints of them ("match", "price"), and words of force, office and protest. A
football match in which soldiers guard the stadium is read; one in which the visitors attack is not.

Some words of force are borrowed by every field ("price war", "a truce between the two chains", "the union"), and
offices there are at home too. In a report that is full of another field they open no sentence. A report with several
words of made-up stories ("thriller", "finale", "credits roll") tells one, whoever is killed in it; so does a sentence
with one that only a plot has ("heroine") and another beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.language.pack import Pack, Phrases
from gencatan.language.triggers import Word

SCORE: Final = re.compile(r"\d{1,2}[-–]\d{1,2}")
ENOUGH: Final = 2  # such words in one sentence
REPORT: Final = 4  # in the report, which then carries sentences without any
WEIGHT: Final = 2  # and so many for each of the others
FULL: Final = 5  # a report with so many, and so many for each word of force that is not borrowed, is full of its field
STORY: Final = 4  # words of made-up stories in a report that tells one
WAR: Final = 2  # different words of war, not forms of one, which a report of it has

LONG: Final = 80  # words of a report on a conflict have one of force among them


@dataclass(frozen=True, slots=True)
class Signs:
    """Different words in a sentence: those of other fields, hints of them among these, and words of force."""

    quiet: frozenset[str]
    hints: frozenset[str]
    loud: frozenset[str]
    borrowed: frozenset[str]
    story: frozenset[str]
    plot: frozenset[str]

    @property
    def force(self) -> frozenset[str]:
        """The words of force that no other field borrows."""
        return self.loud - self.borrowed


class Field:
    """The weighing for one language."""

    def __init__(self, pack: Pack) -> None:
        """Take the two classes from the pack; one that lacks them reads everything."""

        def words_of(name: str) -> Phrases:
            """As `_parts` has them: "start-up" stands in two words."""
            return Phrases(word.replace("-", " ") for word in pack.classes.get(name, ()))

        self._quiet, self._hints = words_of("quiet_field"), words_of("quiet_hint")
        self._loud, self._borrowed = words_of("loud_field"), words_of("borrowed_field")
        self._war, self._story = words_of("war_field"), words_of("fiction_field")
        self._plot, self._side = words_of("plot_field"), words_of("war_side_field")

    def signs(self, words: Sequence[Word]) -> Signs:
        """The signs in a sentence."""
        plain = [part for word in words for part in _parts(word.text)]
        quiet = _found(self._quiet, plain) | {word for word in plain if SCORE.fullmatch(word)}
        hints = quiet | _found(self._hints, plain)
        loud, borrowed = _found(self._loud, plain), _found(self._borrowed, plain)
        return Signs(quiet, hints, loud, borrowed, _found(self._story, plain), _found(self._plot, plain))

    def of_war(self, sentences: Sequence[Sequence[Word]]) -> bool:
        """Whether a report speaks of war: planes that land and prisoners who go home belong to it then."""
        found: set[str] = set()
        side = False
        for words in sentences:
            plain = [part for word in words for part in _parts(word.text)]
            found |= _found(self._war, plain)
            side = side or bool(_found(self._side, plain))
            if (
                side + sum(not any(other != word and word.startswith(other) for other in found) for word in found)
                >= WAR
            ):
                return True
        return False

    def elsewhere(self, sentences: Sequence[Sequence[Word]]) -> list[bool]:
        """For each sentence of a report, whether it is of another field."""
        if not self._quiet:
            return [False] * len(sentences)
        found = [self.signs(words) for words in sentences]
        quiet = len(_all(signs.hints for signs in found))
        loud = len(_all(signs.loud for signs in found))
        force = len(_all(signs.force for signs in found))
        story = len(_all(signs.story for signs in found))
        if story >= STORY and WEIGHT * story >= force:
            return [True] * len(sentences)
        different = {tuple(word.text for word in words) for words in sentences}  # saying it again adds nothing
        long = sum(map(len, different)) >= LONG
        full = quiet >= FULL and quiet >= FULL * force
        report = (quiet >= REPORT and quiet >= WEIGHT * loud) or (long and not loud)
        return [
            (full and not signs.force)
            or _borrows(signs)
            or _plots(signs)
            or (not signs.loud and (report or len(signs.hints) >= ENOUGH or (bool(signs.quiet) and not force)))
            for signs in found
        ]


def _borrows(signs: Signs) -> bool:
    """Whether a sentence by itself has so much of another field that its words of force are borrowed."""
    return not signs.force and len(signs.hints) + len(signs.quiet) >= WEIGHT * (ENOUGH + len(signs.borrowed))


def _plots(signs: Signs) -> bool:
    """Whether a sentence by itself tells what goes on in a made-up story ("the heroine is kidnapped in episode five").

    "Film" and "actor" stand in reports of real crimes too; "heroine" and "sequel" do not.
    """
    return bool(signs.plot) and len(signs.plot | signs.story | signs.hints) >= ENOUGH


def _all(found: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*found)


def _found(phrases: Phrases, plain: list[str]) -> frozenset[str]:
    firsts = phrases.firsts
    return frozenset(word for i, word in enumerate(plain) if word in firsts and phrases.at(plain, i))


def _parts(text: str) -> list[str]:
    return [text] if SCORE.fullmatch(text) else text.split("-")
