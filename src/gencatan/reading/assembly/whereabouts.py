"""Which of the places in a sentence a claim gets: where the act was, not where its teller or its parties are.

Each candidate has a price, its way through the tree (`proximity`) and more where the preposition may join a party, an
origin or a topic just as well ("a truce with Azerbaijan"). A place that belongs to who is telling is none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.model.vocabulary import STRIKES
from gencatan.parse.morph import values
from gencatan.reading.assembly.proximity import (
    BOUND,
    in_text,
    is_of_clause_around,
    is_of_clause_behind,
    is_of_deal_told,
    is_tellers,
    is_told_with,
    is_under,
    price,
)
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.places import PlaceMention, Places
from gencatan.reading.tree.relations import conjuncts

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACELESS: Final = frozenset({"statement", "territory", "mediation"})
FIRM: Final = frozenset({"agreement", "meeting", "obligation"})
"""Their other prepositions of place name parties and topics ("talks with Iran on Syria")."""
NARROW: Final = {"agreement": 1.5, "obligation": 1.8}
BELOW: Final = 4.1
"""The bound for a toll and what hangs on its own verb ("died when a house in Goma was hit")."""
DONE_TO_PLACES: Final = STRIKES | {"operation", "blockade"}
MOVING: Final = frozenset(
    {"movement", "retreat", "evacuation", "delivery", "withdraw", "deliver_aid", "displaced", "visit", "summit"}
)
BRINGING: Final = ("deployed", "reinforced")
ARRIVING: Final = frozenset({"visit", "summit"})
TAKEN: Final = MOVING | {"find", "abduction", "abducted", "release"}
"""What somebody or something is taken from is where it was ("bodies exhumed from the wood")."""
AWAY_FROM: Final = frozenset({"other", "explosion"})
"""So it is of who is driven out of a town, and of a blast that is heard from one."""
LOOSE: Final = 0.8
AWAY: Final = 1.0
"""So much farther than a place without a name a named one must be, to be another act's."""
UNNAMED: Final = 2.2
"""What has no name ("the office", "a hospital") tells where an act is only in the act's own clause."""
TARGET: Final = 1.0
CLIMB: Final = 4
"""The most words from an act up to the verb of the clause that tells of it."""
MEASURE: Final = 9
"""So many words a distance takes (", some 20 kilometres to the north of the capital")."""


def whereabouts(
    draft: Draft,
    starts: Sequence[Token],
    places: Places,
    own: Token | None = None,
    acts: Collection[Token] = (),
    struck: Collection[int] = (),
    elsewhere: Callable[[PlaceMention], bool] = lambda place: False,
) -> PlaceMention | None:
    """The words that tell where the act of a draft is; `starts` are its trigger and the verb that carries it.

    `own` is the noun within whose words they must stand, if there is one (`proximity.own_phrase`). `acts` are the
    words of the sentence that tell acts: a place of another act gives way to what this one is done to ("bombed A in
    revenge for an attack on B"). `struck` are those that tell of force and harm (`proximity.is_of_clause_around`).
    `elsewhere` tells which places are another act's, or stand in an aside that the act is not in.
    """
    if draft.kind in PLACELESS:
        return None
    near = [m for m in places.of(draft.sentence) if m.adverbial and _is_open(m, draft, places)]
    near = [m for m in near if not is_tellers(m.token, draft, fronted=False) and not in_text(m.span.start, draft)]
    near = [m for m in near if not is_of_clause_around(m.token, draft, struck) and not elsewhere(m)]
    near = [m for m in near if not is_of_clause_behind(draft, m.token.i) and not is_of_deal_told(m.token, draft)]
    if draft.kind == "casualty":
        counted = {m.token.i for m in draft.fillers.get("victims", [])}
        of_parts = {m.token.i: n.i for m in near if (n := _number_before(m)) is not None and n.i > draft.token.i}
        own_part = [m for m in near if of_parts.get(m.token.i) in counted]
        if own_part:
            return own_part[0]
        near = [m for m in near if m.token.i not in of_parts]
    targets = list(_targets(draft, places))
    doers = {m.token.i for slot in ("actor", "perpetrator") for m in draft.fillers.get(slot, [])}
    hit = {m.token.i for m in draft.fillers.get("target", [])}
    own_clause = {t.i for t in starts}
    near = [m for m in near if m.token.i not in doers]  # "in US custody": who, and not where
    # "opened fire on positions"
    near = [m for m in near if not m.upon or (_hangs_on(m.token, own_clause) and m.token.i not in hit)]
    near = [m for m in near if not _is_measured_from(m, near, places)]
    held = hit & {m.token.head.i for m in near if m.name}
    near = [m for m in near if m.token.i not in held or m.token.pos_ == "PROPN"]  # "struck at rebel targets in Syria"
    near = [m for m in near if m.name or m.token.head.i not in doers]  # "troops in the field"
    near = [m for m in near if not (places.is_origin(m) and _is_whose(m.token, draft))]
    near = [m for m in near if own is None or is_told_with(m.token, own)]
    moved = draft.values.get("act") == "movement" and "target" in draft.fillers
    if moved or (draft.kind == "deployment" and draft.values.get("change") in BRINGING):  # "moved them from X to Y"
        goals = {m.token.head.i for m in near if not places.is_origin(m)}
        near = [m for m in near if not places.is_origin(m) or m.token.head.i not in goals]
    near = [m for m in near if m.token.pos_ not in ("PRON", "DET") or places.settle(m).name]  # "in its", "di sana"
    named = [m for m in near if places.settle(m).name]
    if any(places.settle(m).name for m in targets):
        named = [m for m in named if not _is_anothers(m.token, starts, acts)]
    for start in starts:
        chosen = _nearest(start, named, [m for m in targets if places.settle(m).name], draft.kind)
        if chosen is not None and not _passed_over(start, chosen, near):
            chosen = _in_land(chosen, start, named, targets, places)
            return _one_of(_struck_in(_within(chosen, named, places), targets, places), places)
    for start in starts:
        chosen = _nearest(start, near, targets, draft.kind, UNNAMED)
        if chosen is not None:
            return closer(chosen, places)
    return _told_of(draft, starts, places)


