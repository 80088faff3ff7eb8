"""A trigger at work, and a claim in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gencatan.language.triggers import Hit, Trigger
from gencatan.model import Count, Span
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.modality import Modality
from gencatan.reading.tree.relations import Roles, is_clause
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.dates.found import DateExpression

MODIFIER: Final = frozenset({"compound", "amod", "flat"})
NEARBY: Final = 6  # words


@dataclass(slots=True)
class Firing:
    """A trigger at work in a sentence: its tree node, the entry that fits, roles, modality and sources."""

    sentence: Sentence
    token: Token
    hit: Hit
    trigger: Trigger
    roles: Roles
    mood: Modality
    sources: list[Mention]

    @property
    def nominal(self) -> bool:
        """Whether the trigger stands as a noun."""
        return self.trigger.part == "noun" or (self.token.pos_ in ("NOUN", "PROPN") and not is_clause(self.token))

    @property
    def asked(self) -> bool:
        """Whether somebody only asks for it, in a demand or an appeal."""
        return self.mood.statement >= 0 and "called_for" in self.mood.signals

    @property
    def unwanted(self) -> bool:
        """Whether somebody only asks or hopes that it will not be ("asked that they not kill civilians")."""
        over = self.mood.over
        denied, asked = over.get("denied"), over.get("called_for")
        return self.mood.status == "denied" and denied is not None and asked is not None and len(asked) > len(denied)

    def modifies(self, *also: str) -> bool:
        """Whether the trigger only modifies a noun ("attack helicopters"), by these relations too."""
        relation = self.token.dep_.split(":")[0]
        return (relation in MODIFIER or relation in also) and self.token.head.pos_ in ("NOUN", "PROPN")


@dataclass(slots=True)
class Draft:
    """A claim before its spans, date, place and actors are settled. Slots hold mentions, spans or counts.

    `about` are words that the claim rests on although they fill no slot (the agreement that took effect). What is
    `former` ("the previous truce") counts with a date of its own alone. `firing` is
    the trigger that made it; None for a rule of grammar words alone. Dates of the list before and after its `clause`
    are of others that are listed with it; `day` is its own where a list has one for each. A `part` is told to be of
    those whom another toll counts.
    """

    kind: str
    sentence: Sentence
    token: Token
    rule: str
    values: dict[str, str] = field(default_factory=dict)
    fillers: dict[str, list[Mention]] = field(default_factory=dict)
    texts: dict[str, Span] = field(default_factory=dict)
    counts: dict[str, Count] = field(default_factory=dict)
    status: str = "asserted"
    sources: list[Mention] = field(default_factory=list)
    plover: tuple[str, str] | None = None
    trigger_span: tuple[int, int] = (0, 0)
    about: Span | None = None
    nominal: bool = False
    statement: int = -1
    link: Draft | None = None
    victims_are_target: bool = False
    former: bool = False
    firing: Firing | None = None
    clause: tuple[int, int] | None = None
    part: bool = False
    day: DateExpression | None = None

    def add(self, slot: str, mentions: Sequence[Mention]) -> None:
        """Add fillers that are not there yet."""
        have = self.fillers.setdefault(slot, [])
        seen = {(m.sentence.index, m.token.i) for m in have}
        for mention in mentions:
            if mention.token.i in mention.sentence.date_tokens:
                continue  # a weekday between commas, taken for one more of those listed
            if (mention.sentence.index, mention.token.i) not in seen:
                have.append(mention)
                seen.add((mention.sentence.index, mention.token.i))
        if not have:
            del self.fillers[slot]
