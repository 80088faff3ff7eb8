"""Material acts: attacks, clashes, arrests, deliveries, protests … (contract, kind `event`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.reading.discourse import Mention
from gencatan.reading.drafts import MUNITION, Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.syntax import expand

if TYPE_CHECKING:
    from spacy.tokens import Token

MUTUAL: Final = frozenset({"clash"})
HURTING: Final = frozenset({"attack", "shelling", "air_strike", "explosion", "execution"})


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """The event that a trigger states; none where it is a condition, a purpose, or what somebody only asks for."""
    if firing.mood.inside or (firing.sentence.index, firing.token.i) in report.consumed:
        return
    if any((firing.sentence.index, v.i) in report.consumed for v in firing.roles.get("governor", [])):
        return  # what somebody must start or stop
    if firing.asked:
        return
    if not firing.nominal and any(report.at(firing.sentence, t, "event") for t in firing.roles.get("subj", [])):
        return  # "the blast tore through a cafe": the noun tells the act, the verb only what it hit
    draft = report.draft(firing)
    report.tools.frames.fill(firing, draft)
    if firing.nominal:
        _hit(firing, draft, report)
        if _idle(firing, draft, report):
            return
    if draft.values.get("act") in MUTUAL:
        _sides(firing, draft, report)
    add_instrument(firing, draft, report)
    add_cause(firing, draft, report)
    yield draft


def _hit(firing: Firing, draft: Draft, report: Report) -> None:
    """What the verb says that an act struck ("the explosion tore through a depot")."""
    if "target" in draft.fillers or draft.values.get("act") not in HURTING:
        return
    tools = report.tools
    for verb in firing.roles.get("governor", []):
        if verb.lower_ not in tools.pack.words("verbs_hitting"):
            continue
        roles = tools.syntax.roles_of_verb(verb, dates=firing.sentence.date_tokens)
        if all(t.i != firing.token.i for t in roles.get("subj", [])):
            continue
        hit = roles.get("obj") or next((roles[r] for r in sorted(roles) if r.startswith("prep.")), [])
        draft.add("target", [Mention(firing.sentence, t) for t in expand(hit) if not tools.mentions.is_event(t)])


def _idle(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun only names or modifies ("attack helicopters", "war crimes"), stating no act."""
    token = firing.token
    if firing.modifies("nummod"):
        return True
    if draft.fillers:
        return False
    governed = firing.roles.get("governor")
    if governed or report.is_definite(firing.sentence, token):
        return False
    return token.dep_.split(":")[0] in ("nmod", "conj", "dep") and not any(
        c.dep_ in ("acl:relcl", "acl") for c in token.children
    )


def _sides(firing: Firing, draft: Draft, report: Report) -> None:
    """Both sides of a fight are actors; who is named with "with"/"between" joins them."""
    draft.add("actor", report.tools.frames.others(firing, "between_markers", "companion_markers"))


def add_instrument(firing: Firing, draft: Draft, report: Report) -> None:
    """The weapon or means: the trigger itself where it names one, a weapon "with" which it was done, or as subject."""
    if "instrument" in draft.texts:
        return
    sentence = firing.sentence
    if firing.trigger.instrument and _names_weapon(firing, report):
        start, end = firing.hit.start, firing.hit.end
        draft.texts["instrument"] = Span(start, end, report.document.text[start:end])
        return
    words = report.tools.pack.words("instrument_markers")
    for role, tokens in firing.roles.items():
        marked = role.startswith("prep.") and words and role[5:].replace("_", " ") in words
        wanted = ("@weapon",) if marked or role == "subj" else MUNITION if role in ("obj", "poss") else ()
        for token in expand(tokens) if wanted else []:
            if report.tools.mentions.fits(token, wanted):
                draft.texts["instrument"] = report.tools.mentions.span(sentence, token)
                return


def _names_weapon(firing: Firing, report: Report) -> bool:
    """Whether the trigger's words name a weapon ("car bomb", "mortar fire"), and not only its effect ("blast")."""
    weapons = report.tools.pack.classes.get("weapon", frozenset())
    return any(w.text in weapons for w in firing.sentence.words if firing.hit.start <= w.start < firing.hit.end)


def add_cause(firing: Firing, draft: Draft, report: Report) -> None:
    """A stated reason or purpose, hanging on the trigger or on the light verb that carries it."""
    if "cause" in draft.texts:
        return
    nodes: list[Token] = [firing.token, *firing.roles.get("governor", [])]
    for node in nodes:
        for key in ("cause_markers", "purpose_markers"):
            found = report.tools.frames.marked(node, key)
            if found is not None and found.i != firing.token.i and not found.is_ancestor(firing.token):
                draft.texts["cause"] = report.tools.frames.text_of(firing.sentence, found)
                return
