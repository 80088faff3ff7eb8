"""Clauses that a small parser hangs on the wrong word, or takes for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.tree.rejoin_nouns import AIMS, INSIDE
from gencatan.reading.tree.relations import (
    SUBJECTS,
    date_tokens,
    has_subject,
    marks,
    preposition_words,
    starts,
)

INNER: Final = ("nmod", "flat", "compound", "det", "amod")
STRUCK: Final = frozenset({"building", "vehicle", "place_noun", "person", "armed_force", "military_ground", "aircraft"})

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.tree.mentions import Mentions


def under_which(clause: Token) -> None:
    """Hang on a verb's object the clause "under which …" about it, taken for what the verb says ("signed a deal on
    Monday [under which both will leave]")."""
    verb, first = clause.head, clause.left_edge
    deal = next((c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < first.i), None)
    if deal is None or first.dep_ != "case" or first.head.head.i != clause.i:
        return
    if has(first.head, "PronType", "Rel") or has(first.head, "PronType", "Int"):
        clause.head, clause.dep_ = deal, "acl:relcl"


def answer(verb: Token, mentions: Mentions) -> None:
    """Hang on a verb of denying or promising what its subject says next ("denied that troops shelled the town [and
    accused the rebels]"): whose troops they are accuses nobody. Nor do those to whom a thing was done go on to say
    another of somebody ("said that ten men had been killed [and called it a crime]")."""
    first, words = verb.head, mentions.pack.words
    if not starts(verb, words("verbs_going_on")) or has(verb, "VerbForm", "Inf") or has(verb, "VerbForm", "Ger"):
        return
    if any(c.dep_ in (*SUBJECTS, "mark", "aux") for c in verb.children):
        return
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if first.dep_ not in AIMS or first.head.i > first.i:
        return
    undergone = any(c.dep_ in ("nsubj:pass", "aux:pass") for c in first.children)
    undergone = undergone or first.lower_ in words("fate_words")  # nobody who died says anything besides
    told = first.dep_ == "ccomp" and undergone and starts(first.head, words("verbs_reporting"))
    told = told and any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children)
    if told or starts(first.head, words("verbs_of_own_words")):
        verb.head = first.head


def others_next(verb: Token, mentions: Mentions) -> None:
    """Hang on a verb of promising what others did next, taken for promised too ("menawarkan untuk menengahi [dan kedua
    pihak menyepakati gencatan senjata]"): nobody promises what others do."""
    promise, words = verb.head, mentions.pack.words
    if promise.dep_ not in ("advcl", "xcomp") or promise.head.i > promise.i or has_subject(promise):
        return
    if marks(promise) not in words("control_marks") or not starts(promise.head, words("verbs_of_own_words")):
        return
    own = {c.dep_: c for c in verb.children if promise.i < c.i < verb.i}
    doer = own.get("nsubj")
    if doer is not None and "cc" in own and not {"mark", "aux"} & own.keys() and mentions.can_act(doer):
        verb.head = promise.head


def done_to_them(verb: Token, mentions: Mentions) -> None:
    """Hang on the main verb what was done to those whom a clause tells of, taken for what they did themselves ("freed
    12 soldiers who were captured and [handed them over]"): nobody else in the clause can be meant by "them"."""
    clause = verb.head
    noun, doing = clause.head, clause.head.head
    if clause.dep_ != "acl:relcl" or noun.dep_ != "obj" or doing.pos_ != "VERB" or has_subject(verb):
        return
    them = [c for c in verb.children if c.dep_ == "obj" and mentions.pronoun(c).endswith(".pl")]
    several = has(noun, "Number", "Plur") or any(c.dep_ == "nummod" for c in noun.children)
    others = any(c.dep_ in ("obj", "obl", "obl:agent") and mentions.can_act(c) for c in clause.children)
    if them and several and not others:
        verb.head = doing


