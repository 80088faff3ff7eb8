"""``python -m training.examples.check``: whether the examples keep the contract, and how many there are of what.

An example has the form of the annotated reports in ``tests/golden``. Exit code 1 where anything breaks a rule.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gencatan.model.vocabulary import COUNT, ENUM, FILLERS, KINDS, STATUSES, TEXT, VALUES

FOLDER = Path(__file__).parent
PARTS = ("develop", "kept_back")
LANGUAGES = ("en", "id")
WORD = re.compile(r"\w+")
DOCUMENT_FIELDS = {"id", "language", "published", "title", "outlet", "text"}
CLAIM_FIELDS = {"kind", "status", "slots", "date", "place", "attribution", "anchor"}
# Without one of these a claim of its kind says nothing.
CORE = {
    "event": "act",
    "agreement": "stage",
    "obligation": "action",
    "meeting": "format",
    "statement": "act",
    "territory": "relation",
    "casualty": "harm",
}


@dataclass(frozen=True)
class Example:
    """One annotated passage: the file's name without its ending is language and topic."""

    part: str
    path: Path
    line: int
    document: dict[str, Any]
    claims: list[dict[str, Any]]

    @property
    def where(self) -> str:
        """File, line and id, for messages."""
        return f"{self.part}/{self.path.name}:{self.line} {self.document.get('id')}"


def load(part: str, language: str | None = None) -> list[Example]:
    """The examples of a part (``develop`` or ``kept_back``), of one language or of all, in the order of the files.

    Raises `ValueError` where a line is no JSON object with a document and its claims.
    """
    return [
        example
        for path in sorted((FOLDER / part).glob(f"{language or '*'}-*.jsonl"))
        for example in _examples(part, path)
    ]


def _examples(part: str, path: Path) -> Iterator[Example]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            entry = json.loads(line)
            yield Example(part, path, number, entry["document"], entry["claims"])
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{part}/{path.name}:{number}: {error!r}") from error


def problems(examples: list[Example]) -> list[str]:
    """What breaks a rule, a line each; empty where all is well."""
    found: list[str] = []
    seen: dict[str, set[str]] = {"id": set(), "text": set()}
    for example in examples:
        messages = list(_document_problems(example))
        for field, values in seen.items():
            if example.document.get(field) in values:
                messages.append(f"{field} is used twice")
            values.add(str(example.document.get(field)))
        words = _words(str(example.document.get("text")))
        for number, claim in enumerate(example.claims, start=1):
            messages += [f"claim {number}: {message}" for message in _claim_problems(claim, example, words)]
        found += [f"{example.where}: {message}" for message in messages]
    topics = {part: {e.path.name for e in examples if e.part == part} for part in PARTS}
    found += [f"{name}: this topic is in both parts" for name in sorted(set.intersection(*topics.values()))]
    return found


def _document_problems(example: Example) -> Iterator[str]:
    document = example.document
    language, _, topic = example.path.stem.partition("-")
    if set(document) != DOCUMENT_FIELDS:
        yield f"fields of the document: {sorted(document)}"
        return
    if language not in LANGUAGES or document["language"] != language:
        yield f"language {document['language']!r} in {example.path.name}"
    if not re.fullmatch(rf"{language}-ex-{re.escape(topic)}-\d{{3}}", document["id"]):
        yield f"the id is not {language}-ex-{topic}-NNN"
    if not _is_date(document["published"]):
        yield f"published {document['published']!r}"
    if not re.search(r"\((fictional|fiktif)\)$", str(document["outlet"])):
        yield f"outlet {document['outlet']!r} is not marked as invented"
    if not document["text"].strip() or document["text"] != document["text"].strip():
        yield "empty text, or space around it"


