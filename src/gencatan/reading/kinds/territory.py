"""Who holds what, or what a place is (contract, kind `territory`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.tried import only_tried
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, conjuncts, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Phrases

LANDS: Final = frozenset({"place", "place_noun", "state", "building", "military_ground", "region_noun"})
HOLDERS: Final = frozenset({"official", "armed_force", "vehicle", "weapon", "document", "time_noun"})
EXTENTS: Final = ("whole", "most", "part")
HALF: Final = 50
ALL: Final = 100
UNDERGOING: Final = ("obj", "nsubj:pass")
TAKEN: Final = ("captures", "recaptures")


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """A holding; its extent from words such as "part of", "seluruhnya" beside the territory or the verb."""
    if firing.mood.inside or (firing.sentence.index, firing.token.i) in report.consumed:
        return
    if firing.asked and not firing.nominal:
        return
    owned = firing.token.dep_ == "nmod" and starts(firing.token, report.tools.pack.words("owner_markers"))
    if owned and firing.token.head.dep_ != "ROOT":
        return  # "sanctions on a bank *milik* militer": whose a thing is, and not what the land of the clause is
    if firing.mood.status == "asserted" and (only_tried(firing, report) or _imagined(firing, report)):
        return
    draft = report.draft(firing)
    tools = report.tools
    tools.frames.fill(firing, draft)
    slots = firing.trigger.frame.slots
    found = [t for role in firing.roles for t in firing.roles[role] if "territory" in slots.get(role, ())]
    if firing.trigger.part == "word" and not found:
        # "the rebel-held area": the holder is the first part of the word, the land what it modifies
        token, sentence = firing.token, firing.sentence
        holders = [c for c in token.children if firing.hit.start <= sentence.from_(c) < sentence.from_(token)]
        draft.add("by", [Mention(sentence, c) for c in holders if c.pos_ in ("NOUN", "PROPN", "ADJ")])
        found = [token.head] if token.dep_.split(":")[0] in ("amod", "compound") else []
        beside = token.nbor(1) if token.i + 1 < len(token.doc) else token
        people = token.head if token.dep_ == "advmod" else beside  # "the mainly Kurdish southeast"
        if people.dep_ in ("amod", "compound") and people.text[:1].isupper() and token.dep_ in ("advmod", "amod"):
            ground = people.head
            if ground.dep_ == "compound" and ground.head.pos_ == "PROPN":
                return  # "the mainly Sunni Iraq Islamic Army": the name of a group
            draft.add("by", [Mention(sentence, people)])
            found = [ground]
    heads = [h for t in found if not tools.mentions.counts(h := tools.mentions.semantic_head(t))]
    heads = [t for t in heads if not _is_somebody(t, report)]
    land = _called(heads[0], firing, tools.pack.words("verbs_being")) if heads else firing.token
    mention = Mention(firing.sentence, land)
    kinds = tools.mentions.classes(land)
    before = (_taken_before(firing, report) or _land_before(report, mention)) if heads else None
    named: Mention | None
    if before is not None:
        named = report.place_mention(before) or before
    elif not heads or (not kinds & LANDS and land.pos_ != "PROPN"):
        # "its population is …", "the region lies in X but its population …": the land named last
        named = report.places.last_named(firing.sentence, firing.token)
        if named is None or not (report.is_definite(firing.sentence, land) or tools.mentions.pronoun(land)):
            return
    else:
        settled = report.settle(mention)
        if settled is None:
            return
        named = report.place_mention(settled) or settled
    known = tools.pack.classes_of(named.token.lower_)
    several = has(named.token, "Number", "Plur") or any(c.dep_ == "nummod" for c in named.token.children)
    if (known & HOLDERS and "military_ground" not in known) or ("nationality" in known and several):
        return  # "the president of the region …": somebody, or a ship, but mines may be pits; "seized two Filipinos"
    draft.texts["territory"] = _listed(report.span(named), conjuncts(land), firing, report)
    if "extent" not in draft.values and draft.values.get("relation") != "part_of":
        for extent in EXTENTS:
            words = tools.pack.classes.get(f"extent_{extent}", frozenset())
            near = [c for node in (land, *found, firing.token) for c in (node, *node.children)]
            near = [t for t in near if all(c.dep_ != "cop" for c in t.children)]  # "considered it to *be part* of X"
            if any(t.lower_ in words and t.dep_ != "conj" and not _how(t) for t in near):
                draft.values["extent"] = extent
                break
        if (share := _share(firing, (land, *found))) is not None:
            draft.values["extent"] = share
    takers = draft.fillers.get("by", [])
    if not takers and not _changed(firing, draft, report):
        return
    if any(report.span(m) == draft.texts["territory"] for m in takers):
        return
    yield draft
    yield from _and_parts(draft, conjuncts(land)[1:], report)


def _how(word: Token) -> bool:
    """Whether a word of extent tells how it came about, and not of what land ("fell without *much* of a fight")."""
    return word.dep_ == "obl" and any(c.dep_ == "nmod" for c in word.children)


def _and_parts(draft: Draft, others: Sequence[Token], report: Report) -> Iterator[Draft]:
    """What else is held of which only a part is ("hold two border posts *and most of the forest*")."""
    tools = report.tools
    for other in others:
        share = next((e for e in EXTENTS if other.lower_ in tools.pack.classes.get(f"extent_{e}", frozenset())), None)
        inner = tools.mentions.semantic_head(other)
        if share is None or inner.i == other.i:
            continue
        span = report.span(Mention(draft.sentence, inner))
        yield replace(draft, values=draft.values | {"extent": share}, texts=draft.texts | {"territory": span})


def _imagined(firing: Firing, report: Report) -> bool:
    """Whether it is only said what a fall would lead to ("the fall of the town *could* open the road"): one that is
    told with those who took the place, or by its day, has come."""
    noun = firing.token
    if noun.dep_ != "nsubj" or not firing.nominal or any(t.i < noun.head.i for t in firing.roles.get("prep.to", [])):
        return False
    words = report.tools.pack.words
    modal = [c for c in noun.head.children if c.dep_ == "aux" and noun.i < c.i < noun.head.i]
    if not any(c.lower_ in words(key) for c in modal for key in ("modal_possible", "modal_planned")):
        return False
    return not any(t.i in firing.sentence.date_tokens for t in noun.subtree)


def _called(land: Token, firing: Firing, being: Phrases) -> Token:
    """The name of a land of which a clause behind its noun tells ("*Lysychansk* is the only town still held by Kyiv",
    "the *Kodari gorge*, the only part that Tbilisi held")."""
    if land.dep_ == "appos" and land.head.i < land.i and _is_told_of(land, firing):
        names = [c for c in (land.head, *land.head.children) if c.pos_ == "PROPN" and c.i < land.i]
        return land.head if names else land
    if not _is_told_of(land, firing):
        return land
    whole = land if any(c.dep_ == "cop" for c in land.children) else None
    if land.dep_ == "obj" and starts(land.head, being):
        whole = land.head  # "Kobani *merupakan* kota yang dikuasai milisi"
    names = [c for c in whole.children if c.dep_ in SUBJECTS and c.pos_ == "PROPN"] if whole is not None else []
    return names[0] if names else land


def _is_told_of(land: Token, firing: Firing) -> bool:
    """Whether the trigger heads a clause about a land, or stands in it ("which is known *as part of* X")."""
    clause = firing.token if firing.token.dep_ in RELATIVE else firing.token.head
    return firing.token.head.i == land.i or (clause.dep_ in RELATIVE and clause.head.i == land.i)


def _share(firing: Firing, lands: Sequence[Token]) -> str | None:
    """How much of the land a share of a hundred comes to ("20 percent of Ukraine", "hampir 90 persen wilayah itu")."""
    sentence = firing.sentence
    for number in sentence.numbers:
        words = sentence.tokens_in(number.start, number.end) if number.kind == "percent" else ()
        amount = number.count.max if number.count.min is None else number.count.min
        if amount is not None and any(_is_of(t, land) for land in lands for t in words):
            if amount <= HALF:
                return "part"
            if number.count.min is not None:  # "less than 90 percent" may be any share
                return "most" if amount < ALL else "whole"
    return None


def _is_of(word: Token, land: Token) -> bool:
    """Whether a word is one of a land's own, and of no clause about it ("Kirkuk, where 90 percent are Kurds")."""
    while word.i != land.i:
        if word.dep_.split(":")[0] in ("acl", "advcl") or word.head.i == word.i:
            return False
        word = word.head
    return True


