"""Words that a small parser hangs too high or too low, where the classes of words show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.tree import insertions, rejoin_deals
from gencatan.reading.tree import rejoin_clauses as clauses
from gencatan.reading.tree import rejoin_nouns as nouns
from gencatan.reading.tree.rejoin_nouns import AIMS, INSIDE
from gencatan.reading.tree.relations import (
    SUBJECTS,
    has_subject,
    marks,
    preposition_words,
    set_off,
    starts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from gencatan.reading.tree.mentions import Mentions

LOOSE: Final = frozenset({"parataxis", "dep", "conj", "appos", "ROOT"})
INSERTED: Final = 4
"""Words that stand at least before what an insertion parts from its verb ("They *killed, he said,* ten")."""
MISTAKEN: Final = INSIDE | {"amod"}


def rejoin(tokens: Sequence[Token], mentions: Mentions) -> None:
    """Hang on its noun or verb what the parser hung elsewhere; in place."""
    directions = mentions.pack.classes.get("direction", frozenset())
    for token in tokens:
        if token.lower_ in directions and token.i > 1:
            nouns.lies(token, mentions)
        if token.dep_ in SUBJECTS and token.i and mentions.pack.noun_head == "first":
            if (
                token.pos_ == "NOUN"
                and token.i == token.head.i - 1
                and token.lower_ in mentions.pack.words("modal_strong")
            ):
                token.pos_, token.dep_ = "AUX", "aux"  # "pemerintah [berkewajiban] memulihkan listrik"
            else:
                nouns.second_subject(token, mentions)
        if token.dep_ in MISTAKEN and mentions.pack.noun_head == "first":
            nouns.must(token, mentions)
        if token.dep_ == "conj" and token.head.dep_ == "flat" and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            nouns.second_name(token, mentions)
        elif token.dep_ == "conj" and token.head.dep_ == "nmod" and token.pos_ in ("NOUN", "PROPN"):
            nouns.second_office(token, mentions)
            if token.pos_ == "NOUN":
                nouns.beyond_place(token, mentions)
        if token.dep_ == "conj" and token.head.pos_ in ("DET", "PRON"):
            nouns.excepted(token, mentions)
        if token.dep_ == "conj" and token.pos_ == "NOUN" and mentions.pack.noun_head == "last":
            nouns.of_both(token, mentions)
            nouns.two_peoples(token, mentions)
        elif token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN"):
            nouns.between(token, mentions)
            if token.head.dep_ in SUBJECTS and token.right_edge.i < token.head.right_edge.i:
                nouns.second_holder(token, mentions)
        if token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN") and token.head.pos_ == "VERB":
            nouns.beside_its_like(token)
        if token.i and token.pos_ == "PROPN":
            nouns.surname(token)
            nouns.name(token, mentions)
        elif token.dep_ == "advmod" and token.pos_ == "VERB" and token.head.i > token.i:
            if mentions.pack.words("verbs_transparent").at([token.lower_], 0):
                clauses.subject(token)
        elif token.i and token.dep_ == "advcl" and token.pos_ in ("VERB", "ADJ"):
            clauses.relative(token, mentions)
        elif token.dep_ == "fixed" and token.pos_ == "PRON":
            clauses.where(token, mentions)
        elif token.dep_ == "acl:relcl":
            clauses.content(token, mentions)
            clauses.whose_word(token, mentions)
            clauses.stressed(token, mentions)
            clauses.which_lasts(token, mentions)
            clauses.of_the_fight(token, mentions)
        elif token.dep_ == "ccomp":
            clauses.said_last(token, mentions)
            clauses.said_around(token, mentions)
            clauses.whom(token)
            clauses.under_which(token)
        elif token.dep_ == "conj" and token.pos_ == "VERB":
            clauses.answer(token, mentions)
            clauses.done_to_them(token, mentions)
            clauses.others_next(token, mentions)
            rejoin_deals.duty_beside(token, mentions)
        elif token.dep_ == "case" and token.i and token.lower_ in mentions.pack.words("verbs_hitting"):
            clauses.hits(token, mentions)
        if token.dep_ in AIMS and token.pos_ == "VERB":
            clauses.promised(token, mentions)
            clauses.at_odds(token, mentions)
            clauses.second_clause(token, mentions)
        if token.dep_ in ("advcl", "conj") and token.pos_ == "VERB":
            clauses.when(token, mentions)
        if token.dep_ in ("advcl", "acl", "ccomp") and token.pos_ == "VERB":
            clauses.told_whom(token, mentions)
        if token.pos_ == "VERB" and token.dep_ in rejoin_deals.BESIDE:
            rejoin_deals.made_then(token, mentions)
        if token.pos_ == "VERB" and token.dep_ in rejoin_deals.AFTER:
            rejoin_deals.second_side(token, mentions)
        if token.dep_ in SUBJECTS and token.pos_ == "NOUN" and token.i:
            nouns.held_for(token, mentions)
        if token.pos_ == "VERB" and token.i and token.nbor(-1).dep_ == "case" and token.nbor(-1).pos_ == "PART":
            nouns.in_office(token, mentions)
        if token.dep_ == "flat" and token.head.i == token.i - 1 and mentions.pack.noun_head == "first":
            nouns.whose(token, mentions)
        if token.pos_ == "VERB" and token.dep_ in ("advcl", "acl", "case"):
            clauses.afterwards(token, mentions)
        if token.dep_ == "acl" and token.head.lower_ in mentions.pack.words("hearsay_nouns"):
            clauses.heard_of(token, mentions)
        if token.pos_ == "NOUN" and token.dep_ in ("obl", "obl:agent", "nmod"):
            insertions.reckoned(token, mentions)
        if token.dep_ == "obl:agent" and token.i > token.head.i:
            nouns.undergone(token, mentions)
        if token.dep_ in ("obl", "obl:agent") and token.pos_ in ("NOUN", "PROPN"):
            nouns.doer(token, mentions)
            nouns.proposed(token, mentions)
        elif token.dep_ == "nmod" and token.pos_ in ("NOUN", "PROPN"):
            nouns.sent_to(token, mentions)
            nouns.by_whom(token, mentions)
        if token.dep_ in ("nmod", "obl"):
            if token.head.pos_ == "ADV":
                nouns.past_adverb(token, mentions)
            nouns.beside_day(token, mentions)
        elif token.pos_ == "NOUN" and token.dep_ in ("parataxis", "dep"):
            nouns.what_it_is(token, mentions)
        if token.dep_ in LOOSE and token.i > INSERTED and token.pos_ in ("NOUN", "NUM", "PROPN"):
            insertions.behind(token, mentions)


def charged(doc: Doc, charges: Mapping[int, Mapping[str, frozenset[str]]], mentions: Mentions) -> None:
    """Hang on a verb that accuses what it accuses somebody of, taken for a part of whom it accuses, or the other way
    round ("accused the other [of violations]", "blamed the raid [on the army]").

    `charges`: by verb, the prepositions before either, by slot.
    """
    for at, words in charges.items():
        behind = [c for c in doc[at].children if c.i > at]
        first = next((c for c in behind if c.dep_ == "obj"), None)
        if first is None:
            continue
        for clause in behind:
            mark = marks(clause)
            done = clause.dep_ == "advcl" and mark in words["content"] and not has_subject(clause)
            if done and mark not in mentions.pack.words("control_marks") and not set_off(clause):
                clause.dep_ = "xcomp"  # "charged the rebels *with shelling* the town"
        act = mentions.is_event(first)
        wanted = words["addressee"] if act else words["content"]
        if any(c.dep_ in AIMS or preposition_words(c) in wanted for c in behind if c.i != first.i):
            continue
        if not act and first.pos_ == "NOUN" and not mentions.somebody(first):
            continue
        nouns = [c for c in first.children if c.dep_ == "nmod" and c.i > first.i and preposition_words(c) in wanted]
        if nouns and (mentions.somebody(nouns[-1]) if act else mentions.is_event(nouns[-1])):
            nouns[-1].head, nouns[-1].dep_ = doc[at], "obl"


def said_beside(doc: Doc, saying: Iterable[int], mentions: Mentions) -> None:
    """Hang on a verb of saying what its subject says besides, taken for what is said to be done with it ("said Kyiv
    would not give up land, [rejecting a demand]"); with what is said to have been done it may go ("had fled, …")."""
    words = mentions.pack.words
    for verb in (doc[i] for i in saying):
        clause, first = verb.head, verb.left_edge
        participle = has(verb, "VerbForm", "Ger") or (has(verb, "VerbForm", "Part") and has(verb, "Tense", "Pres"))
        behind = first.i > 0 and "," in (first.text, first.nbor(-1).text)
        if verb.dep_ != "advcl" or not participle or not behind or has_subject(verb):
            continue
        teller, helping = clause.head, [c for c in clause.children if c.dep_.split(":")[0] in ("aux", "cop")]
        if clause.dep_ != "ccomp" or not teller.i < clause.i < verb.i or not has_subject(teller):
            continue
        to_come = any(c.lower_ in words("modal_planned") or c.dep_ == "cop" for c in helping)
        if to_come and starts(teller, words("verbs_reporting")):
            verb.head = teller
