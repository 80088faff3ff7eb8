"""Why a report reads as it does: the words, entries, arcs and candidates behind each claim, as plain values.

`explaining/explain.py` fills them; the command line, the evidence page and the list of errors show them. All offsets
count code points of the document's text, end exclusive. Labels of outcomes and sources are the constants below, never
sentences: whoever shows them words them in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from gencatan.model import Claim, Document, Span

GATES: Final = ("parsed", "context", "no_trigger", "words_missing", "elsewhere", "too_long", "too_many")
"""What became of a sentence before the parse: read; parsed only for what a later pronoun means; it has no trigger word;
no entry of its triggers has the words it needs beside it; it speaks of sport, trade, films or the like; longer than
any sentence of news."""

OUTCOMES: Final = (
    "claim",
    "no_node",
    "part_of_speech",
    "longer_trigger",
    "other_entry",
    "frame",
    "not_told",
    "refers_back",
    "slot_missing",
    "merged",
)
"""What became of an entry at a trigger word: it made claims; the tree has no node for the word, or the sentence no
tree; the tagger's part of speech is another; a longer trigger stands on the word; another entry of its kind fired
there; the roles it requires are not filled as it asks (`detail` says which), in the tree or by any word of a sentence
that was therefore not parsed; its kind's rule found nothing to tell; it only names an act told before; a slot the kind
needs stayed empty; its claim told nothing that another does not."""

SLOT_SOURCES: Final = ("entry", "role", "rule", "reference", "count", "instrument")
"""Where a slot's value is from: the entry itself; a grammatical role that the entry's frame gives to the slot; the
kind's own rule (no role of the frame); words of another sentence that a pronoun or noun refers to; a number; the
trigger's own word."""


@dataclass(frozen=True, slots=True)
class Node:
    """A word of the tree (Universal Dependencies). `head` is the index of its head, its own for the root."""

    index: int
    span: Span
    lemma: str
    pos: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class EntryNote:
    """A pack entry: `name` is what a claim's rule calls it (`event[12]`), `file` and `line` (from 1) say where it is
    (`en/triggers/event.toml`). A rule of grammar words alone has the line of its words in `grammar.toml`."""

    name: str
    file: str
    line: int
    kind: str
    part: str
    values: Mapping[str, str]
    frame: str
    require: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TriggerNote:
    """A trigger word where it stands: all its words (`found`), the tree node it works on (-1: none), its voice."""

    entry: EntryNote
    citation: str
    found: Span
    node: int
    voice: str


@dataclass(frozen=True, slots=True)
class SlotNote:
    """How a slot got one value: `source` of SLOT_SOURCES, the role's name ("subj", "prep.against") and the arcs that
    lead from the trigger to the word ("nsubj", "^conj": a caret climbs to a head); () in another sentence.

    `span` are the words that gave the value; `refers_to` those that a pronoun or "both sides" among them stands for,
    which are the claim's. Slot "attribution" is who says it: "reference" where a speech runs on from before.
    """

    slot: str
    value: str
    span: Span | None
    source: str
    role: str = ""
    path: tuple[str, ...] = ()
    refers_to: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that could have been meant. `detail` says what it is (a country and a kind of place, an ISO range);
    "" for a date that nothing resolves."""

    name: str
    detail: str
    score: float | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Resolution:
    """How words were resolved: `what` is "date", "place" or "actor", `value` an ISO interval, a place or an actor's id.

    `how` is a label. Date: its relation and shape ("since calendar"). Place: "only" (one sense), "container", "best"
    (score), "refused" (a small place far from all others), "unknown", "listed" (all of several), "unnamed". Actor:
    "name", "alias", "nationality", "people", "seat", "organ" or "person" of the registry, "form" (it looks like a
    name), "remembered", "organ_of" or "owner" (of an earlier mention), "authority" or "state" (whom the report is
    about), "nobody".

    `against` is what it was resolved against: the publication date, a container or sort of place, an earlier mention,
    the words for an office or body beside a known name.
    `via` says how a date or place came to the claim: "tree" by the arcs in `path`, "refers_back" ("the region"),
    "same_act" (told of the act before).
    """

    what: str
    span: Span
    value: str
    how: str
    candidates: tuple[Candidate, ...] = ()
    against: str = ""
    via: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the confidence: what it is for and what it adds."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """What one claim rests on. `signals` are what settled the status, each with the word found where there is one: a
    status, "entry" (the pack's), "basis" (of an obligation).

    `also` are the evidence spans of other tellings that were merged into it; `parsers` over how many parsers' trees it
    was read, `signs` by what its confidence was looked up. The trigger and the status are the surer reading's.
    """

    claim: Claim
    sentence: int
    trigger: TriggerNote
    status: str
    signals: tuple[tuple[str, str], ...]
    slots: tuple[SlotNote, ...]
    resolutions: tuple[Resolution, ...]
    confidence: tuple[Part, ...]
    also: tuple[Span, ...] = ()
    parsers: int = 1
    signs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutcomeNote:
    """What became of one entry at a trigger word: `outcome` of OUTCOMES, ids of the claims it made or went into."""

    trigger: TriggerNote
    outcome: str
    detail: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceNote:
    """One sentence: `gate` of GATES, its tree (() if it was not parsed), the triggers' outcomes in text order."""

    index: int
    span: Span
    gate: str
    nodes: tuple[Node, ...]
    outcomes: tuple[OutcomeNote, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A report, its claims in text order, what each rests on, and every sentence."""

    document: Document
    claims: tuple[Claim, ...]
    notes: Mapping[str, ClaimNote]
    sentences: tuple[SentenceNote, ...]

    def at(self, start: int, end: int) -> tuple[SentenceNote, ...]:
        """The sentences that `text[start:end]` touches."""
        return tuple(s for s in self.sentences if s.span.start < end and start < s.span.end)

    def claims_at(self, start: int, end: int) -> tuple[Claim, ...]:
        """The claims whose words `text[start:end]` touches."""
        return tuple(c for c in self.claims if any(e.start < end and start < e.end for e in c.evidence))
