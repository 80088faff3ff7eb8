"""Which sentences are worth a parse: those where a trigger's words, and the words it needs beside it, all stand.

Most sentences of most news carry no trigger of any kind. Where they carry an ambiguous one ("fire", "strike"), its
entry requires words of a class beside it; if none of them is in the sentence the tree cannot bring it in. Acts done
with words ("thank", "call", "hope") are public only where somebody named, or some body, force or treaty, is about. A
capital says so, but not at the first word of a sentence, which must be known for a name.

A report that names no state, no force and no office of one, and tells of no violence, is of daily life: what is asked,
said, met about, moved or looked into in it is nobody's conflict. Those killed or attacked in it count all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from gencatan.language.pack import Pack, Phrases
from gencatan.language.triggers import Hit, Trigger, Word

NAMEABLE: Final = frozenset({"person", "official", "agent", "group", "organisation", "place", "place_noun", "state"})
VERBAL: Final = frozenset({"statement", "meeting", "obligation", "territory", "mediation"})
PUBLIC: Final = (
    "official", "armed_force", "armed_group", "group", "organisation", "state", "people", "nationality", "agreement",
    "truce", "talks", "weapon", "hostilities", "violence", "conflict",
)  # fmt: skip


GRAVE: Final = "grave_field"  # words of which a report on a conflict has some
MILD: Final = frozenset({"statement", "meeting", "obligation", "territory", "mediation", "agreement"})
MILD_ACTS: Final = frozenset({"movement", "delivery", "other", "investigation", "find", "retreat", "evacuation"})


def is_mild(trigger: Trigger) -> bool:
    """Whether what an entry tells may as well be of daily life ("asked", "met", "left", "looked into")."""
    return trigger.kind in MILD or (trigger.kind == "event" and trigger.values.get("act") in MILD_ACTS)


@dataclass(frozen=True, slots=True)
class _Need:
    """What a role requires: these words, nouns of these sorts, or (if `named`) any name or pronoun."""

    role: str
    words: frozenset[str]
    sorts: frozenset[str]
    named: bool


class _Beside(NamedTuple):
    """What stands in a sentence: its words, a name or pronoun, somebody or something public; "it" for an agreement."""

    here: set[str]
    sorts: set[str]
    named: bool
    public: bool
    grave: bool = True
    deal: bool = False


class Gate:
    """Decides from plain words, before any parse, whether a sentence can make a claim."""

    def __init__(
        self,
        pack: Pack,
        is_name: Callable[[str], bool] = lambda word: False,
        is_powers: Callable[[str], bool] = lambda text: True,
    ) -> None:
        """`is_name` knows states and large cities, `is_powers` whether a text names a power: a state, its offices and
        forces, a known group or leader."""
        self._pack = pack
        self._is_name = is_name
        self._is_powers = is_powers
        self._made: dict[str, frozenset[str]] = {}
        self._needs: dict[int, tuple[_Need, ...]] = {}
        self._public = frozenset[str]().union(*(pack.classes.get(name, frozenset()) for name in PUBLIC))
        self._grave = Phrases(word.replace("-", " ") for word in pack.classes.get(GRAVE, ()))
        self._public_sorts = frozenset[str]().union(*(pack.nouns.taken(name) for name in PUBLIC))
        self._recounting = self._pack.words("recounting_words")
        self._things = frozenset(word for word, sort in pack.pronouns.items() if sort == "thing.sg")
        self._back = frozenset(pack.pronouns) | frozenset(pack.possessives)

    def _needs_of(self, trigger: Trigger) -> tuple[_Need, ...]:
        """What an entry needs, worked out when a report first has its word."""
        known = self._needs.get(id(trigger))
        if known is None:
            known = self._needs[id(trigger)] = tuple(self._needed(trigger))
        return known

    def _needed(self, trigger: Trigger) -> Iterator[_Need]:
        for role, wanted in trigger.require.items():
            positive = [w for w in (*wanted, *trigger.sorts.get(role, ())) if not w.startswith("!")]
            if not positive or "any" in positive or "none" in positive:
                continue
            words: set[str] = set()
            sorts: set[str] = set()
            named = False
            for want in positive:
                if want.startswith("@"):
                    words |= self._pack.classes[want[1:]]
                    sorts |= self._pack.nouns.taken(want[1:])
                    named = named or want[1:] in NAMEABLE
                elif want.startswith("~"):
                    sorts.add(want[1:])
                else:
                    words |= self._forms(want)
            yield _Need(role, frozenset(words), frozenset(sorts), named)

    def _forms(self, word: str) -> frozenset[str]:
        """The forms of a word as a noun and as a verb; many entries ask for the same words."""
        if word not in self._made:
            forms = self._pack.inflection.forms
            self._made[word] = frozenset(form for part in ("noun", "verb") for form, _ in forms(word, part))
        return self._made[word]

    def is_grave(self, text: str, sentences: Iterable[Sequence[Word]]) -> bool:
        """Whether a report may be of a conflict at all, by any of its words."""
        if not self._grave:
            return True  # a pack that has no such class
        for words in sentences:
            plain = [part for word in words for part in word.text.split("-")]
            if any(self._grave.at(plain, n) for n in range(len(plain))):
                return True
        return self._is_powers(text)

    def open(
        self,
        text: str,
        start: int,
        words: Sequence[Word],
        hits: Sequence[Hit],
        *,
        goes_on: bool = False,
        grave: bool = True,
    ) -> bool:
        """Whether some hit has all it needs in the sentence; `start` is the sentence's offset in `text`.

        `goes_on`: the sentence may go on with an agreement told of before it, whose duties are public and which "it"
        may stand for. `grave`: what `is_grave` says of the report.
        """
        if not hits:
            return False
        beside = self._beside(text, start, words)._replace(grave=grave)
        under = beside._replace(public=True) if goes_on else beside
        about = beside._replace(deal=goes_on and not beside.here.isdisjoint(self._things))
        kinds = {"obligation": under, "agreement": about}
        return any(
            self._lack(trigger, kinds.get(trigger.kind, beside)) is None for hit in hits for trigger in hit.triggers
        )

    def lacking(
        self, text: str, start: int, words: Sequence[Word], trigger: Trigger, *, grave: bool = True
    ) -> str | None:
        """Why an entry lets its sentence stay shut: the role whose words are missing, "public", "grave", or None."""
        return self._lack(trigger, self._beside(text, start, words)._replace(grave=grave))

    def _beside(self, text: str, start: int, words: Sequence[Word]) -> _Beside:
        here = {w.text for w in words}
        here.update(part.rstrip(".") for w in words if "-" in w.text for part in w.text.split("-"))
        capital = any(w.start > start and len(w.text) > 1 and text[w.start].isupper() for w in words)
        if not capital and words and text[words[0].start].isupper():
            capital = self._is_name(text[words[0].start : words[0].end])
        named = capital or not here.isdisjoint(self._back)
        sorts = set[str]().union(*(self._pack.nouns.sorts(word) for word in here))
        public = capital or not here.isdisjoint(self._public) or not sorts.isdisjoint(self._public_sorts)
        return _Beside(here, sorts, named, public)

    def _lack(self, trigger: Trigger, beside: _Beside) -> str | None:
        if not beside.grave and is_mild(trigger):
            return "grave"
        if not beside.public and trigger.kind in VERBAL and not trigger.amid:
            return "public"  # but "the city fell", in a report of war
        for need in self._needs_of(trigger):
            met = (need.named and beside.named) or (beside.deal and need.role in ("subj", "obj"))
            met = met or not need.words.isdisjoint(beside.here)
            if not met and need.sorts.isdisjoint(beside.sorts):
                return need.role
        return None

    def looks_back(self, words: Sequence[Word]) -> bool:
        """Whether the sentence has a pronoun or possessive, which may refer to the sentence before."""
        endings = self._pack.possessive_endings
        return any(w.text in self._back or w.text.endswith(endings) for w in words)

    def recounts(self, words: Sequence[Word]) -> bool:
        """Whether the sentence may give another's number for a toll told before ("rebels put the figure at 40")."""
        return any(w.text in self._recounting for w in words) and any(w.text[:1].isdigit() for w in words)
