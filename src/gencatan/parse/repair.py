"""Mends systematic errors of small parsers by the shape of the sentence, in any language.

Hyphens: "cease-fire" is one word.
Clauses: in "… lay down their arms and the army withdraws" the parser often takes "the army" for a second object and
hangs "withdraws" beside the first verb. A noun after "and" that stands right before a verb without subject, mark or
relative pronoun of its own is that verb's subject, and the clauses are coordinated.
Hedges: an adverb heads no noun ("at least 32 people", "sedikitnya 32 orang").
Counts: of two counted nouns around "and", the second belongs to the first ("four soldiers and two civilians").
Verbs: a sentence has one; a verb after a name is no part of the name ("Armenia denied having …"). A participle between
a subject and its object is the verb ("Germany halted arms exports", "The president has lifted curbs"), and a noun that
modifies a verb without subject is its subject.
Names: no clause with a subordinator describes a name ("told Aliyev that …").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LOOSE: Final = frozenset({"advcl", "xcomp", "ccomp", "parataxis", "acl"})
BOUND: Final = frozenset({"mark", "nsubj", "nsubj:pass", "csubj", "case", "cc", "expl"})
MODIFYING: Final = frozenset({"amod", "compound", "nmod", "advmod"})
NOMINAL_ROLES: Final = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "iobj"})
ROOTED: Final = frozenset({"cop", "nsubj", "nsubj:pass", "csubj", "expl"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
BETWEEN: Final = frozenset({"AUX", "ADV", "PART"})


def mend(doc: Doc) -> None:
    """Reattach what small parsers get wrong by habit; changes heads and relations in place."""
    _join(doc)
    _hedges(doc)
    _counts(doc)
    _names(doc)
    _clauses(doc)
    _hidden_verbs(doc)
    _participles(doc)
    _bare_subjects(doc)
    _verbless(doc)


def free_dates(doc: Doc, dates: frozenset[int]) -> None:
    """Hang on the verb what the parser hung on a date ("agreed on Wednesday to a truce"): a date governs nothing."""
    for i in dates:
        date = doc[i]
        verb = date.head
        while verb.i in dates and verb.head.i != verb.i:
            verb = verb.head
        if verb.i in dates or verb.pos_ not in ("VERB", "AUX"):
            continue
        for child in list(date.children):
            relation = child.dep_.split(":")[0]
            if child.i in dates or child.i < date.i or relation not in ("nmod", "acl", "advcl", "obl"):
                continue
            introduced = [c.dep_ for c in child.children if c.i < child.i and c.dep_ in ("case", "mark")]
            if introduced:
                child.head = verb
                child.dep_ = "obl" if introduced[-1] == "case" and child.pos_ != "VERB" else "advcl"


def _hidden_verbs(doc: Doc) -> None:
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


def _participles(doc: Doc) -> None:
    """A participle "modifies" the noun after it although that noun's subject, or "has", stands right before it."""
    for verb in doc:
        noun = verb.head
        if verb.pos_ != "VERB" or verb.dep_ != "amod" or noun.i <= verb.i or verb.i == 0:
            continue
        while noun.dep_ == "compound" and noun.head.i > noun.i:
            noun = noun.head
        if any(c.dep_ in ("cop", "det", "case", "nummod") and c.i < verb.i for c in noun.children):
            continue
        before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else None
        if before is None:
            continue
        if before.pos_ == "AUX" and noun.head.i == before.i and noun.dep_ == "obj":
            _take_over(verb, before)
            before.head, before.dep_ = verb, "aux"
            for child in [c for c in before.children if c.i != verb.i]:
                child.head = verb
            continue
        subject = _left_neighbour(noun, before)
        if subject is None:
            continue
        _take_over(verb, noun)
        subject.head, subject.dep_ = verb, "nsubj"
        noun.head, noun.dep_ = verb, "obj"
        for child in [c for c in noun.children if c.i < subject.left_edge.i or c.dep_ == "punct"]:
            child.head = verb


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


def _bare_subjects(doc: Doc) -> None:
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


