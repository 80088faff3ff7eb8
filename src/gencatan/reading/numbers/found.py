"""Numbers in a sentence: how many, with which hedge, and which of them count nothing.

    32                    32/32 exact         at least 32        32/- at_least
    lebih dari 200       201/-  more_than     puluhan ribu    20000/99999 vague

Offsets count code points of the document's text, end exclusive. No function here raises on any text; the
words are the pack's (`numbers.toml`), whose faults are PackError when the lexicon is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.model.claim import Count
from gencatan.reading.numbers.lexicon import Cardinal, NumberLexicon
from gencatan.reading.numbers.wordscan import Words

__all__ = ["COUNTED", "NumberLexicon", "NumberMention", "article_count", "find_numbers"]

COUNTED: Final = ("count", "article")
"""Kinds of numbers that tell how many."""

_CURRENCY = frozenset("$€£¥₽₹₺")
_AGES = range(1, 111)
BEHIND: Final = 8  # characters behind a noun phrase in which a word may say that it is nobody


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number as read: `start`/`end` with its hedge words, `number_start`/`number_end` without.

    Offsets count code points of the document's text. `kind` is `count` where it says how many; any other kind
    is to be skipped by whoever counts: `age`, `compound` ("12-member"), `decimal`, `duration`, `label`
    ("Resolution 1721", "F-16"), `measure`, `money`, `ordinal`, `percent`, `time`, `aside` ("Ali (32)").
    `article` marks a count of one that only an article tells. `unit` is the unit's words, else None.
    """

    start: int
    end: int
    count: Count
    number_start: int
    number_end: int
    kind: str = "count"
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number before its hedge: bounds, and the words `first` to `after` it stands in."""

    low: int
    high: int
    first: int
    after: int
    hedge: str = "exact"
    whole: bool = True


def counts_nothing(text: str, at: int, lexicon: NumberLexicon) -> bool:
    """Whether the number word at an offset opens a phrase that counts nobody ("one by one")."""
    return lexicon.forward.longest(Words(text, at), 0, "not_numbers") is not None


OWNING: Final = frozenset({"'s", "’s"})
"""Behind a word of number: whose what follows is ("*the couple's* son"), and not how many."""


def find_numbers(
    text: str, start: int, end: int, lexicon: NumberLexicon, exclude: Sequence[tuple[int, int]] = ()
) -> list[NumberMention]:
    """Every number in `text[start:end]`, in order, none overlapping another.

    A number that touches one of the spans `exclude` (offsets into `text`: the dates) is left out.
    """
    words = Words(text, start, end)
    out: list[NumberMention] = []
    floor, index = 0, 0
    while index < len(words):
        low = words.lows[index]
        if low not in lexicon.starters and not (low.isdecimal() or low in lexicon.ordinal_prefixes):
            index += 1
            continue
        blocked = lexicon.forward.longest(words, index, "not_numbers")
        if blocked:
            index = blocked[2]
            continue
        mention, after = _mention(words, index, floor, lexicon)
        owners = mention is not None and text[mention.number_end : mention.number_end + 2] in OWNING
        if mention and not owners and not any(a < mention.number_end and mention.number_start < b for a, b in exclude):
            out.append(mention)
            floor = after
        index = after
    return out


def article_count(text: str, start: int, end: int, lexicon: NumberLexicon) -> NumberMention | None:
    """One, where the noun phrase `text[start:end]` opens with an article ("a soldier", "seorang tentara").

    None where it opens with anything else, a number ("a dozen") or a quantity of unknown size ("a number of").
    """
    words = Words(text, start, end)
    hit = lexicon.forward.longest(words, 0, "articles")
    wider = Words(text, start, end + BEHIND)  # "tidak melukai seorang *pun*"
    if hit is None or lexicon.forward.longest(wider, 0, "not_articles", "not_numbers"):
        return None
    quantity = _quantity(words, 0, lexicon)
    if quantity is not None and quantity.after > hit[2]:
        return None
    first, last = words.starts[0], words.ends[hit[2] - 1]
    return NumberMention(first, last, Count(1, 1, text[first:last]), first, last, "article")


def _mention(words: Words, index: int, floor: int, lexicon: NumberLexicon) -> tuple[NumberMention | None, int]:
    """The number at word `index` and the index after it; hedges are sought back to word `floor`."""
    ordinal, found = lexicon.ordinal(words, index), _quantity(words, index, lexicon)
    if ordinal and (found is None or found.after <= ordinal[1]):
        quantity = _Quantity(ordinal[0], ordinal[0], index, ordinal[1])
        kind = "count" if _all_of_them(words, index, ordinal[1], lexicon) else "ordinal"
        return _made(words, quantity, kind, None, index, ordinal[1]), ordinal[1]
    if found is None:
        return None, index + 1
    quantity = _ranged(words, found, lexicon)
    kind, unit, after = _kind(words, quantity, lexicon)
    if kind != "count":
        return _made(words, quantity, kind, unit, index, quantity.after), after
    first, quantity = _hedged_before(words, quantity, floor, lexicon)
    last, quantity = _hedged_after(words, quantity, lexicon)
    return _made(words, quantity, kind, unit, first, last), max(last, quantity.after)


def _all_of_them(words: Words, index: int, after: int, lexicon: NumberLexicon) -> bool:
    """Whether what looks like an ordinal counts all of those it stands before ("Ke-22 orang itu", "Keempat pria itu").

    It opens the sentence, where there is nothing yet whose turn it tells, or a word that counts people follows."""
    low = words.lows[index]
    if after >= len(words) or not (low in lexicon.ordinal_prefixes or _spelled(low, lexicon)):
        return False
    hit = lexicon.forward.longest(words, after, "units")
    if index > 0 and low not in lexicon.ordinal_prefixes and not _known_again(words, index, after, lexicon):
        return False  # "gelombang ketiga tentara Korea Utara"
    if hit is not None:
        return hit[1] == "person" or (index == 0 and low in lexicon.ordinal_prefixes)
    beside = words.starts[after] - words.ends[after - 1] <= 1 and words.lows[after].isalpha()
    return index == 0 and (low in lexicon.ordinal_prefixes or beside)


def _known_again(words: Words, index: int, after: int, lexicon: NumberLexicon) -> bool:
    """Whether a comma stands before the word, or the noun behind it is told to be known ("ketiga tentara itu")."""
    apart = words.starts[index] - words.ends[index - 1] > 1
    return apart or any(low in lexicon.known_after for low in words.lows[after + 1 : after + 3])


def _spelled(low: str, lexicon: NumberLexicon) -> bool:
    """Whether a word is an ordinal made of a number and what turns one into it ("keempat")."""
    return low in lexicon.ordinals and any(low.startswith(prefix) for prefix in lexicon.ordinal_prefixes)


def _made(words: Words, quantity: _Quantity, kind: str, unit: str | None, first: int, after: int) -> NumberMention:
    start, end = words.starts[first], words.ends[after - 1]
    low, high = _bounds(quantity)
    return NumberMention(
        start,
        end,
        Count(low, high, words.text[start:end], "up_to" if quantity.hedge == "less_than" else quantity.hedge),
        words.starts[quantity.first],
        words.ends[quantity.after - 1],
        kind,
        unit,
    )


def _bounds(quantity: _Quantity) -> tuple[int | None, int | None]:
    match quantity.hedge:
        case "at_least":
            return quantity.low, None
        case "more_than":
            return quantity.low + (quantity.low == quantity.high), None
        case "up_to":
            return None, quantity.high
        case "less_than":
            return None, max(quantity.low - 1, 0)
        case _:
            return quantity.low, quantity.high


def _quantity(words: Words, index: int, lexicon: NumberLexicon) -> _Quantity | None:
    vague = lexicon.forward.longest(words, index, "vague", "roughly")
    cardinal = lexicon.cardinal(words, index)
    if vague and (cardinal is None or vague[2] >= cardinal.after):
        if vague[0] == "roughly":
            return _Quantity(int(vague[1]), int(vague[1]), index, vague[2], "about")
        low, _, high = vague[1].partition("-")
        return _Quantity(int(low), int(high), index, vague[2], "vague")
    if cardinal is None:
        return None
    return _plain(cardinal)


def _plain(cardinal: Cardinal) -> _Quantity:
    value = int(cardinal.value)
    return _Quantity(value, value, cardinal.first, cardinal.after, whole=cardinal.whole is not None)


def _ranged(words: Words, quantity: _Quantity, lexicon: NumberLexicon) -> _Quantity:
    """The range that `quantity` opens ("20–30", "two or three"), else itself."""
    hit = lexicon.forward.longest(words, quantity.after, "connectors")
    if hit is None or quantity.hedge != "exact":
        return quantity
    if words.low(quantity.after) == "-" and words.glued(quantity.after) != words.glued(quantity.after + 1):
        return quantity
    second = lexicon.cardinal(words, hit[2])
    before = lexicon.before.longest(words, quantity.first, "hedges")
    opened = before[1] if before else ""
    if second is None or opened == "from" or (hit[1] == "between" and opened != "between"):
        return quantity
    if words.low(second.after) == "-" and words.glued(second.after) and words.is_digits(second.after + 1):
        return quantity
    low, whole = quantity.low, second.whole
    if second.scale > 1 and low < second.mantissa:
        low *= second.scale
    if whole is None or not quantity.whole or low >= whole:
        return quantity
    return _Quantity(low, whole, quantity.first, second.after)


def _kind(words: Words, quantity: _Quantity, lexicon: NumberLexicon) -> tuple[str, str | None, int]:
    """What the number is of: kind, unit, and the index to go on from."""
    if quantity.hedge == "vague":
        unit = _unit(words, quantity.after, lexicon)
        return (*unit, quantity.after) if unit else ("count", None, quantity.after)
    return (
        _kind_glued_before(words, quantity)
        or _kind_clock(words, quantity)
        or _kind_before(words, quantity, lexicon)
        or _kind_after(words, quantity, lexicon)
        or _kind_alone(words, quantity)
        or ("count", None, quantity.after)
    )


def _kind_glued_before(words: Words, quantity: _Quantity) -> tuple[str, str | None, int] | None:
    first = quantity.first
    if not words.glued(first):
        return None
    previous = words.low(first - 1)
    if previous in _CURRENCY:
        return "money", previous, quantity.after
    behind = words.glued(first - 1) and first > 1
    if words.is_letters(first - 1) or (previous in "-/.,:" and behind and words.lows[first - 2].isalnum()):
        return "label", None, quantity.after
    return None


def _kind_clock(words: Words, quantity: _Quantity) -> tuple[str, str | None, int] | None:
    """10:30, 24/7, 3-0, 021: digits glued to digits that are no range."""
    after = quantity.after
    low = words.lows[quantity.first]
    if len(low) > 1 and low[0] == "0":
        return "label", None, after
    if words.glued(after) and words.glued(after + 1) and words.is_digits(after + 1):
        sign = words.low(after)
        if sign in ":/-":
            return ("time" if sign == ":" else "label"), None, after + 2
    return None


def _kind_before(words: Words, quantity: _Quantity, lexicon: NumberLexicon) -> tuple[str, str | None, int] | None:
    first = quantity.first
    if words.low(first - 1) in _CURRENCY:
        return "money", words.low(first - 1), quantity.after
    hit = lexicon.before.longest(words, first, "before")
    if hit and hit[1] in ("age", "money", "time"):
        clock = hit[1] == "time" and words.glued(quantity.after) and words.is_digits(quantity.after + 1)
        return hit[1], _said(words, hit[2], first), quantity.after + (2 if clock else 0)
    if not words.is_digits(first):
        return None
    for back in range(first, max(first - 4, 0), -1):
        label = lexicon.before.longest(words, back, "before")
        if label and label[1] == "label":
            return "label", _said(words, label[2], back), quantity.after
        if not words.acronym(back - 1):  # "Resolusi DK PBB 1721"
            return None
    return None


def _kind_after(words: Words, quantity: _Quantity, lexicon: NumberLexicon) -> tuple[str, str | None, int] | None:
    after = quantity.after
    if words.low(after) == "-" and words.glued(after) and words.glued(after + 1) and words.is_letters(after + 1):
        if lexicon.forward.longest(words, after, "hedges_after", "rough_suffixes"):
            return None
        unit = _unit(words, after + 1, lexicon)
        return (*unit, after) if unit else ("compound", None, after)
    unit = _unit(words, after, lexicon)
    if unit:
        return (*unit, after)
    if not quantity.whole:
        return "decimal", None, after
    if words.glued(after) and words.is_letters(after):
        return "label", None, after
    return None


def _kind_alone(words: Words, quantity: _Quantity) -> tuple[str, str | None, int] | None:
    """ "(32)" and ", 32," after a name."""
    first, after = quantity.first, quantity.after
    around = words.low(first - 1), words.low(after)
    if around == ("(", ")"):
        return "aside", None, after
    if around == (",", ",") and words.is_letters(first - 2) and words.capital(first - 2):
        return ("age", None, after) if quantity.low in _AGES and words.is_digits(first) else None
    return None


def _unit(words: Words, index: int, lexicon: NumberLexicon) -> tuple[str, str | None] | None:
    hit = lexicon.forward.longest(words, index, "units")
    if hit is None or hit[1] == "person":
        return None
    return hit[1], _said(words, index, hit[2])


def _said(words: Words, first: int, after: int) -> str:
    return words.text[words.starts[first] : words.ends[after - 1]]


def _hedged_before(words: Words, quantity: _Quantity, floor: int, lexicon: NumberLexicon) -> tuple[int, _Quantity]:
    """The outermost of the hedges before the number; words that only fill may stand between."""
    first, at, hedge = quantity.first, quantity.first, quantity.hedge
    for _ in range(4):
        hit = lexicon.before.longest(words, at, "hedges", "fillers")
        if hit is None or hit[2] < floor:
            break
        at = hit[2]
        if hit[0] == "fillers":
            continue
        floor_of_it = lexicon.hedge_floor.get(" ".join(words.lows[at:first]), 0)
        if hit[1] == "from" or quantity.high < floor_of_it:
            break
        if floor_of_it and at and words.lows[at - 1] in lexicon.no_hedge_after:
            break  # "handed over 40 men"
        if hit[1] != "between":
            hedge = _stronger(hit[1], quantity.hedge)
        first = at
    return first, _Quantity(quantity.low, quantity.high, quantity.first, quantity.after, hedge)


def _stronger(hedge: str, own: str) -> str:
    """The hedge of a number that has one of its own: dozens stay vague, unless only one bound is left."""
    return own if own == "vague" and hedge in ("about", "nearly", "exact") else hedge


def _hedged_after(words: Words, quantity: _Quantity, lexicon: NumberLexicon) -> tuple[int, _Quantity]:
    """A hedge that follows the number or its classifier: "40 or more", "32 orang lebih", "200-an"."""
    after = quantity.after
    rough = lexicon.forward.longest(words, after, "rough_suffixes")
    if rough and words.glued(after):
        hedge = "about" if quantity.hedge == "exact" else quantity.hedge
        return rough[2], _Quantity(quantity.low, quantity.high, quantity.first, rough[2], hedge)
    classifier = lexicon.forward.longest(words, after, "units")
    at = classifier[2] if classifier and classifier[1] == "person" else after
    hit = lexicon.forward.longest(words, at, "hedges_after")
    if hit is None or quantity.hedge not in ("exact", "about", "vague"):
        return after, quantity
    stopped = any(name == "not_after" and value == hit[1] for name, value, _ in lexicon.forward.at(words, hit[2]))
    if stopped:
        return after, quantity
    hedge = _stronger(hit[1], quantity.hedge)
    return hit[2], _Quantity(quantity.low, quantity.high, quantity.first, quantity.after, hedge)
