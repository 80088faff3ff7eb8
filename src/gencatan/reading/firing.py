"""Which entry of each trigger word fits where it stands, and why the others do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.language.triggers import Hit, Trigger
from gencatan.reading.drafts import Firing, Unmet
from gencatan.reading.modality import Modality
from gencatan.reading.report import Report
from gencatan.reading.syntax import Roles, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Note = Callable[[Sentence, "Token | None", Hit, Trigger, str, str], None]
"""Hears of an entry that was tried and left: where, an outcome of `explanation.OUTCOMES`, and what it turned on."""

SHOWN: Final = 8  # words of a requirement
ASKED: Final = ("statement", "agreement")


def fire(report: Report, note: Note | None = None) -> None:
    """Add the firings of every parsed sentence to the report, the longest triggers first."""
    for sentence in report.sentences:
        if sentence.doc is None:
            continue
        taken: dict[tuple[int, str], tuple[tuple[int, int], ...]] = {}
        for hit in sentence.hits:
            token = _node(sentence, hit)
            if token is None or not report.tools.frames.part_fits(token, hit):
                if note is not None:
                    _unfit(sentence, token, hit, note)
                continue
            _try(report, sentence, token, hit, taken, note)


def _node(sentence: Sentence, hit: Hit) -> Token | None:
    if hit.part == "word":
        return sentence.head_of(hit.start, hit.end)
    return sentence.head_of(hit.head_start, hit.head_end)


def _unfit(sentence: Sentence, token: Token | None, hit: Hit, note: Note) -> None:
    for trigger in hit.triggers:
        if token is None:
            note(sentence, token, hit, trigger, "no_node", "")
        else:
            note(sentence, token, hit, trigger, "part_of_speech", f"{token.pos_}, {token.dep_}")


def _try(
    report: Report,
    sentence: Sentence,
    token: Token,
    hit: Hit,
    taken: dict[tuple[int, str], tuple[tuple[int, int], ...]],
    note: Note | None,
) -> None:
    """Fire the first entry of each kind whose frame fits; `taken` has longer triggers' words by start and kind."""
    frames = report.tools.frames
    roles = frames.roles(sentence, token, hit)
    here = report.at(sentence, token)
    fired: dict[str, Trigger] = {}
    for trigger in hit.triggers:
        kind = trigger.kind
        if any(f.trigger is trigger for f in here):
            fired[kind] = trigger
        places = [(start, kind) for start, _ in hit.parts]
        if kind in fired:
            if note is not None:
                note(sentence, token, hit, trigger, "other_entry", fired[kind].name)
            continue
        longer = next((p for place in places if (p := taken.get(place, hit.parts)) != hit.parts), None)
        if longer is not None:
            if note is not None:
                note(sentence, token, hit, trigger, "longer_trigger", _words(report, longer))
            continue
        given = frames.with_asked(token, roles) if kind == "agreement" and "clause" not in roles else roles
        fitting, unmet = _fitting(report, token, trigger, given)
        if fitting is None:
            if note is not None:
                note(sentence, token, hit, trigger, "frame", describe(unmet))
            continue
        fired[kind] = trigger
        taken.update(dict.fromkeys(places, hit.parts))
        if kind in ASKED and "clause" not in fitting:
            fitting = frames.with_asked(token, fitting)
        report.add(Firing(sentence, token, hit, trigger, fitting, Modality(), []))


def _fitting(report: Report, token: Token, trigger: Trigger, given: Roles) -> tuple[Roles | None, list[Unmet]]:
    """The first of the alternative roles that meet what the entry requires, and what the ones before it did not."""
    frames = report.tools.frames
    missed: list[Unmet] = []
    for roles in frames.alternatives(token, given):
        unmet = frames.unmet(trigger, roles)
        if unmet is None:
            return roles, missed
        missed.append(unmet)
    return None, missed


def _words(report: Report, parts: Sequence[tuple[int, int]]) -> str:
    return " ".join(report.document.text[start:end] for start, end in parts)


def describe(missed: Sequence[Unmet]) -> str:
    """What was required and what stood there, in the pack's own terms ("subj must be @official; it is 'storm'")."""
    return "; or ".join(dict.fromkeys(map(_one, missed)))


def _one(unmet: Unmet) -> str:
    words = ", ".join(f"'{token.text}'" for token in unmet.tokens)
    if unmet.wanted == ("none",):
        return f"there must be no {unmet.role}; there is {words}"
    must = f"{unmet.role} must be {wish(unmet.wanted)}"
    return f"{must}; it is {words}" if unmet.tokens else f"{must}; there is none"


def wish(wanted: Sequence[str]) -> str:
    """What an entry requires of a role: "@state or army, not @sport"; long lists are cut."""
    positive = [want for want in wanted if not want.startswith("!")]
    negative = [want[1:] for want in wanted if want.startswith("!")]
    parts = [_listed(positive)] if positive else []
    return ", ".join([*parts, f"not {_listed(negative)}"] if negative else parts)


def _listed(words: Sequence[str]) -> str:
    shown = " or ".join(words[:SHOWN])
    return f"{shown} … ({len(words)} in all)" if len(words) > SHOWN else shown