def hits(verb: Token, mentions: Mentions) -> None:
    """Make a verb of what a weapon reaches something by, taken for a preposition of the same form ("roket itu
    [mengenai] sebuah sekolah", but "perundingan mengenai roket")."""
    weapon, target = verb.nbor(-1), verb.head
    while weapon.dep_ in INNER and weapon.head.i < weapon.i and weapon.head.pos_ in ("NOUN", "PROPN"):
        weapon = weapon.head
    if target.i < verb.i or not mentions.pack.in_class(weapon.lower_, "projectile"):
        return
    if not mentions.classes(target) & STRUCK:
        return  # "menyita senjata mengenai kasus itu"
    if weapon.dep_ == "obj" and not starts(weapon.head, mentions.pack.words("verbs_reporting")):
        return
    above, opening = weapon.head, [c for c in weapon.children if c.dep_ == "case" and c.i < weapon.i]
    if weapon.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
    elif above.pos_ != "VERB" or above.i > weapon.i:
        return
    else:
        verb.head, verb.dep_ = above, "advcl" if opening else "ccomp"
    verb.pos_ = "VERB"
    for child in [c for c in weapon.children if c.i > verb.i]:
        child.head = verb
    for mark in opening:
        mark.head, mark.dep_ = verb, "mark"
    weapon.head, weapon.dep_ = verb, "nsubj"
    target.head, target.dep_ = verb, "obj"


def heard_of(done: Token, mentions: Mentions) -> None:
    """Hang on those it was done to a participle taken for a report's ("no reports of people seriously [hurt]")."""
    if not has(done, "Tense", "Past") or any(c.dep_ in (*SUBJECTS, "mark", "obl:agent", "obj") for c in done.children):
        return
    for heard in [c for c in done.head.children if c.dep_ == "nmod" and c.right_edge.i + 1 == done.left_edge.i]:
        of_whom = preposition_words(heard) in mentions.pack.words("genitive_markers")
        if of_whom and heard.pos_ == "NOUN" and mentions.can_act(heard):
            done.head = heard


def afterwards(word: Token, mentions: Mentions) -> None:
    """Make a preposition of a participle that tells after what something was done ("met [following] clashes")."""
    if word.lower_ not in mentions.pack.words("after_markers") or word.i + 1 == len(word.doc):
        return
    if word.dep_ != "case":
        own = [c for c in word.children if not c.is_punct]
        if len(own) != 1 or own[0].dep_ != "obj" or own[0].left_edge.i != word.i + 1 or not mentions.is_event(own[0]):
            return
        noun, above = own[0], word.head
        for mark in list(word.children):
            mark.head = noun
        noun.head, noun.dep_ = above, "obl" if above.pos_ == "VERB" else "nmod"
        word.head, word.dep_ = noun, "case"
    word.pos_ = "ADP"


def content(verb: Token, mentions: Mentions) -> None:
    """Hang on a verb of saying what it says, taken for a clause about whom it tells ("warned the envoys [that it would
    expel them]"): a relative clause lacks its subject or its object."""
    noun, own = verb.head, {c.dep_: c for c in verb.children}
    mark = own.get("mark")
    if mark is None or mark.i < noun.i or "obj" not in own or not any(name in own for name in SUBJECTS):
        return
    if noun.dep_ in ("obj", "iobj") and noun.head.pos_ == "VERB" and mentions.somebody(noun):
        verb.head, verb.dep_ = noun.head, "ccomp"


def told_whom(verb: Token, mentions: Mentions) -> None:
    """Tell whom something is promised from what is, and hang on the promise the clause that words between commas cut
    off from it ("promised Holbrooke, the envoy, [that he would thin out his police]")."""
    words, mark = mentions.pack.words, next((c for c in verb.children if c.dep_ == "mark" and c.i < verb.i), None)
    if mark is None or marks(verb) not in words("subordinators"):
        return
    telling = verb.head
    if verb.dep_ == "acl" and telling.dep_ in ("dep", "appos"):
        telling = telling.head.head if telling.head.dep_ == "obj" else telling.head
    if telling.pos_ != "VERB" or telling.i > verb.i:
        return
    if verb.dep_ != "ccomp" and (mark.nbor(-1).text != "," or any(c.dep_ == "ccomp" for c in telling.children)):
        return
    told = next((c for c in telling.children if c.dep_ in ("obj", "iobj") and telling.i < c.i < mark.i), None)
    own = starts(telling, words("verbs_of_own_words"))
    if told is None or not (own or starts(telling, words("verbs_reporting"))):
        return
    if told.pos_ == "PROPN" or "agent" in mentions.classes(told):
        verb.head, verb.dep_ = telling, "ccomp"
        told.dep_ = "iobj" if own else told.dep_