def _told_of(draft: Draft, starts: Sequence[Token], places: Places) -> PlaceMention | None:
    """The named place that the clause of an act is about ("captured X, *where ten died*"), whatever was done to it."""
    for start in starts:
        clause = start
        for _ in range(CLIMB):
            if clause.dep_ == "acl:relcl" or places.opened_by_where(clause) or clause.head.i == clause.i:
                break
            clause = clause.head
        if not places.opened_by_where(clause):
            continue
        above = clause.head
        while above.dep_ == "acl:relcl" and clause.dep_ == "advcl" and above.head.i < above.i < clause.i:
            above = above.head  # hung on what else is told of the place ("the restive district of X, where …")
        land = places.target(draft.sentence, above)
        if land is not None and places.settle(land).name:
            return land
    return None


def _number_before(place: PlaceMention) -> Token | None:
    """The bare number of a part of a toll that a place tells of alone ("35 died, *22* in Mali")."""
    first = place.sentence.token_at(place.span.start)
    if first is None or first.i < 3 or first.nbor(-1).pos_ != "ADP":
        return None
    before = first.nbor(-2)
    if before.pos_ == "PRON" and before.i > 2 and before.nbor(-1).pos_ == "ADP":
        before = before.nbor(-2)
    opened = before.i > 0 and (before.nbor(-1).text in (",", "(", ":") or before.nbor(-1).pos_ == "CCONJ")
    return before if before.pos_ == "NUM" and opened else None


def _is_whose(land: Token, draft: Draft) -> bool:
    """Whether a place behind "from" tells whose those are who act ("*troops from Uganda* patrol the town")."""
    while land.dep_ == "conj":
        land = land.head
    who = land.head
    if land.dep_ != "nmod" or who.dep_ != "nsubj" or not land.i < who.head.i:
        return False
    return any(m.token.i == who.i for slot in ("actor", "force", "participants") for m in draft.fillers.get(slot, []))


def _within(chosen: PlaceMention, named: Sequence[PlaceMention], places: Places) -> PlaceMention:
    """The place right before the chosen one, in one phrase with it, for the larger only tells where the smaller is ("in
    the town of X in Y province", "in the village of X near Y")."""
    before = [m for m in named if m.within and m.name and m.span.end < chosen.span.start and not places.is_country(m)]
    if not before or not (chosen.within and chosen.name):
        return chosen
    inner = before[-1].span
    last = next(m for m in before if m.span.start <= inner.start and m.span.end == inner.end)
    return _within(last, named, places) if places.lies_in(last, chosen) else chosen


