"""What people ask for again and again: once the books grew it is answered anew before anybody waits for it.

Whoever adds reports pays for that when all is added, not who asks first. It is the same work that asking does, and what
comes of it is kept in the same way: so it may fail, or be cut off at any instant, and nothing but time is lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from gencatan.errors import GencatanError
from gencatan.ledger import Ledger
from gencatan.ledger.records import without_collecting
from gencatan.model.ids import content_hash
from gencatan.views.conflict import Conflict
from gencatan.views.desk import Desk
from gencatan.views.dossier import dossier
from gencatan.views.obligations import obligations

MOST: Final = 8
"""Conflicts whose answers are made anew: those that were asked for last."""
PATIENCE: Final = 20
"""How often they are made anew while nobody asks."""
_VIEWS: Final[Mapping[str, Callable[[Desk], Any]]] = MappingProxyType({"dossier": dossier, "obligations": obligations})
"""The views whose answers are kept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The views of a conflict (None: of all claims) that were asked for, each with its language; `idle` is how often
    they were made anew since."""

    conflict: Conflict | None
    names: tuple[str, ...]
    idle: int = 0

    @property
    def key(self) -> str:
        """What is asked of."""
        return content_hash([self.conflict.to_dict() if self.conflict else None])

    def to_json(self) -> str:
        """As it is noted."""
        return json.dumps([self.conflict.to_dict() if self.conflict else None, self.names, self.idle])

    @classmethod
    def from_json(cls, body: str) -> Asked | None:
        """The inverse of `to_json`; None for what is no such note."""
        try:
            conflict, names, idle = json.loads(body)
            made = Conflict.from_dict(conflict) if conflict is not None else None
            return cls(made, tuple(name for name in names if name.split()[0] in _VIEWS), int(idle))
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return None


def note(ledger: Ledger, conflict: Conflict | None, name: str) -> None:
    """Note that somebody asked; mostly that is known, and nothing is written."""
    asked = Asked(conflict, (name,))
    known = Asked.from_json(ledger.asked().get(asked.key, ""))
    if known is not None and name in known.names and known.idle == 0:
        return
    names = {*known.names, name} if known is not None else {name}
    ledger.note(asked.key, Asked(conflict, tuple(sorted(names))).to_json(), most=MOST)


def renew(ledger: Ledger, desk_of: Callable[[Conflict | None, str], Desk]) -> None:
    """Answer anew what was asked for; `desk_of` lays a conflict's claims out in a language."""
    with suppress(GencatanError), without_collecting():
        for key, body in ledger.asked().items():
            asked = Asked.from_json(body)
            if asked is None or asked.idle >= PATIENCE:
                ledger.note(key, None, most=MOST)
                continue
            desks: dict[str, Desk] = {}
            for view, language in map(str.split, asked.names):
                if language not in desks:
                    desks[language] = desk_of(asked.conflict, language)
                _VIEWS[view](desks[language])
            ledger.note(key, Asked(asked.conflict, asked.names, asked.idle + 1).to_json(), most=MOST)