def whose_word(verb: Token, mentions: Mentions) -> None:
    """Hang on a word for what is said the clause that tells it, taken for one about those who say it ("denied reports
    by residents [that bombs had fallen on a mosque]")."""
    teller, words = verb.head, mentions.pack.words
    mark = next((c for c in verb.children if teller.i < c.i < verb.i and c.pos_ == "SCONJ"), None)
    mark = mark or next((c for c in verb.children if teller.i < c.i < verb.i and c.dep_ == "mark"), None)
    if mark is None or not any(c.dep_ in SUBJECTS and mark.i < c.i for c in verb.children):
        return
    above = teller.head
    if above.pos_ == "VERB":
        above = next((c for c in above.children if c.dep_ in ("obj", "nsubj:pass") and c.i < teller.i), above)
    charge = above.lower_ in words("nouns_of_charge") or above.lower_ in words("nouns_of_own_deed")
    by = preposition_words(teller)
    if charge and above.i < teller.i and (by in words("passive_agent") or by in words("origin_prepositions")):
        teller.head, teller.dep_ = above, "nmod"
        verb.head, verb.dep_, mark.dep_ = above, "acl", "mark"


def stressed(verb: Token, mentions: Mentions) -> None:
    """Hang on a verb of denying what it denies, taken for a clause about its own side, whom it only stresses
    ("membantah [pihaknya yang] menembak lebih dulu")."""
    noun = verb.head
    side = mentions.pronoun(noun) == "any" or noun.lower_.endswith(mentions.pack.possessive_endings)
    which = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i == noun.i + 1), None)
    if which is None or not side or noun.dep_ != "obj" or not mentions.can_act(noun):
        return
    if starts(noun.head, mentions.pack.words("verbs_of_own_words")):
        verb.head, verb.dep_ = noun.head, "ccomp"
        noun.head, noun.dep_ = verb, which.dep_
        which.dep_ = "mark"


def which_lasts(verb: Token, mentions: Mentions) -> None:
    """Hang a relative clause on what goes on for a time, taken for one about the time ("a truce for two months [that
    took effect on Saturday]", "gencatan senjata selama dua bulan [yang berlaku mulai Sabtu]")."""
    time, words = verb.head, mentions.pack.words
    counted = any(c.dep_ == "nummod" for c in time.children) and mentions.fits(time, ("@time_noun",))
    within = preposition_words(time)
    if not counted or not within or time.dep_.split(":")[0] not in ("obl", "nmod") or not time.left_edge.i:
        return
    if any(within in words(key) for key in ("position_prepositions", "after_markers", "before_markers")):
        return
    noun = time.left_edge.nbor(-1)
    while noun.dep_.split(":")[0] in INSIDE and noun.head.i < noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    if noun.pos_ == "NOUN" and noun.dep_.split(":")[0] in ("obj", "obl", "nsubj", "nmod") and noun.i != time.i:
        verb.head = noun


def promised(clause: Token, mentions: Mentions) -> None:
    """Give the clause of a promise or denial its subject, taken for the object of the verb before it ("berjanji [para
    pelaku] akan diadili")."""
    above = clause.head
    noun = above if above.dep_ == "obj" else next((c for c in above.children if c.dep_ == "obj"), None)
    if noun is None or not noun.head.i < noun.i < clause.i or has_subject(clause):
        return
    verb, helping = noun.head, next((c for c in clause.children if c.dep_ == "aux"), None)
    if helping is None or not starts(verb, mentions.pack.words("verbs_of_own_words")):
        return
    own = [c.right_edge.i for c in noun.children if c.i != clause.i]
    if helping.i == max([noun.i, *own]) + 1 and noun.left_edge.i == verb.i + 1:
        passive = mentions.pack.index.voices.get(clause.lower_) == "pass"
        clause.head, clause.dep_ = verb, "ccomp"
        noun.head, noun.dep_ = clause, "nsubj:pass" if passive else "nsubj"


