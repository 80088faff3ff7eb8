"""Words that a small parser hangs too high or too low, where the classes of words show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.tree.relations import (
    SUBJECTS,
    date_tokens,
    has_subject,
    marks,
    preposition_words,
    set_off,
    starts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Doc, Token

    from gencatan.reading.tree.mentions import Mentions

OFFICES: Final = frozenset({"official", "office"})
INSIDE: Final = frozenset({"nmod", "flat", "compound", "appos"})
MISTAKEN: Final = INSIDE | {"amod"}
AIMS: Final = frozenset({"xcomp", "ccomp", "advcl", "acl", "acl:relcl"})
NEXT_BUT_ONE: Final = 3  # words from the first of two to the noun: "security *and* medical *sources*"
BODIES: Final = ("@troops", "@armed_force", "@police_force", "@peacekeepers")


def rejoin(doc: Doc, mentions: Mentions) -> None:
    """Hang on its noun or verb what the parser hung elsewhere; in place."""
    for token in doc:
        if token.dep_ in SUBJECTS and token.i and mentions.pack.noun_head == "first":
            if (
                token.pos_ == "NOUN"
                and token.i == token.head.i - 1
                and token.lower_ in mentions.pack.words("modal_strong")
            ):
                token.pos_, token.dep_ = "AUX", "aux"  # "pemerintah [berkewajiban] memulihkan listrik"
            else:
                _second_subject(token)
        if token.dep_ in MISTAKEN and mentions.pack.noun_head == "first":
            _must(token, mentions)
        if token.dep_ == "conj" and token.head.dep_ == "flat" and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            _second_name(token, mentions)
        elif token.dep_ == "conj" and token.head.dep_ == "nmod" and token.pos_ == "NOUN":
            _second_office(token, mentions)
        if token.dep_ == "conj" and token.head.pos_ in ("DET", "PRON"):
            _excepted(token, mentions)
        if token.dep_ == "conj" and token.pos_ == "NOUN" and mentions.pack.noun_head == "last":
            _of_both(token, mentions)
            _two_peoples(token, mentions)
        elif token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN"):
            _between(token, mentions)
        if token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN") and token.head.pos_ == "VERB":
            _beside_its_like(token)
        if token.i and token.pos_ == "PROPN":
            _surname(token)
            _name(token, mentions)
        elif token.dep_ == "advmod" and token.pos_ == "VERB" and token.head.i > token.i:
            if mentions.pack.words("verbs_transparent").at([token.lower_], 0):
                _subject(token)
        elif token.i and token.dep_ == "advcl" and token.pos_ in ("VERB", "ADJ"):
            _relative(token, mentions)
        elif token.dep_ == "acl:relcl":
            _content(token, mentions)
            _stressed(token, mentions)
            _which_lasts(token, mentions)
            _of_the_fight(token, mentions)
        elif token.dep_ == "ccomp":
            _said_last(token, mentions)
            _said_around(token, mentions)
            _whom(token)
            _under_which(token)
        elif token.dep_ == "conj" and token.pos_ == "VERB":
            _answer(token, mentions)
            _done_to_them(token, mentions)
        if token.dep_ in AIMS and token.pos_ == "VERB":
            _promised(token, mentions)
            _second_clause(token, mentions)
        if token.dep_ in ("advcl", "conj") and token.pos_ == "VERB":
            _when(token, mentions)
        if token.dep_ in SUBJECTS and token.pos_ == "NOUN" and token.i:
            _held_for(token, mentions)
        if token.pos_ == "VERB" and token.i and token.nbor(-1).dep_ == "case" and token.nbor(-1).pos_ == "PART":
            _in_office(token, mentions)
        if token.dep_ == "flat" and token.head.i == token.i - 1 and mentions.pack.noun_head == "first":
            _whose(token, mentions)
        if token.pos_ == "VERB" and token.dep_ in ("advcl", "acl", "case"):
            _afterwards(token, mentions)
        if token.dep_ == "acl" and token.head.lower_ in mentions.pack.words("hearsay_nouns"):
            _heard_of(token, mentions)
        if token.dep_ == "obl:agent" and token.i > token.head.i:
            _undergone(token, mentions)
        if token.dep_ in ("obl", "obl:agent") and token.pos_ in ("NOUN", "PROPN"):
            _doer(token, mentions)
            _proposed(token, mentions)
        elif token.dep_ == "nmod" and token.pos_ in ("NOUN", "PROPN"):
            _sent_to(token, mentions)
            _by_whom(token, mentions)
        if token.dep_ in ("nmod", "obl"):
            _beside_day(token, mentions)


def _must(token: Token, mentions: Mentions) -> None:
    """Hang on the verb what somebody must, taken for a part of his name ("semua pihak [hendaknya] segera mundur")."""
    noun, verb = token.head, token.head.head
    behind = token.i == noun.i + 1 or (token.i > noun.i and token.i == noun.right_edge.i)
    if noun.dep_ not in SUBJECTS or not behind or verb.i < token.i or verb.pos_ != "VERB":
        return
    if token.lower_ in mentions.pack.words("modal_required") and not any(token.children):
        token.head, token.dep_, token.pos_ = verb, "advmod", "ADV"


def charged(doc: Doc, charges: Mapping[int, Mapping[str, frozenset[str]]], mentions: Mentions) -> None:
    """Hang on a verb that accuses what it accuses somebody of, taken for a part of whom it accuses, or the other way
    round ("accused the other [of violations]", "blamed the raid [on the army]").

    `charges`: by verb, the prepositions before either, by slot.
    """
    for at, words in charges.items():
        behind = [c for c in doc[at].children if c.i > at]
        first = next((c for c in behind if c.dep_ == "obj"), None)
        if first is None:
            continue
        for clause in behind:
            mark = marks(clause)
            done = clause.dep_ == "advcl" and mark in words["content"] and not has_subject(clause)
            if done and mark not in mentions.pack.words("control_marks") and not set_off(clause):
                clause.dep_ = "xcomp"  # "charged the rebels *with shelling* the town"
        act = mentions.is_event(first)
        wanted = words["addressee"] if act else words["content"]
        if any(c.dep_ in AIMS or preposition_words(c) in wanted for c in behind if c.i != first.i):
            continue
        if not act and first.pos_ == "NOUN" and not mentions.somebody(first):
            continue
        nouns = [c for c in first.children if c.dep_ == "nmod" and c.i > first.i and preposition_words(c) in wanted]
        if nouns and (mentions.somebody(nouns[-1]) if act else mentions.is_event(nouns[-1])):
            nouns[-1].head, nouns[-1].dep_ = doc[at], "obl"


def said_beside(doc: Doc, saying: Iterable[int], mentions: Mentions) -> None:
    """Hang on a verb of saying what its subject says besides, taken for what is said to be done with it ("said Kyiv
    would not give up land, [rejecting a demand]"); with what is said to have been done it may go ("had fled, …")."""
    words = mentions.pack.words
    for verb in (doc[i] for i in saying):
        clause, first = verb.head, verb.left_edge
        participle = has(verb, "VerbForm", "Ger") or (has(verb, "VerbForm", "Part") and has(verb, "Tense", "Pres"))
        behind = first.i > 0 and "," in (first.text, first.nbor(-1).text)
        if verb.dep_ != "advcl" or not participle or not behind or has_subject(verb):
            continue
        teller, helping = clause.head, [c for c in clause.children if c.dep_.split(":")[0] in ("aux", "cop")]
        if clause.dep_ != "ccomp" or not teller.i < clause.i < verb.i or not has_subject(teller):
            continue
        to_come = any(c.lower_ in words("modal_planned") or c.dep_ == "cop" for c in helping)
        if to_come and starts(teller, words("verbs_reporting")):
            verb.head = teller


def _under_which(clause: Token) -> None:
    """Hang on a verb's object the clause "under which …" about it, taken for what the verb says ("signed a deal on
    Monday [under which both will leave]")."""
    verb, first = clause.head, clause.left_edge
    deal = next((c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < first.i), None)
    if deal is None or first.dep_ != "case" or first.head.head.i != clause.i:
        return
    if has(first.head, "PronType", "Rel") or has(first.head, "PronType", "Int"):
        clause.head, clause.dep_ = deal, "acl:relcl"


def _beside_its_like(noun: Token) -> None:
    """Put a phrase beside the one of the same preposition that a clause stands behind, taken for joined to the clause
    ("was marked by the raid that left ten dead and [by a parade]")."""
    verb, case = noun.head, next((c.lower_ for c in noun.children if c.dep_ == "case"), "")
    if not case or verb.dep_ not in ("acl:relcl", "acl", "ccomp") or noun.i < verb.i:
        return
    if any(c.dep_ == "case" and c.lower_ == case for t in verb.children if t.i != noun.i for c in t.children):
        return
    above = {verb.i, *(t.i for t in verb.ancestors)}
    for first in reversed([t for t in noun.doc[: verb.i] if t.dep_ in ("obl", "obl:agent", "nmod")]):
        within = first.i in above or first.head.i in above
        if within and any(c.dep_ == "case" and c.lower_ == case for c in first.children):
            noun.head = first
            return


def _surname(word: Token) -> None:
    """Make a part of the name before it of a name that was taken for one more object ("met his counterpart Rui
    [Sand]"): two of them have an "and" or a comma between them."""
    first = word.nbor(-1)
    if word.dep_ != "obj" or first.pos_ != "PROPN" or word.left_edge.i != word.i or first.i < word.head.i:
        return
    whole = first
    while whole.dep_.split(":")[0] in INSIDE and whole.head.i != whole.i:
        whole = whole.head
    if whole.dep_ == "obj" and whole.i != word.i and whole.head.i == word.head.i:
        word.head, word.dep_ = first, "flat"


def _second_name(joined: Token, mentions: Mentions) -> None:
    """Hang on the first word of a name what is joined to it, taken for a part of its last word ("President Kim Ha-Neul
    [and Premier Liu Ning]"), with the words of its own that follow."""
    part = whole = joined.head
    while whole.dep_ == "flat" and whole.head.i < whole.i:
        whole = whole.head
    own = [c for c in (*part.children, *whole.children) if c.dep_ == "flat" and c.i > joined.i]
    titles = [t for t in (joined, *own) if t.pos_ == "ADJ" or mentions.pack.classes_of(t.lower_) & {"official"}]
    head = next((t for t in own if t.pos_ == "PROPN" and t not in titles), joined) if joined in titles else joined
    head.head, head.dep_ = whole, "conj"
    for word in (joined, *own):
        if word.i != head.i:
            word.head = head
            word.dep_ = "flat" if word.i > head.i else "amod" if word.pos_ == "ADJ" else "nmod"
    for word in list(joined.children) if head.i != joined.i else ():
        if word.dep_ in ("cc", "punct"):
            word.head = head


def _second_office(joined: Token, mentions: Mentions) -> None:
    """Hang on the holder of an office the holder of another, taken for joined to whose office the first is ("panglima
    militer Chad [dan komandan pasukan Zagawa]")."""
    office = joined.head
    while office.dep_ in ("nmod", "flat") and office.head.i < office.i:
        office = office.head
    both = (mentions.pack.classes_of(t.lower_) for t in (joined, office))
    if joined.head.pos_ == "PROPN" and all(kinds & OFFICES for kinds in both):
        joined.head = office


def _excepted(few: Token, mentions: Mentions) -> None:
    """Hang on "all" those who are left out of it, and who were not beside it ("all [but two] were freed")."""
    marker = next((c for c in few.children if c.dep_ == "cc" and c.i < few.i), None)
    if marker is None or marker.i != few.head.i + 1 or few.pos_ not in ("NUM", "NOUN", "PRON"):
        return
    if marker.lower_ in mentions.pack.words("except_markers"):
        few.dep_, marker.dep_ = "nmod", "case"


def _between(second: Token, mentions: Mentions) -> None:
    """Put beside the first of two sides the second that the parser put beside a word of the first ("antara pasukan
    pemerintah [dan pemberontak]")."""
    first = second.head
    while first.dep_ in INSIDE and first.head.i < first.i and not preposition_words(first):
        first = first.head
    if first.i == second.head.i or not mentions.pack.words("between_markers").at([preposition_words(first)], 0):
        return
    if all(c.dep_ != "conj" for c in first.children):
        second.head = first


def _of_both(noun: Token, mentions: Mentions) -> None:
    """Make the first of two words before a noun tell what it is of, too, which the parser took for something beside it
    ("[security] and medical sources", "50 [army] and police officers", "[missile] and drone strikes"): it stands in the
    singular, counted as many, or is nobody."""
    first = noun.head
    if first.pos_ not in ("NOUN", "PROPN") or noun.i != first.i + NEXT_BUT_ONE or not has(noun, "Number", "Plur"):
        return
    middle = noun.nbor(-1)
    alone = middle.head.i == noun.i and middle.dep_ in ("amod", "compound") and noun.nbor(-2).dep_ == "cc"
    if not alone or has(first, "Number", "Plur") or any(c.dep_ in ("det", "nmod:poss") for c in first.children):
        return
    counted = any(c.dep_ == "nummod" for c in first.children)
    kinds = mentions.classes(first)
    field = first.left_edge.i == first.i and ("agent" not in kinds or "abstract" in kinds)
    tells = {noun.lower_, noun.lemma_.lower()} & mentions.pack.words("attribution_nouns").firsts
    of_acts = middle.dep_ == "compound" and not counted and mentions.is_event(noun)
    if (counted or field) and ("agent" in mentions.classes(noun) or tells or of_acts):
        noun.head, noun.dep_ = first.head, first.dep_
        for child in list(first.children):
            child.head = noun
        first.head, first.dep_ = noun, "compound"


def _two_peoples(noun: Token, mentions: Mentions) -> None:
    """Make the first of two words of peoples before a noun tell whose it is, too ("the *South Korean* and Japanese
    foreign ministers"), which the parser took for somebody beside it."""
    first = noun.head
    if noun.i < first.i + NEXT_BUT_ONE or not has(noun, "Number", "Plur") or has(first, "Number", "Plur"):
        return
    joint, second = noun.doc[first.i + 1], noun.doc[first.i + 2]
    between = noun.doc[second.i : noun.i]
    if joint.dep_ != "cc" or any(t.head.i != noun.i or t.dep_ not in ("amod", "compound") for t in between):
        return
    if any(has(c, "Definite", "Ind") for c in first.children):
        return  # "an American and French soldiers"
    if mentions.fits(first, ("@nationality",)) and mentions.fits(second, ("@nationality",)):
        noun.head, noun.dep_ = first.head, first.dep_
        for child in [c for c in first.children if c.dep_ not in ("compound", "flat")]:
            child.head = noun
        first.head, first.dep_ = noun, "amod"


def _answer(verb: Token, mentions: Mentions) -> None:
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
    told = first.dep_ == "ccomp" and undergone and starts(first.head, words("verbs_reporting"))
    told = told and any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children)
    if told or starts(first.head, words("verbs_of_own_words")):
        verb.head = first.head


