"""Which rules judge: a digest of the code and tables that two claims are judged by, which every judgement names."""

from __future__ import annotations

from functools import cache
from typing import Final

from gencatan.language import comparing
from gencatan.model.packaged import digest_of

JUDGING: Final = (
    "gencatan.reconcile.comparing",
    "gencatan.reconcile.judging",
    "gencatan.gazetteer.keys",
    "gencatan.language.comparing",
)
"""What judges: two packages, out of which layers keep the others, which group and weigh on read; and what they ask of
words. The nouns of `gencatan.model` are only looked at."""


@cache
def rules_digest() -> str:
    """The same digest is the same word on the same two claims."""
    return digest_of(JUDGING, comparing.sources())[:12]


def maker(rule: str) -> str:
    """Who makes a judgement: the rule, and the digest of all of them."""
    return f"{rule}/{rules_digest()}"
