"""The noun of the agreement that words are about, and its type by that noun, by what is agreed or by what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.model.vocabulary import FORCE
from gencatan.reading.drafts.draft import Firing
from gencatan.reading.kinds.deal_names import name_of
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import starts
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

TRUCE: Final = ("@truce",)


def is_of_agreement(sentence: Sentence, noun: Token, report: Report) -> bool:
    """Whether a noun that may be any proposal's ("plan") is here that of an agreement: by its words or told before."""
    if not report.tools.mentions.fits(noun, ("@proposal",)):
        return True
    if any("type" in f.trigger.values for t in (noun, *noun.children) for f in report.at(sentence, t, "agreement")):
        return True
    if any(report.at(sentence, t, "mediation") for t in noun.children):
        return True  # "the French-mediated plan"
    return report.is_definite(sentence, noun) and bool(report.named_agreements(sentence, noun.i))


def agreement_noun(firing: Firing, report: Report) -> Token | None:
    """The noun of the agreement that a verb is about, among its roles; the trigger itself if it is one."""
    tools = report.tools
    if firing.nominal and "type" in firing.trigger.values:
        return firing.token
    for role in ("obj", "subj", *sorted(r for r in firing.roles if r.startswith("prep.") or r == "poss")):
        for token in firing.roles.get(role, []):
            if any("type" in f.trigger.values for f in report.at(firing.sentence, token, "agreement")):
                return token
            if tools.mentions.fits(token, ("@agreement",)):
                return token
    behind = [role for role in firing.trigger.require if role.startswith("prep.")]  # "shook hands on it"
    for token in (t for role in ("obj", "subj", *behind) for t in firing.roles.get(role, [])):
        if tools.mentions.pronoun(token) == "thing.sg" and report.named_agreements(firing.sentence, token.i):
            return token  # "turned it down": the entry has tested what it stands for
    for token in firing.roles.get("obj", []):
        for child in token.children:
            if any("type" in f.trigger.values for f in report.at(firing.sentence, child, "agreement")):
                return child  # "an offer of a truce", "the ceasefire proposal"
    return None


def type_of(sentence: Sentence, noun: Token, report: Report) -> str:
    """The agreement's type by its noun; a bare "deal" is the last agreement that was named by type."""
    own = [f.trigger.values["type"] for f in report.at(sentence, noun, "agreement") if "type" in f.trigger.values]
    if own and own[0] != "other":
        return own[0]
    for child in noun.subtree:
        inner = [
            f.trigger.values["type"] for f in report.at(sentence, child, "agreement") if "type" in f.trigger.values
        ]
        if inner and inner[0] != "other":
            return inner[0]
    if any(f.trigger.values.get("action") == "exchange" for f in report.at(sentence, noun, "obligation")):
        return "exchange"  # "menyepakati pertukaran 40 tahanan"
    if name_of(sentence, noun, report) is not None:
        return "other"  # "the Stockholm agreement": none of those told before
    classes = report.tools.mentions.classes
    if any(c.dep_ == "compound" and c.pos_ == "NOUN" and "agent" not in classes(c) for c in noun.children):
        return "other"  # "the river treaty": what it is about is told
    told = "other"
    for before in reversed(report.named_agreements(sentence, noun.i)):
        told = "other" if _of_another_time(noun, sentence, before.sentence) else before.trigger.values["type"]
        if told != "other" or name_of(before.sentence, before.token, report) is not None:
            break
    return "ceasefire" if told == "other" and report.tools.mentions.fits(noun, TRUCE) else told  # "a pause"


def _of_another_time(noun: Token, sentence: Sentence, before: Sentence) -> bool:
    """Whether a deal goes by its day or month, and the one told before has another ("the March deal")."""
    days = {c.lower_ for c in noun.children if c.i in sentence.date_tokens}
    return (
        bool(days and before.dates) and before is not sentence and not any(day in before.text.lower() for day in days)
    )


def type_of_clause(firing: Firing, report: Report) -> str:
    """The agreement's type by what is agreed to be done; "other" where that tells none."""
    for token in firing.roles.get("clause", []):
        for inner in report.at(firing.sentence, token):
            if inner.trigger.action == "cease_hostilities" or inner.trigger.values.get("action") == "cease_hostilities":
                return "ceasefire"
            fights = inner.trigger.values.get("act") in FORCE
            if fights and report.tools.moods.own.negated(token):
                return "ceasefire"  # "agreed not to attack each other"
            if inner.trigger.action == "exchange" or inner.trigger.values.get("action") == "exchange":
                return "exchange"
    return "other"


def is_added_to(noun: Token, report: Report) -> bool:
    """Whether only what is added to an agreement is told of, which has a life of its own ("an annex to the *Lincoln
    Agreement*"): the name is the other's."""
    words = report.tools.pack.words("nouns_of_additions")
    return noun.dep_ in ("nmod", "obl") and any(starts(t, words) for t in (noun.head, *_objects(noun.head)))


def _objects(verb: Token) -> list[Token]:
    """The objects of a verb, to which a parser may have left loose what belongs to them."""
    return [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass")]
