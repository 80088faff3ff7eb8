"""Where sources do not agree, and where reviewers do not; nothing is settled here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any, Final

from gencatan.model import Claim, Record
from gencatan.model.books import CONTRADICTS
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.counts import compatible
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.victims import whom
from gencatan.views.accusations import denied
from gencatan.views.desk import Desk
from gencatan.views.reviewed import Verdict
from gencatan.views.tolls import tolls
from gencatan.views.values import Cite, Value

NUMBERS: Final = "numbers"
DENIAL: Final = "denial"


@dataclass(frozen=True, slots=True)
class Contradiction(Value):
    """Two claims that cannot both hold; `why`: `denial`, `numbers`, or the judgement's reason.

    `judgement` is the judgement's id; of a breach or an accusation and its denial, the denial's, of numbers of which
    one alone says whose people it counts, the other's.
    """

    judgement: str
    why: str
    score: float
    one: Cite
    other: Cite


@dataclass(frozen=True, slots=True)
class Contradictions(Value):
    """All of them, the latest first; and claims on which reviewers do not agree."""

    pairs: tuple[Contradiction, ...]
    disputed: tuple[Verdict, ...]

    def rows(self) -> list[dict[str, Any]]:
        """A pair a row."""
        return [
            {
                "judgement": pair.judgement,
                "why": pair.why,
                "score": pair.score,
                **{f"one_{key}": value for key, value in _row(pair.one).items()},
                **{f"other_{key}": value for key, value in _row(pair.other).items()},
            }
            for pair in self.pairs
        ]


def contradictions(desk: Desk) -> Contradictions:
    """Where claims of the conflict cannot both hold."""
    pairs = []
    parts = _parts(desk)
    for judgement in desk.judgements(CONTRADICTS):
        records = desk.by_id[judgement.one], desk.by_id[judgement.other]
        one, other = (desk.cite(record) for record in desk.ordered(records))
        if _of_others(records) or judgement.one in parts or judgement.other in parts:
            continue
        either = "denied" in (one.status, other.status)
        if either and _of_one_breath(one, other):
            continue
        counted = any("count" in record.claim.slots for record in records)
        why = DENIAL if either else NUMBERS if counted else (judgement.reason[0] if judgement.reason else "")
        pairs.append(Contradiction(judgement.id, why, judgement.score, one, other))
    pairs += _of_one_toll(desk)
    known = [frozenset((pair.one.claim, pair.other.claim)) for pair in pairs]
    pairs += _denied_breaches(desk, known)
    pairs += _denied_accusations(desk, {item.claim for pair in pairs for item in (pair.one, pair.other)})
    pairs.sort(key=lambda pair: (str(pair.other.published or ""), pair.judgement), reverse=True)
    ids = desk.by_id
    disputed = [verdict for claim, verdict in desk.verdicts.items() if verdict.disputed and claim in ids]
    return Contradictions(tuple(pairs), tuple(disputed))


def _parts(desk: Desk) -> frozenset[str]:
    """The figures that count a part of those whom another counts: both may hold."""
    return frozenset(
        figure.cite.claim for toll in tolls(desk).incidents for figure in toll.figures if figure.why == "part"
    )


def _of_one_toll(desk: Desk) -> Iterator[Contradiction]:
    """Numbers that stand side by side in one toll, of which one says whose people it counts and the other does not;
    judging compares none but those that both say it alike."""
    for toll in tolls(desk).incidents:
        if not toll.country:
            continue
        standing = [desk.by_id[figure.cite.claim] for figure in toll.figures if figure.stands]
        named = [record for record in standing if facts(record).whom[1]]
        seen = set()
        for bare in (record for record in standing if not facts(record).whom[1]):
            for other in named:
                counts = facts(bare).count, facts(other).count
                if counts[0] is None or counts[1] is None or compatible(counts[0], counts[1]):
                    continue
                one, two = (desk.cite(record) for record in desk.ordered((bare, other)))
                told = (one.source.key, two.source.key, counts)
                if told not in seen:
                    seen.add(told)
                    yield Contradiction(bare.id, NUMBERS, 1.0, one, two)


def _denied_breaches(desk: Desk, known: Sequence[frozenset[str]]) -> Iterator[Contradiction]:
    """The breaches that the accused denies, each once; but for those of which a known pair tells that."""
    for agreement in desk.compliance.agreements:
        for violation in agreement.violations:
            told = {*violation.claims, *violation.denied}
            said, denials = desk.cited(violation.claims), desk.cited(violation.denied)
            if not said or not denials or any(pair <= told for pair in known):
                continue
            # who denies it denies what is said of him, not that there was fighting
            of_him = (cite for cite in said if _names_who(desk.by_id[cite.claim].claim))
            yield Contradiction(denials[0].claim, DENIAL, 1.0, next(of_him, said[0]), denials[0])


def _names_who(claim: Claim) -> bool:
    return bool(who.doers(claim)) and (claim.kind == "event" or claim.slots.get("stage") == "violated")


def _denied_accusations(desk: Desk, known: Set[str]) -> Iterator[Contradiction]:
    """What somebody is accused of and denies, but for the denials that a known pair has."""
    for accusation, denial in denied(desk):
        if denial.id not in known:
            yield Contradiction(denial.id, DENIAL, 1.0, desk.cite(accusation), desk.cite(denial))


def _of_others(records: Sequence[Record]) -> bool:
    """Whether two tolls count other people (civilians, everybody): such numbers may both hold."""
    counted = [record.claim.slots.get("victims", ()) for record in records if record.claim.kind == "casualty"]
    return len({whom(victims) for victims in counted if isinstance(victims, tuple)}) > 1


def _of_one_breath(one: Cite, other: Cite) -> bool:
    """Whether one speaker says both in one report: "it struck only military targets and attacked no civilians" is no
    contradiction of oneself."""
    return (
        one.document == other.document
        and one.source.key == other.source.key
        and not one.source.key.startswith("outlet:")
    )


def _row(item: Cite) -> dict[str, Any]:
    return {
        "claim": item.claim,
        "status": item.status,
        "source": item.source.name,
        "outlet": item.outlet,
        "published": item.published,
        "words": " … ".join(item.words),
    }
