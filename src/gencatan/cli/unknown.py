"""Words about actor ids in a conflict's own file that nothing will ever be filed under."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gencatan.views.conflict import Conflict, Party


def unknown_actors(conflict: Conflict | None) -> Iterator[str]:
    """What to say of each id that no actor has, by file and key.

    A name of one's own for a party that aliases tell is no such id; a state's code must be one.
    """
    if conflict is None or not conflict.source:
        return
    for key, parties in (("party", conflict.parties), ("mediator", conflict.mediators)):
        for n, party in enumerate(parties, 1):
            for id_ in party.actors:
                if not _is_known(id_, party):
                    near = get_close_matches(id_, _registry(), 1)
                    hint = f" (near: {near[0]})" if near else ""
                    yield f"{conflict.source}: {key}[{n}].actors: no actor is known by the id {id_!r}{hint}"


def _is_known(id_: str, party: Party) -> bool:
    from gencatan.i18n.countries import alpha2

    head = id_.split("/")[0]
    if head.isupper():
        return bool(alpha2(head)) or head in {one.split("/")[0] for one in _registry()}
    return bool(party.aliases) or id_ in _registry()


@cache
def _registry() -> frozenset[str]:
    from gencatan.language.pack import load_pack
    from gencatan.reading.actors.registry import known_ids, load_registry

    return frozenset(known_ids(load_registry("en", load_pack("en").path)))