def _struck_in(chosen: PlaceMention, targets: Sequence[PlaceMention], places: Places) -> PlaceMention:
    """The town that an act is done to, where the chosen place right behind only tells where that lies ("attacked the
    town of X in Y state")."""
    if not (chosen.within and chosen.name):
        return chosen
    before = (m for m in targets if m.span.end < chosen.span.start and places.is_fine(m))
    return next((m for m in before if places.lies_in(m, chosen)), chosen)


def _in_land(
    land: PlaceMention,
    start: Token,
    named: Sequence[PlaceMention],
    targets: Sequence[PlaceMention],
    places: Places,
) -> PlaceMention:
    """The town told behind an act whose clause begins with its land ("*In Colombia*, rebels killed two near Cucuta"),
    or to which the act is done ("In Syria, the army shelled Homs")."""
    if land.token.i > start.i or not places.is_wide(land):
        return land
    most = price(start, land.token) + LOOSE
    near = [m for m in named if price(start, m.token) <= most]
    towns = [m for m in (*near, *targets) if m.token.i > start.i and places.is_fine(m)]
    return min(towns, key=lambda m: (price(start, m.token), m.token.i), default=land)


def _hangs_on(place: Token, own: Collection[int]) -> bool:
    """Whether a place hangs on one of these words, or on what it is done to."""
    return place.head.i in own or (place.dep_ == "nmod" and place.head.head.i in own)


def _is_measured_from(place: PlaceMention, others: Sequence[PlaceMention], places: Places) -> bool:
    """Whether it only tells how far or which way the place before it lies ("at Masiri, 40 km east of Freetown")."""
    doc = place.token.doc
    before = [m for m in others if m.name and m.span.end < place.span.start]
    if not before or not place.name:
        return False
    words = [t for t in doc[before[-1].token.i + 1 : place.token.i] if place.sentence.from_(t) >= before[-1].span.end]
    if any(t.pos_ in ("VERB", "AUX", "CCONJ") for t in words):
        return False  # "were killed in Goma, and four were hurt in Kavumu"
    if not words or len(words) > MEASURE or words[0].text not in (",", "("):
        return False
    return any(t.pos_ == "NUM" or t.like_num or places.points(t) for t in words)


def _one_of(chosen: PlaceMention, places: Places) -> PlaceMention:
    """The chosen place, or all that are listed with it: what was in X and Y was not in X."""
    first = chosen.token
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    listed = [m for t in conjuncts(first) if (m := places.at(chosen.sentence, t)) is not None and m.name]
    every = [m for m in listed if m.token.i == first.i or any(c.dep_ == "cc" for c in m.token.children)]
    if len(every) < 2 or chosen not in listed or every[0].span.end > every[-1].span.start:
        return chosen
    return replace(chosen, among=tuple(listed))


def closer(chosen: PlaceMention, places: Places) -> PlaceMention:
    """The named place that tells where a place without a name is, in the words right behind it ("in an alley in X").

    A country there may as well be whose the place is, or what lies beyond it ("X's consulate", "the border with X").
    """
    if places.settle(chosen).name:
        return chosen
    behind = (m for m in places.of(chosen.sentence) if m.token.i > chosen.token.i and not places.is_country(m))
    return next((m for m in behind if places.settle(m).name and places.lies_in(chosen, m)), chosen)


def _passed_over(start: Token, named: PlaceMention, near: Sequence[PlaceMention]) -> bool:
    """Whether a place without a name stands in the act's own clause and the named one in another."""
    far = price(start, named.token)
    return any(m.within and not m.name and price(start, m.token) + AWAY <= far for m in near)


def _is_anothers(place: Token, starts: Sequence[Token], acts: Collection[Token]) -> bool:
    """Whether a place stands in one breath behind the noun of another act, which hangs on this one."""
    own = {t.i for t in starts}
    nouns = [t for t in acts if t.i not in own and t.pos_ == "NOUN" and any(is_under(t, start) for start in starts)]
    return any(t.i < place.i and not any(w.is_punct for w in place.doc[t.i : place.i]) for t in nouns)


