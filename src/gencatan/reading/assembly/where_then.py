"""What was where an act is, at another time: "sent troops to Poso, *where three girls were killed last year*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.reading.tree.relations import has_subject, is_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Phrases


def told_where(act: Token, at: int, relatives: Phrases, times: Phrases) -> bool:
    """Whether a word behind an act stands in a clause that tells what was there, with a subject and verb of its own.

    Known by the order of words: parsers hang such a clause on the act as often as on the place. `times` are the words
    that open what was at the same time ("when").
    """
    for word in reversed(act.doc[act.i + 1 : at]):
        if word.is_punct:
            return False
        if word.dep_ == "advmod" and word.lower_ in relatives and word.pos_ in ("ADV", "SCONJ"):
            verb = word.head
            if word.lower_ in times:
                return False
            return word.i < verb.i <= at and is_clause(verb) and has_subject(verb)
    return False
