"""What long sentences of news agencies string together, where a parser ties a string to the wrong end.

A day between an act and whom it was done to, the last acts in a row, who tells it all, what came of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.tree.rejoin_nouns import BODIES, is_act
from gencatan.reading.tree.relations import (
    SUBJECTS,
    date_tokens,
    has_subject,
    is_participle,
    preposition_words,
    set_off,
    starts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from gencatan.reading.tree.mentions import Mentions

NOUNS: Final = frozenset({"NOUN", "PROPN"})
ROW: Final = frozenset({"conj", "advcl", "parataxis"})


def restring(tokens: Sequence[Token], mentions: Mentions) -> None:
    """Mend a tree in place."""
    for token in tokens:
        if token.pos_ == "VERB" and token.i and token.nbor(-1).dep_ == "conj":
            _tellers(token, mentions)
        if token.pos_ == "VERB" and token.dep_ == "conj":
            _told_in_a_row(token, mentions)
        elif token.pos_ == "VERB" and token.dep_ == "advcl":
            _led_to(token, mentions)
        if token.dep_ in ("obl", "nmod") and token.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
            _behind_day(token, mentions)
        if token.dep_ in ("xcomp", "obj") and token.i > token.head.i and token.pos_ in ("NOUN", "VERB"):
            _so_called(token, mentions)


def _told_in_a_row(verb: Token, mentions: Mentions) -> None:
    """Coordinate with what somebody says of others what these did next, taken for what the teller did ("said rebels
    surrounded them, shot into the air [and burned the huts]", "said troops had come [and beaten them]").

    A row of three goes on from its second member, which no "and" opens; a bare participle shares an auxiliary.
    """
    telling = verb.head
    if not starts(telling, mentions.pack.words("verbs_reporting")) or has_subject(verb):
        return
    told = next((c for c in telling.children if c.dep_ == "ccomp" and telling.i < c.i < verb.i), None)
    if told is None or not has_subject(told) or any(c.dep_.startswith("aux") for c in verb.children):
        return
    row = [c for c in telling.children if told.i < c.i < verb.i and c.dep_ in ROW and c.pos_ == "VERB"]
    row = [c for c in row if not any(g.dep_ in ("mark", "cc", *SUBJECTS) for g in c.children)]
    row = [c for c in row if not is_participle(c) and set_off(c)]
    shares = has(verb, "VerbForm", "Part") and has(verb, "Tense", "Past") and not has(told, "VerbForm", "Fin")
    shares = shares and any(c.dep_ == "aux" for c in told.children)
    if (row and any(c.dep_ == "cc" for c in verb.children)) or shares:
        for member in (*row, verb):
            member.head, member.dep_ = told, "conj"


def _tellers(verb: Token, mentions: Mentions) -> None:
    """Make those who tell a thing the subject of the verb of saying right behind them, taken for more of those whom it
    befell ("wounded two guards, [police and doctors] said")."""
    doc, last = verb.doc, verb.nbor(-1)
    if last.pos_ not in NOUNS or not starts(verb, mentions.pack.words("verbs_reporting")):
        return
    comma = next((t.i for t in reversed(doc[: last.i]) if t.text == ","), -1)
    listed = last.head
    tellers = [c for c in listed.children if c.dep_ in ("conj", "appos") and comma < c.i < verb.i and c.pos_ in NOUNS]
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < comma), None)
    if said is None or not listed.i < comma or not tellers or tellers[0].left_edge.i > comma + 1:
        return
    if has_subject(verb):
        if listed.head.i != verb.i or listed.left_edge.i != said.i + 1 or any(c.dep_ == "obj" for c in said.children):
            return
        listed.head, listed.dep_ = (
            said,
            "obj",
        )  # taken for who tells it, whole: "abducted [two women, police and …] said"
    tellers[0].head, tellers[0].dep_ = verb, "nsubj"
    for other in tellers[1:]:
        other.head, other.dep_ = tellers[0], "conj"


def _led_to(verb: Token, mentions: Mentions) -> None:
    """Hang on what a force did to people what it led to, taken for what these did ("fired tear gas at students who had
    blocked a road, [arresting nine]")."""
    about = verb.head
    if about.dep_ != "acl:relcl" or about.i > verb.i or not (is_participle(verb) and set_off(verb)):
        return
    if any(c.dep_ in ("mark", *SUBJECTS) for c in verb.children) or mentions.fits(about.head, BODIES):
        return
    main = about.head
    while main.head.i != main.i and main.pos_ != "VERB":
        main = main.head
    while main.dep_ in ("advcl", "xcomp", "conj") and not has_subject(main):
        main = main.head
    if any(c.dep_ == "nsubj" and mentions.fits(c, BODIES) for c in main.children):
        verb.head = main


def _behind_day(token: Token, mentions: Mentions) -> None:
    """Hang on the noun of an act whom or what it was done to, where the day stands between ("the killing late on Friday
    [of a judge]")."""
    doc, dates = token.doc, date_tokens(token.doc)
    at = token.left_edge.i - 1
    if at < 1 or token.i in dates or at not in dates:
        return
    if preposition_words(token) not in mentions.pack.words("genitive_markers"):
        return
    while at > 0 and (at in dates or doc[at].pos_ in ("ADP", "ADV")):
        at -= 1
    act = doc[at]
    if act.pos_ == "NOUN" and act.head.i != token.i and is_act(act, mentions):
        token.head, token.dep_ = act, "nmod"


def _so_called(noun: Token, mentions: Mentions) -> None:
    """Take what somebody calls a thing for a noun, and hang on it whose act and where it was ("what it called
    unprovoked [firing] by troops in X"), or on the verb where that was done to it ("hit what it called a post [in X]").
    """
    naming = noun.head
    if naming.head.pos_ != "PRON" or naming.dep_ != "acl:relcl" or not has_subject(naming):
        return
    if not starts(naming, mentions.pack.words("verbs_naming")) or any(c.dep_ in ("mark", "obj") for c in noun.children):
        return
    if noun.pos_ == "VERB" and not is_participle(noun):
        return
    noun.pos_, act = "NOUN", naming.head.head
    done_to_it = not is_act(noun, mentions) and naming.head.dep_ == "obj" and act.pos_ == "VERB" and act.i < naming.i
    for child in list(naming.children):
        if child.dep_ in ("obl", "obl:agent") and child.i > noun.i and preposition_words(child):
            child.head, child.dep_ = (act, "obl") if done_to_it else (noun, "nmod")
