"""What people said, the latest first; and what waits for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gencatan.model import Review
from gencatan.views.values import Value


@dataclass(frozen=True, slots=True)
class Said(Value):
    """A review; `why` says why it waits for a person (`changed`, `gone`, `unfit`), "" where it stands."""

    review: Review
    why: str


@dataclass(frozen=True, slots=True)
class Log(Value):
    """Reviews in order."""

    reviews: tuple[Said, ...]

    def rows(self) -> list[dict[str, Any]]:
        """A review a row."""
        return [
            {
                "id": one.review.id,
                "at": one.review.at,
                "reviewer": one.review.reviewer,
                "action": one.review.action,
                "targets": " ".join(one.review.targets),
                "words": one.review.body.get("words", ""),
                "body": {key: value for key, value in one.review.body.items() if key != "words"},
                "why": one.why,
            }
            for one in self.reviews
        ]
