"""What a word that binds asks for: the clauses, objects and phrases in which that stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Firing
from gencatan.reading.kinds.obligations import articles, terms
from gencatan.reading.kinds.obligations.owed import action_of
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, conjuncts, has_subject, is_clause, marks
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

APART: Final = (",", ";", ":")
BEFORE: Final = frozenset({"DET", "ADJ", "NUM", "ADV", "X"})
"""What may stand between a comma and the noun of a term."""


def to_be_done(sentence: Sentence, target: Token, report: Report) -> bool:
    """Whether what was agreed is to be done: no clause of its own that tells how things are ("agreed that …")."""
    if not has_subject(target):
        return True
    mood = report.tools.moods.read(sentence, target, {})
    return bool(mood.signals.keys() & terms.DEMANDED) and mood.inside != "condition"


def targets_of(firing: Firing, report: Report) -> list[Token]:
    """What a binding word asks for: its clause, object, or the phrases that its frame calls content."""
    deeds = [t for t in firing.roles.get("obj", []) if "deed" in report.tools.mentions.classes(t)]
    # "ordered the deployment of troops to restore order": the clause tells what for
    targets = [t for role in (("obj",) if deeds else ("clause", "obj")) for t in firing.roles.get(role, [])]
    for token in firing.roles.get("obj", []):
        targets += [c for c in token.children if c.dep_ == "acl" and c.pos_ == "VERB" and c.i > token.i]
    for role, tokens in firing.roles.items():
        if role.startswith("prep.") and "content" in firing.trigger.frame.slots.get(role, ()):
            targets += tokens
    if firing.roles.get("clause") and not deeds:
        targets += listed_beside(firing, report)
    return targets


def listed_beside(firing: Firing, report: Report) -> list[Token]:
    """Further things asked for that the parser coordinated with the asking verb itself ("to stop A, open B, …")."""
    found = []
    for verb in conjuncts(firing.token)[1:]:
        here = report.at(firing.sentence, verb)
        plain = not has(verb, "VerbForm", "Fin") and not has_subject(verb)
        if plain and any(action_of(f.trigger) for f in here) and all(f.trigger.kind != "statement" for f in here):
            found.append(verb)
    return found


def terms_of(firing: Firing, report: Report) -> list[Token]:
    """What an agreement's noun asks for: "the deal requires X to …", "under the deal X must …", "to …"."""
    extent = report.tools.pack.words("verbs_of_extent")  # "kesepakatan damai menyeluruh"
    clauses = [t for t in firing.roles.get("clause", []) if is_clause(t) and t.lower_ not in extent]
    clauses = clauses or _hung_on_its_verb(firing, report)
    found = [t for t in clauses if to_be_done(firing.sentence, t, report)]
    found += _demanded_under(firing, report)
    verbs = [*firing.roles.get("governor", []), *(c for c in firing.token.children if c.dep_ in RELATIVE)]
    for verb in (v for first in verbs for v in conjuncts(first)):
        beside = report.tools.frames.marked(verb, "basis_markers") if verb.dep_ in RELATIVE else None
        if beside is not None:
            told = beside.i != firing.token.i  # "rebels who are quartered here under an accord": so they are
            mood = report.tools.moods.read(firing.sentence, verb, {})
            demanded = told or bool(mood.signals.keys() & terms.DEMANDED)
            # "whose men were sent under a truce": they came
            found += [verb] if demanded and not articles.is_over(verb, report) else []
        else:
            found += asked_by(verb, firing, report)
    steps = (f for f in report.firings_in(firing.sentence) if f.trigger.kind == "agreement" and not f.nominal)
    step = {t.i for f in steps for start, end in f.hit.parts for t in firing.sentence.tokens_in(start, end)}
    return [t for t in found if t.i not in step]  # "took hold" is a step of its life, and asks for no hold


