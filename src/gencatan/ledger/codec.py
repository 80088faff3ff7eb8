"""Values to JSON text and back. JSON's escapes keep what a store's text type cannot hold: NUL, lone surrogates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from gencatan.model import Document, Head, Judgement, Review, Run


def encode(value: Any) -> str:
    """Canonical JSON that any UTF-8 store can hold."""
    words = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return words


def storable(words: str) -> bool:
    """Whether a text column can hold this as it is: no NUL, no lone surrogate."""
    return "\0" not in words and not any("\ud800" <= letter <= "\udfff" for letter in words)


def plain(words: str) -> str:
    """Words as a text column can hold them."""
    if storable(words):
        return words
    return words.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def decode(words: str) -> Any:
    """The inverse of `encode`."""
    return json.loads(words)


def head_body(document: Document) -> str:
    """A document without its text."""
    value = document.to_dict()
    del value["text"]
    return encode(value)


def purged_head(words: str) -> str:
    """What is left of a document after a purge: ids, digest, language and dates, nothing that anybody wrote."""
    value = decode(words)
    return encode({**value, "title": None, "outlet": None, "source_uri": ""})


def head_from(words: str) -> Head:
    """The head of a document from `head_body`."""
    value = json.loads(words)
    published = value["published"]
    return Head(
        value["id"],
        date.fromisoformat(published) if published else None,
        value["language"],
        value["outlet"],
        value["title"],
        value["source_uri"],
        value["retrieved_at"],
        value["version_of"],
    )


def document_from(head: str, text: str) -> Document:
    """A document from `head_body` and its text as JSON."""
    return Document.from_dict({**decode(head), "text": decode(text)})


def run_body(run: Run) -> str:
    """A run without its id."""
    return encode({"reader": run.reader, "packs": dict(run.packs), "settings": dict(run.settings)})


def run_from(body: str) -> Run:
    """The inverse of `run_body`."""
    return Run(**decode(body))


def review_from(id_: str, value: Mapping[str, Any]) -> Review:
    """A review under the id it was recorded by, which a purge of its words does not change."""
    review = Review.from_dict(value)
    object.__setattr__(review, "id", id_)
    return review


def judgement_from(id_: str, relation: str, one: str, other: str, score: float, reason: str, maker: str) -> Judgement:
    """A judgement from its row, under its id."""
    made = object.__new__(Judgement)  # without hashing again what was hashed when it was made
    put = object.__setattr__
    put(made, "id", id_)
    put(made, "relation", relation)
    put(made, "one", one)
    put(made, "other", other)
    put(made, "score", score)
    put(made, "reason", _reason(reason))
    put(made, "maker", maker)
    return made


@lru_cache(4096)
def _reason(words: str) -> tuple[str, ...]:
    """A judgement's reasons: a few lists stand for thousands of judgements."""
    return tuple(json.loads(words))
