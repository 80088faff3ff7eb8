"""What a row of a dump must be beside its columns' types before it comes into the books: no fact without its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import Any, Final

from gencatan.ledger import codec
from gencatan.model import Claim, Review, Span
from gencatan.model.books import ACTIONS, RELATIONS
from gencatan.model.correction import misfit

TextOf = Callable[[str], str | None]
"""The text of a document that is in the books already, None once purged; LookupError for one that is not there."""


class RefusedError(Exception):
    """A row that must not come in; the message names the field."""


def check(name: str, value: dict[str, Any], text_of: TextOf) -> bool:
    """Whether a row of table `name` has the id it says.

    Raises RefusedError for a field that holds what it must not, and KeyError, TypeError, ValueError, AttributeError or
    IndexError for what is no such row at all.
    """
    return _CHECKS[name](value, text_of) if name in _CHECKS else True


def _document(value: dict[str, Any], _: TextOf) -> bool:
    head, text = value["head"], value["text"]
    codec.document_from(codec.encode(head), codec.encode(text or ""))
    return bool(head["id"] == value["id"] and (text is None or isinstance(text, str)))


def _resolution(value: dict[str, Any], text_of: TextOf) -> bool:
    body = value["body"]
    try:
        text = text_of(value["document"])
    except LookupError:
        raise RefusedError("field 'document' of resolutions names a report that is not there") from None
    if body is None:
        if text is not None:
            raise RefusedError("field 'body' of resolutions is null, but its report's text is there")
        return True
    if text is None:
        raise RefusedError("field 'body' of resolutions quotes a report whose text is gone")
    claim = Claim.from_dict(body)
    if (claim.id, claim.document, claim.kind) != (value["claim"], value["document"], value["kind"]):
        return False
    for field, span in _spans(claim):
        _quoted(field, span, text)
    _number("body.confidence", claim.confidence, 0, 1)
    for field, most in (("lat", 90), ("lon", 180)):
        degrees = getattr(claim.place, field) if claim.place else None
        if degrees is not None:
            _number(f"body.place.{field}", degrees, -most, most)
    return True


def _spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Everything that a claim quotes, each with its field."""
    for number, span in enumerate(claim.evidence):
        yield f"body.evidence[{number}]", span
    for name, value in claim.slots.items():
        if isinstance(value, Span):
            yield f"body.slots.{name}", value
        elif isinstance(value, tuple):
            for number, filler in enumerate(value):
                yield f"body.slots.{name}[{number}]", filler.span
    for number, filler in enumerate(claim.attribution):
        yield f"body.attribution[{number}]", filler.span
    if claim.date:
        yield "body.date", claim.date.span
    if claim.place:
        yield "body.place", claim.place.span


def _quoted(field: str, span: Span, text: str) -> None:
    whole = type(span.start) is int and type(span.end) is int and 0 <= span.start <= span.end <= len(text)
    if not whole or text[span.start : span.end] != span.text:
        raise RefusedError(
            f"field {field!r} of resolutions quotes {str(span.text)[:40]!r}, "
            f"which does not stand at {str(span.start)[:12]}-{str(span.end)[:12]} of the report"
        )


def _number(field: str, value: Any, least: float, most: float, table: str = "resolutions") -> None:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not (number and isfinite(value) and least <= value <= most):
        raise RefusedError(f"field {field!r} of {table} is {str(value)[:40]!r}, not a number from {least} to {most}")


def _amendment(value: dict[str, Any], _: TextOf) -> bool:
    codec.document_from(codec.encode(value["head"]), codec.encode(""))
    return bool(value["head"]["id"] == value["document"] and value["head"]["published"] == value["published"])


def _judgement(value: dict[str, Any], _: TextOf) -> bool:
    if value["relation"] not in RELATIONS:
        raise RefusedError(f"field 'relation' of judgements is of no known sort: {str(value['relation'])[:40]!r}")
    _number("score", value["score"], 0, 1, "judgements")
    return True


def _review(value: dict[str, Any], _: TextOf) -> bool:
    """What a correction holds is not looked at: in old books some fit no claim, and they wait in the queue here too."""
    review = codec.review_from(value["id"], value["body"])
    if review.action not in ACTIONS:
        raise RefusedError(f"field 'body.action' of reviews is of no known sort: {str(review.action)[:40]!r}")
    said = {name: review.body[name] for name in ("words", "undoes") if name in review.body}
    if why := misfit(Review("note", review.targets, review.reviewer, review.at, said)):
        raise RefusedError(f"field 'body' of reviews: {why}")
    return bool(isinstance(review.body, Mapping) and codec.plain(review.at) == value["at"])


def _run(value: dict[str, Any], _: TextOf) -> bool:
    return bool(codec.run_from(codec.encode(value["body"])).id == value["id"])


_CHECKS: Final[dict[str, Callable[[dict[str, Any], TextOf], bool]]] = {
    "amendments": _amendment,
    "documents": _document,
    "judgements": _judgement,
    "resolutions": _resolution,
    "reviews": _review,
    "runs": _run,
}