def _hung_on_its_verb(firing: Firing, report: Report) -> list[Token]:
    """What an agreement is told to be for that the parser hung on the verb ("signed a deal on Friday to reopen …")."""
    noun, verb = firing.token, firing.token.head
    made = (f.trigger.values.get("stage") for f in report.at(firing.sentence, verb, "agreement"))
    if noun.dep_ != "obj" or not any(stage in ("agreed", "signed") for stage in made):
        return []
    behind = [c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.i > noun.i and is_clause(c)]
    controlling = report.tools.pack.words("control_marks")
    behind = [c for c in behind if marks(c) in controlling and not c.left_edge.nbor(-1).is_punct]
    asked = [(c, {action_of(f.trigger) for f in report.at(firing.sentence, c)} - {""}) for c in behind]
    return [c for c, actions in asked if actions - {"cease_hostilities"}]  # "to end the war" is what it is for


def asked_by(verb: Token, firing: Firing, report: Report) -> list[Token]:
    """What a verb that tells what a document asks for has as clause, object or phrase ("provides for a release")."""
    asking, telling = (report.tools.pack.words(key) for key in ("verbs_called_for", "verbs_terms"))
    roles = report.tools.syntax.roles_of_verb(verb, dates=firing.sentence.date_tokens)
    phrases = phrases_behind(verb)
    if any(t.i == firing.token.i for t in (*roles.get("obj", []), *(noun for _, noun in phrases))):
        return []
    found: list[Token] = []
    if verb.lower_ in report.tools.pack.words("verbs_barring"):
        return []  # to leave it undone is what is asked for
    if verb.lower_ in telling and any(action_of(f.trigger) for f in report.at(firing.sentence, verb)):
        return [verb]  # "allows inspectors to enter": that is asked for
    if verb.lower_ in asking or verb.lower_ in telling:
        objects = roles.get("obj", [])
        found += roles.get("clause", [])
        found += [c for t in objects for c in t.children if c.dep_ == "acl" and c.pos_ == "VERB"]
        found += [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i and c.pos_ == "VERB"]
        bound = bool(found)  # "requires the army to leave": the object is who must
        found += [] if bound else [t for o in objects for t in _right_behind(o, report)]
        bound = bool(found)
        # "requires tanks to be withdrawn": the object is what that is done to
        undergone = any(t.dep_ == "xcomp" and report.tools.syntax.verbs.passive(t) for t in found)
        found += [t for t in objects if not (bound and (undergone or "agent" in report.tools.mentions.classes(t)))]
    for word, noun in phrases:
        if any(words.at([verb.lower_, word], 0) > 1 for words in (asking, telling)):
            behind = [c for c in verb.children if c.i > noun.i and c.dep_ in ("advcl", "xcomp") and c.pos_ == "VERB"]
            behind = behind or _to_do(noun, report)
            found += behind or [noun]  # "calls for both armies to leave", "calls for a withdrawal"
            found += (
                [t for one in conjuncts(noun)[1:] for t in _to_do(one, report)]
                if behind
                else _more(noun, firing.sentence, report)
            )
    return found


def _to_do(noun: Token, report: Report) -> list[Token]:
    """What somebody named behind "for" is to do, where the parser hung it on them ("for both armies to leave")."""
    if "agent" not in report.tools.mentions.classes(noun):
        return []
    controlling = report.tools.pack.words("control_marks")
    return [c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and marks(c) in controlling]


def _right_behind(noun: Token, report: Report) -> list[Token]:
    """What somebody is bound to do, by where it stands ("binds the government to withdraw"): the parser may err."""
    after = noun.right_edge.i + 1
    if "agent" not in report.tools.mentions.classes(noun) or after >= len(noun.doc):
        return []
    mark = noun.doc[after]
    found = mark.dep_ == "mark" and mark.lower_ in report.tools.pack.words("control_marks") and is_clause(mark.head)
    return [mark.head] if found else []


