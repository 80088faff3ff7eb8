"""Which entry of each trigger word fits where it stands, and why the others do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gencatan.language.triggers import Hit, Trigger
from gencatan.parse.gate import is_mild
from gencatan.reading.drafts.draft import Firing
from gencatan.reading.drafts.requirements import Stands, Unmet
from gencatan.reading.firing.standing import stand_ins
from gencatan.reading.report import Report
from gencatan.reading.telling.tags import apart
from gencatan.reading.tree.modality import Modality
from gencatan.reading.tree.relations import SUBJECTS, Roles, marks
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Note = Callable[[Sentence, "Token | None", Hit, Trigger, str, str], None]
"""Hears of an entry that was tried and left: where, an outcome of `explanation.OUTCOMES`, and what it turned on."""

DAILY: Final = "the report names no state, force or office of one, and tells of no violence"
SHOWN: Final = 8  # words of a requirement
ASKED: Final = ("statement", "agreement")
WITHIN: Final = {"event": ("statement",)}
"""Kinds whose longer triggers take the nouns of a kind in: "lodged a *protest*" is said, and nobody marched."""
DESCRIBING: Final = ("blockade", "retreat")
"""Acts that go on, which a participle before a noun states beside harm ("the besieged town", "a retreating column")."""


def fire(report: Report, note: Note | None = None) -> None:
    """Add the firings of every parsed sentence to the report, the longest triggers first."""
    before: Sentence | None = None
    for sentence in report.sentences:
        if sentence.doc is not None:
            work = _Work(report, sentence, stand_ins(report.tools, sentence, before), note)
            for hit in sentence.hits:
                work.take(hit)
        before = sentence


@dataclass(slots=True)
class _Work:
    """The triggers of one sentence; `taken` has the words of those that fired, by start and kind."""

    report: Report
    sentence: Sentence
    stands: Stands
    note: Note | None
    taken: dict[tuple[int, str], tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def take(self, hit: Hit) -> None:
        """Fire the first entry of each kind whose frame fits."""
        token = self._node(hit)
        if token is not None and token.i in self.sentence.date_tokens:
            return  # "March 31"
        if (
            self._before_date(hit)
            or self._of_another_clause(hit)
            or (token is not None and hit.voice == "act" and token.dep_ == "case")
        ):
            return  # nor "serangan melawan tentara", where a verb serves as a preposition
        if token is not None and self.report.tools.requirements.part_fits(token, hit):
            self._try(token, hit)
            return
        for trigger in hit.triggers:
            if token is None:
                self._tell(token, hit, trigger, "no_node", "")
            else:
                self._tell(token, hit, trigger, "part_of_speech", f"{token.pos_}, {token.dep_}")

    def _before_date(self, hit: Hit) -> bool:
        """Whether the preposition that ends a verb belongs to a date ("closed on Tuesday" is no "close on")."""
        if hit.part != "verb" or len(hit.parts) < 2:
            return False
        last = self.sentence.token_at(hit.parts[-1][0])
        dates = self.sentence.date_tokens  # "until" is part of a date itself ("gave them until Friday to leave")
        return last is not None and last.dep_ == "case" and last.i not in dates and last.head.i in dates

    def _of_another_clause(self, hit: Hit) -> bool:
        """Whether the last word of a verb is another clause's ("told it to *leave* after a mine *wounded* five")."""
        last = self.sentence.token_at(hit.parts[-1][0]) if hit.part == "verb" and "*" in hit.citation else None
        if last is None or last.pos_ != "VERB":
            return False
        subject = next((c for c in last.children if c.dep_ in SUBJECTS), None)
        if hit.start <= self.sentence.from_(last.head) < hit.end:  # but "left two guards wounded" is one clause
            return subject is not None and any(c.dep_ == "advmod" and c.i < subject.i for c in last.children)
        return subject is not None or any(c.dep_ == "mark" for c in last.children)

    def _node(self, hit: Hit) -> Token | None:
        if hit.citation.startswith("-"):
            return self.sentence.token_at(hit.end - 1)  # "rebel-held", wherever the parser hung its parts
        if hit.part == "word":
            return self.sentence.head_of(hit.start, hit.end)
        node = self.sentence.head_of(hit.head_start, hit.head_end)
        if node is not None and node.pos_ == "AUX" and hit.start <= self.sentence.from_(node.head) < hit.end:
            return node.head  # "remains paralysed", which the parser takes for an auxiliary and its verb
        return node

    def _tell(self, token: Token | None, hit: Hit, trigger: Trigger, outcome: str, detail: str) -> None:
        if self.note is not None:
            self.note(self.sentence, token, hit, trigger, outcome, detail)

    def _try(self, token: Token, hit: Hit) -> None:
        tools = self.report.tools
        roles = _untold(tools.surroundings.roles(self.sentence, token, hit), token)
        here = self.report.at(self.sentence, token)
        fired: dict[str, Trigger] = {}
        left: list[tuple[Trigger, Roles, list[Unmet]]] = []
        for trigger in hit.triggers:
            kind = trigger.kind
            if not self.report.grave and is_mild(trigger):
                self._tell(token, hit, trigger, "frame", DAILY)
                continue
            if any(f.trigger is trigger for f in here):
                fired[kind] = trigger
            if kind in fired:
                self._tell(token, hit, trigger, "other_entry", fired[kind].name)
                continue
            longer = self._longer(hit, kind)
            if longer is not None:
                self._tell(token, hit, trigger, "longer_trigger", _words(self.report, longer))
                continue
            given = roles
            if (kind == "agreement" or trigger.pledge or trigger.order) and "clause" not in roles:
                given = tools.requirements.with_asked(token, roles)
            if trigger.pledge and not any(marks(t) for t in given.get("clause", ())):
                given = roles  # nothing says that it is what is promised
            if kind == "statement" and hit.part == "noun" and "clause" not in given:
                given = tools.requirements.with_said(token, given, self.sentence.date_tokens)
            fitting, missed = self._fitting(token, trigger, given)
            if fitting is None:
                left.append((trigger, given, missed))
            else:
                fired[kind] = self._add(token, hit, trigger, fitting)
        self._otherwise(token, hit, left, fired)

    def _longer(self, hit: Hit, kind: str) -> tuple[tuple[int, int], ...] | None:
        """The words of a longer trigger that fired and has a word of this one."""
        kinds = (kind, *(WITHIN.get(kind, ()) if hit.part == "noun" else ()))
        for start, _ in hit.parts:
            for one in kinds:
                parts = self.taken.get((start, one))
                within = one == kind or (parts is not None and parts[0][0] < start)  # but "a protest against the law"
                if parts is not None and parts != hit.parts and within:
                    return parts
        return None

    def _otherwise(
        self, token: Token, hit: Hit, left: list[tuple[Trigger, Roles, list[Unmet]]], fired: dict[str, Trigger]
    ) -> None:
        """Where no entry of a kind fits as it stands: one whose lists have nouns of the sort, or without an agent."""
        agentless = bool(left) and self.report.tools.syntax.verbs.passive(token, hit.voice) and hit.part == "verb"
        for trigger, given, missed in left:
            if trigger.kind not in fired and (agentless or trigger.sorts):
                fitting = self._fitting(token, trigger, given, sorts=True)[0] if trigger.sorts else None
                if fitting is None and agentless:
                    fitting, _ = self._fitting(token, trigger, given, agentless=True)
                if fitting is not None:
                    fired[trigger.kind] = self._add(token, hit, trigger, fitting)
                    continue
            if self.note is not None:
                self._tell(token, hit, trigger, "frame", describe(missed))

    def _fitting(
        self, token: Token, trigger: Trigger, given: Roles, *, agentless: bool = False, sorts: bool = False
    ) -> tuple[Roles | None, list[Unmet]]:
        """The first of the alternative roles that meet what the entry requires, and what the ones before it did not."""
        requirements = self.report.tools.requirements
        missed: list[Unmet] = []
        for roles in requirements.alternatives(token, given, word=trigger.part == "word"):
            unmet = requirements.unmet(trigger, roles, self.stands, agentless=agentless, sorts=sorts)
            if unmet is None:
                return roles, missed
            missed.append(unmet)
        states = trigger.kind == "casualty" or trigger.values.get("act") in DESCRIBING
        described = requirements.described(token, given) if states and trigger.part == "verb" else None
        if described is not None:
            left_out = "subj" if "subj" not in described else ""
            unmet = requirements.unmet(trigger, described, self.stands, left_out=left_out, sorts=sorts)
            if unmet is None:
                return described, missed
        return None, missed

    def _add(self, token: Token, hit: Hit, trigger: Trigger, fitting: Roles) -> Trigger:
        self.taken.update({(start, trigger.kind): hit.parts for start, _ in hit.parts})
        if trigger.kind in ASKED and "clause" not in fitting:
            fitting = self.report.tools.requirements.with_asked(token, fitting)
        fitting = self.report.tools.requirements.named(trigger, fitting, self.stands)
        self.report.add(Firing(self.sentence, token, hit, trigger, fitting, Modality(), []))
        return trigger


def _untold(roles: Roles, token: Token) -> Roles:
    """The roles without the words of a reporting clause beside them ("killing 14, officials said")."""
    outside = apart(token.doc, token.i)
    if not outside:
        return roles
    kept = {role: [t for t in tokens if t.i not in outside] for role, tokens in roles.items()}
    return {role: tokens for role, tokens in kept.items() if tokens}


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
