"""Who cannot be who in one sentence: those an act was done to did not do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft
from gencatan.reading.kinds.acts import HURTING
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

FROM_WHERE: Final = frozenset({"advcl", "xcomp", "conj"})
"""Relations of a clause that tells what an act told before led to."""
DONE_TO: Final = HURTING | {"arrest", "abduction"}
CLIMB: Final = 4

Place = tuple[int, int]
"""The index of a sentence and of a word in it."""


def tell_apart(report: Report) -> None:
    """Take from tolls and from acts told beside them whoever the sentence says was harmed."""
    events = report.acts()
    for toll in report.drafts:
        if toll.kind != "casualty":
            continue
        harmed = set(_places(toll.fillers.get("victims", []), report))
        _take_away(toll, "perpetrator", harmed, report)
        struck = _struck_before(toll, events)
        if struck is not None and not struck.fillers.get("actor"):
            _take_away(toll, "perpetrator", set(_places(struck.fillers["target"], report)), report)
        own = events.get((toll.sentence.index, toll.token.i))
        if own is not None and own.values.get("act") in DONE_TO:  # those displaced move
            _take_away(own, "actor", harmed, report)
        for act in events.values():
            if act.sentence is toll.sentence and act.values.get("act") in HURTING and _harmed_in(act.token, toll.token):
                _take_away(act, "actor", harmed, report)


def _take_away(draft: Draft, slot: str, harmed: set[Place], report: Report) -> None:
    """Leave those out of a slot who came to harm, but for whom the act's own words name ("in their attack")."""
    doers = draft.fillers.pop(slot, [])
    kept = [m for m in doers if harmed.isdisjoint(_places([m], report)) or _named_by(draft, m, report)]
    draft.add(slot, kept)


def _named_by(draft: Draft, mention: Mention, report: Report) -> bool:
    """Whether the noun of an act itself says whose it was, or a phrase that it was done by them."""
    token = mention.token
    if mention.sentence is not draft.sentence:
        return draft.nominal
    if preposition(token) in report.tools.pack.words("passive_agent"):
        return True
    return draft.nominal and any(t.i == draft.token.i for t in token.ancestors)


def _places(mentions: Iterable[Mention], report: Report) -> Iterator[Place]:
    """Where mentions stand, with those that they count or portion ("one of the six people")."""
    for mention in mentions:
        for one in (mention, report.settle(mention)):
            if one is not None:
                yield one.sentence.index, one.token.i
                yield one.sentence.index, report.tools.mentions.semantic_head(one.token).i


def _struck_before(toll: Draft, events: dict[Place, Draft]) -> Draft | None:
    """The act whose target the clause goes on from, so that its subject did no harm ("came under fire, losing …")."""
    verb = toll.token
    for _ in range(CLIMB):
        if verb.dep_ not in FROM_WHERE or verb.head.i >= verb.i:
            return None
        verb = verb.head
        act = events.get((toll.sentence.index, verb.i))
        if act is not None:
            return act if act.values.get("act") in HURTING and "target" in act.fillers else None
    return None


def _harmed_in(noun: Token, verb: Token) -> bool:
    """Whether the noun of an act tells in what somebody came to harm ("killed in attacks on two markets")."""
    return noun.pos_ in ("NOUN", "PROPN") and noun.dep_.split(":")[0] in ("obl", "nmod") and _beneath(noun, verb)


def _beneath(noun: Token, verb: Token) -> bool:
    above = noun.head
    for _ in range(CLIMB):
        if above.i == verb.i:
            return True
        if above.pos_ not in ("NOUN", "PROPN", "NUM") or above.head.i == above.i:
            return False
        above = above.head
    return False