def _taken_before(firing: Firing, report: Report) -> Mention | None:
    """For "it", the land of which the last holding told ("took the ridge and cut a road; in June they lost *it*")."""
    thing = next((c for c in firing.token.children if c.dep_ == "obj"), None)
    if thing is None or report.tools.mentions.pronoun(thing) != "thing.sg":
        return None
    at = firing.sentence.index
    for sentence in reversed(report.sentences[max(at - 1, 0) : at + 1]):
        told = [f for f in report.firings_in(sentence) if f.trigger.kind == "territory" and f is not firing]
        told = [f for f in told if sentence is not firing.sentence or f.token.i < firing.token.i]
        lands = [t for f in told for role, ts in f.roles.items() for t in ts if _holds(f, role, report)]
        for held in map(report.tools.mentions.semantic_head, reversed(lands)):
            land = held.head if held.dep_ == "appos" and held.head.pos_ == "PROPN" else held
            if land.i != thing.i and not has(land, "Number", "Plur"):
                return Mention(sentence, land)
    return None


def _holds(firing: Firing, role: str, report: Report) -> bool:
    """Whether a role of a holding names its land, which no "it" stands for."""
    own = (c for c in firing.token.children if c.dep_ == "obj")
    named = not any(map(report.tools.mentions.pronoun, own))
    return named and "territory" in firing.trigger.frame.slots.get(role, ())


