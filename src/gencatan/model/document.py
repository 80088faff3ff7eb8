"""One report as it came in: immutable text and where it is from (contract, *One document*)."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from gencatan.model.ids import content_hash


def normalise_text(text: str) -> str:
    """Unicode NFC with `\\n` line ends, lone surrogates replaced; what all offsets count in."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class Document:
    """A report. Offsets into `text` count code points, end exclusive.

    `published` is the outlet's local date, None when unknown; relative dates then stay unresolved.
    `language` is an ISO 639-1 code that a language pack covers, or "" until it is detected.
    """

    id: str
    text: str
    language: str = ""
    published: date | None = None
    published_precision: str = "day"
    title: str | None = None
    outlet: str | None = None
    source_uri: str = ""
    retrieved_at: str | None = None
    raw_digest: str = ""
    version_of: str | None = None

    @classmethod
    def create(
        cls,
        text: str,
        *,
        id: str = "",
        published: date | str | None = None,
        source_uri: str = "",
        **fields: Any,
    ) -> Self:
        """A document with normalised text and, unless given, an id that hashes `source_uri` and text.

        Raises ValueError for a `published` that is not an ISO date.
        """
        clean = normalise_text(text)
        when = date.fromisoformat(published) if isinstance(published, str) else published
        digest = fields.pop("raw_digest", "") or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(
            id=id or content_hash({"source_uri": source_uri, "text": clean}),
            text=clean,
            published=when,
            source_uri=source_uri,
            raw_digest=digest,
            **fields,
        )

    def with_language(self, language: str) -> Document:
        """The same document, its language known."""
        return replace(self, language=language)

    def to_dict(self) -> dict[str, Any]:
        """As in the contract's *One document*; JSON-ready."""
        return {
            "id": self.id,
            "source_uri": self.source_uri,
            "retrieved_at": self.retrieved_at,
            "published": self.published.isoformat() if self.published else None,
            "published_precision": self.published_precision if self.published else None,
            "language": self.language,
            "outlet": self.outlet,
            "title": self.title,
            "text": self.text,
            "raw_digest": self.raw_digest,
            "version_of": self.version_of,
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        published = value["published"]
        return cls(
            id=value["id"],
            text=value["text"],
            language=value["language"],
            published=date.fromisoformat(published) if published else None,
            published_precision=value["published_precision"] or "day",
            title=value["title"],
            outlet=value["outlet"],
            source_uri=value["source_uri"],
            retrieved_at=value["retrieved_at"],
            raw_digest=value["raw_digest"],
            version_of=value["version_of"],
        )
