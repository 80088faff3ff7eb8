"""Nouns of acts of which nothing is told, not even that they took place ("ready for any strike", "after attacks")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.firing.lasting import lasted
from gencatan.reading.tree.relations import (
    SUBJECTS,
    date_tokens,
    has_subject,
    is_clause,
    marks,
    preposition_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.drafts.draft import Draft, Firing
    from gencatan.reading.report import Report

DATED: Final = 10  # characters between a noun and its date: a preposition and a word
DEALING: Final = frozenset({"arrest", "release", "search", "investigation", "sanction", "other"})
"""Acts that deal with another act, and do not tell of it."""
DESCRIBES: Final = frozenset({"amod", "compound", "det", "case", "mark", "nmod:poss", "punct", "cc", "conj", "cop"})


def tells_nothing(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun with no word about who, whom, when or where is not said to take place either.

    It is said where the noun is the subject of its clause, there is such a thing, somebody carries it out or caused it,
    or somebody comes to harm in it. A noun that tells of one act, or names again what is known ("an attack", "the
    attack"), needs none of that, unless it is only planned, feared or asked for.
    """
    mutual = firing.trigger.part == "word" and draft.values.get("act") == "clash"  # "saling tembak"
    if firing.trigger.part == "verb" or mutual:
        return False  # an act in itself, though the tagger took it for a noun
    dealt_with = preposition_words(firing.token) in report.tools.pack.words("dealing_prepositions")
    if draft.fillers or (draft.texts and not dealt_with):
        return False
    if firing.token.lower_ in report.tools.pack.words("nouns_of_war"):
        return not _war_told(firing, report)
    if _described(firing) or _takes_place(firing, report):
        return False
    return draft.status != "asserted" or not _meant(firing, report) or _named_before_told(firing, report)


def _named_before_told(firing: Firing, report: Report) -> bool:
    """Whether a noun takes an act for known of which the report has told nothing ("condemned the attack"), so that all
    it tells is that somebody speaks of one."""
    if not report.is_definite(firing.sentence, firing.token):
        return False
    at = (firing.sentence.index, firing.token.i)
    before = {f.trigger.values.get("act") for f in report.told("event") if (f.sentence.index, f.token.i) < at}
    if preposition_words(firing.token) in report.tools.pack.words("dealing_prepositions"):
        before -= DEALING  # "tried over the coup"
    return not before


def generic(firing: Firing, report: Report) -> bool:
    """Whether such acts at large are meant, none of which is told ("semua serangan akan diselidiki")."""
    every = report.tools.pack.words("generic_determiners")
    return firing.mood.status != "asserted" and any(c.lower_ in every for c in firing.token.children)


def _war_told(firing: Firing, report: Report) -> bool:
    """Whether something is told of a war, and it is no time, topic or name ("since the war", "the Vietnam War")."""
    noun, tools = firing.token, report.tools
    if is_dated(firing) or lasted(noun, tools):
        return True
    verb = noun.head
    if noun.dep_ in SUBJECTS and is_clause(verb):
        goes = tools.syntax.verbs.light(verb) or any(
            starts(verb, tools.pack.words(k)) for k in ("verbs_ending", "verbs_of_war")
        )
        if goes and _only_when(verb, report):
            return False
        if goes or report.at(firing.sentence, verb, "casualty"):
            return True
    own = range(firing.hit.start, firing.hit.end)  # "perang *saudara*"
    own_words = [c.dep_ for c in noun.children if firing.sentence.from_(c) in own and c.dep_ not in DESCRIBES]
    alone = bool(own_words) and not is_dated(firing) and sum(c.dep_ not in DESCRIBES for c in noun.children) == 1
    return noun.pos_ != "PROPN" and not alone and _described(firing)


def _only_when(verb: Token, report: Report) -> bool:
    """Whether a clause only tells since or after when something is so, with no day or place of its own ("the largest
    since the war began")."""
    words, dates = report.tools.pack.words("given_markers"), date_tokens(verb.doc)
    if verb.dep_ != "advcl" or not words.at(marks(verb).split(" "), 0):
        return False
    return not any(c.dep_.split(":")[0] in ("obl", "obj") or c.i in dates for c in verb.children)


