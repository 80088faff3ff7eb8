"""What judging compares, worked out once for each claim."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from gencatan.model import Actor, Claim, Count, Head, Place, Record
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.counts import count_of
from gencatan.reconcile.comparing.names import words_of_names
from gencatan.reconcile.comparing.persons import persons
from gencatan.reconcile.comparing.sorts import what_of
from gencatan.reconcile.comparing.victims import EVERYBODY, whom
from gencatan.reconcile.comparing.when import Days, days_of

_KEPT: Final = 16_384
_seen: OrderedDict[int, tuple[Record, Facts]] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Facts:
    """A claim, made ready to be compared. `what` is the act, the harm or the change (`sorts.what_of`), `doers` act or
    bear it, `others` are acted on or stand between.

    `whom` is the sort of people harmed, and their country where they bear arms (`victims.whom`), `aims` the names of
    what was acted on and is nobody ("Al-Khadra hospital"), `persons` those of whom it befell (`persons.persons`).
    """

    record: Record
    what: str
    days: Days
    doers: tuple[Actor, ...]
    others: tuple[Actor, ...]
    everybody: tuple[Actor, ...]
    count: Count | None
    words: str
    source: str
    whom: tuple[str, str]
    aims: frozenset[str]
    persons: frozenset[str]

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.record.claim

    @property
    def head(self) -> Head:
        """The head of its report."""
        return self.record.head

    @property
    def place(self) -> Place | None:
        """Where the claim says it was."""
        return self.record.claim.place

    def slot(self, name: str) -> str:
        """An enumerated slot; "" where it is not filled."""
        held = self.record.claim.slots.get(name, "")
        return held if isinstance(held, str) else ""


def facts(record: Record) -> Facts:
    """The facts of a claim; kept while the record is, since a report's claims meet many others."""
    known = _seen.get(id(record))
    if known is not None and known[0] is record:
        return known[1]
    made = _made(record)
    _seen[id(record)] = (record, made)
    if len(_seen) > _KEPT:
        _seen.popitem(last=False)
    return made


def _made(record: Record) -> Facts:
    claim = record.claim
    what, words = what_of(claim), " ".join(span.text for span in claim.evidence)
    return Facts(
        record=record,
        what=what,
        days=days_of(record),
        doers=who.doers(claim),
        others=who.others(claim),
        everybody=who.all_actors(claim),
        count=count_of(claim),
        words=words,
        source=who.outermost(claim),
        whom=_whom(claim),
        aims=_aims(claim),
        persons=persons(claim, what, words),
    )


def _whom(claim: Claim) -> tuple[str, str]:
    found = whom(tuple(who.fillers(claim, "victims")))
    flight = claim.slots.get("harm") == "displaced" and found[0] == "civilians"
    return (EVERYBODY, "") if flight else found  # all who flee their homes are civilians, said or not


def _is_no_side(actor: Actor | None) -> bool:
    """Whether nothing is known of a body but its name ("Hotel Terrain")."""
    return actor is None or not (actor.country or actor.sector or "/" in actor.id)


def _aims(claim: Claim) -> frozenset[str]:
    if claim.kind != "event":
        return frozenset()
    things = [" ".join(f.span.text.split()) for f in who.fillers(claim, "target") if _is_no_side(f.actor)]
    first = claim.evidence[0].text.split(maxsplit=1)[0]  # may be written large for its place alone
    return frozenset().union(*(words_of_names(text.removeprefix(f"{first} ")) for text in things))