def _nearest(
    start: Token,
    mentions: Sequence[PlaceMention],
    targets: Sequence[PlaceMention],
    kind: str,
    most: float = BOUND,
) -> PlaceMention | None:
    """The cheapest below the bound; what the act is done to counts as one that is a clause away."""
    bound = min(NARROW.get(kind, BOUND), most)
    ways = [(price(start, m.token), 0.0 if m.within else LOOSE, m) for m in mentions]
    ways += [(TARGET, 0.0, m) for m in targets]
    ranked = [
        (round(way + more, 3), abs(m.token.i - start.i), m.token.i, n)
        for n, (way, more, m) in enumerate(ways)
        if way <= bound
        or (kind == "casualty" and way <= BELOW and n < len(mentions) and is_under(mentions[n].token, start))
    ]
    return ways[min(ranked)[3]][2] if ranked else None


def _is_open(mention: PlaceMention, draft: Draft, places: Places) -> bool:
    """Whether the preposition can tell where an act of this kind is."""
    if mention.within:
        return bool(mention.name) or not _is_owned(mention.token)
    if mention.upon:
        return draft.kind not in FIRM and not _is_owned(mention.token)
    if draft.values.get("format") in ARRIVING and places.is_origin(mention):
        return False  # "arrived from Tokyo for a visit"
    if draft.values.get("act") == "release" and places.leads_abroad(mention):
        return False  # "were freed and handed over to Kenya": not there
    if not mention.within and (_is_whence(mention, draft, places) or _is_beside(mention, draft)):
        return False
    if _moves(draft) or (TAKEN & {*draft.values.values()} and not _is_people(mention)):
        return bool(mention.name) or not _is_owned(mention.token)
    if places.is_origin(mention) and not (draft.kind == "event" and draft.values.get("act") in AWAY_FROM):
        return False
    land = mention.token.pos_ == "PROPN" and places.is_country(mention)  # "on Peru's coast" is in Peru
    return draft.kind not in FIRM and bool(mention.name) and not land


def _is_whence(mention: PlaceMention, draft: Draft, places: Places) -> bool:
    """Whether it tells where forces that are somewhere are from ("peacekeepers *from 28 countries*")."""
    if draft.kind != "deployment" or draft.values.get("change") == "withdrawn" or not places.is_origin(mention):
        return False
    counted = any(c.dep_ == "nummod" for c in mention.token.children)
    return counted or mention.token.head.i in {m.token.i for m in draft.fillers.get("force", [])}


def _is_beside(mention: PlaceMention, draft: Draft) -> bool:
    """Whether words of a way hang on another word than the noun that tells an act ("the abductions sent a message *to
    Tokyo*")."""
    act = draft.kind in ("event", "casualty") and draft.firing is not None and draft.firing.nominal
    if not act or not TAKEN & {*draft.values.values()}:
        return False
    return not _moves(draft) and not is_under(mention.token, draft.token)


def _moves(draft: Draft) -> bool:
    """Whether the act leads from somewhere to somewhere, so that both are where it is."""
    return draft.kind == "deployment" or bool(MOVING & {*draft.values.values()})


def _is_people(mention: PlaceMention) -> bool:
    return mention.token.dep_ == "nmod" and not mention.token.head.pos_.startswith("V") and bool(mention.name)


def _is_owned(token: Token) -> bool:
    """Whether it is somebody's by a pronoun ("their homes"), which tells nothing of where."""
    return any(c.pos_ in ("PRON", "DET") and values(c, "Poss") for c in token.children) or any(
        c.pos_ == "PRON" and c.dep_.split(":")[0] in ("nmod", "det") for c in token.children
    )


def _targets(draft: Draft, places: Places) -> Iterator[PlaceMention]:
    """What an act of force or a move is done to, where that is a place ("shelled Sake", "entered the town")."""
    if draft.values.get("act") == "clash" and "cause" not in draft.texts and draft.firing is not None:
        slots = draft.firing.trigger.frame.slots
        prizes = (t for role in slots if "cause" in slots[role] for t in draft.firing.roles.get(role, []))
        towns = (places.target(draft.sentence, t) for t in prizes if places.is_town(t))
        yield from (m for m in towns if m is not None and m.name)  # "the battle for Goma"
    force = draft.kind == "event" and draft.values.get("act") in DONE_TO_PLACES
    if not force and not _moves(draft):
        return
    tokens = [m.token for m in draft.fillers.get("target", []) if m.sentence is draft.sentence]
    if draft.firing is not None:
        tokens += draft.firing.roles.get("obj", [])
    for token in tokens:
        found = places.target(draft.sentence, token)
        if found is not None and (not force or places.settle(found).name):
            yield found
