"""Why nothing was read at some words, or what was, as text."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from gencatan.cli.explain_text import ID_SHOWN, Page, claim_line, entry_place
from gencatan.export.wording import one_line
from gencatan.reading.explaining.explanation import Explanation, OutcomeNote, SentenceNote

LONGEST_SENTENCE = 240


def why_not(
    explanation: Explanation, sentences: Sequence[SentenceNote], phrase: tuple[int, int], page: Page
) -> list[str]:
    """What became of the words `text[phrase]`."""
    start, end = phrase
    lines = [f"“{one_line(explanation.document.text[start:end])}”"]
    claims = explanation.claims_at(start, end)
    if claims:
        lines.append(f"  {page.say('explain.claims_there')}")
        lines += [f"  {claim_line(claim, page)}" for claim in claims]
    else:
        lines.append(f"  {page.say('explain.no_claim_there')}")
    if not sentences:
        lines.append(f"  {page.say('explain.outside')}")
    for sentence in sentences:
        head = page.say("explain.sentence", sentence.index + 1, len(explanation.sentences))
        lines += _sentence(sentence, phrase, head, page)
    return [*lines, ""]


def _sentence(sentence: SentenceNote, phrase: tuple[int, int], head: str, page: Page) -> list[str]:
    start, end = phrase
    text = textwrap.shorten(one_line(sentence.span.text), LONGEST_SENTENCE, placeholder=" …")
    lines = ["", *page.wrapped(text, f"  {head}: ", "    ")]
    lines += page.wrapped(f"{page.say('explain.gate')} {page.say(f'gate.{sentence.gate}')}.", "    ")
    here = [o for o in sentence.outcomes if o.trigger.found.start < end and start < o.trigger.found.end]
    if here:
        return lines + _outcomes(here, page)
    lines.append(f"    {page.say('explain.no_trigger_here')}")
    others = dict.fromkeys(one_line(o.trigger.found.text) for o in sentence.outcomes)
    if others:
        words = ", ".join(f"“{word}”" for word in others)
        lines += page.wrapped(f"{page.say('explain.triggers_elsewhere')} {words}.", "    ")
    return lines


def _outcomes(outcomes: Sequence[OutcomeNote], page: Page) -> list[str]:
    lines = []
    word = ""
    for outcome in outcomes:
        found = one_line(outcome.trigger.found.text)
        if found != word:
            word = found
            lines.append(f"    “{word}”")
        entry = outcome.trigger.entry
        values = " ".join(page.label(f"value.{entry.kind}.{slot}", value) for slot, value in entry.values.items())
        head = f"{entry.kind} {values}".strip()
        lines.append(f"      {head}, {entry_place(entry, page)}")
        lines += page.wrapped(_said(outcome, page), "        ")
    return lines


def _said(outcome: OutcomeNote, page: Page) -> str:
    """An outcome in words, with the claims it made."""
    part = page.say(f"part_of_speech.{outcome.trigger.entry.part}")
    detail = one_line(outcome.detail) or page.say("outcome.nothing")
    text = page.say(f"outcome.{outcome.outcome}", part, detail)
    if not outcome.claims:
        return text
    return f"{text}: {page.say('outcome.made', ', '.join(claim[:ID_SHOWN] for claim in outcome.claims))}"