def _undergone(noun: Token, mentions: Mentions) -> None:
    """Make what is told of undergo an act that an ending makes a noun ("mengumumkan digelarnya [pasukan asing]")."""
    act = noun.head.lower_
    if mentions.pack.unowned(act) != act and not preposition_words(noun):
        noun.dep_ = "nsubj:pass"


def _done_to_them(verb: Token, mentions: Mentions) -> None:
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


def _heard_of(done: Token, mentions: Mentions) -> None:
    """Hang on those it was done to a participle taken for a report's ("no reports of people seriously [hurt]")."""
    if not has(done, "Tense", "Past") or any(c.dep_ in (*SUBJECTS, "mark", "obl:agent", "obj") for c in done.children):
        return
    for heard in [c for c in done.head.children if c.dep_ == "nmod" and c.right_edge.i + 1 == done.left_edge.i]:
        of_whom = preposition_words(heard) in mentions.pack.words("genitive_markers")
        if of_whom and heard.pos_ == "NOUN" and mentions.can_act(heard):
            done.head = heard


def _whose(name: Token, mentions: Mentions) -> None:
    """Take a name from the act whose it is, where a sentence opens with both ("[Kunjungan] Blinken ke Israel")."""
    act = name.head
    if act.i or name.pos_ != "PROPN" or not mentions.is_act(act):
        return
    where = mentions.pack.words("position_prepositions")  # "Perang Dunia II di Eropa" has a name of its own
    done_to = [preposition_words(c) for c in act.children if c.dep_ == "nmod" and c.i > name.i]
    if not any(mark and mark not in where for mark in done_to):
        return
    act.pos_, name.dep_ = "NOUN", "nmod"
    for part in list(act.children):
        if part.dep_ == "flat" and part.i > name.i:
            part.head = name


