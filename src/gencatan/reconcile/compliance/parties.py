"""Who is party to something and who stands between: actors of many claims, one for each that they are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gencatan.model import Actor, Claim, Filler, Record
from gencatan.reconcile.comparing import who
from gencatan.reconcile.compliance.finding import ids


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, under the widest id that claims give it, and the claims that name it. `id` is "" for words alone."""

    id: str
    name: str
    claims: tuple[str, ...]
    actors: tuple[Actor, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {"id": self.id, "name": self.name, "claims": list(self.claims)}

    def is_of(self, others: Iterable[Actor], least: float = who.KIN) -> bool:
        """Whether one of these is the party or a part of it."""
        return any(who.likeness(mine, other) >= least for mine in self.actors for other in others)


def parties_of(records: Sequence[Record], slot: str, least: float = who.KIN) -> tuple[Party, ...]:
    """The actors in a slot of claims, those at `least` so close together; those that most claims name first."""
    found: list[tuple[list[Actor], list[Record]]] = []
    for record in records:
        for actor in who.actors(record.claim, slot):
            for actors, named in found:
                if any(who.likeness(actor, known) >= least for known in actors):
                    actors.append(actor)
                    named.append(record)
                    break
            else:
                found.append(([actor], [record]))
    made = [_party(actors, named) for actors, named in found]
    return tuple(sorted(made, key=lambda party: (-len(party.claims), party.id)))


def _party(actors: Sequence[Actor], named: Sequence[Record]) -> Party:
    unique = {actor.id: actor for actor in actors}
    widest = min(unique.values(), key=lambda actor: (actor.id.count("/"), actor.sector != "PRE", actor.id))
    names = Counter(actor.name for actor in actors if actor.id == widest.id)
    name = max(names, key=lambda name: (names[name], len(name), name))
    return Party(widest.id, name, ids(named), tuple(unique.values()))


def words_of(filler: Filler) -> str:
    """A filler's name, else its words."""
    return filler.actor.name if filler.actor else " ".join(filler.span.text.split())


def tellers(claim: Claim) -> tuple[Filler, ...]:
    """Who says what a claim tells, outermost first: its attribution, else who makes a statement; () for the outlet."""
    speaker = claim.slots.get("speaker", ()) if claim.kind == "statement" else ()
    return claim.attribution or (speaker if isinstance(speaker, tuple) else ())


def source_words(record: Record) -> str:
    """Whose word a claim is, to be shown."""
    told = tellers(record.claim)
    if told:
        return words_of(told[0])
    return record.head.outlet or record.head.source_uri or record.head.id
