"""Reads the NER files into text with entity spans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from training.conllu import open_text

NO_SPACE_BEFORE = frozenset(".,;:!?)]}%”’")
NO_SPACE_AFTER = frozenset("([{“‘")


@dataclass(frozen=True)
class Tagged:
    text: str
    entities: tuple[tuple[int, int, str], ...]


def read_iob(path: Path) -> list[Tagged]:
    """Sentences of an IOB file; words are laid out over ``# text`` where there is one, else joined as print does."""
    found = []
    for block in re.split(r"\r?\n\s*\n", open_text(path).strip()):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [_cells(line) for line in lines if line and not line.startswith("# ")]
        words = [form for form, _ in rows]
        text, starts = (text, _align(text, words)) if text else _detokenise(words)
        if starts is not None and words:
            found.append(Tagged(text, tuple(_spans(rows, starts))))
    return found


def _cells(line: str) -> tuple[str, str]:
    cells = line.split("\t") if "\t" in line else line.split(" ")
    return (cells[1], cells[2]) if "\t" in line else (cells[0], cells[-1])


def _align(text: str, words: list[str]) -> list[int] | None:
    starts, at = [], 0
    for word in words:
        at = text.find(word, at)
        if at < 0:
            return None
        starts.append(at)
        at += len(word)
    return starts


def _detokenise(words: list[str]) -> tuple[str, list[int]]:
    text, starts, quoted, glue = "", [], False, True
    for word in words:
        closing = word == '"' and quoted
        if not glue and not closing and not (set(word) <= NO_SPACE_BEFORE):
            text += " "
        starts.append(len(text))
        text += word
        if word == '"':
            quoted = not quoted
        glue = word in NO_SPACE_AFTER or (word == '"' and quoted)
    return text, starts


def _spans(rows: list[tuple[str, str]], starts: list[int]) -> list[tuple[int, int, str]]:
    spans: list[tuple[int, int, str]] = []
    for (form, tag), start in zip(rows, starts, strict=True):
        end, (mark, _, label) = start + len(form), tag.partition("-")
        if mark == "I" and spans and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], end, label)
        elif mark in "BI":
            spans.append((start, end, label))
    return [span for span in spans if span[2] in ("PER", "ORG", "LOC")]