def unmeant(firing: Firing, report: Report) -> bool:
    """Whether a noun is only what somebody plans, fails or is asked to deal with ("to quell the violence").

    What such a clause leaves open is what its own verb tells, and not whether there is the thing that it is done to.
    Nor is a thing denied by who only seeks to prevent it.
    """
    if firing.mood.status == "asserted" or is_dated(firing) or report.tools.moods.own.no_such(firing.token):
        return False
    node = firing.token
    while node.dep_.split(":")[0] in ("conj", "nmod", "compound", "amod", "appos") and not is_clause(node.head):
        node = node.head
        if any(node.lower_ in report.tools.pack.words(key) for key in ("nouns_planned", "nouns_possible")):
            return False  # "a threat of attacks"
    verb = node.head
    if node.dep_.split(":")[0] not in ("obj", "iobj", "obl", "nmod") or not is_clause(verb) or is_clause(node):
        return False
    if starts(verb, report.tools.pack.words("verbs_denied")):
        return verb.dep_ in ("advcl", "acl", "xcomp", "ccomp") and not has_subject(verb)
    if report.tools.moods.nouns.coming(firing.token):
        return False  # "faces a strike that may be launched on Monday"
    caused = starts(verb, report.tools.pack.words("verbs_causing")) or report.tools.syntax.verbs.light(verb)
    return not caused and not any(report.at(firing.sentence, verb, kind) for kind in ("casualty", "event"))


def _meant(firing: Firing, report: Report) -> bool:
    """Whether a noun means a certain act, and not such acts at large."""
    known = report.tools.pack.words("determiners")
    one = any(c.dep_ == "det" and c.lower_ in known for c in firing.token.children)
    return one or report.is_definite(firing.sentence, firing.token)


def _described(firing: Firing) -> bool:
    """Whether more is told with the noun: a date, or a clause or phrase of its own."""
    token, sentence = firing.token, firing.sentence
    if is_dated(firing):
        return True
    if any(t.i in sentence.date_tokens for t in token.children):
        return True
    added = (c for c in token.children if c.dep_ not in DESCRIBES)
    return any(not c.is_punct and c.pos_ not in ("PRON", "DET", "ADP") for c in added)


def is_dated(firing: Firing) -> bool:
    """Whether a date stands right behind the noun ("the war of 2020")."""
    after = firing.sentence.to(firing.token)
    return any(0 < d.start - after <= DATED for d in firing.sentence.dates)


def _takes_place(firing: Firing, report: Report) -> bool:
    """Whether the clause around a noun says that it takes place, whatever else it says."""
    tools, node = report.tools, firing.token
    if lasted(node, tools):
        return True
    while node.dep_ == "conj" and node.head.pos_ in ("NOUN", "PROPN"):
        node = node.head
    while node.dep_ == "nmod" and tools.mentions.counts(node.head):
        node = node.head  # "a spate of killings"
    if is_clause(node):
        return True  # "it was a very powerful blast"
    if node.i + 1 < len(node.doc) and node.nbor(1).pos_ == "VERB":
        return True  # whatever the parser made of the verb
    verb = node.head
    if node.dep_ in SUBJECTS:
        said_to_be = any(c.dep_ == "cop" for c in verb.children)
        return not said_to_be or _meant(firing, report)
    if not is_clause(verb):
        return False
    if node.dep_ == "obj":
        there = ("verbs_causing", "verbs_ending")
        return tools.syntax.verbs.light(verb) or any(starts(verb, tools.pack.words(key)) for key in there)
    prep = preposition_words(node)
    # "killed by small-arms fire": what the parser took for the doer is the act
    if node.dep_.split(":")[0] != "obl" or not prep or prep in tools.pack.words("dealing_prepositions"):
        return False
    return bool(report.at(firing.sentence, verb, "casualty"))
