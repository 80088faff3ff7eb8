"""Nouns of acts that only name or date something by what stands with them ("attack helicopters", "the Vietnam War")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.bare import is_dated
from gencatan.reading.firing.lasting import lasted
from gencatan.reading.firing.licence import MUTUAL
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import SUBJECTS, is_clause, preposition, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

CONFLICT: Final = frozenset({"hostilities", "conflict", "violence"})  # word classes
BARE: Final = frozenset({"det", "case", "mark", "nmod:poss", "punct", "cc", "conj", "cop"})


def is_idle(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun only names or modifies ("attack helicopters", "war crimes"), stating no act."""
    token = firing.token
    if lasted(token, report.tools):
        return False  # "tiga hari pertempuran", whatever the parser joined
    if firing.modifies("nummod"):
        return True
    if draft.fillers:
        return False
    governed = firing.roles.get("governor")
    if governed or report.is_definite(firing.sentence, token):
        return False
    if any(c.i in firing.sentence.date_tokens for c in token.children if c.dep_ == "nmod:poss"):
        return False  # "those behind last week's attack"
    if report.tools.mentions.counts(token.head):
        return False  # "a spate of killings"
    if token.dep_ == "conj" and preposition(token) and token.head.dep_.startswith("obl"):
        return False  # "was overshadowed by the raid and *by a parade through the port*"
    return token.dep_.split(":")[0] in ("nmod", "conj", "dep") and not any(
        c.dep_ in ("acl:relcl", "acl") for c in token.children
    )


def is_background(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun only names what goes on around the sentence's fact ("after the war", "the end of the conflict").

    It does where no party, place or further word is told with it and no verb says that it takes place.
    """
    token, tools = firing.token, report.tools
    act = draft.values.get("act")
    if draft.fillers or (act != "clash" and not (act == "other" and tools.mentions.classes(token) & CONFLICT)):
        return False
    if has(token, "Number", "Plur") and not report.is_definite(firing.sentence, token):
        return False
    if is_dated(firing):
        return False
    if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "VERB":
        return False  # "sejak perang pecah", whatever the parser made of the verb
    added = [c for c in token.children if c.dep_.split(":")[0] not in BARE]
    if any(not c.is_punct and c.pos_ not in ("PRON", "DET", "ADP") and not _names(c, firing) for c in added):
        return False
    base = token.dep_.split(":")[0]
    if lasted(token, tools):
        return False  # "killed in two weeks of fighting"
    if base in ("nmod", "compound", "obl"):
        return True
    if base != "obj" or not is_clause(token.head) or tools.syntax.verbs.light(token.head):
        return False
    return not starts(token.head, tools.pack.words("verbs_causing"))  # "which set off sporadic fighting"


def is_unrest(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun only names unrest at large ("amid the violence in Iraq", "untuk memadamkan kerusuhan").

    Something is told of it with who is in it, a day of its own, how long it lasted, or a clause that says that it
    breaks out, goes on, was caused, was on a certain day or cost lives. Where it is makes no act of it yet.
    """
    token, tools = firing.token, report.tools
    if draft.values.get("act") != "other" or not tools.mentions.classes(token) & CONFLICT or draft.fillers:
        return False
    if is_dated(firing) or lasted(token, tools):
        return False
    while token.dep_.split(":")[0] in ("nmod", "conj") and tools.mentions.counts(token.head):
        token = token.head  # "a wave of violence broke out"
    verb, words = token.head, tools.pack.words
    if not is_clause(verb):
        return not is_clause(token)
    if token.dep_ in SUBJECTS:
        dated = any(t.i in firing.sentence.date_tokens for c in verb.children for t in (c, *c.children))
        return not (dated or tools.syntax.verbs.light(verb) or starts(verb, words("verbs_of_war")))
    if token.dep_ == "obj":
        return not (tools.syntax.verbs.light(verb) or starts(verb, words("verbs_causing")))
    return not report.at(firing.sentence, verb, "casualty")  # "died in the riots"


def _names(word: Token, firing: Firing) -> bool:
    """Whether a word before a noun of conflict only says which or what sort ("the 1967 war", "the bloody conflict")."""
    dated = word.i in firing.sentence.date_tokens or word.dep_ == "nummod"
    return word.i < firing.token.i and (word.dep_ == "amod" or (dated and word.dep_ != "nmod:poss"))


def names_a_war(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a war only dates or describes something by its name ("the Vietnam War", "film tentang perang Irak").

    A place beside the noun names the war and is no side of it.
    """
    token, sentence = firing.token, firing.sentence
    beside = token.dep_.split(":")[0] in ("nmod", "obl", "compound")
    against = token.dep_ == "obj" and any(  # "protested against the Vietnam War"
        f.trigger.kind == "statement" or f.trigger.values.get("act") == "protest"
        for f in report.at(sentence, token.head)
    )
    against = against and not any(c.dep_.startswith("acl") for c in token.children)  # "the war that began in 2003"
    if draft.values.get("act") not in MUTUAL or not (beside or against):
        return False
    named = token.pos_ == "PROPN"
    whose = [t for t in firing.roles.get("poss", []) if not preposition(t)]
    whose = [t for t in whose if t.pos_ == "PROPN" or (named and t.pos_ == "ADJ" and t.text[:1].isupper())]
    sides = draft.fillers.get("actor", [])
    places = all(
        m.sentence is sentence and any(m.token.i == t.i for t in whose) and m.token.dep_ != "nmod:poss" for m in sides
    )
    if not places or (not sides and token.pos_ != "PROPN"):
        return False
    return bool(whose) and not report.tools.frames.others(firing, "between_markers", "companion_markers")


def is_only_there(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a weapon is only found, made or carried: nothing says that it went off or hit."""
    token, tools = firing.token, report.tools
    if not firing.trigger.instrument or draft.fillers or "weapon" not in tools.mentions.classes(token):
        return False
    verb = token.head
    freed = token.dep_.split(":")[0] == "obl" and preposition(token) in tools.pack.words("genitive_markers")
    handled = token.dep_ == "obj" or token.dep_ == "nsubj:pass" or freed  # "cleared the road of mines"
    if not handled or not is_clause(verb) or tools.syntax.verbs.light(verb):
        return False
    return verb.lower_ not in tools.pack.words("verbs_hitting")
