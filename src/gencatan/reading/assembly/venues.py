"""Where an act was that its own clause does not tell: the town that talks are called by, or are travelled to; the place
that those it was done to were at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.reading.assembly.whereabouts import closer
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.places import PlaceMention, Places
from gencatan.reading.tree.modality import opens_with
from gencatan.reading.tree.relations import RELATIVE, marks, preposition, preposition_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Pack

BESIDE: Final = frozenset({"compound", "flat", "nmod", "amod"})
PURPOSE: Final = frozenset({"advcl", "xcomp"})
ON_PEOPLE: Final = frozenset({"attack", "shelling", "air_strike", "abduction", "arrest", "explosion"})
HARMED: Final = frozenset({"killed", "injured", "abducted", "detained"})


def venue(draft: Draft, starts: Sequence[Token], places: Places, pack: Pack) -> PlaceMention | None:
    """The place of a meeting by its name or by the journey to it, of an act on people by where these were."""
    if draft.kind == "meeting":
        return next(_called(starts, draft, places), None) or next(_travelled_to(starts, draft, places, pack), None)
    if draft.values.get("act") in ON_PEOPLE or draft.values.get("harm") in HARMED:
        return next(_of_those_there(draft, places, pack), None)
    return None


def _called(starts: Sequence[Token], draft: Draft, places: Places) -> Iterator[PlaceMention]:
    """The town beside the word for talks ("the Geneva conference", "perundingan Jenewa"); a land there is a topic."""
    for start in starts:
        for noun in (start, *(c for c in start.children if c.dep_ == "obl" and _is_meeting(draft, c))):
            for name in noun.children if noun.pos_ == "NOUN" else ():
                beside = name.dep_.split(":")[0] in BESIDE and name.pos_ == "PROPN" and not preposition(name)
                if beside and places.is_city(name):
                    yield places.named_place(draft.sentence, name)


def _is_meeting(draft: Draft, noun: Token) -> bool:
    return any(trigger.kind == "meeting" for trigger in draft.sentence.triggers_at(noun))


def _travelled_to(starts: Sequence[Token], draft: Draft, places: Places, pack: Pack) -> Iterator[PlaceMention]:
    """Where somebody goes for a meeting ("flew to Rabat for talks", "traveled to Doha to meet X")."""
    goals = pack.words("goal_prepositions")
    for start in starts:
        journey = start.head
        if journey.i == start.i or journey.pos_ != "VERB" or start.dep_ not in {*PURPOSE, "obl"}:
            continue
        if opens_with(pack.words("after_markers"), marks(start) or preposition_words(start)):
            continue  # "flew to Mali after they had met"
        for place in places.of(draft.sentence):
            if place.token.head == journey and place.name and preposition_words(place.token) in goals:
                yield place


def _of_those_there(draft: Draft, places: Places, pack: Pack) -> Iterator[PlaceMention]:
    """Where those were to whom it was done ("demonstrators who had gathered at a gate", "men queuing for bread")."""
    there = pack.words("verbs_of_staying")
    for slot in ("target", "victims"):
        for mention in draft.fillers.get(slot, []):
            if mention.sentence is not draft.sentence:
                continue
            for verb in mention.token.children:
                if verb.dep_ not in RELATIVE or there.isdisjoint((verb.lower_, verb.lemma_.lower())):
                    continue
                at = (p for p in places.of(draft.sentence) if p.within and p.token.head == verb)
                yield from (closer(place, places) for place in at)
