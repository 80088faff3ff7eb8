"""What is hung on which clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

LOOSE: Final = frozenset({"advcl", "xcomp", "ccomp", "parataxis", "acl"})
BOUND: Final = frozenset({"mark", "nsubj", "nsubj:pass", "csubj", "case", "cc", "expl"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
MARKED: Final = frozenset({"xcomp", "ccomp", "advcl"})
REACH: Final = 2
BETWEEN: Final = frozenset({"AUX", "ADV", "PART"})


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


def inside(doc: Doc, verbs: frozenset[int], saying: frozenset[int]) -> None:
    """Hang on what a verb of `verbs` accuses somebody of what goes on with it: how it was done, and what else was.

    "Menuduh X melanggar gencatan senjata dengan melepaskan tembakan dan menewaskan dua orang": the parser hangs the
    later clauses on the accusing verb, as if the report told them. What is said (`saying`) goes on with the accusing.
    """
    for i in verbs:
        verb = doc[i]
        clauses = [c for c in verb.children if c.i > i and c.pos_ == "VERB" and c.dep_ in (*LOOSE, "conj")]
        first = next((c for c in clauses if c.dep_ in ("xcomp", "ccomp", "advcl")), None)
        if first is None:
            continue
        for clause in clauses:
            if clause.i <= first.i or clause.i in saying or doc[clause.left_edge.i - 1].is_punct:
                continue
            joined = next((c for c in clause.children if c.dep_ == "cc" and c.i < clause.i), None)
            how = clause.dep_ == "advcl" and any(c.dep_ in ("mark", "case") for c in clause.children)
            same = values(clause, "VerbForm") == values(first, "VerbForm") or (
                clause.text[-3:] == first.text[-3:] and has(clause, "Tense", "Past") == has(first, "Tense", "Past")
            )
            also = clause.dep_ == "conj" and joined is not None and not doc[joined.i - 1].is_punct and same
            if (how or also) and not any(c.dep_ in SUBJECTS for c in clause.children):
                clause.head = first


def take_in(doc: Doc, verbs: frozenset[int]) -> None:
    """Hang on a verb that asks or accuses somebody what he must do or did, which stands right behind him and which the
    parser hung on a verb above ("membantah dan menuding Kamboja *melanggar gencatan senjata*")."""
    for verb in (doc[i] for i in verbs):
        if verb.dep_ not in ("conj", "acl:relcl", "acl", "advcl") or any(
            c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i for c in verb.children
        ):
            continue
        addressed = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
        if addressed is None:
            continue
        above = verb.head
        for _ in range(REACH):
            if above.head.i == above.i or above.pos_ == "VERB":
                break
            above = above.head
        behind = addressed.right_edge.i + 1
        for clause in list(above.children):
            bound = any(c.dep_ in BOUND for c in clause.children)
            if clause.dep_ in LOOSE and clause.pos_ == "VERB" and not bound and clause.left_edge.i == behind:
                clause.head, clause.dep_ = verb, "xcomp"
                break


def behind_relatives(doc: Sequence[Token]) -> None:
    """Of two subjects of one verb with a clause about the first in between the second is that clause's object.

    "Gunmen who killed five people were arrested", "an attempt to cross the line was repelled": nobody else has a noun
    between the clause and the verb. A second that has a copula and a relative subject is that clause ("The enclave,
    which is part of X, was sealed off").
    """
    for second in doc:
        if second.dep_ not in SUBJECTS:
            continue
        verb = second.head
        if second.pos_ not in ("NOUN", "PROPN") or second.i > verb.i:
            continue
        opening = second.left_edge.i
        if _says_what_it_is(second):
            first = next((c for c in verb.children if c.dep_ in SUBJECTS and c.right_edge.i < opening), None)
            if first is not None and opening - first.right_edge.i <= 2:
                second.head, second.dep_ = first, "acl:relcl"
            continue
        relative = next((r for r in _relatives(verb, second) if r.right_edge.i == opening - 1), None)
        if relative is None or any(c.dep_ in ("obj", "ccomp", "xcomp") for c in relative.children):
            continue
        own = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in relative.children)
        if not own and (relative.dep_ == "acl:relcl" or has(relative, "Tense", "Past")):
            continue  # "the man the soldiers shot"
        second.head, second.dep_ = relative, "obj"
        for child in list(verb.children):  # "that ended months of war was tested"
            if child.dep_ == "obl" and child.left_edge.i == second.right_edge.i + 1 and child.i < verb.i:
                child.head, child.dep_ = second, "nmod"


def _relatives(verb: Token, second: Token) -> Iterator[Token]:
    """The relative clauses of the subjects of a verb before another one."""
    for first in verb.children:
        if first.dep_ in SUBJECTS and first.i < second.i:
            yield from (c for c in first.children if c.dep_ in ("acl", "acl:relcl") and c.i > first.i)


def _says_what_it_is(noun: Token) -> bool:
    """Whether a noun is the predicate of a relative clause ("which is part of X")."""
    copula = any(c.dep_ == "cop" for c in noun.children)
    return copula and any(c.dep_ == "nsubj" and c.pos_ == "PRON" and c.i < noun.i for c in noun.children)


def names(doc: Sequence[Token]) -> None:
    """No clause with a subordinator describes a name ("told Aliyev that …")."""
    for verb in doc:
        if not verb.dep_.startswith("acl"):
            continue
        name = verb.head
        if name.pos_ not in ("PROPN", "PRON") or name.i >= verb.i:
            continue
        marked = any(c.dep_ == "mark" and c.i < verb.i for c in verb.children)
        governor = name.head
        if marked and governor.i != name.i and governor.pos_ == "VERB" and governor.i < name.i:
            verb.head, verb.dep_ = governor, "ccomp"


def free_participles(doc: Sequence[Token]) -> None:
    """Hang on the main verb what goes on after a comma: "ordered his men to hold their fire, extending the truce".

    The parser hangs the participle on the verb right before it, as if those who are ordered did both.
    """
    for verb in doc:
        above = verb.head
        if verb.dep_ != "advcl" or verb.pos_ != "VERB" or above.dep_ != "xcomp" or above.i > verb.i or verb.i == 0:
            continue
        form = values(verb, "VerbForm")
        present = "Ger" in form or ("Part" in form and "Pres" in values(verb, "Tense"))
        if not present or doc[verb.i - 1].text != "," or any(c.dep_ in BOUND for c in verb.children if c.i < verb.i):
            continue
        if above.head.pos_ == "VERB" and above.head.i < above.i:
            verb.head = above.head


def reduced_relatives(doc: Sequence[Token]) -> None:
    """A bare past form right behind a noun describes the noun ("the bodies of 65 men | killed in a blast").

    It has no auxiliary, mark, subject or object of its own, and no comma before it.
    """
    for verb in doc:
        if verb.dep_ not in ("advcl", "conj") or verb.pos_ != "VERB" or verb.left_edge.i < verb.i:
            continue
        if not has(verb, "Tense", "Past") or not verb.i:
            continue
        noun = doc[verb.i - 1]
        if noun.pos_ != "NOUN" or verb.head.i >= noun.i or any(c.dep_ in ("obj", "ccomp") for c in verb.children):
            continue
        behind = doc[verb.i + 1] if verb.i + 1 < len(doc) else verb
        # a second verb of the same subject has an "and" before it; nothing of the kind stands before a bare adverbial
        opens = behind.pos_ == "ADP" or (behind.pos_ == "NUM" and verb.dep_ == "conj") or _dated(behind)
        if opens and verb.head.pos_ == "VERB" and noun.dep_ in ("obj", "nmod", "conj"):
            verb.head, verb.dep_ = noun, "acl"


def _dated(number: Token) -> bool:
    """Whether a number opens a time behind a verb ("announced two weeks ago")."""
    noun = number.head
    return (
        number.pos_ == "NUM" and number.dep_ == "nummod" and noun.i == number.i + 1 and noun.dep_ in ("obl", "obl:tmod")
    )


def finite_conjuncts(doc: Sequence[Token]) -> None:
    """A verb in the past goes on with one in the past: "asked the king to mediate and called on both to stop".

    The parser hangs it on the infinitive right before it.
    """
    for verb in doc:
        if verb.dep_ != "conj" or not _past(verb) or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        above = verb.head
        if above.i > verb.i or not _infinitive(above):
            continue
        while _infinitive(above) and above.head.i < above.i:
            above = above.head
        if _past(above):
            verb.head = above


def bare_conjuncts(doc: Sequence[Token]) -> None:
    """An infinitive without a mark goes on with the nearest one before it: "to let monitors enter and search the base".

    The parser hangs it on the one that governs that, as if those who let them in searched too.
    """
    for verb in doc:
        above = verb.head
        if verb.dep_ != "conj" or not _bare_infinitive(verb) or not _infinitive(above) or above.i > verb.i:
            continue
        joined = next((c for c in verb.children if c.dep_ == "cc" and c.i == verb.i - 1), None)
        if joined is None or doc[joined.i - 1].is_punct:
            continue
        inner = [c for c in above.children if c.dep_ == "xcomp" and above.i < c.i < verb.i and _infinitive(c)]
        if inner and inner[-1].right_edge.i == joined.i - 1:
            verb.head = inner[-1]


def _bare_infinitive(verb: Token) -> bool:
    own = any(c.dep_ in ("mark", "aux", *SUBJECTS) for c in verb.children)
    return verb.pos_ == "VERB" and "Inf" in values(verb, "VerbForm") and not own


def _past(verb: Token) -> bool:
    finite = "Fin" in values(verb, "VerbForm") and "Past" in values(verb, "Tense")
    return verb.pos_ == "VERB" and finite and not any(c.dep_ in ("aux", "aux:pass") for c in verb.children)


def _infinitive(verb: Token) -> bool:
    return verb.pos_ == "VERB" and "Inf" in values(verb, "VerbForm") and verb.dep_ in LOOSE


def second_clauses(doc: Sequence[Token]) -> None:
    """Give the second of two clauses its subject: "… lay down their arms and the army withdraws".

    The parser takes "the army" for a second object and hangs "withdraws" beside the first verb. A noun after "and"
    that stands right before a verb without subject, mark or relative pronoun of its own is that verb's subject.
    """
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


def relative_roots(doc: Sequence[Token]) -> None:
    """Find the verb behind a relative clause: "the minister, whose party was accused of it, voiced concern".

    The parser takes the relative clause's verb for the sentence's, and the sentence's for one beside it.
    """
    for verb in doc:
        if verb.dep_ != "ROOT" or verb.pos_ not in ("VERB", "ADJ"):
            continue
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
        if subject is None or not _is_relative(subject) or subject.left_edge.i < 2:
            continue
        comma = doc[subject.left_edge.i - 1]
        noun = next((c for c in verb.children if c.i < comma.i and c.right_edge.i <= comma.i and _names(c)), None)
        main = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > verb.i), None)
        if comma.text != "," or noun is None or main is None:
            continue
        opening = main.left_edge.i - (main.left_edge.text != ",")
        if doc[opening].text != ",":
            continue
        if any(c.dep_ in ("cc", *SUBJECTS) and c.i < main.i for c in main.children):
            continue
        main.dep_, main.head = "ROOT", main
        verb.head, verb.dep_ = noun, "acl:relcl"
        noun.head, noun.dep_ = main, "nsubj"
        for child in list(verb.children):
            if child.i > main.i:
                child.head = main


def _is_relative(subject: Token) -> bool:
    """Whether a subject opens a relative clause ("who", "whose party")."""
    words = [subject, *(c for c in subject.children if c.dep_ == "nmod:poss")]
    return any("Rel" in values(t, "PronType") for t in words)


def _names(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and not any(c.dep_ == "case" and c.i < noun.i for c in noun.children)


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


def subordinators(doc: Sequence[Token]) -> None:
    """A subordinator marks the clause, it is no preposition of the subject after it ("setelah Taliban merebut …")."""
    for word in doc:
        if word.dep_ != "case" or word.pos_ != "SCONJ":
            continue
        subject = word.head
        if word.i < subject.i and subject.dep_ in ("nsubj", "nsubj:pass") and subject.head.pos_ in ("VERB", "ADJ"):
            word.head, word.dep_ = subject.head, "mark"


def contents(doc: Sequence[Token]) -> None:
    """A clause with a subordinator and a subject of its own is what the noun says ("a warning that X could …").

    It is no relative clause: nothing in it is missing.
    """
    for verb in doc:
        if verb.dep_ != "acl:relcl":
            continue
        marked = any(c.dep_ == "mark" and c.pos_ == "SCONJ" and c.i < verb.i for c in verb.children)
        if marked and any(c.dep_.startswith("nsubj") and c.pos_ != "PRON" for c in verb.children):
            verb.dep_ = "acl"


def taken_for_phrases(doc: Sequence[Token]) -> None:
    """A finite verb without a subject right behind a noun with a preposition is that noun's.

    The preposition is then the subordinator of their clause ("since the war broke out").
    """
    for verb in doc:
        if verb.dep_ != "advcl" or "Fin" not in values(verb, "VerbForm") or verb.i == 0:
            continue
        if not any(c.dep_ in SUBJECTS for c in verb.head.children):
            continue  # "police reinforced with cars patrolled the town"
        if any(c.dep_ in BOUND and c.i < verb.i for c in verb.children):
            continue
        noun = next((c for c in verb.head.children if c.dep_ == "obl" and c.right_edge.i == verb.left_edge.i - 1), None)
        cases = [c for c in noun.children if c.dep_ == "case"] if noun is not None else []
        if noun is not None and len(cases) == 1 and cases[0].i == noun.left_edge.i and noun.i > verb.head.i:
            noun.head, noun.dep_ = verb, "nsubj"
            cases[0].head, cases[0].dep_ = verb, "mark"


def parallel(doc: Sequence[Token]) -> None:
    """A clause with its own subject after "and", no comma before, goes on with a marked clause before it.

    "It calls for the rebels to disarm and the army to withdraw", "menyerukan agar X melucuti senjata dan Y mundur":
    the parser hangs the second on the verb that governs the first.
    """
    for verb in doc:
        if verb.dep_ != "conj" or verb.pos_ != "VERB":
            continue
        governor = verb.head
        if governor.pos_ != "VERB" or governor.i > verb.i:
            continue
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is None:
            continue
        parts = (*verb.children, *subject.children)
        joined = next((c for c in parts if c.dep_ == "cc" and c.i < verb.i and c.i <= subject.left_edge.i), None)
        if joined is None or doc[joined.i - 1].is_punct:
            continue
        inner = [c for c in governor.children if c.dep_ in MARKED and governor.i < c.i < joined.i]
        if not inner or not any(c.dep_ in SUBJECTS for c in inner[-1].children):
            continue
        mark = next((c for c in inner[-1].children if c.dep_ == "mark" and c.pos_ == "SCONJ"), None)
        # a clause of time or reason seldom stands right behind its verb
        if mark is not None and (inner[-1].dep_ != "advcl" or mark.i == governor.i + 1):
            verb.head, joined.head = inner[-1], verb


def second_contents(doc: Sequence[Token]) -> None:
    """A noun behind "and that" is the subject of the verb that follows ("said there was no way out and that Ardania
    must talk"): the parser joins the noun to the clause before, and leaves its verb without a subject."""
    for noun in doc:
        if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        openers = [c for c in noun.children if c.i < noun.i and c.dep_ in ("cc", "mark")]
        if [c.dep_ for c in openers] != ["cc", "mark"] or openers[1].pos_ != "SCONJ":
            continue
        above = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
        verb = next((t for t in doc[noun.right_edge.i + 1 :] if t.pos_ == "VERB"), None)
        if above is None or verb is None or verb.dep_ not in LOOSE or any(c.dep_ == "cop" for c in noun.children):
            continue
        if any(c.dep_ in BOUND for c in verb.children if c.i < verb.i) or not verb.head.i < noun.i:
            continue
        if any(t.dep_ not in ("punct", "aux", "aux:pass", "advmod") for t in doc[noun.right_edge.i + 1 : verb.i]):
            continue
        verb.head, verb.dep_ = above, "conj"
        noun.head, noun.dep_ = verb, "nsubj"
        for opener in openers:
            opener.head = verb
