"""Reads a report as `read` does and tells why: what each claim rests on, and what became of every trigger word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.language.triggers import Hit, Trigger
from gencatan.model import Document, Span
from gencatan.reading.assembly.assemble import Trace
from gencatan.reading.assembly.settling import Settled
from gencatan.reading.drafts.draft import Firing
from gencatan.reading.explaining.claim import ClaimNotes, joined
from gencatan.reading.explaining.explanation import ClaimNote, Explanation, OutcomeNote, SentenceNote
from gencatan.reading.explaining.resolved import Resolutions
from gencatan.reading.explaining.tree import Entries, nodes
from gencatan.reading.firing.entries import DAILY, Note, wish
from gencatan.reading.report import Report
from gencatan.reading.selection import Chosen, too_long
from gencatan.reading.tree.sentence import Sentence
from gencatan.reading.twice import Account

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.language_reader import LanguageReader

    Tried = tuple[Token | None, str, str]

CORE: Final = {
    "casualty": "victims",
    "statement": "speaker",
    "meeting": "participants",
    "deployment": "force",
    "mediation": "mediator",
}
BINDABLE: Final = frozenset({"event", "meeting", "territory", "deployment"})
WEIGHT: Final = {name: n for n, name in enumerate(("claim", "merged", "slot_missing", "refers_back", "not_told"))}

BOUND: Final = "told as an obligation"

Key = tuple[int, int, int]


def explain(reader: LanguageReader, document: Document) -> Explanation:
    """The claims that `reader` reads in `document`, in text order, with notes on each claim and sentence."""
    with reader.forgetting():
        return _explained(reader, document)


def _explained(reader: LanguageReader, document: Document) -> Explanation:
    tried: list[dict[Key, Tried]] = [{} for _ in reader.pipelines]

    def noting(into: dict[Key, Tried]) -> Note:
        def note(
            sentence: Sentence, token: Token | None, hit: Hit, trigger: Trigger, outcome: str, detail: str
        ) -> None:
            into[sentence.index, id(hit), id(trigger)] = (token, outcome, detail)

        return note

    account = reader.account(document, [noting(into) for into in tried])
    entries = Entries(reader.pack)
    ends = _ids(account)
    outcomes = [
        _Outcomes(reader, trace, account.chosen, entries, into, ends)
        for trace, into in zip(account.traces, tried, strict=True)
    ]
    return Explanation(
        document=document,
        claims=tuple(account.claims),
        notes=_notes(reader, account, entries),
        sentences=tuple(_best([each.note(n) for each in outcomes]) for n in range(len(account.traces[0].sentences))),
    )


def _ids(account: Account) -> dict[int, tuple[str, str]]:
    """What became of each claim that was made over some parser's trees, by `id()`: outcome and the claim it is in."""
    found: dict[int, tuple[str, str]] = {}
    for telling in account.tellings:
        for outcome, claims in (("claim", (telling.own,)), ("merged", telling.others)):
            found.update((id(told.claim), (outcome, telling.claim.id)) for c in claims for told in account.told[id(c)])
    return found


def _notes(reader: LanguageReader, account: Account, entries: Entries) -> dict[str, ClaimNote]:
    by_trace: dict[int, ClaimNotes] = {}
    for trace in account.traces:
        if trace.report is not None and trace.assembler is not None:
            resolutions = Resolutions(reader, trace.report, trace.assembler)
            by_trace[id(trace)] = ClaimNotes(trace.report, trace.assembler, entries, resolutions)
    found = {}
    for telling in account.tellings:
        told = account.told[id(telling.own)]
        notes = [by_trace[id(one.trace)].of(one.claim, one.item) for one in told]
        found[telling.claim.id] = joined(telling, notes, account.signs(telling))
    return found


def _best(notes: Sequence[SentenceNote]) -> SentenceNote:
    """One note on a sentence: the tree is the first parser's, each entry's outcome the one that came to most."""
    first = notes[0]
    best: dict[tuple[str, Span], OutcomeNote] = {}
    for outcome in (o for note in notes for o in note.outcomes):
        key = (outcome.trigger.entry.name, outcome.trigger.found)
        held = best.get(key)
        if held is None or WEIGHT.get(outcome.outcome, len(WEIGHT)) < WEIGHT.get(held.outcome, len(WEIGHT)):
            best[key] = outcome
    found = sorted(best.values(), key=lambda o: (o.trigger.found.start, -o.trigger.found.end))
    return replace(first, outcomes=tuple(found))


