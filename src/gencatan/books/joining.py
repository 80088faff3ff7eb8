"""Reconciles one report with what is in the books, inside the transaction that adds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gencatan.ledger import Writer
from gencatan.ledger.ruling import SETTING
from gencatan.model import Claim, Document, Head, Judgement, Record, Run
from gencatan.reconcile import block_keys, judge, judge_documents, signature_keys
from gencatan.reconcile.judging.rules import rules_digest


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged anew: so many reports, so many judgements that were not in the books."""

    reports: int
    judgements: int


def ruling_run() -> Run:
    """What judges, as the ledger writes it down."""
    from gencatan import __version__

    return Run(__version__, {}, {SETTING: rules_digest()})


def judge_anew(writer: Writer) -> Judged:
    """Judge all that is in the books by the rules of today, as if the reports came one after the other."""
    reports = judgements = 0
    for document, claims in writer.to_judge():
        keys = keys_of(document, claims)
        writer.replace_keys(document.id, keys)
        judgements += reconcile(writer, document, claims, keys)
        reports += 1
    writer.rule(ruling_run())
    return Judged(reports, judgements)


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