def at_odds(verb: Token, mentions: Mentions) -> None:
    """Hang on a verb that binds what those must do who "are at odds", taken for a part of that ("mewajibkan pihak yang
    bertikai [menarik pasukan]")."""
    clause = verb.head
    if clause.dep_ != "acl:relcl" or not starts(clause, mentions.pack.words("verbs_at_odds")):
        return
    noun = clause.head
    if noun.dep_ == "obj" and noun.head.i < noun.i and verb.i == clause.i + 1:
        verb.head = noun.head


def second_clause(verb: Token, mentions: Mentions) -> None:
    """Give a second clause its subject, taken for joined to the object before it ("mengundurkan diri [dan militer]
    memberlakukan jam malam"): right before an active verb stands who does it."""
    first, index = verb.head, mentions.pack.index
    if mentions.pack.noun_head != "first" or index.voices.get(verb.lower_) != "act" or has_subject(verb):
        return
    for held in first.children:
        doer = next((c for c in held.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")), None)
        if held.dep_ != "obj" or doer is None or not held.i < doer.i or doer.right_edge.i != verb.i - 1:
            continue
        joined = any(c.dep_ == "cc" and c.i == doer.left_edge.i for c in doer.children)
        if joined and mentions.can_act(doer) and not (mentions.can_act(held) and not mentions.pronoun(held)):
            doer.head, doer.dep_ = verb, "nsubj"
            verb.dep_ = "conj"
            for child in [c for c in doer.children if c.dep_ == "cc"]:
                child.head = verb


def when(clause: Token, mentions: Mentions) -> None:
    """Give a passive clause the subject that stands before it with the word that opens it, taken for a time of the verb
    above ("tewas [setelah pos di Gao, Mali], diserang pemberontak")."""
    above, voices = clause.head, mentions.pack.index.voices
    bare = not has_subject(clause) and all(c.dep_ not in ("mark", "cc") for c in clause.children)
    if clause.dep_ not in ("advcl", "conj") or not bare or voices.get(clause.lower_) != "pass":
        return
    for noun in [c for c in above.children if c.dep_ == "obl" and above.i < c.i < clause.i]:
        opening = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i]
        between = clause.doc[noun.right_edge.i + 1 : clause.i]
        if len(opening) != 1 or opening[0].pos_ != "SCONJ":
            continue
        if noun.i not in date_tokens(noun.doc) and all(t.is_punct or t.pos_ in ("AUX", "ADV") for t in between):
            opening[0].head, opening[0].dep_ = clause, "mark"
            noun.head, noun.dep_, clause.dep_ = clause, "nsubj:pass", "advcl"


def said_last(clause: Token, mentions: Mentions) -> None:
    """Hang what is said on the last verb before it, where the first has its object ("denied it and said [that …]") or
    what is promised ("promised to leave and said [that …]")."""
    verb = clause.head
    had = [c.dep_ for c in verb.children if c.dep_ in ("obj", "xcomp") and verb.i < c.i < clause.i]
    if not had:
        return
    later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and verb.i < c.i < clause.left_edge.i]
    if "obj" not in had and not (later and starts(later[-1], mentions.pack.words("verbs_reporting"))):
        return
    if later and not any(c.dep_ in ("ccomp", "xcomp") for c in later[-1].children):
        clause.head = later[-1]


def said_around(clause: Token, mentions: Mentions) -> None:
    """Hang on a verb of saying what it says, where a clause of time between them took it ("*said* after meeting X *that
    he is ready*")."""
    time, reporting = clause.head, mentions.pack.words("verbs_reporting")
    says = time.head
    if time.dep_ != "advcl" or not marks(time) or not says.i < time.i < clause.i or not marks(clause):
        return
    whole = any(c.dep_ == "obj" for c in time.children) and time.lower_ not in reporting
    if whole and says.lower_ in reporting and all(c.dep_ != "ccomp" for c in says.children):
        clause.head = says


