"""`gencatan explain` and `gencatan why-not`: why a report reads as it does."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gencatan.cli.console import PIPE_WIDTH, plain_errors, utf8
from gencatan.cli.read import AUTO, MEGABYTE, Interface, Language, MaxBytes, Pack, Private, Published, Skips
from gencatan.errors import UsageError

if TYPE_CHECKING:
    from gencatan.cli.explain_text import Page
    from gencatan.model import Claim, Document
    from gencatan.reading.explaining.explanation import Explanation, SentenceNote
    from gencatan.reading.reader import Reader

MIN_PREFIX = 4
NEAR_SHOWN = 5
OCCURRENCES = 5
LONGEST_PHRASE = 300
WINDOWS = 20_000
_ID = re.compile("[0-9a-f]{4,20}")
_APOSTROPHE = re.compile("['’‘]")
_QUOTE = re.compile('["“”]')


class Shown(StrEnum):
    """How an explanation is written."""

    TABLE = "table"
    JSON = "json"


Source = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A report: a text, HTML or JSON file, a web address, or - for stdin.")
]
ClaimId = Annotated[
    str | None,
    typer.Argument(metavar="CLAIM-ID", help="The claim's id or its first characters (4 or more). Without: list them."),
]
InLedger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="Explain an id of this ledger. Default: GENCATAN_LEDGER, where SOURCE is an id and no file.",
    ),
]
Phrase = Annotated[str, typer.Argument(metavar="PHRASE", help="Words of the report, in quotation marks.")]
Written = Annotated[Shown, typer.Option("--format", help="Text to read, or all values as JSON.")]
Ui = Annotated[Interface, typer.Option("--ui", help="Language of the explanation; the report's words stay.")]


def explain(
    source: Source,
    claim_id: ClaimId = None,
    published: Published = None,
    language: Language = AUTO,
    written: Written = Shown.TABLE,
    pack: Pack = None,
    max_bytes: MaxBytes = 20 * MEGABYTE,
    allow_private_addresses: Private = False,
    ui: Ui = Interface.EN,
    ledger: InLedger = None,
) -> None:
    """Explain a claim: its rule and trigger, the sentence's tree, where each slot is from, how words were resolved.

    Without CLAIM-ID, the claims of SOURCE are listed with their ids. With --ledger, SOURCE is the id of a claim, group
    or judgement in it, and what is told is the way from there back to the words.
    """
    with plain_errors():
        ledger = ledger or _ledger_of(source, claim_id)
        if ledger is not None:
            from gencatan.cli.trails import explain_id

            if claim_id is not None:
                raise UsageError("with --ledger one id is enough")
            explain_id(ledger, source, written, ui)
            return
        if claim_id is None and _can_only_be_an_id(source):
            raise UsageError(f"{source}: does not exist; an id of a ledger needs --ledger FILE")
        from gencatan.cli.explain_text import explained, listed

        page = _page(ui)
        reader = _reader(language, pack or ())
        documents = _documents(source, reader, published, language, max_bytes, allow_private_addresses)
        if claim_id is None:
            read = [(document, reader.read(document)) for document in documents]
            _write(written, [_plain(c) for _, claims in read for c in claims], listed(read, page))
            return
        document, claim = _find_claim(documents, reader, claim_id, source)
        found = reader.explain(document)
        note = found.notes[claim.id]
        sentence = found.sentences[note.sentence]
        value = {"claim": _plain(note), "sentence": _plain(sentence)}
        _write(written, value, explained(found, note, page))


def why_not(
    source: Source,
    phrase: Phrase,
    published: Published = None,
    language: Language = AUTO,
    written: Written = Shown.TABLE,
    pack: Pack = None,
    max_bytes: MaxBytes = 20 * MEGABYTE,
    allow_private_addresses: Private = False,
    ui: Ui = Interface.EN,
) -> None:
    """Tell why nothing was read at some words of a report, or what was."""
    with plain_errors():
        from gencatan.cli import why_not_text as draw

        page = _page(ui)
        if not phrase.strip() or len(phrase) > LONGEST_PHRASE:
            raise UsageError(f"PHRASE: 1 to {LONGEST_PHRASE} characters of the report are needed")
        reader = _reader(language, pack or ())
        values: list[Any] = []
        lines: list[str] = []
        texts: list[str] = []
        for document in _documents(source, reader, published, language, max_bytes, allow_private_addresses):
            texts.append(document.text)
            places = _places(document.text, phrase)[: OCCURRENCES - len(values)]
            if not places:
                continue
            explanation = reader.explain(document)
            for start, end in places:
                sentences = explanation.at(start, end)
                values.append(_value(explanation, sentences, start, end))
                lines += draw.why_not(explanation, sentences, (start, end), page)
            if len(values) == OCCURRENCES:
                break
        if not values:
            raise UsageError(_not_found(phrase, texts, source))
        _write(written, values, lines)


def _ledger_of(source: str, claim_id: str | None) -> str | None:
    """The ledger of the environment, where SOURCE can only be an id in it."""
    if claim_id is not None or not _can_only_be_an_id(source):
        return None
    return os.environ.get("GENCATAN_LEDGER") or None


def _can_only_be_an_id(source: str) -> bool:
    return _ID.fullmatch(source) is not None and not Path(source).exists()


def _reader(language: str, packs: Sequence[Any]) -> Reader:
    from gencatan.language.detect import normalise_language
    from gencatan.reading.reader import Reader

    auto = language.lower() == AUTO
    return Reader(languages=None if auto else [normalise_language(language)], packs=packs)


def _documents(
    source: str, reader: Reader, published: str | None, language: str, max_bytes: int, allow_private: bool
) -> Iterator[Document]:
    from gencatan.intake.settings import IntakeSettings, parse_published
    from gencatan.intake.sources import read_sources
    from gencatan.language.detect import ensure_language, normalise_language

    settings = IntakeSettings(
        published=parse_published(published) if published is not None else None,
        language=AUTO if language.lower() == AUTO else normalise_language(language),
        max_bytes=max_bytes,
        allow_private=allow_private,
    )
    for document in read_sources([source], settings, on_skip=Skips()):
        yield ensure_language(document, reader.languages)


def _find_claim(documents: Iterator[Document], reader: Reader, wanted: str, source: str) -> tuple[Document, Claim]:
    """The one claim whose id starts so. Raises UsageError that lists near ones."""
    prefix = wanted.strip().lower()
    if len(prefix) < MIN_PREFIX:
        raise UsageError(f"CLAIM-ID {wanted!r}: at least {MIN_PREFIX} characters are needed")
    found: list[tuple[Document, Claim]] = []
    every: list[Claim] = []
    for document in documents:
        claims = reader.read(document)
        every += claims
        found += [(document, claim) for claim in claims if claim.id.startswith(prefix)]
        if found and found[0][1].id == prefix:
            break
    if len({claim.id for _, claim in found}) == 1:
        return found[0]
    if found:
        raise UsageError(f"CLAIM-ID {wanted!r} is not unique: {_named([c for _, c in found])}")
    if not every:
        raise UsageError(f"CLAIM-ID {wanted!r}: no claim was read in {source}")
    ids = get_close_matches(prefix, [c.id[: len(prefix)] for c in every], NEAR_SHOWN, 0.5)
    near = [c for c in every if c.id[: len(prefix)] in ids] or every
    raise UsageError(f"no claim {wanted!r} in {source}; its claims: {_named(near)}")


def _named(claims: Sequence[Claim]) -> str:
    shown = [f"{c.id} ({c.kind}, “{c.evidence[0].text[:40]}”)" for c in claims[:NEAR_SHOWN]]
    return ", ".join(shown) + (f" … {len(claims)} in all" if len(claims) > NEAR_SHOWN else "")


def _places(text: str, phrase: str) -> list[tuple[int, int]]:
    """Where the phrase stands, whatever its capitals, blanks and sort of quotation marks."""
    parts = []
    for word in phrase.split():
        escaped = _APOSTROPHE.sub("['’‘]", re.escape(word))
        parts.append(_QUOTE.sub('["“”]', escaped))
    return [match.span() for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE)]


def _not_found(phrase: str, texts: Sequence[str], source: str) -> str:
    size = len(phrase.split())
    windows: dict[str, None] = {}
    for text in texts:
        words = text.split()
        for n in range(min(len(words), WINDOWS)):
            windows.setdefault(" ".join(words[n : n + size]))
    close = get_close_matches(phrase, windows, 3, 0.5)
    near = f"; the closest words: {', '.join(f'“{words}”' for words in close)}" if close else ""
    return f"“{phrase}” does not stand in {source}{near}"


def _value(explanation: Explanation, sentences: Sequence[SentenceNote], start: int, end: int) -> dict[str, Any]:
    return {
        "document": explanation.document.id,
        "phrase": {"text": explanation.document.text[start:end], "start": start, "end": end},
        "claims": [claim.id for claim in explanation.claims_at(start, end)],
        "sentences": [_plain(sentence) for sentence in sentences],
    }


def _plain(value: Any) -> Any:
    """Values as JSON has them; claims in the contract's form."""
    from gencatan.model import Claim

    if isinstance(value, Claim):
        return value.to_dict()
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _page(ui: Interface) -> Page:
    from gencatan.cli.explain_text import Page
    from gencatan.i18n import strings

    return Page(strings(ui), _width())


def _width() -> int:
    if not sys.stdout.isatty():
        return PIPE_WIDTH
    import shutil

    return max(60, shutil.get_terminal_size().columns)


def _write(written: Shown, value: Any, lines: Sequence[str]) -> None:
    out = utf8(sys.stdout)
    text = json.dumps(value, ensure_ascii=False, indent=1) if written is Shown.JSON else "\n".join(lines)
    out.write(text + "\n")
