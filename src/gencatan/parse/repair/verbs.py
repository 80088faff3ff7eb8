"""A sentence has a verb: what was taken for part of a name or for a modifier, and is the verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import values

if TYPE_CHECKING:
    from spacy.tokens import Token

INFINITE: Final = frozenset({"xcomp", "acl", "advcl", "ccomp", "conj", "ROOT", "csubj"})
BOUND: Final = frozenset({"mark", "nsubj", "nsubj:pass", "csubj", "case", "cc", "expl"})
OWNED: Final = frozenset({"acl", "appos", "dep", "nmod", "compound", "parataxis"})
MODIFYING: Final = frozenset({"amod", "compound", "nmod", "advmod"})
NEAR: Final = 5  # words between a verb and its object
ROOTED: Final = frozenset({"cop", "nsubj", "nsubj:pass", "csubj", "expl"})
AROUND: Final = frozenset({"nsubj", "nsubj:pass", "obl", "obl:agent", "advmod", "punct"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})


def hidden_verbs(doc: Sequence[Token]) -> None:
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


def participles(doc: Sequence[Token]) -> None:
    """A participle "modifies" the noun after it although that noun's subject, or "has", stands right before it.

    It is the verb: "Germany halted arms exports", "The president has lifted curbs", "they would be denied visas".
    """
    for verb in doc:
        noun = verb.head
        if verb.pos_ != "VERB" or verb.dep_ not in ("amod", "compound") or noun.i <= verb.i or verb.i == 0:
            continue
        while noun.dep_ == "compound" and noun.head.i > noun.i:
            noun = noun.head
        own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < verb.i), None)
        if own is not None and own.left_edge.i == noun.left_edge.i:
            take_over(verb, noun)  # "Turkey hosted indirect talks": its subject hangs on it already
            noun.head, noun.dep_ = verb, "obj"
            move([c for c in noun.children if c.dep_ == "punct"], verb)
            continue
        before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else None
        if before is None:
            continue
        bound = [c.dep_ for c in noun.children if c.dep_ in ("cop", "det", "case", "nummod") and c.i < verb.i]
        # "The junta dissolved parliament": the article is that of the noun before the only verb
        owned = set(bound) <= {"det", "nummod"} and noun.dep_ in ("ROOT", "ccomp")
        if bound and not (owned and _left_neighbour(noun, before)):
            continue
        if before.pos_ == "AUX" and noun.head.i == before.i and noun.dep_ == "obj":
            take_over(verb, before)
            before.head, before.dep_ = verb, "aux"
            move([c for c in before.children if c.i != verb.i], verb)
            continue
        if before.pos_ == "AUX" and before.head.i == noun.i and before.dep_ in ("aux", "aux:pass"):
            take_over(verb, noun)
            noun.head, noun.dep_ = verb, "obj"
            move([c for c in noun.children if c.i < verb.i or c.dep_ == "punct"], verb)
            continue
        subject = _left_neighbour(noun, before)
        if subject is None:
            continue
        take_over(verb, noun)
        modifiers = [c for c in noun.children if c.dep_ in ("det", "nummod", "amod") and c.i < subject.i]
        subject.head, subject.dep_ = verb, "nsubj"
        noun.head, noun.dep_ = verb, "obj"
        move(modifiers, subject)
        move([c for c in noun.children if c.i < subject.left_edge.i or c.dep_ == "punct"], verb)


def infinitives(doc: Sequence[Token]) -> None:
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
            take_over(verb, noun)
            noun.head, noun.dep_ = verb, "obj"
            move([c for c in noun.children if c.i < verb.i or c.dep_ == "punct"], verb)
            if verb.dep_ != "ROOT":
                verb.dep_ = "xcomp" if verb.head.pos_ in ("VERB", "ADJ") else "acl"
        elif mark.head.i != verb.i or verb.pos_ not in ("NOUN", "ADJ") or verb.dep_ not in INFINITE:
            continue
        elif any(c.dep_ == "nmod" for c in verb.children) or (verb.dep_ == "acl" and not _several(noun)):
            continue  # "a claim to sovereignty of the island", but "the rebels to hand over …"
        verb.pos_, mark.dep_, mark.head = "VERB", "mark", verb
        _take_following(verb)


def _several(noun: Token) -> bool:
    return "Plur" in values(noun, "Number")


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


def take_over(verb: Token, head: Token) -> None:
    """Put the verb where `head` stood."""
    if head.head.i == head.i:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = head.head, head.dep_


def move(tokens: list[Token], head: Token) -> None:
    """Hang the words on `head`, as they hung before."""
    for token in tokens:
        token.head = head


def subjects_of_modifiers(doc: Sequence[Token]) -> None:
    """A verb with a subject of its own modifies no noun after it, which is its object ("Ardania freed hostages")."""
    for verb in doc:
        noun = verb.head
        if verb.pos_ != "VERB" or verb.dep_ != "amod" or noun.i <= verb.i or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")), None) or _bare(verb, verb.i)
        if subject is None or subject.i > verb.i or subject.pos_ not in ("NOUN", "PROPN", "PRON"):
            continue
        if any(c.i < verb.left_edge.i or c.dep_ in ("case", "cop") for c in noun.children if c.dep_ != "punct"):
            continue
        subject.dep_ = "nsubj"
        take_over(verb, noun)
        noun.head, noun.dep_ = verb, "obj"
        move([c for c in noun.children if c.dep_ == "punct" or c.dep_ == "parataxis"], verb)


def owners(doc: Sequence[Token]) -> None:
    """The plural before an apostrophe owns what follows it ("the rebels' shelling of the town killed …")."""
    for mark in doc:
        if mark.text not in ("'", "’") or mark.i == 0 or not mark.whitespace_ or mark.i + 1 >= len(doc):
            continue
        owner = doc[mark.i - 1]
        if owner.whitespace_ or owner.text[-1:] != "s" or owner.pos_ not in ("NOUN", "PROPN"):
            continue
        if owner.dep_ == "nmod:poss":
            continue
        owned = next((c for c in owner.children if mark.i < c.i <= mark.i + NEAR and c.dep_ in OWNED), None)
        if owned is None and (beside := _owned_beside(owner, mark)) is not None:
            beside.head, beside.dep_ = owner.head, owner.dep_
            owner.head, owner.dep_ = beside, "nmod:poss"
            mark.head, mark.dep_ = owner, "case"
            move([c for c in owner.children if c.dep_ in ("case", "mark", "cc") and c.i < owner.i], beside)
            continue
        if owned is None or any(c.dep_ in BOUND for c in owned.children if c.i < owned.i):
            continue
        take_over(owned, owner)
        move([c for c in owner.children if c.dep_ in ("case", "mark", "cc") or c.i > owned.i], owned)
        owner.head, owner.dep_ = owned, "nmod:poss"
        mark.head, mark.dep_ = owner, "case"
        if owned.pos_ == "VERB":
            owned.pos_ = "NOUN"


def _owned_beside(owner: Token, mark: Token) -> Token | None:
    """The noun right behind the apostrophe that was hung beside its owner ("seized the rebels' last airstrip")."""
    if owner.head.i == owner.i or owner.dep_ not in ("obj", "obl", "nsubj", "nsubj:pass", "nmod"):
        return None
    for noun in owner.head.children:
        if noun.i <= mark.i or noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ not in ("obl", "obj", "nmod", "nsubj"):
            continue
        bare = all(c.dep_ not in BOUND and c.dep_ != "det" for c in noun.children if c.i < noun.i)
        return noun if bare and noun.left_edge.i == mark.i + 1 else None
    return None


def described_speakers(doc: Sequence[Token]) -> None:
    """Of two verbs in a row the first is a participle of the noun before ("residents reached by telephone said").

    The parser gives that noun to the first as its subject and leaves the second with none.
    """
    for verb in doc:
        if verb.pos_ != "VERB" or any(c.dep_ in SUBJECTS or c.dep_ in ("mark", "aux", "cop") for c in verb.children):
            continue
        if verb.i < 3 or "Ger" in values(verb, "VerbForm"):
            continue
        before = doc[verb.i - 1]
        participle = next((t for t in (before, *before.ancestors) if t.pos_ == "VERB"), None)
        if participle is None or participle.i >= verb.i - 1 or participle.right_edge.i != verb.i - 1:
            continue
        if "Past" not in values(participle, "Tense") or not verb.is_ancestor(participle):
            continue
        own = [c for c in participle.children if c.dep_ in ("nsubj", "nsubj:pass")]
        bare = all(c.dep_ in AROUND for c in participle.children)
        if len(own) != 1 or not bare or own[0].right_edge.i != participle.i - 1:
            continue
        if any(t.is_punct or t.dep_ == "cc" for t in doc[own[0].left_edge.i : verb.i]):
            continue
        if not any(c.dep_ in ("obl", "obl:agent") for c in participle.children if c.i > participle.i):
            continue
        own[0].head, own[0].dep_ = verb, "nsubj"
        participle.head, participle.dep_ = own[0], "acl"


def described_subjects(doc: Sequence[Token]) -> None:
    """A present participle without an auxiliary is no clause's verb where a finite verb without a subject follows.

    "Soldiers manning a roadblock opened fire": the parser gives the first a subject and hangs the second beside it.
    """
    for first in doc:
        if first.pos_ != "VERB" or not _is_participle(first) or first.dep_ in ("acl", "amod"):
            continue
        if any(c.dep_ in ("aux", "aux:pass", "cop", "mark", "cc") for c in first.children if c.i < first.i):
            continue
        subject = next((c for c in first.children if c.dep_ == "nsubj" and c.right_edge.i == first.i - 1), None)
        if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
            continue
        if first.dep_ == "csubj" and _lacks_subject(first.head, first):
            verb = first.head
            first.head, first.dep_ = subject, "acl"
            subject.head, subject.dep_ = verb, "nsubj"
            continue
        for verb in first.children:
            finite = verb.pos_ == "VERB" and verb.i > first.i and "Fin" in values(verb, "VerbForm")
            if not finite or verb.dep_ not in ("conj", "parataxis", "ccomp", "advcl", "xcomp", "dep"):
                continue
            if any(c.dep_ in (*SUBJECTS, "cc", "mark", "aux") and c.i < verb.i for c in verb.children):
                continue
            if any(t.is_punct for t in doc[first.i : verb.i]):
                continue
            take_over(verb, first)
            later = [c for c in first.children if c.i > verb.i or c.i < subject.left_edge.i]
            first.head, first.dep_ = subject, "acl"
            subject.head, subject.dep_ = verb, "nsubj"
            move(later, verb)
            break


def _lacks_subject(verb: Token, first: Token) -> bool:
    """Whether a verb has no subject but the clause that a participle was taken for, which it follows at once."""
    if verb.pos_ != "VERB" or verb.i < first.i or any(c.dep_ in ("nsubj", "nsubj:pass", "cop") for c in verb.children):
        return False
    plural = "Plur" in values(verb.doc[first.i - 1], "Number")
    return plural and not any(t.is_punct for t in verb.doc[first.i : verb.i])


def _is_participle(verb: Token) -> bool:
    forms = values(verb, "VerbForm")
    return "Ger" in forms or ("Part" in forms and "Pres" in values(verb, "Tense"))


def auxiliaries(doc: Sequence[Token]) -> None:
    """What stands between "has" and a participle before a noun is the verb ("has provided fortified biscuits")."""
    for verb in doc:
        if verb.dep_ != "advmod" or verb.pos_ != "VERB":
            continue
        second = verb.head
        if second.i != verb.i + 1 or second.pos_ != "VERB":
            continue
        if verb.i == 0:
            continue
        auxiliary = doc[verb.i - 1]
        noun = next((c for c in second.children if c.dep_ == "obj" and c.i > second.i), None)
        if auxiliary.pos_ != "AUX" or auxiliary.head.i != second.i or noun is None or noun.left_edge.i < second.i:
            continue
        take_over(verb, second)
        move([c for c in second.children if c.i != noun.i and c.i != verb.i], verb)
        noun.head, noun.dep_ = verb, "obj"
        second.head, second.dep_ = noun, "amod"


def second_participles(doc: Sequence[Token]) -> None:
    """Of two participles with an object each, the second describes no noun ("killing five people and hurting seven").

    The parser takes the second object for a second noun beside the first, and the participle for its modifier.
    """
    for verb in doc:
        if verb.dep_ != "amod" or verb.pos_ != "VERB":
            continue
        noun = verb.head
        if noun.dep_ != "conj" or not 0 < noun.i - verb.i <= NEAR:
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


def bare_subjects(doc: Sequence[Token]) -> None:
    """A verb has no modifying noun: what the parser hung so before a verb without subject is its subject."""
    for verb in doc:
        if verb.dep_ not in ("ROOT", "ccomp", "parataxis") or verb.pos_ != "VERB":
            continue
        if any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        before = [c for c in verb.children if c.i < verb.i]
        nouns = [c for c in before if c.dep_ in ("compound", "nmod") or (c.dep_ == "advmod" and c.pos_ == "PROPN")]
        if len(nouns) == 1 and nouns[0].pos_ in ("PROPN", "NOUN") and not _introduced(nouns[0]):
            nouns[0].dep_ = "nsubj"


def bare_obliques(doc: Sequence[Token]) -> None:
    """A bare noun right before a verb without a subject is the subject ("when a shell struck a bus")."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.dep_ not in ("advcl", "ccomp", "ROOT"):
            continue
        if any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        auxiliary = next((c.i for c in verb.children if c.dep_ in ("aux", "aux:pass")), verb.i)
        passive = any(c.dep_ == "aux:pass" for c in verb.children)
        noun = _bare(verb, min(auxiliary, verb.i), number=passive)
        if noun is not None and (passive or any(c.dep_ == "obj" and c.i > verb.i for c in verb.children)):
            noun.dep_ = "nsubj:pass" if passive else "nsubj"