def _in_office(word: Token, mentions: Mentions) -> None:
    """Make an attribute of a participle taken for a verb, where somebody's office stands behind it: what "'s" opens is
    a noun ("met Thailand's [acting] Prime Minister X")."""
    doc, noun = word.doc, word.nbor(1) if word.i + 1 < len(word.doc) else word
    while noun.dep_ in ("amod", "nmod", "compound", "flat") and noun.head.i > word.i:
        noun = noun.head
    office = any("official" in mentions.pack.classes_of(t.lower_) for t in doc[word.i + 1 : noun.i + 1])
    if not has(word, "VerbForm", "Ger") or not office:
        return
    above = noun.head if noun.head.i > noun.i else None
    verb = above or next((c for c in word.children if c.i > noun.i and c.dep_ in ("conj", "ccomp")), None)
    if verb is None or verb.pos_ != "VERB" or noun.i == word.i:
        return
    owner = doc[word.i - 2]
    others = [c for c in word.children if c.i not in (verb.i, noun.i, owner.i)]
    first = next((c for c in others if c.dep_ in SUBJECTS), None)
    if verb.head.i == word.i:
        verb.head, verb.dep_ = (verb if word.head.i == word.i else word.head), word.dep_
    for child in others:
        child.head = verb
    noun.head, noun.dep_ = (verb, "nsubj") if first is None else (first, "conj")
    if first is not None and owner.head.i == first.i:
        for child in [c for c in owner.children if c.dep_ == "cc"]:
            child.head = noun
    owner.head, owner.dep_ = noun, "nmod:poss"
    word.head, word.dep_ = noun, "amod"


