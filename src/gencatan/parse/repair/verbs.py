"""A sentence has a verb: what was taken for part of a name or for a modifier, and is the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

INFINITE: Final = frozenset({"xcomp", "acl", "advcl", "ccomp", "conj", "ROOT", "csubj"})
BOUND: Final = frozenset({"mark", "nsubj", "nsubj:pass", "csubj", "case", "cc", "expl"})
MODIFYING: Final = frozenset({"amod", "compound", "nmod", "advmod"})
NEAR: Final = 5  # words between a verb and its object
ROOTED: Final = frozenset({"cop", "nsubj", "nsubj:pass", "csubj", "expl"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})


def hidden_verbs(doc: Doc) -> None:
    """A verb after a name is no part of the name ("Armenia denied having …")."""
    for verb in doc:
        noun = verb.head
        hidden = verb.pos_ == "VERB" and verb.dep_ in ("flat", "compound") and verb.i == noun.i + 1
        if not hidden or not noun.dep_.startswith("nsubj") or noun.head.i <= verb.i or noun.pos_ != "PROPN":
            continue
        governor = noun.head
        relation, head = governor.dep_, governor.head
        if head.i == governor.i:
            verb.head, verb.dep_ = verb, "ROOT"
        else:
            verb.head, verb.dep_ = head, relation
        governor.head, governor.dep_ = verb, "xcomp"
        noun.head = verb


def participles(doc: Doc) -> None:
    """A participle "modifies" the noun after it although that noun's subject, or "has", stands right before it.

    It is the verb: "Germany halted arms exports", "The president has lifted curbs", "they would be denied visas".
    """
    for verb in doc:
        noun = verb.head
        if verb.pos_ != "VERB" or verb.dep_ != "amod" or noun.i <= verb.i or verb.i == 0:
            continue
        while noun.dep_ == "compound" and noun.head.i > noun.i:
            noun = noun.head
        own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < verb.i), None)
        if own is not None and own.left_edge.i == noun.left_edge.i:
            _take_over(verb, noun)  # "Turkey hosted indirect talks": its subject hangs on it already
            noun.head, noun.dep_ = verb, "obj"
            _move([c for c in noun.children if c.dep_ == "punct"], verb)
            continue
        if any(c.dep_ in ("cop", "det", "case", "nummod") and c.i < verb.i for c in noun.children):
            continue
        before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else None
        if before is None:
            continue
        if before.pos_ == "AUX" and noun.head.i == before.i and noun.dep_ == "obj":
            _take_over(verb, before)
            before.head, before.dep_ = verb, "aux"
            _move([c for c in before.children if c.i != verb.i], verb)
            continue
        if before.pos_ == "AUX" and before.head.i == noun.i and before.dep_ in ("aux", "aux:pass"):
            _take_over(verb, noun)
            noun.head, noun.dep_ = verb, "obj"
            _move([c for c in noun.children if c.i < verb.i or c.dep_ == "punct"], verb)
            continue
        subject = _left_neighbour(noun, before)
        if subject is None:
            continue
        _take_over(verb, noun)
        subject.head, subject.dep_ = verb, "nsubj"
        noun.head, noun.dep_ = verb, "obj"
        _move([c for c in noun.children if c.i < subject.left_edge.i or c.dep_ == "punct"], verb)


def infinitives(doc: Doc) -> None:
    """What stands right after the particle of an infinitive is its verb, and takes what follows as its own.

    "agreed to halt attacks" (a modifier of the noun after it), "told them to hand in their arms" (a noun).
    Only treebanks that call that word a particle (`PART`) are touched.
    """
    for mark in doc:
        if mark.pos_ != "PART" or mark.dep_ not in ("case", "mark") or mark.i + 1 >= len(doc):
            continue
        verb = mark.nbor(1)
        noun = verb.head
        if (
            mark.head.i == noun.i
            and verb.dep_ in MODIFYING
            and noun.i > verb.i
            and verb.pos_ in ("VERB", "NOUN", "ADJ")
        ):
            if verb.left_edge.i < mark.i or any(c.dep_ == "det" and c.i < mark.i for c in noun.children):
                continue
            _take_over(verb, noun)
            noun.head, noun.dep_ = verb, "obj"
            _move([c for c in noun.children if c.i < verb.i or c.dep_ == "punct"], verb)
            if verb.dep_ != "ROOT":
                verb.dep_ = "xcomp" if verb.head.pos_ in ("VERB", "ADJ") else "acl"
        elif mark.head.i != verb.i or verb.pos_ not in ("NOUN", "ADJ") or verb.dep_ not in INFINITE:
            continue
        verb.pos_, mark.dep_, mark.head = "VERB", "mark", verb
        _take_following(verb)


def _take_following(verb: Token) -> None:
    """Hang on an infinitive what stands after it and was hung on the noun before it."""
    noun = verb.head
    if noun.i >= verb.i:
        return
    particle = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    for after in [c for c in noun.children if c.i > verb.i and c.dep_ in ("nmod", "obl")]:
        after.head, after.dep_ = verb, "obl"
    for after in [c for c in verb.children if c.dep_ in ("nmod", "obl")]:
        cases = [c for c in after.children if c.dep_ == "case"]
        owned = any(c.dep_ in ("nmod:poss", "det") for c in after.children)
        if particle is not None and owned and [c.i for c in cases] == [particle.i]:
            after.dep_ = "obj"  # "hand over their arms"
            particle.head, particle.dep_ = verb, "compound:prt"


def _left_neighbour(noun: Token, before: Token) -> Token | None:
    """The subject, or the bare noun taken for a modifier, of `noun` whose words end with `before`."""
    for child in noun.children:
        if child.right_edge.i != before.i or child.pos_ not in ("NOUN", "PROPN", "PRON"):
            continue
        if child.dep_ in ("nsubj", "compound"):
            return child
    return None


def _take_over(verb: Token, head: Token) -> None:
    """Put the verb where `head` stood."""
    if head.head.i == head.i:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = head.head, head.dep_


def _move(tokens: list[Token], head: Token) -> None:
    for token in tokens:
        token.head = head


def second_participles(doc: Doc) -> None:
    """Of two participles with an object each, the second describes no noun ("killing five people and hurting seven").

    The parser takes the second object for a second noun beside the first, and the participle for its modifier.
    """
    for verb in doc:
        noun = verb.head
        if verb.pos_ != "VERB" or verb.dep_ != "amod" or noun.dep_ != "conj" or not 0 < noun.i - verb.i <= NEAR:
            continue
        first = noun.head
        governor = first.head
        conjunction = next((c for c in noun.children if c.dep_ == "cc" and c.i == verb.i - 1), None)
        if conjunction is None or first.dep_ != "obj" or governor.i >= first.i or governor.pos_ != "VERB":
            continue
        if governor.text[-3:] != verb.text[-3:]:
            continue  # another form
        verb.head, verb.dep_ = governor, "conj"
        noun.head, noun.dep_ = verb, "obj"
        conjunction.head = verb


def bare_subjects(doc: Doc) -> None:
    """A verb has no modifying noun: what the parser hung so before a verb without subject is its subject."""
    for verb in doc:
        if verb.pos_ != "VERB" or any(c.dep_ in SUBJECTS for c in verb.children) or verb.dep_ in MODIFYING:
            continue
        if verb.dep_ not in ("ROOT", "ccomp", "parataxis"):
            continue
        nouns = [c for c in verb.children if c.i < verb.i and c.dep_ in ("compound", "nmod")]
        if len(nouns) == 1 and nouns[0].pos_ in ("PROPN", "NOUN") and not _introduced(nouns[0]):
            nouns[0].dep_ = "nsubj"


def _introduced(noun: Token) -> bool:
    return any(c.dep_ == "case" for c in noun.children)


def verbless(doc: Doc) -> None:
    """A noun with a full clause behind it and no verb above it is that clause's subject ("The sides agreed to …")."""
    root = next((t for t in doc if t.head.i == t.i), None)
    if root is None or root.pos_ not in ("NOUN", "PROPN") or any(c.dep_ in ROOTED for c in root.children):
        return
    nouns = [root, *(c for c in root.children if c.dep_ == "conj")]
    inner = root
    while behind := [c for c in inner.children if c.dep_ == "nmod" and c.i > inner.i]:
        inner = behind[-1]  # "Leaders of both factions agreed on a truce."
        nouns.append(inner)
    for noun in nouns:
        for verb in noun.children:
            bare = verb.dep_ == "acl" and verb.pos_ == "VERB" and verb.i > noun.i
            if not bare or any(c.dep_ in BOUND and c.i < verb.i for c in verb.children):
                continue
            # "the sides agreed to …": something follows that a participle after a noun would not have
            followed = noun.dep_ != "nmod" and any(
                c.dep_ in ("obj", "xcomp", "ccomp", "advcl") and c.i > verb.i for c in verb.children
            )
            if followed or _closed(doc, root, verb):
                verb.head, verb.dep_ = verb, "ROOT"
                root.head, root.dep_ = verb, "nsubj"
                return