def whom(verb: Token) -> None:
    """Hang on a pronoun the clause that says whom it means ("expel them [who back the rebels]")."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if subject is None or subject.i == 0 or subject.left_edge.i != subject.i:
        return
    before = subject.nbor(-1)
    rel = has(subject, "PronType", "Rel") or has(subject, "PronType", "Int")
    if rel and before.pos_ == "PRON" and before.dep_ in ("obj", "obl") and not verb.is_ancestor(before):
        verb.head, verb.dep_ = before, "acl:relcl"


def subject(helper: Token) -> None:
    """Hang on the verb behind it the subject of a verb that only helps it ("yang [mulai] berlaku")."""
    verb = helper.head
    if not has_subject(verb):
        for child in [c for c in helper.children if c.dep_ in SUBJECTS and c.i < helper.i]:
            child.head = verb


def of_the_fight(verb: Token, mentions: Mentions) -> None:
    """Hang on a fight the clause behind its sides that tells of those it left dead ("clashes between farmers and the
    police *that left 31 people injured*"); what only one side did opens with "who"."""
    side, subject = verb.head, next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    words, first = mentions.pack.words, side
    while first.dep_ in ("conj", "nmod") and preposition_words(first) not in words("between_markers"):
        first = first.head
    fight = first.head.head if first.head.i in date_tokens(verb.doc) else first.head
    if subject is None or not has(subject, "PronType", "Rel") or subject.lower_ in words("personal_relatives"):
        return
    between = first.dep_ in ("nmod", "obl") and preposition_words(first) in words("between_markers")
    counted = (c for o in verb.children if o.dep_ == "obj" for c in (o, *o.children))
    if not between or not mentions.fits(fight, ("@hostilities",)) or fight.i > first.i:
        return
    if any(c.pos_ == "NUM" or mentions.counts(c) for c in counted):
        verb.head = fight


def relative(verb: Token, mentions: Mentions) -> None:
    """Hang a relative clause, taken for an adverbial one, on its noun ("will meet the minister, who last month …").

    Where the noun before it tells only where, the clause is about the act, and stays with it.
    """
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if subject is None or not has(subject, "PronType", "Rel") or subject.i < 2:
        return
    noun = subject.nbor(-1)
    if noun.text == ",":
        noun = noun.nbor(-1)
    while noun.dep_.split(":")[0] in INSIDE and noun.head.i < noun.i:
        noun = noun.head
    placed = preposition_words(noun) in mentions.pack.words("position_prepositions")
    if noun.i in date_tokens(noun.doc):
        return
    if noun.pos_ in ("NOUN", "PROPN") and verb.head.is_ancestor(noun) and not placed and not verb.is_ancestor(noun):
        verb.head, verb.dep_ = noun, "acl:relcl"


def where(word: Token, mentions: Mentions) -> None:
    """Hang on the place before it a clause that two words open, taken for one about the act ("membahas Sudan, [di mana
    bentrokan pecah]")."""
    first, doc = word.head, word.doc
    if word.i != first.i + 1 or not first.i or not starts(first, mentions.pack.words("place_relatives")):
        return
    clause = first.head if first.dep_ == "mark" else first.head.head  # "[di mana] bentrokan": taken for its preposition
    noun = doc[first.i - 1]
    if noun.text == "," and noun.i:
        noun = noun.nbor(-1)
    while noun.dep_.split(":")[0] in INSIDE and noun.head.i < noun.i and not preposition_words(noun):
        noun = noun.head
    if noun.pos_ not in ("NOUN", "PROPN") or clause.dep_ not in ("advcl", "conj", "parataxis", "ccomp"):
        return
    above = clause.head
    if clause.i < word.i or noun.i in date_tokens(doc) or not (above.i == noun.i or above.is_ancestor(noun)):
        return
    first.head, first.dep_ = clause, "advmod"
    clause.head, clause.dep_ = noun, "acl:relcl"
