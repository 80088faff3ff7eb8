"""How the way from an id back to the words is laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gencatan.cli.said import said_otherwise
from gencatan.cli.sheets import Line, Sheet, label, marked, said, short
from gencatan.export.wording import row
from gencatan.i18n import Message, Strings
from gencatan.model import Claim
from gencatan.views.trail import Reason, Trail


def trail(answer: Trail, strings: Strings) -> list[Sheet]:
    """A claim with everything that stands beside it."""
    item = answer.cite
    head = answer.document
    facts = " · ".join(
        part for part in (head.outlet, str(head.published or ""), head.language, head.title, head.source_uri) if part
    )
    about = Sheet(
        f"{marked(strings, item)}{_told(answer, strings)} [{item.claim}]",
        tuple(strings[f"books.{name}"] for name in ("says", "report", "confidence")),
        (3, 3, 0),
        (Line((item.source.name, head.id, strings.number(item.confidence)), words=item.words),),
        (facts, *_past(answer, strings)),
    )
    found = [about]
    for group in answer.groups:
        lines = tuple(
            Line(
                (short(one.claim), marked(strings, one) + said(one)),
                words=one.words[:1],
                remarks=(_why(why, strings),),
            )
            for one, why in zip(group.cites, group.why, strict=True)
        )
        title = f"{strings[f'books.group.{group.kind}']} {short(group.id)} ({len(group.cites)})"
        found.append(Sheet(title, (strings["books.id"], strings["books.says"]), (0, 1), lines))
    if answer.judgements:
        columns = tuple(strings[f"books.{name}"] for name in ("judgement", "one", "other", "score", "why", "id"))
        lines = tuple(
            Line(
                (
                    label(strings, f"books.relation.{one.relation}"),
                    short(one.one),
                    short(one.other),
                    strings.number(one.score),
                    _evidence(one.reason, strings),
                    short(one.id),
                )
            )
            for one in answer.judgements
        )
        found.append(Sheet(strings["books.judgements"], columns, (0, 0, 0, 0, 1, 0), lines))
    if answer.reviews:
        columns = tuple(strings[f"books.{name}"] for name in ("said", "reviewer", "action", "note"))
        lines = tuple(
            Line(
                (
                    one.at[:16],
                    one.reviewer,
                    label(strings, f"books.action_{one.action}"),
                    str(one.body.get("words", "")),
                ),
                remarks=said_otherwise(one, strings),
            )
            for one in answer.reviews
        )
        found.append(Sheet(strings["books.reviews"], columns, (0, 0, 0, 1), lines))
    return found


def _told(answer: Trail, strings: Strings) -> str:
    """The claim in a line: who, what, when, where."""
    shown = row(Claim.from_dict(answer.claim), strings.language)
    return " · ".join(" ".join(part.split()) for part in (shown.who, shown.what, shown.when, shown.where) if part)


def _why(why: Reason, strings: Strings) -> str:
    """Why a claim is in its group, in words."""
    if why.by == "judged":
        reason = _evidence(why.reason, strings)
        return strings.say(Message("books.in_judged", (short(why.other), strings.number(why.score or 0), reason)))
    return strings.say(Message(f"books.in_{why.by}", (short(why.other),) if why.other else ()))


def _evidence(names: Sequence[str], strings: Strings) -> str:
    """What speaks for a judgement, in words."""
    return ", ".join(label(strings, f"books.evidence.{name}") for name in names)


def _past(answer: Trail, strings: Strings) -> Iterator[str]:
    """Which group has its id too, where the words stand, which readers read them, what came before and after."""
    for group in answer.groups:
        if group.id == answer.cite.claim:  # who followed a row of a table asked for the group
            yield strings.say(Message("books.same_id", (strings[f"books.group.{group.kind}"], len(group.cites))))
    at = ", ".join(f"{span['start']}–{span['end']}" for span in answer.claim["evidence"])
    yield strings.say(Message("books.characters", (at,)))
    if answer.readings:
        yield strings.say(Message("books.read_by", (", ".join(answer.readings),)))
    for key, ids in (("older", answer.older), ("newer", answer.newer)):
        if ids:
            yield strings.say(Message(f"books.{key}", (", ".join(map(short, ids)),)))
