"""Reads CoNLL-U treebanks into merged words with character offsets.

A spaCy tokenizer never invents characters, so a UD multiword token (``menyetujui|nya``) can only be one
token or several tokens that spell its surface form (``do|n't``). Which of the two is decided here, per
language, once, so that training and scoring see the same words.
"""

from __future__ import annotations

import hashlib
import lzma
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True)
class Word:
    """One syntactic word after merging; ``head`` is an index into the sentence, its own index for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space_after: bool = True

    @property
    def universal(self) -> str:
        """The deprel without its subtype, which is what CoNLL 2018 scores."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True)
class Sentence:
    """A sentence, its words and the words' offsets into ``text``."""

    id: str
    text: str
    words: tuple[Word, ...]
    new_paragraph: bool = False
    spans: tuple[tuple[int, int], ...] = field(default=())

    def with_words(self, words: Iterable[Word]) -> Sentence:
        words = tuple(words)
        text, spans = _lay_out(words)
        return replace(self, text=text, words=words, spans=spans)


@dataclass
class _Row:
    id: int
    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space_after: bool


def open_text(path: Path) -> str:
    """The text of a file, unpacked where it ends in .xz."""
    data = path.read_bytes()
    return (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")


def digest(path: Path) -> str:
    """SHA-256 of the unpacked content: independent of how it was compressed."""
    return hashlib.sha256(open_text(path).encode()).hexdigest()


def read_conllu(path: Path, *, split_spelled: bool, joined: re.Pattern[str] | None = None) -> list[Sentence]:
    """All sentences of a treebank file.

    ``split_spelled`` keeps the parts of a multiword token apart where they spell its surface form (English
    contractions); every other multiword token becomes one word, as its highest part. So does each stretch
    of text that ``joined`` matches (hyphenated names, clitics after a hyphen).
    """
    blocks = open_text(path).strip().split("\n\n")
    sentences = [_read_block(block.split("\n"), split_spelled) for block in blocks]
    return [_join(sentence, joined) for sentence in sentences] if joined else sentences


def _join(sentence: Sentence, pattern: re.Pattern[str]) -> Sentence:
    ranges = []
    for match in pattern.finditer(sentence.text):
        inside = [i for i, (start, end) in enumerate(sentence.spans) if start < match.end() and end > match.start()]
        first, last = inside[0], inside[-1]
        surface = sentence.text[sentence.spans[first][0] : sentence.spans[last][1]]
        if len(inside) > 1 and " " not in surface:
            ranges.append((first, last, surface))
    return sentence.with_words(merge(list(sentence.words), ranges)) if ranges else sentence


def _read_block(lines: list[str], split_spelled: bool) -> Sentence:
    rows: list[_Row] = []
    ranges: list[tuple[int, int, str, bool]] = []
    sent_id, paragraph = "", False
    for line in lines:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            if key.strip() == "sent_id":
                sent_id = value.strip()
            paragraph |= key.strip().split(" ")[0] in ("newpar", "newdoc")
            continue
        cells = line.split("\t")
        space_after = "SpaceAfter=No" not in cells[9].split("|")
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            ranges.append((first, last, cells[1], space_after))
        elif "." not in cells[0]:
            feats = "" if cells[5] == "_" else cells[5]
            lemma = "" if cells[2] == "_" and cells[1] != "_" else cells[2]
            rows.append(_Row(int(cells[0]), cells[1], lemma, cells[3], feats, int(cells[6]), cells[7], space_after))
    merges: list[tuple[int, int, str]] = []
    for first, last, surface, space_after in ranges:
        parts = rows[first - 1 : last]
        parts[-1].space_after = space_after
        if split_spelled and "".join(row.form for row in parts) == surface:
            for row in parts[:-1]:
                row.space_after = False
        else:
            merges.append((first - 1, last - 1, surface))
    words = [
        Word(row.form, row.lemma, row.upos, row.feats, row.head - 1 if row.head else i, row.deprel, row.space_after)
        for i, row in enumerate(rows)
    ]
    sentence = Sentence(sent_id, "", (), paragraph)
    return sentence.with_words(merge(words, merges))


def merge(words: list[Word], ranges: Iterable[tuple[int, int, str]]) -> list[Word]:
    """Joins each ``(first, last, surface)`` range into one word that stands where its highest word stood."""
    owner = list(range(len(words)))
    surfaces: dict[int, tuple[int, str]] = {}
    for first, last, surface in ranges:
        top = next(
            (i for i in range(first, last + 1) if words[i].head == i or not first <= words[i].head <= last), first
        )
        surfaces[top] = (last, surface)
        for i in range(first, last + 1):
            owner[i] = top
    kept = sorted(set(owner))
    position = {old: new for new, old in enumerate(kept)}
    merged = []
    for old in kept:
        word = replace(words[old], head=position[owner[words[old].head]])
        if old in surfaces:
            last, surface = surfaces[old]
            word = replace(word, form=surface, space_after=words[last].space_after)
        merged.append(word)
    return merged


def _lay_out(words: Iterable[Word]) -> tuple[str, tuple[tuple[int, int], ...]]:
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for word in words:
        spans.append((at, at + len(word.form)))
        parts.append(word.form + (" " if word.space_after else ""))
        at += len(parts[-1])
    return "".join(parts).rstrip(), tuple(spans)


def iter_tokens(sentences: Iterable[Sentence]) -> Iterator[Word]:
    for sentence in sentences:
        yield from sentence.words
