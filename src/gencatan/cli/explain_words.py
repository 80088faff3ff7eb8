"""Words for the labels of explanations (`gencatan.reading.explanation`)."""

from __future__ import annotations

GATES = {
    "parsed": "it was parsed and its trigger words were tried",
    "context": "nothing in it makes a claim by itself; it was parsed only because the next sentence refers back",
    "no_trigger": "it was not parsed: no word in it is a trigger",
    "words_missing": "it was not parsed: it has trigger words, but not the words that their entries need beside them",
    "too_long": "it was not parsed: it is longer than any sentence of news (a list, or a page without full stops)",
}
OUTCOMES = {
    "claim": "read",
    "no_node": "not tried: the sentence was not parsed, or its tree has no such word",
    "part_of_speech": "left: the entry is a {part}, here the word is {detail}",
    "longer_trigger": "left: the longer trigger “{detail}” stands here",
    "other_entry": "left: {detail} of the same kind fired here before",
    "frame": "does not fit: {detail}",
    "not_told": "fits, but tells nothing: {detail}",
    "refers_back": "only names an act told before (“{detail}”)",
    "slot_missing": "fits, but nobody known fills {detail}",
    "merged": "read, and joined with another claim that tells as much",
}
SOURCES = {
    "entry": "set by the entry",
    "role": "role {role}, which the frame gives to this slot",
    "rule": "rule of the kind",
    "reference": "by reference",
    "count": "a number",
    "instrument": "the trigger word itself",
}
SIGNALS = {"entry": "the entry sets {word}", "basis": "an obligation by {word}"}
HOW = {
    "only": "the only place of that name",
    "container": "it lies in what the text names beside it",
    "best": "the likeliest by size and by the report's other places",
    "refused": "left open: a small place far from all others in the report",
    "unknown": "no place of that name is known",
    "unnamed": "no name, so no place on the map",
    "name": "a name in the registry",
    "alias": "another name in the registry",
    "nationality": "a word of nationality",
    "people": "a word for a people",
    "seat": "the seat of a government",
    "organ": "an organ of somebody named with it",
    "person": "a person in the registry",
    "form": "not in the registry; it has the form of a name",
    "remembered": "named before",
    "organ_of": "belongs to a state named before",
    "owner": "a possessive: belongs to somebody named before",
    "authority": "the authorities of the region that the report is about",
    "state": "the state that the report is about",
    "nobody": "nobody in the registry, and no name",
}
DATES = {
    "calendar": "a date of the calendar",
    "decade": "a decade",
    "day": "a day told from today",
    "relative": "a week, month or year told from today",
    "ago": "so long ago",
    "past": "the time up to now",
    "next": "the time from now",
    "so_far": "the week, month or year so far",
    "rest": "the rest of the week, month or year",
    "nth": "the so-manieth day since it began",
    "age": "so old",
    "earlier": "so long before something else",
    "later": "so long after something else",
    "within": "within so long",
    "duration": "so long",
    "vague": "no time that can be told",
    "range": "from one to another:",
    "anchored": "",
}
VIA = {"refers_back": "the words in the sentence refer back to it", "same_act": "taken over from the same act"}
PARTS = {"filled": "slots filled", "kind": "the kind", "status": "not simply asserted", "limit": "kept within limits"}