def _closed(doc: Doc, root: Token, verb: Token) -> bool:
    """Whether a full stop ends the sentence and no other word could be its verb ("The latest round opened.")."""
    if doc[-1].text != "." or any(c.dep_ in ("case", "nummod") for c in root.children):
        return False  # "Three villages burned.", as in lists of news
    others = (t for t in doc if t.pos_ in ("VERB", "AUX") and t.i != verb.i and t.head.i != verb.i)
    return all(verb.is_ancestor(t) or t.dep_ == "amod" for t in others)


def finite(doc: Doc) -> None:
    """A finite verb describes no noun without a relative word: the noun is its subject ("A show … opened in Tehran").

    Only treebanks that mark finite forms (`VerbForm=Fin`) are touched.
    """
    for verb in doc:
        noun = verb.head
        if verb.dep_ != "acl" or verb.pos_ != "VERB" or noun.i > verb.i:
            continue
        if "Fin" not in verb.morph.get("VerbForm", []):
            continue
        if any(c.dep_ in BOUND and c.i < verb.i for c in verb.children):
            continue
        if any(c.dep_ in ROOTED or c.dep_ in ("case", "mark") for c in noun.children):
            continue
        beside = noun.dep_ == "conj" and noun.head.pos_ in ("VERB", "ADJ")
        if noun.head.i != noun.i and noun.dep_ != "parataxis" and not beside:
            continue
        _take_over(verb, noun)
        noun.head, noun.dep_ = verb, "nsubj"
        _move([c for c in noun.children if c.i > verb.i or c.dep_ == "cc"], verb)