def _more(noun: Token, sentence: Sentence, report: Report) -> list[Token]:
    """Further things listed behind a noun, that the parser put beside it ("calls for a halt, the release of …") or
    hung elsewhere: then it is known by where it stands that something to be done goes on the list."""
    beside = [c for c in noun.head.children if c.dep_ in ("parataxis", "list", "appos") and c.i > noun.i]
    found = [c for c in beside if c.pos_ == "NOUN" and not any(g.dep_ in SUBJECTS for g in c.children)]
    at, doc = noun.right_edge.i + 1, noun.doc
    while at < len(doc) and (doc[at].text == "," or doc[at].pos_ == "CCONJ"):
        while at < len(doc) and (doc[at].text == "," or doc[at].pos_ in ("CCONJ", "DET", "ADJ", "NUM")):
            at += 1
        if at == len(doc) or not any(f.nominal and action_of(f.trigger) for f in report.at(sentence, doc[at])):
            break
        found += [] if doc[at] in found else [doc[at]]
        at = max(at, doc[at].right_edge.i) + 1
    return found


def phrases_behind(verb: Token) -> list[tuple[str, Token]]:
    """The nouns behind a verb with the preposition that stands right behind it, whatever relation they were given."""
    nouns = [c for c in verb.children if c.i > verb.i and c.dep_.split(":")[0] in ("obl", "obj", "nmod", "advcl")]
    found = []
    for noun in nouns:
        first = next((c for c in noun.children if c.dep_ in ("case", "mark")), None)
        if first is not None and first.i == verb.i + 1:
            found.append((first.lower_, noun))
    return found


def _demanded_under(firing: Firing, report: Report) -> list[Token]:
    """The clauses of a sentence that begins "under the deal", as far as they say what must or is to be done."""
    verb = firing.token.head
    if verb.i == firing.token.i or not is_clause(verb):
        return []
    beside = report.tools.frames.marked(verb, "basis_markers")
    if beside is None or beside.i != firing.token.i:
        return []
    clauses = [verb, *(c for c in verb.children if c.dep_ == "parataxis" and c.i > verb.i and is_clause(c))]
    asked = [t for clause in clauses for t in conjuncts(clause)]
    return [t for t in asked if report.tools.moods.read(firing.sentence, t, {}).signals.keys() & terms.DEMANDED]


def asked_again(predicates: Sequence[Token], report: Report) -> Iterator[Token]:
    """The predicates; of a later one that asks anew what it asks for ("requires A to leave and obliges B to stay")."""
    duty = report.tools.pack.words("verbs_called_for")
    for predicate in predicates:
        asked = [c for c in predicate.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > predicate.i]
        asked = asked or [t for c in predicate.children if c.dep_ == "obj" for t in _to_do(c, report)]
        anew = predicate.i != predicates[0].i and predicate.lower_ in duty and bool(asked)
        yield asked[0] if anew and any(c.dep_ == "obj" for c in predicate.children) else predicate


def is_term(firing: Firing, start: int) -> bool:
    """Whether a noun heads one of the things listed, by what stands right before it."""
    if not (action_of(firing.trigger) or firing.trigger.kind == "agreement"):
        return False
    at = first_of(firing.token, start) - 1
    return at < start or _apart(firing.token.doc[at])


def first_of(noun: Token, start: int) -> int:
    """The first word of a term: what is right before its noun, back to the comma."""
    at, doc = noun.i, noun.doc
    while at > start and (doc[at - 1].pos_ in BEFORE or (noun.is_ancestor(doc[at - 1]) and not _apart(doc[at - 1]))):
        at -= 1  # "a one-month truce"
    return at


def _apart(token: Token) -> bool:
    return token.text in APART or token.pos_ == "CCONJ"


def next_term(sentence: Sentence, noun: Token, report: Report) -> int | None:
    """The first word of the next thing listed behind a noun that names something to be done; None if nothing is."""
    start = noun.i + 1
    behind = [f for f in report.firings_in(sentence) if f.nominal and f.token.i > start and is_term(f, start)]
    return min((at for f in behind if (at := first_of(f.token, start)) > start), default=None)
