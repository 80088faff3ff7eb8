"""What a name that a reviewer gives means: an actor of the registry, a place on the map."""

from __future__ import annotations

from collections.abc import Iterable

from gencatan.gazetteer import Gazetteer
from gencatan.gazetteer import Mention as PlaceName
from gencatan.language.pack import Pack
from gencatan.model import Actor, Document, Place, Span
from gencatan.reading.actors.resolver import ActorResolver
from gencatan.reading.assembly.placed import located


class Namer:
    """Knows names in the language of one report."""

    def __init__(self, pack: Pack, document: Document) -> None:
        """`pack` is that of the document's language."""
        self._pack = pack
        self._year = document.published.year if document.published else None

    def actor(self, words: str) -> Actor | None:
        """Who the words name; None for people at large."""
        return ActorResolver.load(self._pack.code, self._pack.path).resolve(words, year=self._year)

    def place(self, words: str, beside: Iterable[Place] = ()) -> Place | None:
        """Where the words name, among the places that the report names `beside`; None where no map has it."""
        name, _, container = (part.strip() for part in words.partition(","))
        names = [PlaceName(name, container or None)]
        names += [PlaceName(place.name) for place in beside if place.name]
        entry = Gazetteer.open().resolve(names, language=self._pack.code, strict=False)[0]
        return None if entry is None else located(Span(0, 0, words), entry)
