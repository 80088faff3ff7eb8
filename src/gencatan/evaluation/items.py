"""The items of a claim, and when two agree: the unit that accuracy is counted in.

An item is the kind itself, an enumerated slot, a filler, a free text, a bound of a count, a date (its two bounds are
one item where they are equal), the place, a source (`attribution`), or a status other than `asserted`. Wordings agree
when their bag-of-words F1, `2·shared / (words + words)`, with one accepted wording is above 0.5; free text at 0.5 too.
Source: the claim contract (docs/architecture.md, *Accuracy*).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from gencatan.model.vocabulary import ENUM, FILLERS, KINDS, TEXT

Json = dict[str, Any]
Item = tuple[str, Any]
"""A name ("act", "count.min", "attribution") and a value. Annotated: a set of accepted values, a list of accepted
wordings, or a value; read: a value or one wording."""

UNSCORED: Final = frozenset({"quantity", "name", "duration", "beneficiary", "strength"})
CORE: Final[Mapping[str, frozenset[str]]] = {
    "event": frozenset({"act", "actor", "target"}),
    "casualty": frozenset({"harm", "count.min", "count.max"}),
    "agreement": frozenset({"type", "stage", "parties"}),
    "obligation": frozenset({"action", "obligor"}),
    "meeting": frozenset({"participants"}),
    "statement": frozenset({"act", "speaker"}),
    "territory": frozenset({"territory", "relation", "by"}),
    "deployment": frozenset({"force", "change"}),
    "mediation": frozenset({"mediator"}),
}
STOP_WORDS: Final = frozenset(
    ["the", "a", "an", "of", "di", "para", "yang", "itu", "tersebut", "and", "dan", "in", "to", "for"]
)
_WORD: Final = re.compile(r"\w+")


def _slots_of(type_: str) -> frozenset[str]:
    return frozenset(name for slots in KINDS.values() for name, other in slots.items() if other == type_) - UNSCORED


ENUMERATED: Final = _slots_of(ENUM)
NAMED: Final = _slots_of(FILLERS)
FREE_TEXT: Final = _slots_of(TEXT)


def listed(value: Any) -> list[Any]:
    """What an annotation accepts, as a list: one wording or value may stand alone."""
    return [value] if isinstance(value, str) else list(value)


def wording(value: Any) -> str:
    """The words of a filler, free text or place that was read: its text, else its name."""
    if isinstance(value, dict):
        return str(value.get("text") or value.get("name") or "")
    return "" if value is None else str(value)


def gold_items(claim: Json, ignored: Counter[str]) -> list[Item]:
    """Items of an annotated claim; slots that no kind has are counted in `ignored`."""
    return _items(claim, listed, lambda value: frozenset(listed(value)), ignored)


def system_items(claim: Json, ignored: Counter[str]) -> list[Item]:
    """Items of a claim that was read; slots that no kind has are counted in `ignored`.

    Raises AttributeError, KeyError or TypeError for a claim that does not have the contract's form.
    """
    return _items(claim, wording, lambda value: value, ignored)


def _items(
    claim: Json, worded: Callable[[Any], Any], enumerated: Callable[[Any], Any], ignored: Counter[str]
) -> list[Item]:
    found: list[Item] = [("kind", claim["kind"])]
    if claim.get("status", "asserted") != "asserted":
        found.append(("status", claim["status"]))
    for name, value in (claim.get("slots") or {}).items():
        if value in (None, [], {}, "") or name in UNSCORED:
            continue
        if name in ENUMERATED:
            found.append((name, enumerated(value)))
        elif name in NAMED:
            found += [(name, worded(filler)) for filler in value]
        elif name == "count":
            found += [(f"{name}.{bound}", value[bound]) for bound in ("min", "max") if value.get(bound) is not None]
        elif name in FREE_TEXT:
            found.append((name, worded(value)))
        else:
            ignored[name] += 1
    found += _date_items(claim.get("date") or {})
    if claim.get("place"):
        found.append(("place", worded(claim["place"])))
    return found + [("attribution", worded(source)) for source in claim.get("attribution") or []]


def _date_items(date: Json) -> list[Item]:
    start, end = ((date.get(bound) or "")[:10] for bound in ("start", "end"))
    if start and start == end:
        return [("date", start)]
    return [(f"date.{name}", value) for name, value in (("start", start), ("end", end)) if value]


def bag(text: str) -> Counter[str]:
    """The words of a text in lower case, without function words; all of them where nothing else is left."""
    words = _WORD.findall(text.lower())
    return Counter([word for word in words if word not in STOP_WORDS] or words)


def same_words(name: str, words: str, accepted: Sequence[str]) -> bool:
    """Whether a wording is one of those accepted: bag-of-words F1 above 0.5, for free text at least 0.5."""
    got = bag(words)
    for other in accepted:
        want = bag(other)
        shared = sum((got & want).values())
        size = sum(got.values()) + sum(want.values())
        if shared and (4 * shared > size or (4 * shared == size and name in FREE_TEXT)):
            return True
    return False


def agree(name: str, want: Any, got: Any) -> bool:
    """Whether what was read is what the annotation accepts: one of a set, one of the wordings, or equal."""
    if isinstance(want, frozenset):
        return isinstance(got, str) and got in want
    return same_words(name, got, want) if isinstance(want, list) else bool(want == got)


def aligned(want: Sequence[Item], got: Sequence[Item]) -> list[tuple[int, int]]:
    """Which items agree, each used once: the first of those read for each annotated one, as (want, got) indices."""
    left, found = list(range(len(got))), []
    for n, (name, value) in enumerate(want):
        for m in left:
            if got[m][0] == name and agree(name, value, got[m][1]):
                left.remove(m)
                found.append((n, m))
                break
    return found


def agreeing(want: Sequence[Item], got: Sequence[Item]) -> int:
    """How many items agree, each used once."""
    return len(aligned(want, got))


def named(items: Sequence[Item], name: str) -> list[Item]:
    """The items of that name."""
    return [item for item in items if item[0] == name]


def core_faults(kind: str, want: Sequence[Item], got: Sequence[Item]) -> list[str]:
    """The names of the core (status, core slots) that keep a claim of this kind from being right."""
    faults = []
    for name in sorted(CORE[kind] | {"status"}):
        wanted, had = named(want, name), named(got, name)
        if wanted:
            if not agreeing(wanted, had):
                faults.append(name)
        elif had and (name == "status" or name.startswith("count.")):
            faults.append(name)
    return faults
