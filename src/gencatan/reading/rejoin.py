"""Words that a small parser hangs too high or too low, where the classes of words show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from gencatan.language.pack import Phrases
    from gencatan.reading.mentions import Mentions

INSIDE: Final = frozenset({"nmod", "flat", "compound", "appos"})
BODIES: Final = ("@troops", "@armed_force", "@police_force", "@peacekeepers")


def rejoin(doc: Doc, mentions: Mentions, reporting: Phrases) -> None:
    """Hang whose a force is on the force, and who says a thing on the verb of saying; in place."""
    for token in doc:
        if token.i == 0 or token.pos_ != "PROPN":
            continue
        before = token.nbor(-1)
        if (
            token.dep_ in INSIDE
            and before.dep_ in ("nmod", "compound", "obj")
            and before.head.i == token.head.i < before.i
            and not any(c.dep_ in ("case", "cc", "punct") for c in token.children)
            and mentions.fits(before, BODIES)
        ):
            token.head = before  # "penarikan [tentara AS]", not "[penarikan tentara] AS"
        elif token.dep_ == "conj" and before.text == "," and token.i + 1 < len(doc):
            verb = token.nbor(1)
            listed = any(c.dep_ == "cc" for c in token.children) or any(c.dep_ in SUBJECTS for c in verb.children)
            if not listed and verb.lower_ in reporting and verb.pos_ == "VERB" and not token.is_ancestor(verb):
                token.head, token.dep_ = verb, "nsubj"  # "With more troops, Fil said …"
