"""People's words on claims: each stands beside them, and a correction is made whole before it is written."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from gencatan.books.correcting import Correcting, names_beside, together
from gencatan.errors import UsageError
from gencatan.ledger import Ledger, Scope
from gencatan.model import Actor, Place, Record, Review, Snapshot
from gencatan.views.reviewed import corrected, corrections, deciding
from gencatan.views.trail import full_id, prefix_of

if TYPE_CHECKING:
    from gencatan.language.pack import Pack

UNDO: Final = "undo"
"""What `review` takes beside the actions that rows have."""


class Reviewing:
    """Records reviews in a ledger."""

    def __init__(self, ledger: Ledger, claim: Callable[[str], Record], pack: Callable[[str], Pack]) -> None:
        """`claim` finds the current claim whose id begins so, `pack` the pack of a language."""
        self._ledger = ledger
        self._claim = claim
        self._pack = pack

    def review(
        self,
        action: str,
        targets: Sequence[str],
        *,
        reviewer: str = "",
        words: str = "",
        fields: Mapping[str, Any] | None = None,
        kind: str = "",
        at: datetime | None = None,
    ) -> Review:
        """See `Books.review`."""
        body: dict[str, Any] = {"words": words} if words else {}
        if action == UNDO:
            undone = self._said(targets)
            return self._record(Review("note", undone.targets, reviewer, _moment(at), body | {"undoes": undone.id}))
        records = [self._claim(target) for target in targets]
        ids = tuple(record.id for record in records)
        if action == "correct":
            if not fields:
                raise UsageError("to correct takes at least one field")
            body |= self._correction(records[0], fields)
        if action in ("merge", "split"):
            body["kind"] = kind or _kind_of(records)
        return self._record(Review(action, ids, reviewer, _moment(at), body))

    def _correction(self, record: Record, fields: Mapping[str, Any]) -> dict[str, Any]:
        """A correction made whole, together with what stands of an earlier one. Raises UsageError."""
        said = [one for one in self._ledger.reviews() if one.targets == (record.id,)]
        last = deciding(Snapshot((record,), reviews=said)).get(record.id)
        before = corrections(last) if last is not None and last.action == "correct" else {}
        claim = corrected(record.claim, before)
        from gencatan.books.naming import Namer

        document = self._ledger.document(record.head.id)
        if document is None:
            raise UsageError(f"the report of claim {record.id[:8]} was purged")
        beside = self._ledger.snapshot(Scope(documents=(document.id,)), relations=()).records
        actors, places = names_beside([one.claim for one in beside])
        known = Namer(self._pack(document.language), document)

        def actor(words: str) -> Actor | None:
            return actors.get(words.casefold()) or known.actor(words)

        def place(words: str) -> Place | None:
            return places.get(words.casefold()) or known.place(words, places.values())

        whole = Correcting(claim, document.text, place, actor).whole(fields)
        corrected(claim, whole)
        return together(before, whole)

    def _record(self, review: Review) -> Review:
        signed = replace(review, reviewer=review.reviewer or getpass.getuser())
        with self._ledger.writing() as writer:
            writer.add_review(signed)
        return signed

    def _said(self, wanted: Sequence[str]) -> Review:
        """The one review whose id begins so. Raises UsageError for none, or several."""
        if len(wanted) != 1:
            raise UsageError("to undo takes the id of one review")
        found = {one.id: one for one in self._ledger.reviews_beginning(prefix_of(wanted[0]))}
        if not found:
            raise UsageError(f"no review {wanted[0]!r} in the ledger; `gencatan review log` lists them")
        return found[full_id(wanted[0], found)]


def _moment(at: datetime | None) -> str:
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")


def _kind_of(records: Sequence[Record]) -> str:
    """The kind of group that claims of these kinds form. Raises UsageError where they form none."""
    from gencatan.reconcile.comparing.sorts import group_of

    groups = {group_of(record.claim) for record in records}
    if len(groups) == 1 and (group := groups.pop()):
        return group
    kinds = sorted({record.claim.kind for record in records})
    raise UsageError(
        f"claims of the kinds {', '.join(kinds)} form no group: what happened does (events, casualties, land that "
        "changed hands, forces that came or went), agreements, meetings"
    )
