"""What a convoy brings: a vehicle with goods of aid that goes somewhere delivers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, conjuncts, has_subject, marks

if TYPE_CHECKING:
    from spacy.tokens import Token

GONE: Final = ("movement",)
NESTED: Final = 2


def deliver(firing: Firing, draft: Draft, report: Report) -> None:
    """Turn the movement of a vehicle that carries aid into the delivery of what it carries."""
    if firing.nominal or draft.values.get("act") not in GONE or draft.fillers.get("target"):
        return
    mentions = report.tools.mentions
    for token in firing.roles.get("subj", []):
        if not mentions.fits(token, ("@carriage",)):
            continue
        goods = [
            t for t in (*_goods(token), *_on_board(token, firing.token)) if mentions.fits(t, ("@cargo", "!@carriage"))
        ]
        if goods:  # "a convoy of food and fuel", of which the parser made a convoy and fuel
            goods += [t for t in conjuncts(token) if t not in goods and mentions.fits(t, ("@cargo", "!@carriage"))]
        if not goods:
            continue
        carriers = [Mention(firing.sentence, t) for t in conjuncts(token) if mentions.fits(t, ("@carriage",))]
        draft.values["act"] = "delivery"
        draft.plover = ("AID", "")
        draft.fillers.pop("actor", None)
        draft.add("actor", carriers)
        draft.add("target", [Mention(firing.sentence, t) for t in goods])
        behind = (t.head.i for t in goods if t.dep_ == "obj" and t.head.i > firing.token.i)
        report.consumed.update((firing.sentence.index, i) for i in behind)
        return


def _on_board(vehicle: Token, moves: Token) -> Iterator[Token]:
    """What a vehicle has by a verb before that of its motion ("konvoi itu membawa beras dan tiba di …") or behind it
    ("terbang ke Goma *membawa* obat-obatan", "flew to Goma carrying medicine")."""
    for clause in moves.children:
        if clause.dep_ in ("advcl", "xcomp") and clause.i > moves.i and not marks(clause) and not has_subject(clause):
            for child in clause.children:
                yield from conjuncts(child) if child.dep_ == "obj" and child.i > clause.i else ()
    verb = vehicle.head
    if verb.pos_ == "VERB" and vehicle.dep_ in SUBJECTS and vehicle.i < verb.i < moves.i and verb.i == moves.head.i:
        for child in verb.children:
            if child.dep_ == "obj" and verb.i < child.i < moves.i:
                yield from conjuncts(child)


def _goods(vehicle: Token, depth: int = 0) -> Iterator[Token]:
    """The nouns that may be what a vehicle carries: "a convoy of food", "trucks loaded with rice and flour"."""
    for child in vehicle.children:
        if child.dep_ == "nmod" and child.i > vehicle.i and child.pos_ == "NOUN":
            yield from conjuncts(child)
            if depth < NESTED:  # "konvoi truk bermuatan beras"
                yield from (t for t in _goods(child, depth + 1) if t.i > child.i)
        elif child.dep_.split(":")[0] == "compound" and child.i < vehicle.i:
            yield child
        elif child.dep_ in RELATIVE and (has(child, "VerbForm", "Part") or has(child, "VerbForm", "Ger")):
            for inner in child.children:
                if inner.dep_ in ("obj", "obl") and inner.i > child.i:
                    yield from conjuncts(inner)
