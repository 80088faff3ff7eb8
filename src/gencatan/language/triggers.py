"""Triggers, the words that make claims, and the scan that finds them in a sentence.

The scan works on plain words of the text, not on the parser's tokens: it is the gate that decides which
sentences are parsed at all, and must not depend on how a treebank splits words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from gencatan.language.inflection import Inflection

WORD: Final = re.compile(r"[^\W_](?:[\w.]*[^\W_])?(?:\.?[-'’‑][^\W_]+)*")
MAX_GAP: Final = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """Which grammatical role fills which slot: role ("subj", "prep.against" …) to the slots it may fill, in order."""

    name: str
    slots: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of `triggers/*.toml`; `name` says where it stands, as "event.toml[12]".

    `sorts` has, for a role, the sorts that its list of nouns stands for where no entry lists the noun ("~vehicle").
    `amid`: it holds in a report of war only.
    """

    name: str
    part: str
    words: tuple[str, ...]
    kind: str
    values: Mapping[str, str]
    frame: Frame
    plover: tuple[str, str] | None = None
    require: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sorts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    action: str | None = None
    order: bool = False
    pledge: bool = False
    instrument: bool = False
    amid: bool = False
    status: str | None = None
    examples: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


class Word(NamedTuple):
    """A word of the text, lower case, with its offsets in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger word found in a sentence: its span, the span of the word that inflects, voice, and the entries.

    `parts` are the spans of its words, gaps left out. `only`: the form belongs to triggers of this part of speech
    alone, so that no tagger is needed to tell.
    """

    start: int
    end: int
    head_start: int
    head_end: int
    citation: str
    part: str
    voice: str
    triggers: tuple[Trigger, ...]
    only: bool = False
    parts: tuple[tuple[int, int], ...] = ()


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`, offsets absolute."""
    stop = len(text) if end is None else end
    return [
        Word(m.group().lower().replace("’", "'").replace("‑", "-"), m.start(), m.end())
        for m in WORD.finditer(text, start, stop)
    ]


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    head: int
    citation: str
    part: str
    voice: str
    behind: frozenset[str] = frozenset()
    """Words one of which stands right before, if any."""


class TriggerIndex:
    """All forms of all trigger words, by their first word."""

    def __init__(self, triggers: Iterable[Trigger], inflection: Inflection, noun_head: str) -> None:
        """Build the forms; `noun_head` is "first" or "last", the word of a multiword noun that inflects."""
        self._patterns: dict[str, list[_Pattern]] = {}
        self._entries: dict[tuple[str, str], list[Trigger]] = {}
        self._parts: dict[str, set[str]] = {}
        self.voices: dict[str, str] = {}
        for trigger in triggers:
            for word in trigger.words:
                key = (word, trigger.part)
                if key not in self._entries:
                    self._add(word, trigger.part, inflection, noun_head)
                self._entries.setdefault(key, []).append(trigger)
        for patterns in self._patterns.values():
            patterns.sort(key=lambda p: -len(p.words))
            for pattern in patterns:
                self._parts.setdefault(" ".join(pattern.words), set()).add(pattern.part)
        self._sorted = {
            key: tuple(sorted(entries, key=lambda t: not t.require)) for key, entries in self._entries.items()
        }

    def _add(self, word: str, part: str, inflection: Inflection, noun_head: str) -> None:
        parts = word.lower().split()
        head = len(parts) - 1 if part == "noun" and noun_head == "last" else 0
        for form, voice in inflection.forms(parts[head], part):
            if voice:
                self.voices.setdefault(form, voice)
            words = (*parts[:head], form, *parts[head + 1 :])
            self._patterns.setdefault(words[0], []).append(_Pattern(words, head, word, part, voice))
        stem = inflection.undergone.stems.get(parts[0]) if part == "verb" else None
        if stem is not None:
            pattern = _Pattern((stem, *parts[1:]), head, word, part, "", inflection.undergone.pronouns)
            self._patterns.setdefault(stem, []).append(pattern)
        if part == "noun" and head == 0 and len(parts) > 1:
            for clitic in inflection.clitics:
                words = (*parts[:-1], parts[-1] + clitic)
                self._patterns.setdefault(words[0], []).append(_Pattern(words, head, word, part, ""))

    def _matches(self, words: list[Word]) -> Iterator[tuple[tuple[int, ...], _Pattern]]:
        patterns = self._patterns
        for i, word in enumerate(words):
            for pattern in patterns.get(word.text, ()):
                if pattern.behind and (i == 0 or words[i - 1].text not in pattern.behind):
                    continue
                at = _match(pattern.words, words, i)
                if at:
                    yield at, pattern
            if "-" in word.text:
                # "-held" stands for the last part of any such word: "rebel-held"
                for pattern in patterns.get(f"-{word.text.rpartition('-')[2]}", ()):
                    yield (i,), pattern

    def scan(self, words: list[Word]) -> list[Hit]:
        """All triggers in a sentence, longest first, then by position; who reads lets the longest that fits win."""
        hits: dict[tuple[tuple[int, ...], str, str], Hit] = {}
        for at, pattern in self._matches(words):
            head = words[at[sum(1 for w in pattern.words[: pattern.head] if w != "*")]]
            hit = Hit(
                words[at[0]].start,
                words[at[-1]].end,
                head.start,
                head.end,
                pattern.citation,
                pattern.part,
                pattern.voice,
                self._sorted[pattern.citation, pattern.part],
                len(self._parts[" ".join(pattern.words)]) == 1,
                tuple((words[i].start, words[i].end) for i in at),
            )
            hits.setdefault((at, pattern.citation, pattern.part), hit)
        return sorted(hits.values(), key=_rank)


def _rank(hit: Hit) -> tuple[int, int, int, int, str, str]:
    """More words first, then those that stand closer together, then the earlier."""
    gaps = hit.end - hit.start - sum(end - start for start, end in hit.parts)
    return (-len(hit.parts), gaps, hit.start, hit.head_start, hit.part, hit.citation)


def _match(pattern: tuple[str, ...], words: list[Word], first: int) -> tuple[int, ...]:
    """Where the words of `pattern` stand if the first one is `words[first]`; () if they do not."""
    if len(pattern) == 1:
        return (first,)
    found, at, gap = [], first, 0
    for part in pattern:
        if part == "*":
            gap += MAX_GAP  # "* *" for twice as many
            continue
        stop = min(len(words), at + gap + 1)
        while at < stop and words[at].text != part:
            at += 1
        if at >= stop:
            return ()
        found.append(at)
        at, gap = at + 1, 0
    return tuple(found)
