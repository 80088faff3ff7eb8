"""Words for kinds of places around a name: "Idlib province", "kota Yevlakh", "Kabupaten Aceh Utara"."""

from __future__ import annotations

from collections.abc import Mapping


def strip_unit_words(name_key: str, words: Mapping[str, Mapping[str, str]]) -> tuple[str, str | None]:
    """A key without the unit words before and behind it, and the hint that the outermost gives.

    `words` has tables `before` and `after` of normalised words. Something always remains.
    """
    hint: str | None = None
    before, after = words["before"], words["after"]
    for _ in range(3):
        tokens = name_key.split(" ")
        shorter = None
        for length in range(min(3, len(tokens) - 1), 0, -1):
            head, tail = " ".join(tokens[:length]), " ".join(tokens[-length:])
            if head in before:
                shorter, found = " ".join(tokens[length:]), before[head]
                break
            if tail in after:
                shorter, found = " ".join(tokens[:-length]), after[tail]
                break
        if shorter is None:
            break
        name_key, hint = shorter, hint or found
    return name_key, hint