def _bare(verb: Token, end: int, *, number: bool = False) -> Token | None:
    """The noun with an article, or the number, that stands bare right before the verb's first word."""
    for noun in verb.children:
        if noun.dep_ != "obl" or noun.right_edge.i != end - 1 or _introduced(noun):
            continue
        if (noun.pos_ == "NOUN" and any(c.dep_ == "det" for c in noun.children)) or (number and noun.pos_ == "NUM"):
            return noun
    return None


def _introduced(noun: Token) -> bool:
    return any(c.dep_ == "case" for c in noun.children)


def titles(doc: Sequence[Token]) -> None:
    """A participle before a title is no verb of its own ("X and Thai acting Prime Minister Y met")."""
    root = next((t for t in doc if t.head.i == t.i), None)
    if root is None or root.pos_ != "VERB" or "Ger" not in values(root, "VerbForm"):
        return
    if any(c.dep_ in ("aux", "cop", "obj") for c in root.children) or root.i + 1 >= len(doc):
        return
    verb = next((c for c in root.children if c.dep_ in ("ccomp", "parataxis") and c.i > root.i), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")), None) if verb is not None else None
    if verb is None or subject is None or subject.pos_ != "PROPN" or subject.left_edge.i != root.i + 1:
        return
    first = next((c for c in root.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < root.i), None)
    verb.head, verb.dep_ = verb, "ROOT"
    rest = [c for c in root.children if c.i != verb.i]
    root.head, root.dep_, root.pos_ = subject, "amod", "ADJ"
    for child in rest:
        if first is None or child.i != first.i:
            child.head = verb
    if first is None:
        return
    first.head = verb
    joined = next((c for c in first.children if c.dep_ == "conj" and c.i > first.i and c.pos_ == "ADJ"), None)
    if joined is not None:  # "X and Thai | acting Prime Minister Y"
        first.dep_, subject.head, subject.dep_ = subject.dep_, first, "conj"
        for child in list(joined.children):
            child.head = subject
        joined.head, joined.dep_ = subject, "amod"


def verbless(doc: Sequence[Token]) -> None:
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
            _bare_object(verb)
            followed = noun.dep_ != "nmod" and any(
                c.dep_ in ("obj", "xcomp", "ccomp", "advcl") and c.i > verb.i for c in verb.children
            )
            if followed or _closed(doc, root, verb):
                verb.head, verb.dep_ = verb, "ROOT"
                root.head, root.dep_ = verb, "nsubj"
                move([c for c in root.children if c.dep_ == "punct" and c.i > verb.i], verb)
                return


def _closed(doc: Sequence[Token], root: Token, verb: Token) -> bool:
    """Whether a full stop ends the sentence and no other word could be its verb ("The latest round opened.")."""
    if doc[-1].text != "." or any(c.dep_ in ("case", "nummod") for c in root.children):
        return False  # "Three villages burned.", as in lists of news
    others = (t for t in doc if t.pos_ in ("VERB", "AUX") and t.i != verb.i and t.head.i != verb.i)
    return all(verb.is_ancestor(t) or t.dep_ == "amod" for t in others)


def _bare_object(verb: Token) -> None:
    """A noun with an article and no preposition after a verb that has no object is its object ("stabbed a priest")."""
    if any(c.dep_ == "obj" for c in verb.children):
        return
    for noun in verb.children:
        bare = noun.dep_ == "obl" and noun.left_edge.i == verb.i + 1 and not _introduced(noun)
        if bare and noun.pos_ == "NOUN" and any(c.dep_ == "det" for c in noun.children):
            noun.dep_ = "obj"
            return


def finite(doc: Sequence[Token]) -> None:
    """A finite verb describes no noun without a relative word: the noun is its subject ("A show … opened in Tehran").

    Only treebanks that mark finite forms (`VerbForm=Fin`) are touched.
    """
    for verb in doc:
        noun = verb.head
        if verb.dep_ != "acl" or verb.pos_ != "VERB" or noun.i > verb.i:
            continue
        if "Fin" not in values(verb, "VerbForm"):
            continue
        if any(c.dep_ in BOUND and c.i < verb.i for c in verb.children):
            continue
        if any(c.dep_ in ROOTED or c.dep_ in ("case", "mark") for c in noun.children):
            continue
        beside = noun.dep_ == "conj" and noun.head.pos_ in ("VERB", "ADJ")
        if noun.head.i != noun.i and noun.dep_ != "parataxis" and not beside:
            continue
        take_over(verb, noun)
        noun.head, noun.dep_ = verb, "nsubj"
        move([c for c in noun.children if c.i > verb.i or c.dep_ == "cc"], verb)
