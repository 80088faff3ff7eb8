"""Who a report says a thing from: speakers of embedding clauses, tags after speech, "according to", running quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.language.pack import Pack
from gencatan.reading.discourse import Discourse, Mention
from gencatan.reading.mentions import DATES, Mentions
from gencatan.reading.syntax import SUBJECTS, Sentence, Syntax, marks, preposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token


class Attributions:
    """Finds the sources of a predicate, outermost first."""

    def __init__(self, pack: Pack, syntax: Syntax, mentions: Mentions) -> None:
        """Take the words from the pack's grammar."""
        self._pack = pack
        self._syntax = syntax
        self._mentions = mentions
        self._reporting = pack.words("verbs_reporting")
        self._phrases = pack.words("attribution_phrases")
        self._nouns = pack.words("attribution_nouns")

    def reports(self, token: Token) -> bool:
        """Whether the token is a verb of plain reporting."""
        return token.lower_ in self._reporting and token.pos_ not in ("PROPN", "ADP")

    def of(self, sentence: Sentence, token: Token, statements: dict[int, str]) -> list[Token]:
        """The speakers in the sentence that embed `token`, outermost first; `statements`: tokens of statement words."""
        found: list[Token] = []
        chain = [token, *self._syntax.ancestors(token)]
        path = {t.i for t in chain}
        for n, node in enumerate(chain):
            for child in node.children:
                speaker = self._beside(node, child, path)
                if speaker is not None and speaker.i not in path:
                    found.append(speaker)
            if n and (self.reports(node) or node.i in statements) and self._is_content(chain[n - 1], node):
                speaker = self.speaker(node)
                if speaker is not None and speaker.i not in path:
                    found.append(speaker)
        unique: dict[int, Token] = {}
        for speaker in reversed(found):
            unique.setdefault(speaker.i, speaker)
        return list(unique.values())

    def _is_content(self, child: Token, verb: Token) -> bool:
        dep = child.dep_.split(":")[0]
        if dep in ("ccomp", "xcomp", "parataxis"):
            return True
        if dep == "obj":
            return True
        return (
            dep in ("advcl", "conj")
            and child.i > verb.i
            and any(c.dep_ == "mark" and c.lower_ in self._pack.words("subordinators") for c in child.children)
        )

    def _beside(self, node: Token, child: Token, path: set[int]) -> Token | None:
        """A speaker named beside a clause: ", X said", "according to X", "menurut X"."""
        if child.i in path:
            return None
        base = child.dep_.split(":")[0]
        if base in ("parataxis", "ccomp", "advcl", "dep", "conj") and self.reports(child):
            tag = base in ("parataxis", "dep") or (child.i > node.i and not self._has_content(child))
            if tag and not (base == "advcl" and marks(child) and marks(child) not in self._phrases):
                return self.speaker(child)
        prep = preposition(child)
        if prep and prep.replace("_", " ") in self._phrases and base in ("obl", "nmod", "advmod", "dep", "parataxis"):
            return child
        if child.lower_ in self._phrases and base in (
            "advcl",
            "advmod",
            "obl",
            "parataxis",
            "case",
            "mark",
            "dep",
        ):
            inner = [c for c in child.children if c.dep_.split(":")[0] in ("obj", "obl", "nmod", "nsubj", "flat")]
            return inner[0] if inner else None
        return None

    def _has_content(self, verb: Token) -> bool:
        return any(c.dep_.split(":")[0] in ("ccomp", "xcomp", "obj") for c in verb.children)

    def speaker(self, verb: Token) -> Token | None:
        """The subject of a verb of saying, or who stands behind a document that is its subject."""
        node = verb
        for _ in range(4):
            own = [c for c in node.children if c.dep_ in SUBJECTS]
            if self._syntax.passive(node):
                own = [c for c in node.children if c.dep_ == "obl:agent"]
            if own and self._syntax.is_relative(own[0]):
                antecedent = self._syntax.antecedent(node)
                own = [antecedent] if antecedent is not None else []
            if own:
                speaker = own[0]
                usable = self._mentions.can_act(speaker) or speaker.lower_ in self._nouns
                return self.owner(speaker) if usable and speaker.i not in speaker.doc.user_data.get(DATES, ()) else None
            if node.dep_ not in ("conj", "xcomp", "advcl") or node.head.i == node.i:
                return None
            node = node.head
        return None

    def owner(self, speaker: Token) -> Token:
        """Who stands behind a document that speaks ("a statement from X's office"), else the speaker itself."""
        if speaker.lower_ not in self._nouns:
            return speaker
        inner = [
            c
            for c in speaker.children
            if c.dep_.split(":")[0] in ("nmod", "obl", "compound") and self._mentions.can_act(c)
        ]
        owned = [c for c in inner if preposition(c)] or inner
        return owned[0] if owned else speaker

    def running_on(
        self, sentence: Sentence, token: Token, sentences: Sequence[Sentence], discourse: Discourse
    ) -> Mention | None:
        """The speaker of a quote or first-person speech that began before this sentence; None if there is none."""
        at = sentence.from_(token)
        in_quote = any(start <= at < end for start, end in sentence.quoted)
        assert sentence.doc is not None
        first_person = any(self._pack.pronouns.get(t.lower_, "").startswith("speaker") for t in sentence.doc)
        if not in_quote and not first_person:
            return None
        return discourse.previous_speaker(sentence, sentences)
