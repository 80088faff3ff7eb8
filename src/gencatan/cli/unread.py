"""What was left out unread, said: no claims may mean that nothing was told, or that nothing was looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.cli.console import say

if TYPE_CHECKING:
    from gencatan.model import Claim, Document
    from gencatan.reading.reader import Reader

SHOWN: Final = 10
_LONG_LINE: Final = re.compile(r"[^\n]{2000}")
_LARGE: Final = 10_000  # characters; what is shorter has few enough sentences to be parsed whole


class Unread:
    """Reports of which sentences were left out: the first are named with the reason, all are counted."""

    def __init__(self, reader: Reader) -> None:
        """`reader` is who read them, or one like it."""
        self._reader = reader
        self._count = 0

    def note(self, document: Document, claims: Sequence[Claim] | int) -> None:
        """Look at one report; what has claims is looked at only for sentences too long, or too many, to be read."""
        if claims and len(document.text) < _LARGE and not _LONG_LINE.search(document.text):
            return
        left = self._reader.left_out(document)
        reasons = []
        if left.too_long:
            reasons.append(f"{_sentences(left.too_long)} of more than 2,000 characters without an end not read")
        if left.too_many:
            reasons.append(f"{_sentences(left.too_many)} not read behind those that are read of one report at most")
        if left.elsewhere and not claims:
            reasons.append(
                f"{_sentences(left.elsewhere)} left out, as of sport, business or everyday life by their words"
            )
        if reasons:
            self._count += 1
            if self._count <= SHOWN:
                say(f"{_name(document)}: {'; '.join(reasons)} (`gencatan why-not` tells more)")

    def sum_up(self) -> None:
        """Say how many reports there were, where not all were named."""
        if self._count > SHOWN:
            say(f"{self._count:,} reports with sentences left out in all")


def _sentences(number: int) -> str:
    return "1 sentence" if number == 1 else f"{number:,} sentences"


def _name(document: Document) -> str:
    return f"{document.source_uri} [{document.id[:40]}]" if document.source_uri else document.id
