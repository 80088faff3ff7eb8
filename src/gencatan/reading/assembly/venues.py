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

    from gencatan.language.pack import Pack, Phrases

BESIDE: Final = frozenset({"compound", "flat", "nmod", "amod"})
PURPOSE: Final = frozenset({"advcl", "xcomp"})
ON_PEOPLE: Final = frozenset({"attack", "shelling", "air_strike", "abduction", "arrest", "explosion"})
CALLED_BY_TOWN: Final = ON_PEOPLE | {"clash", "blockade", "protest"}
HURT: Final = frozenset({"killed", "injured"})
HARMED: Final = frozenset({"killed", "injured", "abducted", "detained"})


def venue(draft: Draft, starts: Sequence[Token], places: Places, pack: Pack) -> PlaceMention | None:
    """The place of a meeting by its name or by the journey to it, of an act on people by where these were."""
    if draft.kind == "meeting":
        found = next(_called(starts, draft, places), None) or next(_travelled_to(starts, draft, places, pack), None)
        return found or next(_visiting(starts, draft, places, pack), None)
    found = None
    if draft.values.get("act") in ON_PEOPLE or draft.values.get("harm") in HARMED:
        found = next(_of_those_there(draft, places, pack), None)
    if found is None and (draft.values.get("act") in CALLED_BY_TOWN or draft.values.get("harm") in HURT):
        found = next(_named_by(starts, draft, places, pack.words("genitive_markers")), None)
    return found


def _called(starts: Sequence[Token], draft: Draft, places: Places) -> Iterator[PlaceMention]:
    """The town beside the word for talks ("the Geneva conference", "perundingan Jenewa"); a land there is a topic."""
    for start in starts:
        for noun in (start, *(c for c in start.children if c.dep_ == "obl" and _is_meeting(draft, c))):
            for name in noun.children if noun.pos_ == "NOUN" else ():
                beside = name.dep_ in BESIDE and name.pos_ == "PROPN"  # no "Shim's trip"
                if beside and name.left_edge.pos_ != "ADP" and not preposition(name) and places.is_city(name):
                    yield places.named_place(draft.sentence, name)


def _visiting(starts: Sequence[Token], draft: Draft, places: Places, pack: Pack) -> Iterator[PlaceMention]:
    """Where the journey leads on which people met ("met during a visit to Rabat", "while on a trip to Doha")."""
    goals = pack.words("goal_prepositions")
    for noun in (c for start in starts for c in start.children if c.dep_ in ("obl", "advcl") and c.pos_ == "NOUN"):
        if noun.lower_ not in pack.words("nouns_of_journeys"):
            continue
        for place in places.of(draft.sentence):
            if place.token.head.i == noun.i and place.name and preposition_words(place.token) in goals:
                yield place


def _named_by(starts: Sequence[Token], draft: Draft, places: Places, genitive: Phrases) -> Iterator[PlaceMention]:
    """The town or region by which an act is called, or that in which somebody came to harm ("the Bali bombings",
    "died in a Kandahar ambush", "in the Battle of Kursk"); a land is who did it or whom it was against."""
    used = {m.token.i for found in draft.fillers.values() for m in found if m.sentence is draft.sentence}
    for start in starts:
        for noun in (start, *(c for c in start.children if c.dep_ == "obl" and _is_force(draft, c))):
            if noun.pos_ not in ("NOUN", "PROPN"):
                continue
            beside = [c for c in noun.children if c.dep_ == "compound" and c.i < noun.i]
            beside += [c for inner in beside for c in inner.children if c.dep_ == "compound"]
            named = [c for c in beside if c.pos_ == "PROPN" and c.ent_type_ == "LOC" and places.is_town(c)]
            behind = (c for c in noun.children if c.dep_ == "nmod" and preposition(c) in genitive)
            named += [c for c in behind if places.calls(c, noun)]
            yield from (places.named_place(draft.sentence, c) for c in named if c.i not in used)


def _is_force(draft: Draft, noun: Token) -> bool:
    return any(t.kind == "event" and t.values.get("act") in CALLED_BY_TOWN for t in draft.sentence.triggers_at(noun))


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
