"""Everything that writes to the books, inside one transaction that no other writer shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from gencatan.errors import LedgerError, UsageError
from gencatan.ledger import codec
from gencatan.ledger.carry import successions
from gencatan.ledger.clock import known_from, stamp, utc
from gencatan.ledger.dialect import among, insert_rows
from gencatan.ledger.erase import erase
from gencatan.ledger.records import RecordCache
from gencatan.ledger.schema import (
    blocks,
    commits,
    documents,
    members,
    readings,
    resolutions,
    reviews,
    runs,
    signatures,
    successors,
    targets,
    tombstones,
    withdrawals,
)
from gencatan.ledger.schema import (
    claims as claims_table,
)
from gencatan.ledger.schema import (
    facets as facets_table,
)
from gencatan.ledger.schema import (
    judgements as judgements_table,
)
from gencatan.ledger.scope import facets
from gencatan.ledger.search import index
from gencatan.model import Claim, Document, Judgement, Record, Review, Run
from gencatan.model.books import ACTIONS, NEAR_COPY, RELATIONS
from gencatan.model.ids import content_hash

LONGEST_ID: Final = 1000


class Writer:
    """Writes to the books; got from `Ledger.writing`, and good only within it."""

    def __init__(self, connection: Connection, address: str, cache: RecordCache) -> None:
        """Use `Ledger.writing`."""
        self._connection = connection
        self._address = address
        self._cache = cache
        self._commit: tuple[int, str] | None = None
        self.purged = False

    # --- documents

    def as_added(self, document: Document, *, same_page: bool = False) -> Document:
        """The document under the id and with the link it is to be added by.

        Itself, unless its id is known with another text: then it is a new version, under an id of its own, linked to
        the old one. With `same_page` a known document from the same `source_uri` is an older version too.
        """
        known = self._document_row(document.id)
        if known is not None:
            if known.text is None or codec.decode(known.text) == document.text:
                return document
            own = content_hash({"version_of": document.id, "text": document.text})
            return replace(document, id=own, version_of=document.id)
        if same_page and document.version_of is None and document.source_uri:
            found = self._connection.execute(
                select(documents.c.id, documents.c.version_of)
                .where(documents.c.uri_key == uri_key(document.source_uri))
                .order_by(documents.c.number)
                .limit(1)
            ).first()
            if found:
                return replace(document, version_of=found.version_of or found.id)
        return document

    def add_document(self, document: Document) -> bool:
        """Add a document; False when it is known already (or was purged), and nothing changes.

        Raises LedgerError when the id is known with another text: `as_added` says under which id that belongs.
        """
        check_id(document.id, self._address)
        known = self._document_row(document.id)
        if known is not None:
            if known.text is not None and codec.decode(known.text) != document.text:
                raise LedgerError(
                    f"document {document.id!r} is in the books with another text; a corrected report is a new version",
                    address=self._address,
                )
            return False
        revision, recorded_at = self._committing()
        number = self._next(documents.c.number)
        version_of = document.version_of
        if version_of is not None:
            check_id(version_of, self._address)
        row = {
            "id": document.id,
            "number": number,
            "uri_key": uri_key(document.source_uri),
            "version_of": None if version_of == document.id else version_of,
            "published": document.published.isoformat() if document.published else None,
            "known": known_from(document, recorded_at),
            "stamp": stamp(document.retrieved_at),
            "depth": 0,
            "reading": 0,
            "head": codec.head_body(document),
            "text": codec.encode(document.text),
            "revision": revision,
        }
        self._connection.execute(insert(documents), row)
        self._order_versions(row)
        index(self._connection, number, document.title, document.text)
        return True

    def is_purged(self, document_id: str) -> bool:
        """Whether a document was purged: it is not added again."""
        found = select(tombstones.c.document).where(tombstones.c.document == document_id)
        return self._connection.execute(found).first() is not None

    # --- readings

    def add_run(self, run: Run) -> None:
        """Add what reads; nothing changes when it is known."""
        if self._connection.execute(select(runs.c.id).where(runs.c.id == run.id)).first() is None:
            revision, _ = self._committing()
            self._connection.execute(insert(runs), {"id": run.id, "body": codec.run_body(run), "revision": revision})

    def add_reading(
        self,
        document_id: str,
        run: Run,
        claims: Sequence[Claim],
        keys: Mapping[str, Sequence[str]] | None = None,
    ) -> bool:
        """Add what `run` reads in a document: its claims, their resolutions and, by claim id, their block keys.

        False when the latest reading is by the same run and says the same: then only other block keys are taken over.
        Otherwise this becomes the latest reading, and each claim that is gone is linked to the one in its place.
        Raises LedgerError for a document that is not in the books, or purged.
        """
        row = self._document_row(document_id)
        if row is None or row.text is None:
            raise LedgerError(
                f"document {document_id!r} {'was purged' if row else 'is not in the books'}", address=self._address
            )
        unique = {claim.id: claim for claim in claims}
        if any(claim.document != document_id for claim in unique.values()):
            raise ValueError(f"claims of another document than {document_id!r}")
        bodies = {id_: codec.claim_body(claim) for id_, claim in unique.items()}
        digests = {id_: content_hash(body) for id_, body in bodies.items()}
        digest = content_hash(digests)
        before = self._latest(document_id, row.reading)
        if before is not None and (before.run, before.digest) == (run.id, digest):
            self._replace_blocks(document_id, keys or {}, self._members(document_id, row.reading))
            return False
        self.add_run(run)
        revision, _ = self._committing()
        old = self._members(document_id, row.reading)
        number = row.reading + 1
        new = self._resolve(unique, bodies, digests, revision)
        self._connection.execute(
            insert(readings),
            {"document": document_id, "number": number, "run": run.id, "digest": digest, "revision": revision},
        )
        insert_rows(
            self._connection,
            members,
            [{"document": document_id, "number": number, "claim": id_, "resolution": at} for id_, at in new.items()],
        )
        self._connection.execute(update(documents).where(documents.c.id == document_id).values(reading=number))
        self._link(document_id, number, old, unique)
        self._replace_blocks(document_id, keys or {}, new)
        return True

    # --- reconciliation

    def partners(self, keys: Iterable[str], *, not_in: str) -> list[Record]:
        """The claims of other documents that share one of the block keys, by their latest reading, in order of id.

        Older versions of documents count too: what is current depends on the time asked for, a judgement does not.
        """
        wanted = set(map(codec.plain, keys))
        if not wanted:
            return []
        found = (
            select(blocks.c.resolution)
            .where(among(self._connection, blocks.c.key, wanted), blocks.c.document != not_in)
            .distinct()
        )
        return self._cache.records(self._connection, self._connection.execute(found).scalars())

    def add_signature(self, document_id: str, keys: Iterable[str]) -> None:
        """The keys by which near-copies of a document are found; they take the place of those it had."""
        self._connection.execute(delete(signatures).where(signatures.c.document == document_id))
        rows = [{"key": key, "document": document_id} for key in sorted(set(map(codec.plain, keys)))]
        insert_rows(self._connection, signatures, rows)

    def lookalikes(self, keys: Iterable[str], *, not_in: str) -> list[Document]:
        """The other documents that share one of the signature keys, in order of id."""
        found = (
            select(documents.c.head, documents.c.text)
            .where(
                documents.c.id.in_(
                    select(signatures.c.document).where(
                        among(self._connection, signatures.c.key, set(map(codec.plain, keys))),
                        signatures.c.document != not_in,
                    )
                ),
                documents.c.text.is_not(None),
            )
            .order_by(documents.c.id)
        )
        return [codec.document_from(row.head, row.text) for row in self._connection.execute(found)]

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Add the machine's words on claims (or documents) as they are now; how many are new.

        A judgement holds for the two resolutions it was made on: once either claim is resolved anew it is no longer
        seen, and the pair is to be judged again. Raises LedgerError where either is not in the books.
        """
        wanted = {judgement.id: judgement for judgement in judgements}
        if not wanted:
            return 0
        numbers = self._judged_numbers(wanted.values())
        table = judgements_table
        known = {
            tuple(row)
            for row in self._connection.execute(
                select(table.c.id, table.c.one_at, table.c.other_at).where(
                    among(self._connection, table.c.id, wanted.keys())
                )
            )
        }
        fresh = [
            judgement
            for judgement in wanted.values()
            if (judgement.id, numbers[judgement.one], numbers[judgement.other]) not in known
        ]
        if fresh:
            revision, _ = self._committing()
            rows = [
                {
                    **judgement.to_dict(),
                    "id": judgement.id,
                    "reason": codec.encode(judgement.reason),
                    "one_at": numbers[judgement.one],
                    "other_at": numbers[judgement.other],
                    "revision": revision,
                }
                for judgement in fresh
            ]
            insert_rows(self._connection, table, rows)
        return len(fresh)

    def withdraw(self, judgement_id: str, reason: str) -> bool:
        """Undo a judgement of the machine's by one row; False when it is withdrawn already."""
        table = withdrawals
        if self._connection.execute(select(table.c.judgement).where(table.c.judgement == judgement_id)).first():
            return False
        revision, _ = self._committing()
        self._connection.execute(
            insert(table), {"judgement": judgement_id, "reason": codec.plain(reason), "revision": revision}
        )
        return True

    # --- people

    def add_review(self, review: Review) -> bool:
        """Add a person's word; False when it is known. Raises UsageError for an unknown action or claim."""
        if review.action not in ACTIONS:
            raise UsageError(f"no review can {review.action!r}; one of {', '.join(ACTIONS)}")
        least, most = (2, 1000) if review.action in {"merge", "split"} else (1, 1)
        if not least <= len(set(review.targets)) == len(review.targets) <= most:
            raise UsageError(f"to {review.action} takes {'two claims or more' if least == 2 else 'one claim'}")
        if self._connection.execute(select(reviews.c.id).where(reviews.c.id == review.id)).first():
            return False
        table = claims_table
        found = select(table.c.id).where(among(self._connection, table.c.id, review.targets))
        missing = set(review.targets) - set(self._connection.execute(found).scalars())
        if missing:
            raise UsageError(f"no claim {min(missing)} in {self._address}")
        revision, _ = self._committing()
        body = codec.encode(review.to_dict())
        self._connection.execute(
            insert(reviews), {"id": review.id, "at": codec.plain(review.at), "body": body, "revision": revision}
        )
        rows = [{"review": review.id, "position": n, "claim": id_} for n, id_ in enumerate(review.targets)]
        insert_rows(self._connection, targets, rows)
        return True

    def purge(self, document_id: str, reason: str) -> bool:
        """Erase a document's text and every quote from it; ids, digest, dates and a tombstone stay.

        It is not added again. False when it was purged already. Raises UsageError for an unknown document or an empty
        reason. Backups made earlier still hold it: `Ledger.backups` lists them.
        """
        row = self._document_row(document_id)
        if row is None:
            raise UsageError(f"no document {document_id!r} in {self._address}")
        if not reason.strip():
            raise UsageError("a purge needs a reason")
        if row.text is None:
            return False
        revision, _ = self._committing()
        erase(self._connection, document_id)
        tomb = {"document": document_id, "reason": codec.plain(reason), "revision": revision}
        self._connection.execute(insert(tombstones), tomb)
        self._cache.clear()
        self.purged = True
        return True

    # --- inside

    def _committing(self) -> tuple[int, str]:
        """The revision of this transaction and when it is recorded: later than any before it."""
        if self._commit is None:
            last = self._connection.execute(
                select(commits.c.revision, commits.c.recorded_at).order_by(commits.c.revision.desc()).limit(1)
            ).first()
            now = utc(datetime.now(UTC))
            self._commit = (last.revision + 1, max(now, last.recorded_at)) if last else (1, now)
            self._connection.execute(insert(commits), {"revision": self._commit[0], "recorded_at": self._commit[1]})
        return self._commit

    def _next(self, column: Any) -> int:
        return int(self._connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1

    def _document_row(self, id_: str) -> Any:
        found = select(documents.c.reading, documents.c.text).where(documents.c.id == id_)
        return self._connection.execute(found).first()

    def _order_versions(self, row: Mapping[str, Any]) -> None:
        """Set how far along its chain of corrections a document stands, and those that correct it."""
        todo: list[Mapping[str, Any]] = [row]
        seen: set[str] = set()
        while todo:
            at = todo.pop()
            if at["id"] in seen:
                continue
            seen.add(at["id"])
            table = documents.c
            same_time = (table.known == at["known"], table.stamp == at["stamp"])
            older = self._connection.execute(
                select(table.depth).where(table.id == at["version_of"], *same_time)
            ).scalar()
            if older is not None:
                self._connection.execute(update(documents).where(table.id == at["id"]).values(depth=older + 1))
            newer = select(table.id, table.version_of, table.known, table.stamp)
            corrections = self._connection.execute(newer.where(table.version_of == at["id"], *same_time))
            todo.extend(row._asdict() for row in corrections)

    def _latest(self, document_id: str, number: int) -> Any:
        found = select(readings.c.run, readings.c.digest).where(
            readings.c.document == document_id, readings.c.number == number
        )
        return self._connection.execute(found).first()

    def _members(self, document_id: str, number: int) -> dict[str, int]:
        """Claim id to resolution, of one reading."""
        found = select(members.c.claim, members.c.resolution).where(
            members.c.document == document_id, members.c.number == number
        )
        return {row.claim: row.resolution for row in self._connection.execute(found)}

    def _resolve(
        self, unique: Mapping[str, Claim], bodies: Mapping[str, str], digests: Mapping[str, str], revision: int
    ) -> dict[str, int]:
        """Add the claims and resolutions that are new; claim id to resolution, of all."""
        table = resolutions.c
        found = select(table.id, table.claim, table.number, table.digest).where(
            among(self._connection, table.claim, unique.keys())
        )
        held: dict[str, dict[str, int]] = {}
        for row in self._connection.execute(found):
            held.setdefault(row.claim, {})[row.digest] = row.id
        insert_rows(
            self._connection,
            claims_table,
            [
                {
                    "id": id_,
                    "document": claim.document,
                    "kind": claim.kind,
                    "first": claim.evidence[0].start if claim.evidence else 0,
                    "revision": revision,
                }
                for id_, claim in unique.items()
                if id_ not in held
            ],
        )
        chosen: dict[str, int] = {}
        fresh: list[dict[str, Any]] = []
        following = self._next(table.id)
        for id_, claim in unique.items():
            known = held.get(id_, {})
            if digests[id_] in known:
                chosen[id_] = known[digests[id_]]
                continue
            chosen[id_] = following
            fresh.append(
                {
                    "id": following,
                    "claim": id_,
                    "number": len(known) + 1,
                    "digest": digests[id_],
                    "starts": _day(claim.date.start) if claim.date else None,
                    "ends": _day(claim.date.end) if claim.date else None,
                    "body": bodies[id_],
                    "revision": revision,
                }
            )
            following += 1
        insert_rows(self._connection, resolutions, fresh)
        about = [
            {"facet": facet, "resolution": row["id"]} for row in fresh for facet in sorted(facets(unique[row["claim"]]))
        ]
        insert_rows(self._connection, facets_table, about)
        return chosen

    def _link(self, document_id: str, number: int, old: Mapping[str, int], new: Mapping[str, Claim]) -> None:
        gone = [at for id_, at in old.items() if id_ not in new]
        if not gone:
            return
        before = [record.claim for record in self._cache.records(self._connection, gone)]
        after = [claim for id_, claim in new.items() if id_ not in old]
        rows = [
            {"document": document_id, "number": number, "older": older, "newer": newer}
            for older, newer in successions(before, after)
        ]
        insert_rows(self._connection, successors, rows)

    def _replace_blocks(self, document_id: str, keys: Mapping[str, Sequence[str]], at: Mapping[str, int]) -> None:
        found = select(blocks.c.key, blocks.c.resolution).where(blocks.c.document == document_id)
        held = {(row.key, row.resolution) for row in self._connection.execute(found)}
        wanted = {(key, at[id_]) for id_, of_claim in keys.items() for key in map(codec.plain, of_claim) if id_ in at}
        if held == wanted:
            return
        if held:
            self._connection.execute(delete(blocks).where(blocks.c.document == document_id))
        rows = [{"key": key, "resolution": number, "document": document_id} for key, number in sorted(wanted)]
        insert_rows(self._connection, blocks, rows)

    def _judged_numbers(self, judgements: Iterable[Judgement]) -> dict[str, int]:
        """The number of the resolution that each judged claim has now; 0 for a document."""
        found: dict[str, int] = {}
        of_claims: set[str] = set()
        of_documents: set[str] = set()
        for judgement in judgements:
            if judgement.relation not in RELATIONS:
                raise ValueError(f"no relation {judgement.relation!r}")
            (of_documents if judgement.relation == NEAR_COPY else of_claims).update((judgement.one, judgement.other))
        if of_documents:
            known = select(documents.c.id).where(among(self._connection, documents.c.id, of_documents))
            found.update(dict.fromkeys(self._connection.execute(known).scalars(), 0))
        if of_claims:
            table = claims_table
            latest = (
                select(table.c.id, resolutions.c.number)
                .join(documents, documents.c.id == table.c.document)
                .join(
                    members,
                    (members.c.document == table.c.document)
                    & (members.c.number == documents.c.reading)
                    & (members.c.claim == table.c.id),
                )
                .join(resolutions, resolutions.c.id == members.c.resolution)
                .where(among(self._connection, table.c.id, of_claims))
            )
            found.update({row.id: row.number for row in self._connection.execute(latest)})
        missing = (of_claims | of_documents) - found.keys()
        if missing:
            raise LedgerError(f"judged, but not in a latest reading: {min(missing)}", address=self._address)
        return found


def check_id(id_: str, address: str) -> None:
    """Raise LedgerError for an id that cannot be a key."""
    if not id_ or len(id_) > LONGEST_ID or not codec.storable(id_):
        raise LedgerError(f"{id_[:40]!r} cannot be a document's id", address=address)


def uri_key(source_uri: str) -> str:
    """What documents from the same address share; it says nothing about the address."""
    return content_hash(source_uri.partition("#")[0]) if source_uri else ""


def _day(iso: str | None) -> str | None:
    return iso[:10] if iso else None