def _afterwards(word: Token, mentions: Mentions) -> None:
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


def _held_for(noun: Token, mentions: Mentions) -> None:
    """Hang on the verb or adjective before it an act with its preposition, taken for who does what it is to bring about
    ("is ready for [talks with Iran] to resolve the dispute")."""
    aim = noun.head
    above = aim.head
    if aim.pos_ != "VERB" or not above.i < noun.i < aim.i or aim.dep_ not in AIMS or above.i == aim.i:
        return
    cases = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i]
    inner = [c for c in aim.children if c.dep_ == "mark" and noun.i < c.i < aim.i]
    if cases and inner and any(c.dep_ == "obj" for c in aim.children) and mentions.is_event(noun):
        noun.head, noun.dep_ = above, "obl"
        aim.head, aim.dep_ = noun, "acl"


def _doer(token: Token, mentions: Mentions) -> None:
    """Hang on an act who did it, named right behind it, from the active verb ("complained of censorship by X")."""
    verb = token.head
    left = token.left_edge
    if verb.pos_ != "VERB" or left.i == 0 or preposition_words(token) not in mentions.pack.words("passive_agent"):
        return
    active = mentions.pack.index.voices.get(verb.lower_) == "act"
    if not active and token.dep_ == "obl:agent":
        return
    if has(verb, "Voice", "Pass") or any(c.dep_ == "aux:pass" for c in verb.children) or not mentions.somebody(token):
        return
    act = left.nbor(-1)
    while act.head.i > verb.i and act.head.i != act.i:
        act = act.head  # "denounced the arrest of ten sailors by the guard"
    if act.head.i == verb.i and act.pos_ == "NOUN" and act.dep_ in ("obj", "obl", "xcomp") and is_act(act, mentions):
        token.head, token.dep_ = act, "nmod"


