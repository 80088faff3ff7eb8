"""What people ask for again and again: once the books grew it is answered anew before anybody waits for it.

Whoever adds reports pays for that when all is added, not who asks first. It is the same work that asking does, and what
comes of it is kept in the same way: so it may fail, or be cut off at any instant, and nothing but time is lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any, Final, Protocol, cast

from gencatan.collecting import without_collecting
from gencatan.errors import GencatanError
from gencatan.ledger import Ledger
from gencatan.model.ids import content_hash
from gencatan.views.brief import Brief, brief
from gencatan.views.conflict import Conflict
from gencatan.views.desk import Desk
from gencatan.views.dossier import dossier
from gencatan.views.meetings import meetings
from gencatan.views.obligations import obligations
from gencatan.views.timeline import timeline
from gencatan.views.tolls import tolls

MOST: Final = 8
"""Conflicts whose answers are made anew: those that were asked for last."""
PATIENCE: Final = 20
"""How often they are made anew while nobody asks."""
BRIEF: Final = "brief"
"""What is noted of a morning brief, before the time that it begins; only the last that was asked for is noted."""
_VIEWS: Final[Mapping[str, Callable[[Desk], Any]]] = MappingProxyType(
    {"dossier": dossier, "meetings": meetings, "obligations": obligations, "timeline": timeline, "tolls": tolls}
)
"""The views whose answers are kept, beside the brief."""


class DeskOf(Protocol):
    """Lays a conflict's claims out in a language, those that were known at a time."""

    def __call__(self, conflict: Conflict | None, language: str, as_of: datetime | None) -> Desk:
        """The claims of a conflict (None: all); `as_of` None: by today."""


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
            return cls(made, tuple(name for name in names if _is_known(name)), int(idle))
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return None


def note(ledger: Ledger, conflict: Conflict | None, name: str) -> None:
    """Note that somebody asked; mostly that is known, and nothing is written."""
    asked = Asked(conflict, (name,))
    known = Asked.from_json(ledger.asked().get(asked.key, ""))
    if known is not None and name in known.names and known.idle == 0:
        return
    names = {name}
    if known is not None:
        names |= {other for other in known.names if not (_is_brief(name) and _is_brief(other))}
    ledger.note(asked.key, Asked(conflict, tuple(sorted(names))).to_json(), most=MOST)


def brief_since(known: datetime, since: str, before: Callable[[], Desk], after: Desk) -> Brief:
    """The brief of what `after` has that was not `known`, from `since` in words on: remembered, or made."""
    name = f"{BRIEF} {known.isoformat()}"
    (found,) = after.parts(name, (Brief,), lambda: (brief(before(), after, since),))
    return replace(cast(Brief, found), since=since)


def _is_brief(name: str) -> bool:
    return name.split()[0] == BRIEF


def _is_known(name: str) -> bool:
    """Whether a name says something that can be asked. Raises ValueError, TypeError, LookupError for odd ones."""
    view, *since, _ = name.split()
    return view in _VIEWS if not since else view == BRIEF and len([datetime.fromisoformat(one) for one in since]) == 1


def renew(ledger: Ledger, desk_of: DeskOf) -> None:
    """Answer anew what was asked for."""
    with suppress(GencatanError), without_collecting():
        for key, body in ledger.asked().items():
            asked = Asked.from_json(body)
            if asked is None or asked.idle >= PATIENCE:
                ledger.note(key, None, most=MOST)
                continue
            desks: dict[str, Desk] = {}
            for name in asked.names:
                view, *since, language = name.split()
                if language not in desks:
                    desks[language] = desk_of(asked.conflict, language, None)
                _answer(view, since, desks[language], partial(desk_of, asked.conflict, language))
            ledger.note(key, Asked(asked.conflict, asked.names, asked.idle + 1).to_json(), most=MOST)


def _answer(view: str, since: Sequence[str], desk: Desk, desk_of: Callable[[datetime], Desk]) -> None:
    if view != BRIEF:
        _VIEWS[view](desk)
        return
    known = datetime.fromisoformat(since[0])
    brief_since(known, since[0], lambda: desk_of(known), desk)
