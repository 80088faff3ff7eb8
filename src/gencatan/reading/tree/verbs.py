"""What a verb is by itself, whoever its subject may be: active or passive, light, naming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.language.pack import Pack
from gencatan.parse.morph import has
from gencatan.reading.tree.relations import OPENING, RELATIVE, SUBJECTS, date_tokens, marks, once_of, starts

if TYPE_CHECKING:
    from spacy.tokens import Token


class Verbs:
    """Verbs over trees, with the few words of a language that they need."""

    def __init__(self, pack: Pack) -> None:
        """Take the words from the pack's grammar."""
        self._relatives = pack.words("relative_pronouns")
        self._naming = pack.words("verbs_naming")
        self._dispersing = pack.words("verbs_dispersing")
        self._light = [pack.words(k) for k in ("verbs_light", "verbs_transparent", "verbs_planned", "verbs_denied")]
        self._reporting = pack.words("verbs_reporting")
        self._voices = pack.index.voices
        self._affecting = pack.words("verbs_affecting")
        self._joined = pack.words("verbs_affecting_joined")

    def passive(self, token: Token, voice: str = "") -> bool:
        """Whether a verb is passive; `voice` is what its form alone tells."""
        voice = voice or self._voices.get(token.lower_, "")
        return voice == "pass" if voice else self._passive(token)

    @once_of
    def _passive(self, token: Token) -> bool:
        if any(c.dep_ in ("nsubj:pass", "aux:pass", "csubj:pass") for c in token.children):
            return True
        done = token.dep_ == "xcomp" and has(token, "Tense", "Past") and not marks(token)
        if done and token.head.dep_ == "acl" and has(token.head, "Tense", "Past"):
            return all(c.dep_ != "obj" for c in token.children)  # "two men feared kidnapped by rebels"
        if any(c.dep_ == "obl:agent" for c in token.children):
            return not self.outcome(token)
        if _been(token):
            return True
        if done and any(c.dep_ == "obj" and c.i < token.i for c in token.head.children):
            return all(c.dep_ != "obj" for c in token.children)  # "had him killed": what somebody has done to another
        if done and token.head.lower_ in self._reporting and self.passive(token.head):
            return True  # "three men were reported kidnapped"
        if self._suffered(token):
            return True
        if any(c.dep_ in SUBJECTS or c.dep_ == "obj" for c in token.children):
            # the tagger confuses past tense and participle; a subject without a passive auxiliary acts
            return False
        # right behind a noun that it describes, a past form with neither subject nor object can be nothing else
        behind = token.dep_ == "acl" and token.head.i < token.i and not marks(token)
        past = has(token, "Tense", "Past") and (behind or has(token, "VerbForm", "Part"))
        participle = has(token, "Voice", "Pass") or past
        if token.dep_ == "conj" and token.head.i != token.i:
            return (self.passive(token.head) and (participle or self._undergone_too(token))) or _held_to_be(token)
        bare = token.dep_ == "parataxis" and token.lower_ not in self._reporting and not marks(token)
        return participle and (bare or token.dep_ in ("acl", "advcl", "acl:relcl"))

    def _suffered(self, token: Token) -> bool:
        """Whether a past form of a verb that needs an object has none ("two men abducted in May are safe").

        Whatever the parser made of it, it is a participle, and its subject is the one it was done to.
        """
        if token.lower_ not in self._affecting or not has(token, "Tense", "Past"):
            return False
        own = [c for c in token.children if c.dep_ in SUBJECTS]
        if not own or any(c.i > token.i or self.is_relative(c) for c in own):
            return False
        told = ("obj", "iobj", "ccomp", "xcomp")
        if any(c.dep_ in told or c.pos_ == "NUM" or (c.dep_ == "conj" and c.pos_ == "VERB") for c in token.children):
            return False
        follows = token.nbor(1) if token.i + 1 < len(token.doc) else token
        dates = date_tokens(token.doc)
        if follows.pos_ in OPENING and follows.i not in dates:
            return False  # an object that the parser lost
        return token.dep_ not in RELATIVE and token.dep_ not in ("ccomp", "advcl:relcl")

    def _undergone_too(self, token: Token) -> bool:
        """Whether a past form joined to a passive one tells what else was done to its subject ("were taken from their
        cells and *shot*"): a verb that needs an object, and has none."""
        needs = token.lower_ in self._affecting or token.lower_ in self._joined
        return needs and has(token, "Tense", "Past") and not marks(token)

    def outcome(self, verb: Token) -> bool:
        """Whether a verb tells how another ends whose agent hangs on it ("shot until dead by the guards")."""
        return verb.dep_ in ("advcl", "xcomp", "ccomp") and 0 < verb.i - verb.head.i <= 2 and self.passive(verb.head)

    def own_deed(self, verb: Token, told: Token) -> bool:
        """Whether who tells did it: an active form without subject or mark right behind an active verb of telling."""
        voices = self._voices
        if voices.get(verb.lower_) != "act" or self.passive(told) or marks(verb) or told.i > verb.i:
            return False
        between = verb.doc[told.i + 1 : verb.i]
        return all(t.pos_ in ("AUX", "ADV", "PART") for t in between) and not any(
            c.dep_ == "obj" for c in told.children
        )

    def names(self, verb: Token) -> bool:
        """Whether a verb only says what its object is ("called the attack a crime", "menyebutnya kebohongan")."""
        if not starts(verb, self._naming):
            return False
        after = [c for c in verb.children if c.i > verb.i]
        things = [c for c in after if c.dep_ in ("obj", "iobj")]
        told = any(c.dep_ in ("xcomp", "ccomp", "advcl") and c.pos_ in ("NOUN", "PROPN", "ADJ") for c in after)
        return len(things) > 1 or (bool(things) and told)

    def light(self, verb: Token) -> bool:
        """Whether the verb's subject does what its object noun tells ("carry out", "continue", "plan" an attack)."""
        return any(starts(verb, words) for words in self._light) and not starts(verb, self._dispersing)  # "break up"

    def is_relative(self, token: Token) -> bool:
        """Whether the token is a relative pronoun."""
        return (
            bool(self._relatives)
            and token.lower_ in self._relatives
            and (token.pos_ in ("PRON", "SCONJ", "DET") or has(token, "PronType", "Rel"))
        )


def _held_to_be(verb: Token) -> bool:
    """Whether a past form goes on with what somebody is, and tells what he is held to be ("is missing and *feared*
    dead")."""
    first = verb.head
    is_so = first.pos_ == "ADJ" and any(c.dep_ in ("cop", "aux") and c.i < first.i for c in first.children)
    follows = any(c.dep_ == "xcomp" and c.pos_ == "ADJ" and c.i == verb.i + 1 for c in verb.children)
    return is_so and follows and has(verb, "Tense", "Past")


def _been(verb: Token) -> bool:
    """Whether a past participle stands behind another that is its auxiliary ("said to have been killed")."""
    if not has(verb, "VerbForm", "Part") or not has(verb, "Tense", "Past"):
        return False
    return any(
        c.dep_ == "aux" and c.i < verb.i and has(c, "VerbForm", "Part") and has(c, "Tense", "Past")
        for c in verb.children
    )
