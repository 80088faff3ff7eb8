"""Content hashes: the same reading has the same name, whoever reads it and whenever."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

_SIDE: Final = "/"


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no insignificant space, so that equal values give equal bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(value: Any) -> str:
    """20 hex digits (80 bits) of the SHA-256 of the canonical JSON of `value`."""
    return hashlib.sha256(canonical_json(value).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def id_of_part(claim: str, side: str) -> str:
    """The id of one side's part in a duty of both: the claim's with the side behind it ("…/AZE")."""
    return f"{claim}{_SIDE}{side}"


def claim_and_side(id_: str) -> tuple[str, str]:
    """The claim and the side of an id (`id_of_part`); the side is "" where it is no part's."""
    claim, _, side = id_.partition(_SIDE)
    return claim, side
