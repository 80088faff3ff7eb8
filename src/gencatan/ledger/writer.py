"""Everything that writes to the books, inside one transaction that no other writer shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from gencatan.errors import LedgerError, UsageError
from gencatan.ledger import codec, schema
from gencatan.ledger.amending import add_amendment, amended, amendment_of, states
from gencatan.ledger.clock import known_from, stamp, utc
from gencatan.ledger.dialect import among, insert_rows
from gencatan.ledger.erase import erase
from gencatan.ledger.judging import judged_numbers, judgement_rows
from gencatan.ledger.records import RecordCache
from gencatan.ledger.resolving import Resolved, following, link_successors, members_of, replace_blocks
from gencatan.ledger.ruling import is_judged_by
from gencatan.ledger.schema import (
    blocks,
    commits,
    documents,
    members,
    readings,
    reviews,
    rulings,
    runs,
    signatures,
    targets,
    tombstones,
    withdrawals,
)
from gencatan.ledger.search import index
from gencatan.ledger.versions import as_added, check_id, document_row, order_versions, uri_key
from gencatan.model import Claim, Document, Head, Judgement, Record, Review, Run
from gencatan.model.books import ACTIONS
from gencatan.model.correction import misfit


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
        the old one. Time tells which is the later; InputError where they do not say. With `same_page` a known document
        from the same `source_uri` is an older version too.
        """
        return as_added(self._connection, document, same_page=same_page)

    def add_document(self, document: Document) -> bool:
        """Add a document; False when it is known already (or was purged), and nothing changes.

        Raises LedgerError when the id is known with another text: `as_added` says under which id that belongs.
        """
        check_id(document.id, self._address)
        known = document_row(self._connection, document.id)
        if known is not None:
            if known.text is not None and codec.decode(known.text) != document.text:
                raise LedgerError(
                    f"document {document.id!r} is in the books with another text; a corrected report is a new version",
                    address=self._address,
                )
            return False
        revision, recorded_at = self._committing()
        number = following(self._connection, documents.c.number)
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
        order_versions(self._connection, row)
        index(self._connection, number, document.title, document.text)
        return True

    def amend(self, document_id: str, changes: Mapping[str, Any]) -> Document | None:
        """Say otherwise when a document was published, by whom, in which language, under which title.

        The document as it is then, None where nothing changes. What was said before stays for `as_recorded`; claims
        are to be read anew (`add_reading`), since dates resolve by the day of publication. Raises UsageError for a
        document that is unknown or purged, and for a field that stays.
        """
        before = self.document(document_id)
        after = amended(before, changes)
        if after == before:
            return None
        revision, _ = self._committing()
        add_amendment(self._connection, before, after, revision)
        return after

    def document(self, document_id: str) -> Document:
        """A document as it is within the transaction. Raises UsageError where it is unknown or purged."""
        row = self._connection.execute(
            select(documents.c.head, documents.c.text).where(documents.c.id == document_id)
        ).first()
        if row is None or row.text is None:
            words = "was purged" if row else f"is not in {self._address}"
            raise UsageError(f"document {document_id!r} {words}")
        return codec.document_from(row.head, row.text)

    def states(self, document_id: str) -> list[Head]:
        """See `Ledger.states`."""
        return states(self._connection, document_id)

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
        row = document_row(self._connection, document_id)
        if row is None or row.text is None:
            raise LedgerError(
                f"document {document_id!r} {'was purged' if row else 'is not in the books'}", address=self._address
            )
        if any(claim.document != document_id for claim in claims):
            raise ValueError(f"claims of another document than {document_id!r}")
        said = Resolved(claims, amendment_of(self._connection, document_id))
        old = members_of(self._connection, document_id, row.reading)
        if self._says_already(document_id, row.reading, run, said):
            replace_blocks(self._connection, document_id, keys or {}, old)
            return False
        self.add_run(run)
        revision, _ = self._committing()
        number = row.reading + 1
        new = said.add(self._connection, revision)
        reading = {"document": document_id, "number": number}
        self._connection.execute(
            insert(readings), {**reading, "run": run.id, "digest": said.digest, "revision": revision}
        )
        rows = [{**reading, "claim": id_, "resolution": resolution} for id_, resolution in new.items()]
        insert_rows(self._connection, members, rows)
        self._connection.execute(update(documents).where(documents.c.id == document_id).values(reading=number))
        link_successors(self._connection, self._cache, document_id, number, old, said.claims)
        replace_blocks(self._connection, document_id, keys or {}, new)
        return True

    def _says_already(self, document_id: str, number: int, run: Run, said: Resolved) -> bool:
        found = select(readings.c.run, readings.c.digest).where(
            readings.c.document == document_id, readings.c.number == number
        )
        latest = self._connection.execute(found).first()
        return latest is not None and (latest.run, latest.digest) == (run.id, said.digest)

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
        made = list(judgements)
        if not made:
            return 0
        numbers = judged_numbers(self._connection, made)
        missing = {id_ for judgement in made for id_ in (judgement.one, judgement.other)} - numbers.keys()
        if missing:
            raise LedgerError(f"judged, but not in a latest reading: {min(missing)}", address=self._address)
        rows = judgement_rows(self._connection, made, numbers)
        if rows:
            revision, _ = self._committing()
            insert_rows(self._connection, schema.judgements, [{**row, "revision": revision} for row in rows])
        return len(rows)

    def is_judged_by(self, digest: str) -> bool:
        """Whether all judgements that count are by the rules of this digest; so it is where there are none at all."""
        return is_judged_by(self._connection, digest)

    def rule(self, run: Run) -> None:
        """From now on only judgements by this run's rules count: their makers end with its setting `reconcile`."""
        self.add_run(run)
        revision, _ = self._committing()
        self._connection.execute(delete(rulings).where(rulings.c.revision == revision))
        self._connection.execute(insert(rulings), {"revision": revision, "run": run.id})

    def rule_first(self, run: Run) -> None:
        """`rule`, where no rules judge yet."""
        if self._connection.execute(select(rulings.c.revision).limit(1)).first() is None:
            self.rule(run)

    def to_judge(self) -> Iterator[tuple[Document, list[Claim]]]:
        """Every document that was read, in the order they came, with the claims of its latest reading.

        The keys by which partners and copies are found are let go, for other rules make others.
        """
        self._connection.execute(delete(blocks))
        self._connection.execute(delete(signatures))
        found = select(documents.c.id, documents.c.reading).where(
            documents.c.text.is_not(None), documents.c.reading > 0
        )
        for id_, number in self._connection.execute(found.order_by(documents.c.number)).all():
            held = members_of(self._connection, id_, number)
            records = self._cache.records(self._connection, held.values())
            yield self.document(id_), [record.claim for record in records]

    def replace_keys(self, document_id: str, keys: Mapping[str, Sequence[str]]) -> None:
        """Let a document's claims be found by these block keys, and by no others."""
        row = document_row(self._connection, document_id)
        held = members_of(self._connection, document_id, row.reading) if row is not None else {}
        replace_blocks(self._connection, document_id, keys, held)

    def withdraw(self, judgement_id: str, reason: str) -> bool:
        """Undo a judgement of the machine's by one row; False when it is withdrawn already.

        It says nothing of the next: an older judgement of the two counts again, and newer rules may judge them as it
        did. What a person wants to last is a review (`split`).
        """
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
        """Add a person's word; False when it is known.

        Raises UsageError for an unknown action, claim or undone review, and for a body that no claim can hold.
        """
        if review.action not in ACTIONS:
            raise UsageError(f"no review can {review.action!r}; one of {', '.join(ACTIONS)}")
        least, most = (2, 1000) if review.action in {"merge", "split"} else (1, 1)
        if "undoes" in review.body:
            most = 1000  # it is about all the claims that the undone one is about
        if not least <= len(set(review.targets)) == len(review.targets) <= most:
            raise UsageError(f"to {review.action} takes {'two claims or more' if least == 2 else 'one claim'}")
        if self._connection.execute(select(reviews.c.id).where(reviews.c.id == review.id)).first():
            return False
        table = schema.claims
        found = select(table.c.id, table.c.kind).where(among(self._connection, table.c.id, review.targets))
        kinds = {row.id: row.kind for row in self._connection.execute(found)}
        missing = set(review.targets) - kinds.keys()
        if missing:
            raise UsageError(f"no claim {min(missing)} in {self._address}")
        if why := misfit(review, kinds[review.targets[0]]):
            raise UsageError(f"to {review.action} {review.targets[0][:8]}: {why}")
        self._check_undone(review)
        revision, _ = self._committing()
        body = codec.encode(review.to_dict())
        self._connection.execute(
            insert(reviews), {"id": review.id, "at": codec.plain(review.at), "body": body, "revision": revision}
        )
        rows = [{"review": review.id, "position": n, "claim": id_} for n, id_ in enumerate(review.targets)]
        insert_rows(self._connection, targets, rows)
        return True

    def _check_undone(self, review: Review) -> None:
        """Only what was said of the very same claims can be undone."""
        undone = review.body.get("undoes")
        if undone is None:
            return
        row = self._connection.execute(select(reviews.c.body).where(reviews.c.id == undone)).first()
        if row is None:
            raise UsageError(f"no review {undone} in {self._address}")
        said = set(codec.decode(row.body)["targets"])
        if said != set(review.targets):
            raise UsageError(f"review {undone[:8]} is about {', '.join(sorted(id_[:8] for id_ in said))}")

    def purge(self, document_id: str, reason: str) -> bool:
        """Erase a document's text and every quote from it; ids, digest, dates and a tombstone stay.

        It is not added again. False when it was purged already. Raises UsageError for an unknown document or an empty
        reason. Backups made earlier still hold it: `Ledger.backups` lists them.
        """
        row = document_row(self._connection, document_id)
        if row is None:
            raise UsageError(f"no document {document_id!r} in {self._address}")
        if not reason.strip():
            raise UsageError("a purge needs a reason")
        self.purged = True  # if it was done already, the file's log may still be to be cleared
        if row.text is None:
            return False
        revision, _ = self._committing()
        erase(self._connection, document_id)
        tomb = {"document": document_id, "reason": codec.plain(reason), "revision": revision}
        self._connection.execute(insert(tombstones), tomb)
        self._cache.clear()
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