def _verbless(doc: Doc) -> None:
    root = next((t for t in doc if t.head.i == t.i), None)
    if root is None or root.pos_ not in ("NOUN", "PROPN") or any(c.dep_ in ROOTED for c in root.children):
        return
    nouns = [root, *(c for c in root.children if c.dep_ == "conj")]
    for noun in nouns:
        for verb in noun.children:
            bare = verb.dep_ == "acl" and verb.pos_ == "VERB" and verb.i > noun.i
            if not bare or any(c.dep_ in BOUND and c.i < verb.i for c in verb.children):
                continue
            # "the sides agreed to …": something follows that a participle after a noun would not have
            if any(c.dep_ in ("obj", "xcomp", "ccomp", "advcl") and c.i > verb.i for c in verb.children):
                verb.head, verb.dep_ = verb, "ROOT"
                root.head, root.dep_ = verb, "nsubj"
                return


def _join(doc: Doc) -> None:
    """One token for a hyphenated word that the treebank splits in three ("cease-fire"), unless it modifies a noun."""
    spans, at = [], 0
    while at < len(doc):
        end = at
        while end + 2 < len(doc) and doc[end + 1].text == "-" and _glued(doc[end], doc[end + 1], doc[end + 2]):
            end += 2
        if end > at and doc[at : end + 1].root.dep_ not in MODIFYING:
            spans.append(doc[at : end + 1])
        at = end + 1
    if not spans:
        return
    with doc.retokenize() as tokens:
        for span in spans:
            tokens.merge(span, attrs={"LEMMA": span.text.lower(), "POS": span.root.pos_, "DEP": span.root.dep_})


def _glued(before: Token, hyphen: Token, after: Token) -> bool:
    spaced = before.whitespace_ or hyphen.whitespace_
    return not spaced and before.text[-1:].isalnum() and after.text[:1].isalnum()


def _hedges(doc: Doc) -> None:
    for adverb in doc:
        if adverb.pos_ != "ADV" or adverb.dep_ not in NOMINAL_ROLES:
            continue
        noun = next((c for c in adverb.children if c.i > adverb.i and c.pos_ in ("NOUN", "PROPN", "NUM")), None)
        if noun is None or noun.left_edge.i > adverb.i + 1:
            continue
        head, relation = adverb.head, adverb.dep_
        noun.head, noun.dep_ = head, relation
        adverb.head, adverb.dep_ = noun, "advmod"


def _counts(doc: Doc) -> None:
    for noun in doc:
        if noun.dep_ != "conj" or noun.pos_ != "NOUN" or not _counted(noun):
            continue
        conjunction = next((c for c in noun.children if c.dep_ == "cc" and c.i < noun.i), None)
        if conjunction is None or conjunction.i == 0:
            continue
        before = doc[conjunction.i - 1]
        for _ in range(6):
            if before.pos_ == "NOUN" and _counted(before):
                if before.i != noun.head.i and not noun.is_ancestor(before) and before.i > noun.head.i:
                    noun.head = before
                break
            if before.head.i == before.i or before.head.i > before.i:
                break
            before = before.head


def _counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def _names(doc: Doc) -> None:
    for verb in doc:
        name = verb.head
        if not verb.dep_.startswith("acl") or name.pos_ not in ("PROPN", "PRON") or name.i >= verb.i:
            continue
        marked = any(c.dep_ == "mark" and c.i < verb.i for c in verb.children)
        governor = name.head
        if marked and governor.i != name.i and governor.pos_ == "VERB" and governor.i < name.i:
            verb.head, verb.dep_ = governor, "ccomp"


def _clauses(doc: Doc) -> None:
    for verb in doc:
        if verb.pos_ != "VERB" or verb.dep_ not in LOOSE or verb.head.i >= verb.i:
            continue
        if any(child.dep_ in BOUND for child in verb.children if child.i < verb.i):
            continue
        noun = _noun_before(verb)
        if noun is None:
            continue
        conjunction = next((c for c in noun.children if c.dep_ == "cc" and c.i < noun.i), None)
        governor = verb.head
        if conjunction is None or governor.pos_ != "VERB" or not governor.is_ancestor(noun):
            continue
        noun.head, noun.dep_ = verb, "nsubj"
        conjunction.head = verb
        verb.dep_ = "conj"


def _noun_before(verb: Token) -> Token | None:
    """The coordinated noun whose words end right before the verb, auxiliaries and adverbs aside."""
    at = verb.i - 1
    while at > 0 and verb.doc[at].pos_ in BETWEEN and verb.is_ancestor(verb.doc[at]):
        at -= 1
    if at <= 0:
        return None
    token = verb.doc[at]
    for _ in range(8):
        if token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN", "PRON") and token.right_edge.i == at:
            return token
        if token.head.i == token.i or token.head.i >= verb.i or token.head.i > token.i:
            return None
        token = token.head
    return None