def _land_before(report: Report, mention: Mention) -> Mention | None:
    """The land that "it" goes on about: the subject of a clause before, in its sentence or the one before that; where
    "it" undergoes something, so may have what was told last; where it is taken, only that."""
    own, mentions = mention.token.dep_, report.tools.mentions
    if mentions.pronoun(mention.token) != "thing.sg" or own not in ("obj", *SUBJECTS):
        return None
    roles = UNDERGOING if own == "obj" else (*SUBJECTS, "obj") if own == "nsubj:pass" else SUBJECTS
    at = mention.sentence.index
    for sentence in reversed(report.sentences[max(at - 1, 0) : at + 1]):
        words = sentence.doc or ()
        before = [t for t in words if sentence is not mention.sentence or t.i < mention.token.i]
        for told in (t for t in reversed(before) if t.dep_ in roles and not mentions.pronoun(t)):
            noun = mentions.semantic_head(told)  # "most of Aden"
            land = mentions.classes(noun) & LANDS or report.places.named(Mention(sentence, noun))
            return Mention(sentence, noun) if land else None
    return None


def _is_somebody(name: Token, report: Report) -> bool:
    """Whether it is a person by a name of several words; of one word alone the recogniser cannot tell."""
    beside = [c for c in name.children if c.dep_.split(":")[0] in ("flat", "compound", "nmod") and c.pos_ == "PROPN"]
    titled = any("official" in report.tools.pack.classes_of(t.lower_) for t in (name, *beside))
    return bool(beside) and (name.ent_type_ == "PER" or titled)


def _listed(first: Span, heads: Sequence[Token], firing: Firing, report: Report) -> Span:
    """The words of all that is held where names stand in a list ("took X and Y")."""
    sentence = firing.sentence
    spans = [report.span(Mention(sentence, t)) for t in heads if t.pos_ == "PROPN"]
    if len(spans) < 2 or len(spans) < len(heads) or spans[0] != first:
        return first
    start, end = first.start, max(span.end for span in spans)
    return Span(start, end, sentence.text[start - sentence.start : end - sentence.start])


def _changed(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a place changed hands though nobody says into whose ("the town fell", "the ridge was retaken")."""
    if draft.values.get("relation") not in TAKEN:
        return False
    if firing.nominal:
        return "subj" not in firing.trigger.frame.slots  # "the fall of the base", of which nobody is the doer
    undergoes = "territory" in firing.trigger.frame.slots.get("subj", ())
    return undergoes or report.tools.syntax.verbs.passive(firing.token, firing.hit.voice)
