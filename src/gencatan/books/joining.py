"""Reconciles one report with what is in the books, inside the transaction that adds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gencatan.ledger import Writer
from gencatan.model import Claim, Document, Head, Judgement, Record
from gencatan.reconcile import block_keys, judge, judge_documents, signature_keys


def keys_of(document: Document, claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """The block keys of a report's claims, by claim id."""
    head = Head.of(document)
    return {claim.id: block_keys(Record(claim, head)) for claim in claims}


def reconcile(writer: Writer, document: Document, claims: Sequence[Claim], keys: Mapping[str, Sequence[str]]) -> int:
    """Judge a report's claims against each other and all others they could belong with; how many judgements are new."""
    head = Head.of(document)
    own = [Record(claim, head) for claim in claims]
    wanted = {key for held in keys.values() for key in held}
    others = writer.partners(wanted, not_in=document.id)
    found = list(_judged(own, others, keys))
    found += _copies(writer, document)
    return writer.add_judgements(found)


def _judged(own: Sequence[Record], others: Sequence[Record], keys: Mapping[str, Sequence[str]]) -> Iterator[Judgement]:
    blocks: dict[str, list[Record]] = {}
    for other in others:
        for key in block_keys(other):
            blocks.setdefault(key, []).append(other)
    for record in own:
        partners = {other.id: other for key in keys.get(record.id, ()) for other in blocks.get(key, ())}
        for other in partners.values():
            yield from judge(record, other)
        for key in keys.get(record.id, ()):
            blocks.setdefault(key, []).append(record)  # what comes later in the report is judged against it


def _copies(writer: Writer, document: Document) -> Iterator[Judgement]:
    signature = signature_keys(document)
    writer.add_signature(document.id, signature)
    for other in writer.lookalikes(signature, not_in=document.id):
        judgement = judge_documents(document, other)
        if judgement is not None:
            yield judgement
