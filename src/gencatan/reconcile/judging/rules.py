"""Which rules judge: a digest of the code and tables that two claims are judged by, which every judgement names."""

from __future__ import annotations

from functools import cache
from typing import Final

from gencatan.model.packaged import digest_of

JUDGING: Final = ("gencatan.reconcile.comparing", "gencatan.reconcile.judging")
"""The packages that judge; layers keep the others out of them, which group and weigh on read."""


@cache
def rules_digest() -> str:
    """The same digest is the same word on the same two claims."""
    return digest_of(JUDGING)[:12]


def maker(rule: str) -> str:
    """Who makes a judgement: the rule, and the digest of all of them."""
    return f"{rule}/{rules_digest()}"
