"""Material acts: attacks, clashes, arrests, deliveries, protests … (contract, kind `event`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.drafts.frames import MUNITION
from gencatan.reading.drafts.reasons import is_reason
from gencatan.reading.firing.bare import tells_nothing
from gencatan.reading.firing.lasting import lasted, raged
from gencatan.reading.firing.licence import MUTUAL, blamed, convicted, did_nothing, halted, license_actors, provoked
from gencatan.reading.firing.tried import only_stopped
from gencatan.reading.kinds.acts import HANDLING, HURTING
from gencatan.reading.kinds.agreement import is_plot
from gencatan.reading.kinds.cargo import deliver
from gencatan.reading.kinds.event_bare import is_background, is_idle, is_only_there, is_unrest
from gencatan.reading.kinds.event_courses import add_doers_within
from gencatan.reading.kinds.event_means import add_crew, by_means, own_vehicle
from gencatan.reading.kinds.event_sides import (
    NO_TARGETS,
    add_authors,
    add_dispersed,
    add_enactors,
    add_hit,
    add_killers,
    add_repelled,
    add_shared,
    add_sides,
    broken,
    share_owner,
    without_land,
    without_prize,
)
from gencatan.reading.kinds.event_untold import is_only_named, is_protested, tells_no_event, told_again, took_lives
from gencatan.reading.kinds.marches import broken_up, purpose
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import SUBJECTS, expand, preposition, preposition_words, role_words, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

COUNTED_ACTS: Final = frozenset({"release", "delivery", "find"})
"""Acts that are told with how many or how much."""
STANDING: Final = frozenset({"sanction", "arrest"})
"""Acts whose participle before a noun only tells how it stands."""


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """The event that a trigger states; none where it is a condition, a purpose, or what somebody only asks for."""
    within = firing.nominal and firing.mood.inside == "purpose"
    to_end = within or (firing.nominal and firing.mood.status == "called_for")
    rages = to_end and raged(firing.token, report.tools)
    went_on = rages or (within and (lasted(firing.token, report.tools) or is_protested(firing, report)))
    if (firing.mood.inside and not went_on) or (firing.sentence.index, firing.token.i) in report.consumed:
        return
    governors = firing.roles.get("governor", []) if not rages else []
    if any((firing.sentence.index, v.i) in report.consumed for v in governors):
        return  # what somebody must start or stop
    if not rages and (firing.asked or firing.unwanted or firing.mood.status == "called_for"):
        return  # what somebody must do or is asked for is a duty or a statement (contract, rules 2 and 3)
    if not firing.nominal and any(report.at(firing.sentence, t, "event") for t in firing.roles.get("subj", [])):
        return  # "the blast tore through a cafe": the noun tells the act, the verb only what it hit
    if (
        tells_no_event(firing, report)
        or _broke(firing, report)
        or _in_a_title(firing, report)
        or only_stopped(firing, report)
        or told_again(firing, report)
    ):
        return
    if firing.token.dep_ == "amod" and firing.trigger.values.get("act") in STANDING:
        return  # "the outlawed group", "their jailed leader": that it once was done is no news
    draft = report.draft(firing)
    if went_on or (firing.nominal and draft.status in ("planned", "possible") and took_lives(firing, report)):
        draft.status = "asserted"  # "a truce to end nine days of fighting"
    if draft.status == "asserted" and is_plot(firing, report):
        draft.status = "planned"
    report.tools.frames.fill(firing, draft)
    if draft.values.get("act") == "protest" and broken_up(firing, report):
        draft.fillers.pop("actor", None)
    idle = [m for m in draft.fillers.get("actor", []) if did_nothing(m.token, firing, report)]
    if idle:
        draft.add("actor", [m for m in draft.fillers.pop("actor") if m not in idle])
    _not_itself(draft, report)
    _untimed(firing, draft, report)
    if not firing.nominal and firing.token.dep_ == "amod" and firing.trigger.part == "verb":
        if not draft.fillers:
            draft.add("target", _described(firing, report))
        if not draft.fillers:
            return  # "the arresting officer": whom and by whom is not told
        draft.status = "asserted"  # "none of the detained men spoke", "aid shall reach the besieged town"
    if not firing.nominal and report.is_untold(firing.token):
        return
    if firing.nominal:
        if is_only_named(firing, draft, report):
            return
        _under(firing, draft, report)
        add_shared(firing, draft, report)
        share_owner(firing, draft, report)
        add_hit(firing, draft, report)
        add_killers(firing, draft, report)
        add_doers_within(firing, draft, report)
        if is_idle(firing, draft, report):
            return
    deliver(firing, draft, report)
    add_dispersed(firing, draft, report)
    if draft.values.get("act") in MUTUAL:
        add_sides(firing, draft, report)
        without_land(firing, draft, report)
        add_repelled(firing, draft, report)
    if firing.nominal:
        license_actors(firing, draft, report)
        if "actor" not in draft.fillers and draft.values.get("act") not in (*MUTUAL, "other"):
            draft.add("actor", convicted(firing, report) or blamed(firing, report, "accuse"))
        if halted(firing, draft, report):
            draft.status = "denied"
        if draft.status == "denied" and _unclaimed(firing, report):
            draft.status = "asserted"
            draft.fillers.pop("actor", None)
        if draft.values.get("act") in MUTUAL and not draft.fillers:
            draft.add("actor", provoked(firing, report))
    if firing.nominal and (is_background(firing, draft, report) or is_only_there(firing, draft, report)):
        return
    add_enactors(firing, draft, report)
    add_instrument(firing, draft, report)
    add_crew(firing, draft, report)
    add_authors(firing, draft, report)
    own_vehicle(firing, draft, report)
    by_means(firing, draft, report)
    add_cause(firing, draft, report)
    without_prize(firing, draft, report)
    if firing.nominal and (is_unrest(firing, draft, report) or tells_nothing(firing, draft, report)):
        return
    if draft.status == "asserted" and "actor" in draft.fillers:  # "*no group* owned up to the attack"
        none = report.tools.mentions.none_such
        draft.add("actor", [m for m in draft.fillers.pop("actor") if not none(m.token)])
    _how_many(draft, report)
    yield draft


def _in_a_title(firing: Firing, report: Report) -> bool:
    """Whether a noun only tells what an office is for ("the directors of military operations", "kepala operasi")."""
    noun, office = firing.token, firing.token.head
    if not firing.nominal or noun.dep_ not in ("nmod", "compound") or any(c.dep_ == "det" for c in noun.children):
        return False
    if firing.trigger.values.get("act") not in ("operation", "investigation", "search"):
        return False
    beside = preposition_words(noun) in ("", *report.tools.pack.words("genitive_markers"))
    return beside and report.tools.mentions.fits(office, ("@official",))


def _unclaimed(firing: Firing, report: Report) -> bool:
    """Whether nobody owns up to what a noun names, which there was all the same ("no group has claimed the raid")."""
    token = firing.token
    return token.dep_ == "obj" and starts(token.head, report.tools.pack.words("verbs_owning"))


def _broke(firing: Firing, report: Report) -> bool:
    """Whether a verb only tells what the act beside it broke ("two cars were damaged in an explosion")."""
    if firing.nominal or not broken(firing):
        return False
    behind = (t for role, found in firing.roles.items() if role.startswith("prep.") for t in found)
    acts = (f.trigger.values.get("act") for t in behind for f in report.at(firing.sentence, t, "event"))
    return any(act in HURTING for act in acts)


def _how_many(draft: Draft, report: Report) -> None:
    """How many were released, delivered or found, where one sort is counted; who they are may be told by name."""
    things = draft.fillers.get("target", [])
    named = bool(things) and all(m.token.pos_ == "PROPN" for m in things[1:])
    # "three men, X, Y and Z", but "two guards and X"
    told = things and any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in things[0].token.children)
    named = named and (bool(told) or not any(c.dep_ == "cc" for m in things[1:2] for c in m.token.children))
    if draft.values.get("act") in COUNTED_ACTS and named:
        count = report.count_of(things[0].sentence, things[0].token)
        if count is not None:
            draft.counts["quantity"] = count


def _under(firing: Firing, draft: Draft, report: Report) -> None:
    """What is said to be under investigation is investigated, by those whose the inquiry is ("kasus itu masih dalam
    penyelidikan [polisi]")."""
    noun = firing.token
    if draft.values.get("act") != "investigation" or not firing.nominal or not preposition(noun):
        return
    under = [c for c in noun.children if c.dep_ in SUBJECTS and c.i < noun.i]
    if under:
        whose = [t for t in firing.roles.get("poss", []) if "agent" in report.tools.mentions.classes(t)]
        draft.fillers.pop("actor", None)
        draft.add("actor", [Mention(firing.sentence, t) for t in whose])
        draft.fillers["target"] = [Mention(firing.sentence, t) for t in under]


def _not_itself(draft: Draft, report: Report) -> None:
    """Nobody is the target of their own act ("blew themselves up")."""
    doers = draft.fillers.get("actor", [])
    heads = (
        report.tools.mentions.semantic_head(m.token) for m in doers
    )  # "scores of demonstrators threw rocks at them"
    actors = {(m.sentence.index, t.i) for m, head in zip(doers, heads, strict=True) for t in (m.token, head)}
    targets = draft.fillers.pop("target", [])
    settled = [(m, report.settle(m)) for m in targets]
    draft.add("target", [m for m, s in settled if s is None or (s.sentence.index, s.token.i) not in actors])


def _described(firing: Firing, report: Report) -> list[Mention]:
    """Whom a past participle before a noun describes as those it was done to ("the banned movement")."""
    token = firing.token
    done = has(token, "Tense", "Past") and token.head.i > token.i
    somebody = done and report.tools.mentions.fits(token.head, ("@person", "@agent", "@place"))
    return [Mention(firing.sentence, token.head)] if somebody else []


def _untimed(firing: Firing, draft: Draft, report: Report) -> None:
    """Take from an act's noun what only tells its time ("a night-time curfew")."""
    if firing.nominal and "target" in draft.fillers:
        times = (m for m in draft.fillers["target"] if m.token.dep_ == "compound")
        timing = {m.token.i for m in times if report.tools.mentions.fits(m.token, NO_TARGETS[:1])}
        kept = [m for m in draft.fillers.pop("target") if m.token.i not in timing]
        draft.add("target", kept)


def add_instrument(firing: Firing, draft: Draft, report: Report) -> None:
    """The weapon or means: the trigger itself where it names one, a weapon "with" which it was done, or as subject."""
    if "instrument" in draft.texts or draft.values.get("act") in HANDLING:
        return
    sentence = firing.sentence
    if firing.trigger.instrument and _names_weapon(firing, report):
        start, end = firing.hit.start, firing.hit.end
        draft.texts["instrument"] = Span(start, end, report.document.text[start:end])
        return
    words = report.tools.pack.words("instrument_markers")
    struck = {m.token.i for m in draft.fillers.get("target", []) if m.sentence is sentence}
    for role, tokens in firing.roles.items():
        marked = role_words(role) in words
        wanted = ("@weapon",) if marked or role == "subj" else MUNITION if role in ("obj", "poss") else ()
        for token in expand(tokens) if wanted else []:
            charged = role == "poss" and token.pos_ == "VERB"  # "a politically-charged raid"
            if not charged and token.i not in struck and report.tools.mentions.fits(token, wanted):
                draft.texts["instrument"] = report.tools.mentions.wording.span(sentence, token)
                return


def _names_weapon(firing: Firing, report: Report) -> bool:
    """Whether the trigger's words name a weapon ("car bomb", "mortar fire"), and not only its effect ("blast")."""
    weapons = report.tools.pack.classes.get("weapon", frozenset())
    return any(w.text in weapons for w in firing.sentence.words if firing.hit.start <= w.start < firing.hit.end)


def add_cause(firing: Firing, draft: Draft, report: Report) -> None:
    """A stated reason or purpose, hanging on the trigger or on the light verb that carries it."""
    if "cause" in draft.texts:
        return
    if draft.values.get("act") == "protest" and (clause := purpose(firing, report)) is not None:
        draft.texts["cause"] = report.tools.frames.text_of(firing.sentence, clause, "clause")
        return
    nodes: list[Token] = [firing.token, *firing.roles.get("governor", [])]
    for node in nodes:
        for key in ("cause_markers", "purpose_markers"):
            found = report.tools.frames.marked(node, key)
            if found is None or found.i == firing.token.i or found.is_ancestor(firing.token):
                continue
            # none of "fly over their land", "for the first time"
            timed = report.tools.mentions.fits(found, ("@time_noun",))
            within = any(firing.hit.start < firing.sentence.from_(c) < firing.hit.end for c in found.children)
            if within:
                continue  # "ran over two guards"
            if is_reason(found, report.tools.mentions) and not timed and not _other_role(found, firing, report):
                draft.texts["cause"] = report.tools.frames.text_of(firing.sentence, found)
                return


def _other_role(noun: Token, firing: Firing, report: Report) -> bool:
    """Whether the phrase tells where force was used ("shot down over the jungle"), or the entry's frame takes it for
    something else than a cause."""
    place = report.tools.mentions.spot(noun) if noun.pos_ == "NOUN" else noun.ent_type_ == "LOC"
    where = place and preposition(noun) in report.tools.pack.words("place_prepositions")
    if where and firing.trigger.values.get("act") in (*HURTING, "other"):
        return True
    if f"{preposition(noun)} {noun.lower_}" in report.tools.pack.words("cause_markers"):
        return False  # "ditahan *dengan tuduhan* makar"
    slots = firing.trigger.frame.slots.get(f"prep.{preposition(noun)}", ("cause",))
    return "cause" not in slots and "none" not in slots
