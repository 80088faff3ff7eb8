"""Which rules judge: a digest of the code and tables that two claims are judged by, which every judgement names."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Final

from gencatan.model.ids import canonical_json

JUDGING: Final = (
    "actor.py",
    "acts.py",
    "agreement.py",
    "blocks.py",
    "copies.py",
    "counts.py",
    "facts.py",
    "figures.py",
    "in_report.py",
    "incident.py",
    "judge.py",
    "lands.py",
    "meeting.py",
    "names.py",
    "names.toml",
    "one_of_them.py",
    "rules.py",
    "sorts.py",
    "stretch.py",
    "takeover.py",
    "verdict.py",
    "victims.py",
    "victims.toml",
    "weights.toml",
    "when.py",
    "where.py",
    "who.py",
    "words.py",
)
"""What judges; the rest of the package groups and weighs on read. A test holds the list to what is imported."""


@cache
def rules_digest() -> str:
    """The same digest is the same word on the same two claims."""
    found = hashlib.sha256()
    for name in JUDGING:
        found.update(canonical_json(name).encode())
        found.update(files(__package__).joinpath(name).read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()[:12]


def maker(rule: str) -> str:
    """Who makes a judgement: the rule, and the digest of all of them."""
    return f"{rule}/{rules_digest()}"