def _by_whom(token: Token, mentions: Mentions) -> None:
    """Hang on a passive verb who did it, taken for whose a thing behind the verb is, which is no act ("ditutup bagi
    penerbangan umum [oleh koalisi]")."""
    noun, verb = token.head, token.head.head
    if preposition_words(token) not in mentions.pack.words("passive_agent") or not mentions.somebody(token):
        return
    passive = mentions.pack.index.voices.get(verb.lower_) == "pass" or any(c.dep_ == "aux:pass" for c in verb.children)
    if noun.dep_ != "obl" or not verb.i < noun.i < token.i or verb.pos_ != "VERB" or not passive:
        return
    if is_act(noun, mentions) or any(c.dep_ == "obl:agent" for c in verb.children):
        return
    token.head, token.dep_ = verb, "obl:agent"


def _proposed(token: Token, mentions: Mentions) -> None:
    """Hang on an offer or call what it is for, taken for the verb's ("rejected a proposal by Hamas [for a truce]")."""
    words, first = mentions.pack.words, token.left_edge
    if token.dep_ != "obl" or token.i in date_tokens(token.doc) or mentions.fits(token, ("@time_noun",)):
        return
    if preposition_words(token) not in words("control_marks"):
        return
    for noun in token.head.children:
        if noun.dep_ == "obj" and noun.right_edge.i + 1 == first.i and mentions.fits(noun, ("@proposal",)):
            token.head, token.dep_ = noun, "nmod"
            return