class _Outcomes:
    """What became of the sentences and trigger words of one report over one parser's trees."""

    def __init__(
        self,
        reader: LanguageReader,
        trace: Trace,
        chosen: Chosen,
        entries: Entries,
        tried: dict[Key, Tried],
        ids: Mapping[int, tuple[str, str]],
    ) -> None:
        self._reader = reader
        self._trace = trace
        self._entries = entries
        self._text = trace.document.text
        self._tried = tried
        self._fired: dict[Key, Firing] = {}
        for fired in trace.report.firings.values() if trace.report is not None else ():
            for firing in fired:
                self._fired[firing.sentence.index, id(firing.hit), id(firing.trigger)] = firing
        self._chosen = chosen
        self._ends = self._ends_of_drafts(ids)

    def _ends_of_drafts(self, ids: Mapping[int, tuple[str, str]]) -> dict[int, list[tuple[str, str, str]]]:
        """How the drafts of each firing ended: outcome, detail, claim."""
        found: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
        assembler = self._trace.assembler
        if assembler is None:
            return found
        claim_of = {id(item): ids[id(claim)][1] for claim, item in assembler.made if id(claim) in ids}
        for claim, item in assembler.made:
            outcome, claim_id = ids.get(id(claim), ("not_told", ""))
            found[id(item.draft.firing)].append((outcome, "" if claim_id else BOUND, claim_id))
        for item, told in assembler.refers:
            words = self._words(told)
            found[id(item.draft.firing)].append(("refers_back", words, claim_of.get(id(told), "")))
        for item, slot in assembler.lacks:
            found[id(item.draft.firing)].append(("slot_missing", slot, ""))
        return found

    def _words(self, item: Settled) -> str:
        start, end = item.draft.trigger_span
        return self._text[start:end]

    def note(self, index: int) -> SentenceNote:
        """What became of one sentence."""
        sentence = self._trace.sentences[index]
        every = {
            (o.trigger.entry.name, o.trigger.found, o.outcome, o.detail): o
            for o in self._of_hits(sentence)
            if o.detail != o.trigger.entry.name  # another form of the word let the same entry fire
        }
        found = sorted(every.values(), key=lambda o: (o.trigger.found.start, -o.trigger.found.end))
        span = Span(sentence.start, sentence.end, self._text[sentence.start : sentence.end])
        return SentenceNote(sentence.index, span, self._gate(sentence), nodes(sentence), tuple(found))

    def _gate(self, sentence: Sentence) -> str:
        if sentence.doc is not None:
            return "parsed" if sentence.index in self._chosen.opened else "context"
        if too_long(sentence):
            return "too_long"
        if not sentence.hits:
            return "no_trigger"
        if sentence.index in self._chosen.elsewhere:
            return "elsewhere"
        return "too_many" if sentence.index in self._chosen.beyond else "words_missing"

    def _of_hits(self, sentence: Sentence) -> Iterator[OutcomeNote]:
        for hit in sentence.hits:
            for trigger in hit.triggers:
                key = (sentence.index, id(hit), id(trigger))
                if key in self._fired:
                    yield self._of_firing(self._fired[key])
                    continue
                if key in self._tried:
                    token, outcome, detail = self._tried[key]
                else:
                    token, (outcome, detail) = None, self._unparsed(sentence, trigger)
                yield OutcomeNote(self._entries.trigger(self._text, token, hit, trigger), outcome, detail)

    def _unparsed(self, sentence: Sentence, trigger: Trigger) -> tuple[str, str]:
        if sentence.index in self._chosen.elsewhere:
            return "frame", "the sentence speaks of sport, trade, films, the weather or daily life"
        grave = self._chosen.grave
        lacking = self._reader.gate.lacking(self._text, sentence.start, sentence.words, trigger, grave=grave)
        if lacking is None or too_long(sentence):
            return "no_node", ""
        if lacking == "grave":
            return "frame", DAILY
        if lacking == "public":
            return "frame", "nobody is named in the sentence, and no force, body or agreement"
        return "frame", f"{lacking} must be {wish(trigger.require[lacking])}; no such word is in the sentence"

    def _of_firing(self, firing: Firing) -> OutcomeNote:
        trigger = self._entries.trigger(self._text, firing.token, firing.hit, firing.trigger)
        assert self._trace.report is not None
        ends = self._ends.get(id(firing)) or [("not_told", untold(firing, self._trace.report), "")]
        outcome, detail, _ = min(ends, key=lambda end: WEIGHT[end[0]])
        claims = tuple(dict.fromkeys(claim for _, _, claim in ends if claim))
        return OutcomeNote(trigger, outcome, detail, claims)


def untold(firing: Firing, report: Report) -> str:
    """What keeps the rule of a firing's kind from telling anything; "" where it is not known."""
    kind, mood = firing.trigger.kind, firing.mood
    here = firing.sentence.index
    if mood.inside:
        return f"inside a {mood.inside}"
    bound = [t for t in (firing.token, *firing.roles.get("governor", [])) if (here, t.i) in report.consumed]
    if bound and kind in BINDABLE:
        return BOUND
    if firing.asked and kind in ("event", "casualty", "agreement", "territory"):
        return f"only asked for ('{mood.signals['called_for']}')"
    if firing.nominal and kind in ("event", "statement", "meeting") and firing.modifies():
        return f"only modifies '{firing.token.head.text}'"
    if kind == "event":
        subject = [t for t in firing.roles.get("subj", []) if report.at(firing.sentence, t, "event")]
        if subject and not firing.nominal:
            return f"'{subject[0].text}' tells the act"
        return "only names an act"
    if kind == "agreement":
        return "names an agreement, no step of it"
    if kind == "obligation":
        return "no agreement, order or pledge binds anybody to it"
    if kind == "territory":
        named = report.tools.frames.filled(firing).fillers
        return "nothing fills territory" if "by" in named else "nothing fills by"
    return f"nothing fills {CORE[kind]}"
