"""Who did it, told by a phrase of several words ("died *at the hands of* a mob"), is hung where a passive has its doer.

The parser takes the phrase for a place, and whoever did it for a part of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.reading.tree.relations import lowered, preposition, read_as

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from spacy.tokens import Token

    from gencatan.language.pack import Phrases


def by_hands(
    tokens: Sequence[Token],
    phrases: Phrases,
    agents: Collection[str],
    is_act: Callable[[Token], bool] = lambda _: False,
) -> None:
    """Hang what stands behind one of the `phrases` on the word above it, as if behind one of `agents` ("by"; whichever
    comes first in the alphabet, as they all mean the same), or on the noun of an act (`is_act`) right before it."""
    if not phrases or not agents:
        return
    for first in tokens:
        if first.lower_ not in phrases.firsts:
            continue
        length = phrases.at(lowered(first.doc), first.i)
        if length:
            _raise(tokens[first.i : first.i + length], min(agents), is_act)


def _raise(words: Sequence[Token], agent: str, is_act: Callable[[Token], bool]) -> None:
    last = words[-1]  # the genitive marker, which stands with whoever did it
    doer, inside = last.head, {word.i for word in words}
    noun = doer.head
    if last.dep_ != "case" or doer.i in inside or noun.i not in inside or noun.head.i in inside:
        return
    above = noun.head
    act = words[0].doc[words[0].i - 1] if words[0].i else above
    if act.i != above.i and act.dep_ in ("obl", "nmod") and is_act(act) and above.is_ancestor(act):
        above, noun.dep_ = act, "nmod"  # "was freed after months of *torture* at the hands of the police"
    done_to = any(c.dep_ in ("nsubj:pass", "aux:pass") for c in above.children)
    for child in [c for c in noun.children if c.i not in inside and c.i != doer.i]:
        child.head = above
    doer.head, doer.dep_ = above, "obl:agent" if done_to else noun.dep_
    for word in words:
        word.head, word.dep_, word.pos_ = doer, "case", "ADP"
    if preposition(doer) != agent:
        read_as(doer, agent)
