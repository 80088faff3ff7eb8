"""Between whom an agreement is, and who only brought it about: what is named beside its noun or was told before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import expand, preposition
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Token

REACH: Final = 12
AGAINST: Final = frozenset({"rejected", "violated"})
"""What is done with an agreement by who need not have made it."""


def drop_exchanged(draft: Draft, report: Report) -> None:
    """Take out of the parties of an exchange those who are exchanged ("40 soldiers for 12 men from the north")."""
    if draft.values.get("type") == "exchange" and "parties" in draft.fillers:
        draft.fillers["parties"] = _unexchanged(draft.fillers["parties"], report)
        if not draft.fillers["parties"]:
            del draft.fillers["parties"]


def _unexchanged(parties: list[Mention], report: Report) -> list[Mention]:
    """Those who are no people by number, or who do it ("*the two armies* agreed to exchange prisoners")."""
    return [m for m in parties if m.token.dep_ == "nsubj" or not (_by_number(m.token) and _people(m.token, report))]


def _by_number(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def _people(noun: Token, report: Report) -> bool:
    kinds = report.tools.mentions.classes(noun)
    return "person" in kinds and "group" not in kinds


def beside_mediator(firing: Firing, draft: Draft, report: Report) -> None:
    """Make those mediators too who stand beside one ("dengan mediasi Turki dan *PBB*")."""
    sentence = firing.sentence
    beside = [m for m in draft.fillers.get("parties", []) if m.sentence is sentence and m.token.dep_ == "conj"]
    between = [m for m in beside if any(f.nominal for f in report.at(sentence, m.token.head, "mediation"))]
    if between:
        draft.fillers["parties"] = [m for m in draft.fillers["parties"] if m not in between]
        if not draft.fillers["parties"]:
            del draft.fillers["parties"]
        draft.add("mediator", between)


def drop_mediators(firing: Firing, draft: Draft, third: AbstractSet[int], report: Report) -> None:
    """Take out whom the step's own word makes a third party ("a truce negotiated by Norway")."""
    between = {m.token.i for m in draft.fillers.get("mediator", []) if m.sentence is firing.sentence}
    acting = {t.i for t in expand(firing.roles.get("subj", []))}
    barred = (between & acting) | third | _named_third(firing, report)
    kept = [m for m in draft.fillers.get("parties", []) if m.token.i not in barred]
    draft.fillers.pop("parties", None)
    draft.add("parties", kept)


def _named_third(firing: Firing, report: Report) -> set[int]:
    """Those whom the noun before them makes mediators ("diteken dengan *penengah Jerman dan Prancis*")."""
    if not any(t.kind == "mediation" for h in firing.sentence.hits for t in h.triggers):
        return set()
    beside = (c for c in firing.token.children if c.dep_ == "obl" and preposition(c))
    nouns = (c for c in beside if any(f.nominal for f in report.at(firing.sentence, c, "mediation")))
    return {t.i for noun in nouns for t in noun.subtree}


def called_third(firing: Firing, draft: Draft) -> set[int]:
    """Those whom the words right behind them make mediators or guarantors ("with Cuba and Norway as guarantors")."""
    hits = [h for h in firing.sentence.hits if any(t.kind == "mediation" for t in h.triggers)]
    named = {t.i: t for h in hits if (t := firing.sentence.token_at(h.start)) is not None and t.pos_ == "NOUN"}
    ends = {t.left_edge.i - 1 for t in named.values() if preposition(t)}
    groups = [m.token for m in draft.fillers.get("parties", []) if m.sentence is firing.sentence]
    return {
        t.i for t in groups for last in (t, *t.children, t.head) if last.right_edge.i in ends and last.i not in named
    }


def add_between(firing: Firing, draft: Draft, report: Report) -> None:
    """Make those parties who are named as on either side ("between X and Y", "with Z")."""
    draft.add("parties", report.tools.frames.others(firing, "between_markers", "companion_markers"))