def _claim_problems(claim: dict[str, Any], example: Example, words: set[str]) -> Iterator[str]:
    text = example.document["text"]
    if set(claim) != CLAIM_FIELDS:
        yield f"fields: {sorted(claim)}"
        return
    if claim["kind"] not in KINDS:
        yield f"kind {claim['kind']!r}"
        return
    if claim["status"] not in STATUSES:
        yield f"status {claim['status']!r}"
    if not claim["anchor"] or claim["anchor"] not in text:
        yield f"anchor {claim['anchor']!r} is not in the text"
    core = CORE.get(claim["kind"])
    if (core and core not in claim["slots"]) or not claim["slots"]:
        yield f"a claim of kind {claim['kind']} without {core or 'slots'}"
    for slot, value in claim["slots"].items():
        for message in _slot_problems(claim["kind"], slot, value, words):
            yield f"{slot}: {message}"
    if claim["date"] is not None:
        yield from _date_problems(claim["date"])
    if claim["place"] is not None:
        yield from _wording_problems(claim["place"], words)
    for source in claim["attribution"]:
        yield from _wording_problems(source, words)


def _slot_problems(kind: str, slot: str, value: Any, words: set[str]) -> Iterator[str]:
    type_ = KINDS[kind].get(slot)
    if type_ is None:
        yield f"no slot of {kind}"
    elif type_ == ENUM:
        accepted = [value] if isinstance(value, str) else value
        yield from (f"value {v!r}" for v in accepted if v not in VALUES[kind, slot])
        if not accepted:
            yield "no value"
    elif type_ == COUNT:
        yield from _count_problems(value)
    elif type_ == TEXT:
        yield from _wording_problems(value, words)
    elif type_ == FILLERS:
        if not isinstance(value, list) or not value:
            yield "an empty slot is absent"
            return
        for filler in value:
            yield from _wording_problems(filler, words)


def _count_problems(value: dict[str, int | None]) -> Iterator[str]:
    low, high = value.get("min"), value.get("max")
    if set(value) != {"min", "max"} or (low is None and high is None):
        yield f"count {value} has no bound"
    elif low is not None and high is not None and not 0 <= low <= high:
        yield f"count {value} is no range"


def _wording_problems(wordings: Any, words: set[str]) -> Iterator[str]:
    if not isinstance(wordings, list) or not wordings or not all(isinstance(w, str) and w for w in wordings):
        yield f"{wordings!r} is no list of wordings"
        return
    if len(set(wordings)) < len(wordings):
        yield f"a wording twice: {wordings}"
    for wording in wordings:
        if missing := _words(wording) - words:
            yield f"{wording!r} has words that the text has not: {sorted(missing)}"


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


def _date_problems(date: dict[str, str | None]) -> Iterator[str]:
    start, end = date.get("start"), date.get("end")
    if set(date) != {"start", "end"} or (start is None and end is None):
        yield f"date {date} has no start and no end"
    elif not all(_is_date(value) for value in (start, end) if value is not None):
        yield f"date {date} is not ISO"
    elif start and end and start > end:
        yield f"date {date} ends before it starts"


def _is_date(value: str) -> bool:
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except (TypeError, ValueError):
        return False


def summary(examples: list[Example]) -> str:
    """A table of counts for each part and language: passages, those without a claim, kinds and statuses."""
    lines = []
    for part in PARTS:
        for language in LANGUAGES:
            chosen = [e for e in examples if e.part == part and e.document["language"] == language]
            claims = [claim for example in chosen for claim in example.claims]
            lengths = sorted(len(WORD.findall(e.document["text"])) for e in chosen)
            lines.append(
                f"{part} {language}: {len(chosen)} passages, {sum(not e.claims for e in chosen)} without a claim,"
                f" {len(claims)} claims, median {lengths[len(lengths) // 2] if lengths else 0} words"
            )
            for name, values in (("kind", KINDS), ("status", STATUSES)):
                counts = Counter(claim[name] for claim in claims)
                lines.append("  " + ", ".join(f"{value} {counts[value]}" for value in values))
            topics = Counter(e.path.stem.partition("-")[2] for e in chosen)
            lines.append("  " + ", ".join(f"{topic} {count}" for topic, count in sorted(topics.items())))
    return "\n".join(lines)


def main() -> int:
    """Print what breaks a rule and the counts; 1 where anything does."""
    try:
        examples = [example for part in PARTS for example in load(part)]
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    found = problems(examples)
    for message in found:
        print(message, file=sys.stderr)
    print(summary(examples))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