def is_act(noun: Token, mentions: Mentions) -> bool:
    """Whether a noun names an act or a harm, which somebody does ("tewasnya 14 wartawan oleh pasukan itu")."""
    return mentions.is_event(noun) or mentions.fits(noun, ("@casualty_noun",))


def _sent_to(token: Token, mentions: Mentions) -> None:
    """Hang on the verb where a force is sent ("has sent a company of marines [to Karu]")."""
    whole = token.head
    while whole.dep_ == "nmod" and whole.head.i < whole.i:
        whole = whole.head
    if whole.dep_ == "obj" and whole.head.pos_ == "VERB" and whole.head.i < whole.i < token.i:
        to = mentions.pack.words("goal_prepositions")
        if preposition_words(token) in to and not mentions.is_event(token.head) and mentions.fits(token.head, BODIES):
            token.head, token.dep_ = whole.head, "obl"


def _content(verb: Token, mentions: Mentions) -> None:
    """Hang on a verb of saying what it says, taken for a clause about whom it tells ("warned the envoys [that it would
    expel them]"): a relative clause lacks its subject or its object."""
    noun, own = verb.head, {c.dep_: c for c in verb.children}
    mark = own.get("mark")
    if mark is None or mark.i < noun.i or "obj" not in own or not any(name in own for name in SUBJECTS):
        return
    if noun.dep_ in ("obj", "iobj") and noun.head.pos_ == "VERB" and mentions.somebody(noun):
        verb.head, verb.dep_ = noun.head, "ccomp"


def _stressed(verb: Token, mentions: Mentions) -> None:
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


def _which_lasts(verb: Token, mentions: Mentions) -> None:
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


def _promised(clause: Token, mentions: Mentions) -> None:
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


def _second_clause(verb: Token, mentions: Mentions) -> None:
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


def _when(clause: Token, mentions: Mentions) -> None:
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


def _said_last(clause: Token, mentions: Mentions) -> None:
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