def parties_of_noun(sentence: Sentence, noun: Token, draft: Draft, report: Report) -> None:
    """Parties named beside the noun ("a truce between X and Y", "their truce with Z")."""
    for inner in report.at(sentence, noun, "agreement"):
        own = report.tools.frames.filled(inner)
        add_between(inner, own, report)
        others = _of_other_step(inner, draft, report)
        draft.add("parties", [m for m in own.fillers.get("parties", []) if m.token.i not in others])
        return


def _of_other_step(deal: Firing, draft: Draft, report: Report) -> set[int]:
    """Who only does with an agreement what another word tells ("the pact signed in May was rejected by *voters*")."""
    verbs = [t for t in deal.roles.get("governor", []) if t.i != draft.token.i]
    told = (f for t in verbs for f in report.at(deal.sentence, t, "agreement"))
    steps = [f for f in told if f.trigger.values.get("stage") in AGAINST]
    return {t.i for step in steps for t in expand(step.roles.get("subj", []))} if steps else set()


def told_with(noun: Token | None, sentence: Sentence, report: Report) -> list[Mention]:
    """With whom an agreement was made by a clause about its very noun ("the deal [reached with the OLA] collapsed")."""
    about = {c.i for c in noun.children if c.dep_ in ("acl", "acl:relcl")} if noun is not None else set()
    for draft in report.drafts if about else ():
        if draft.kind == "agreement" and draft.sentence is sentence and draft.token.i in about:
            return list(draft.fillers.get("parties", []))
    return []


def mediators_of(sentence: Sentence, noun: Token, report: Report) -> list[Mention]:
    """Who brokered the agreement that `noun` names, by a participle, relative clause or governing verb."""
    found: list[Mention] = []
    nodes = [c for c in noun.children if c.dep_ in ("acl", "acl:relcl", "amod", "appos")]
    beside = (t for c in noun.children if c.dep_ == "nmod" for t in (c, *c.children) if t.dep_ in ("nmod", "conj"))
    nodes += [c for t in beside for c in t.children if c.dep_ == "acl"]  # "between A and B, mediated by C"
    nodes += [c for n in nodes for c in n.children if c.dep_ in ("acl", "acl:relcl", "conj")]
    head = noun.head
    if head.i != noun.i:
        nodes += [head, *(c for c in head.children if c.dep_ in ("advcl", "conj", "xcomp"))]
    for node in nodes:
        for firing in report.at(sentence, node, "mediation"):
            found += report.tools.frames.filled(firing).fillers.get("mediator", [])
    return found


def last_parties(report: Report, sentence: Sentence) -> list[Mention]:
    """The parties of the last agreement that the report told of, by its step or beside its noun; of one that it tells
    of further on only where it told of none before, and of these the nearest."""
    later: tuple[int, list[Mention]] = (REACH + 1, [])
    for draft in reversed(report.drafts):
        ahead = sentence.index - draft.sentence.index
        if ahead > REACH:
            break
        parties = draft.fillers.get("parties", []) if draft.kind == "agreement" else []
        if several(parties) and ahead >= 0:
            return list(parties)
        if several(parties) and -ahead <= later[0]:
            later = -ahead, list(parties)
    if later[1]:
        return later[1]
    for firing in reversed(report.named_agreements(sentence)):
        if sentence.index - firing.sentence.index > REACH:
            break
        inner = report.tools.frames.filled(firing)
        add_between(firing, inner, report)
        parties = _unexchanged(inner.fillers.get("parties", []), report)
        if len(parties) > 1 or any(report.is_plural(p) for p in parties):
            return list(parties)
    return []


def several(parties: Sequence[Mention]) -> bool:
    """Whether these are two or more, or one mention of two ("the governments of X and Y", "pemerintah X dan Y")."""
    if len(parties) != 1:
        return len(parties) > 1
    beside = (c for c in parties[0].token.children if c.dep_.split(":")[0] in ("nmod", "flat", "compound"))
    return any(inner.dep_ == "conj" for c in beside for inner in c.children)
