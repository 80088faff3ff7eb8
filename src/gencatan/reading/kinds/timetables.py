"""When a truce is to begin by what a deal lays down, told in no tense of the future."""

from __future__ import annotations

from gencatan.parse.morph import has
from gencatan.reading.dates.resolve import resolve
from gencatan.reading.drafts.draft import Firing
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import preposition_words, starts


def to_begin(firing: Firing, report: Report) -> bool:
    """Whether it is only told what is to begin: in a plain present ("the truce takes effect at midnight"), or, where
    verbs have no tense, by a deal and on a day to come ("berdasarkan perjanjian itu, gencatan senjata mulai berlaku
    pada 30 April")."""
    verb = firing.token
    if firing.nominal:
        return False
    if starts(verb, report.tools.pack.words("verbs_beginning")):
        present = has(verb, "Tense", "Pres") and has(verb, "VerbForm", "Fin")
        return present and not any(c.dep_.split(":")[0] in ("aux", "cop") for c in verb.children)
    return _under_a_deal(firing, report) and not _begun(firing, report) and _on_a_day_to_come(firing, report)


def _under_a_deal(firing: Firing, report: Report) -> bool:
    """Whether a truce is said to take effect, in no tense, by what a deal says."""
    verb = firing.token
    if firing.trigger.values.get("stage") != "in_effect" or verb.pos_ != "VERB" or has(verb, "VerbForm", "Fin"):
        return False
    beside = report.tools.frames.marked(verb, "terms_markers")
    return beside is not None and report.tools.mentions.fits(beside, ("@agreement",))


def _begun(firing: Firing, report: Report) -> bool:
    """Whether a word before the verb says that it has begun or goes on ("telah", "tetap")."""
    own = range(firing.hit.start, firing.hit.end)
    before = (c for c in firing.token.children if c.i < firing.token.i and firing.sentence.from_(c) not in own)
    return any(c.pos_ == "AUX" or c.lower_ in report.tools.pack.words("verbs_transparent") for c in before)


def _on_a_day_to_come(firing: Firing, report: Report) -> bool:
    """Whether the verb has a day with it that is after the report, were it to come."""
    published, sentence = report.document.published, firing.sentence
    if published is None:
        return False
    after = report.tools.pack.words("after_markers")  # "berlaku sejak 2 April"
    days = {t.i for t in firing.token.children if t.i in sentence.date_tokens and preposition_words(t) not in after}
    for date in sentence.dates:
        head = sentence.head_of(date.start, date.end)
        if head is not None and head.i in days:
            if date.first.weekday is not None and date.first.month is None and not date.first.lies_ahead:
                return False  # "pada Senin": mostly the last one
            start = resolve(date, published, future=True).start
            return start is not None and start > published.isoformat()
    return False