def _said_around(clause: Token, mentions: Mentions) -> None:
    """Hang on a verb of saying what it says, where a clause of time between them took it ("*said* after meeting X *that
    he is ready*")."""
    time, reporting = clause.head, mentions.pack.words("verbs_reporting")
    says = time.head
    if time.dep_ != "advcl" or not marks(time) or not says.i < time.i < clause.i or not marks(clause):
        return
    whole = any(c.dep_ == "obj" for c in time.children) and time.lower_ not in reporting
    if whole and says.lower_ in reporting and all(c.dep_ != "ccomp" for c in says.children):
        clause.head = says


def _whom(verb: Token) -> None:
    """Hang on a pronoun the clause that says whom it means ("expel them [who back the rebels]")."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if subject is None or subject.i == 0 or subject.left_edge.i != subject.i:
        return
    before = subject.nbor(-1)
    rel = has(subject, "PronType", "Rel") or has(subject, "PronType", "Int")
    if rel and before.pos_ == "PRON" and before.dep_ in ("obj", "obl") and not verb.is_ancestor(before):
        verb.head, verb.dep_ = before, "acl:relcl"


def _second_subject(noun: Token) -> None:
    """Hang on a verb's subject the noun right behind it, taken for one more ("perundingan [kedua pihak] ditunda")."""
    left = noun.left_edge
    if noun.pos_ not in ("NOUN", "PROPN") or left.i == 0 or left.is_punct or left.nbor(-1).is_punct:
        return
    if left.nbor(-1).pos_ == "NUM" or any(c.dep_ in ("case", "cc", "mark") or c.pos_ == "NUM" for c in noun.children):
        return
    for first in noun.head.children:
        if first.dep_ in SUBJECTS and first.pos_ == "NOUN" and first.i < left.i == first.right_edge.i + 1:
            noun.head, noun.dep_ = first, "nmod"
            return


def _subject(helper: Token) -> None:
    """Hang on the verb behind it the subject of a verb that only helps it ("yang [mulai] berlaku")."""
    verb = helper.head
    if not has_subject(verb):
        for child in [c for c in helper.children if c.dep_ in SUBJECTS and c.i < helper.i]:
            child.head = verb


def _name(token: Token, mentions: Mentions) -> None:
    """Hang whose a force is on the force, and who says a thing on the verb of saying."""
    before = token.nbor(-1)
    if (
        token.dep_ in INSIDE
        and before.dep_ in ("nmod", "compound", "obj")
        and before.head.i == token.head.i < before.i
        and not any(c.dep_ in ("case", "cc", "punct") for c in token.children)
        and mentions.fits(before, BODIES)
    ):
        token.head = before  # "penarikan [tentara AS]", not "[penarikan tentara] AS"
    elif token.dep_ == "conj" and before.text == "," and token.i + 1 < len(token.doc):
        verb = token.nbor(1)
        listed = any(c.dep_ == "cc" for c in token.children) or has_subject(verb)
        reports = verb.pos_ == "VERB" and verb.lower_ in mentions.pack.words("verbs_reporting")
        if reports and not listed and not token.is_ancestor(verb):
            token.head, token.dep_ = verb, "nsubj"  # "With more troops, Fil said …"


def _beside_day(side: Token, mentions: Mentions) -> None:
    """Hang on an act's noun between or against whom it was, where the parser hung that on its day or on the verb
    ("followed clashes on Monday *between farmers* and the police")."""
    days, words, prep = date_tokens(side.doc), mentions.pack.words, preposition_words(side)
    if prep not in words("between_markers") and prep not in words("against_markers"):
        return
    at = side.left_edge.i - 1
    while at > 0 and (at in days or (at + 1 in days and side.doc[at].pos_ == "ADP")):
        at -= 1
    noun = side.doc[max(at, 0)]
    if at + 1 < side.left_edge.i and noun.pos_ == "NOUN" and noun.i != side.head.i and is_act(noun, mentions):
        side.head, side.dep_ = noun, "nmod"


def _of_the_fight(verb: Token, mentions: Mentions) -> None:
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


def _relative(verb: Token, mentions: Mentions) -> None:
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
