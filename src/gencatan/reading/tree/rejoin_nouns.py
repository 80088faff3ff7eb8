"""Nouns and names that a small parser hangs on the wrong word, or takes for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.tree.relations import (
    SUBJECTS,
    date_tokens,
    has_subject,
    marks,
    preposition_words,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.tree.mentions import Mentions

AIMS: Final = frozenset({"xcomp", "ccomp", "advcl", "acl", "acl:relcl"})
BODIES: Final = ("@troops", "@armed_force", "@police_force", "@peacekeepers")
PLACES: Final = ("@place_noun", "@region_noun", "@military_ground", "@building")
INSIDE: Final = frozenset({"nmod", "flat", "compound", "appos"})
NEXT_BUT_ONE: Final = 3  # words from the first of two to the noun: "security *and* medical *sources*"
OFFICES: Final = frozenset({"official", "office"})
NO_HOLDERS: Final = frozenset({"state", "place", "group", "organisation"})


def must(token: Token, mentions: Mentions) -> None:
    """Hang on the verb what somebody must, taken for a part of his name ("semua pihak [hendaknya] segera mundur")."""
    noun, verb = token.head, token.head.head
    behind = token.i == noun.i + 1 or (token.i > noun.i and token.i == noun.right_edge.i)
    if noun.dep_ not in SUBJECTS or not behind or verb.i < token.i or verb.pos_ != "VERB":
        return
    if token.lower_ in mentions.pack.words("modal_required") and not any(token.children):
        token.head, token.dep_, token.pos_ = verb, "advmod", "ADV"


def beside_its_like(noun: Token) -> None:
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


def surname(word: Token) -> None:
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


def second_name(joined: Token, mentions: Mentions) -> None:
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


def second_office(joined: Token, mentions: Mentions) -> None:
    """Hang on the holder of an office the holder of another, taken for joined to whose office the first is ("panglima
    militer Chad [dan komandan pasukan Zagawa]")."""
    office = joined.head
    while office.dep_ in ("nmod", "flat") and office.head.i < office.i:
        office = office.head
    both = (mentions.pack.classes_of(t.lower_) for t in (joined, office))
    if joined.head.pos_ != "PROPN" or not all(kinds & OFFICES for kinds in both):
        return
    for word in [c for t in (office, joined.head) for c in t.children if c.i > joined.i and c.dep_ in ("nmod", "flat")]:
        if word.pos_ == "PROPN" and not preposition_words(word):
            word.head, word.dep_ = joined, "nmod"  # "Presiden Macron dan Kanselir [Olaf Scholz]"
    joined.head = office


def second_holder(joined: Token, mentions: Mentions) -> None:
    """Hang on the second of two offices the name right behind it, taken for one more of the first ("Presiden X dan
    pemimpin pemberontak [Y]")."""
    office, behind = joined.head, joined.right_edge.i + 1
    if behind >= len(joined.doc) or not mentions.pack.classes_of(joined.lower_) & OFFICES:
        return
    name = joined.doc[behind]
    if name.head.i != office.i or name.ent_type_ != "PER" or name.dep_ not in INSIDE or name.pos_ != "PROPN":
        return
    if any(c.pos_ == "PROPN" and c.i < joined.i for c in office.children):
        name.head, name.dep_ = joined, "nmod"


def beyond_place(joined: Token, mentions: Mentions) -> None:
    """Put beside a subject the second of two who do it, taken for joined to where the first is ("armed groups in Mali
    [and the government] in Bamako agreed …")."""
    where = joined.head
    first = where.head
    if where.pos_ != "PROPN" or first.dep_ not in SUBJECTS or first.pos_ not in ("NOUN", "PROPN"):
        return
    if not mentions.pack.words("position_prepositions").at([preposition_words(where)], 0):
        return
    whose = any(c.dep_ == "nmod:poss" or c.pos_ == "PRON" for c in joined.children)  # "in Mali and its neighbours"
    if not whose and mentions.can_act(first) and mentions.can_act(joined) and not mentions.fits(joined, PLACES):
        joined.head = first


def excepted(few: Token, mentions: Mentions) -> None:
    """Hang on "all" those who are left out of it, and who were not beside it ("all [but two] were freed")."""
    marker = next((c for c in few.children if c.dep_ == "cc" and c.i < few.i), None)
    if marker is None or marker.i != few.head.i + 1 or few.pos_ not in ("NUM", "NOUN", "PRON"):
        return
    if marker.lower_ in mentions.pack.words("except_markers"):
        few.dep_, marker.dep_ = "nmod", "case"


def between(second: Token, mentions: Mentions) -> None:
    """Put beside the first of two sides the second that the parser put beside a word of the first ("antara pasukan
    pemerintah [dan pemberontak]")."""
    first = second.head
    while first.dep_ in INSIDE and first.head.i < first.i and not preposition_words(first):
        first = first.head
    if first.i == second.head.i or not mentions.pack.words("between_markers").at([preposition_words(first)], 0):
        return
    if all(c.dep_ != "conj" for c in first.children):
        second.head = first


def of_both(noun: Token, mentions: Mentions) -> None:
    """Make the first of two words before a noun tell what it is of, too, which the parser took for something beside it
    ("[security] and medical sources", "50 [army] and police officers", "[missile] and drone strikes"): it stands in the
    singular, counted as many, or is nobody."""
    first = noun.head
    beside = noun.doc[max(noun.i - NEXT_BUT_ONE, 0)]
    if beside.dep_ == "conj" and beside.head.i == first.i:  # both hung on a name before ("near Gaza, hospital and …")
        first = beside
    if first.pos_ not in ("NOUN", "PROPN", "ADJ") or noun.i != first.i + NEXT_BUT_ONE:
        return
    if not has(noun, "Number", "Plur"):
        return
    middle = noun.nbor(-1)
    alone = middle.head.i == noun.i and middle.dep_ in ("amod", "compound") and noun.nbor(-2).dep_ == "cc"
    if not alone or has(first, "Number", "Plur") or any(c.dep_ in ("det", "nmod:poss") for c in first.children):
        return
    counted = any(c.dep_ == "nummod" for c in first.children)
    kinds = mentions.classes(first)
    bare = all(c.is_punct for c in first.children if c.i < first.i)
    field = bare and ("agent" not in kinds or not kinds.isdisjoint(("abstract", "building")))
    field = field or first.pos_ == "ADJ"  # "Palestinian [medical] and security officials"
    tells = {noun.lower_, noun.lemma_.lower()} & mentions.pack.words("attribution_nouns").firsts
    of_acts = middle.dep_ == "compound" and not counted and mentions.is_event(noun)
    if (counted or field) and ("agent" in mentions.classes(noun) or tells or of_acts):
        noun.head, noun.dep_ = first.head, first.dep_
        for child in list(first.children):
            child.head = noun
        first.head, first.dep_ = noun, "amod" if first.pos_ == "ADJ" else "compound"


def two_peoples(noun: Token, mentions: Mentions) -> None:
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


def undergone(noun: Token, mentions: Mentions) -> None:
    """Make what is told of undergo an act that an ending makes a noun ("mengumumkan digelarnya [pasukan asing]")."""
    act = noun.head.lower_
    if mentions.pack.unowned(act) != act and not preposition_words(noun):
        noun.dep_ = "nsubj:pass"


def whose(name: Token, mentions: Mentions) -> None:
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


def in_office(word: Token, mentions: Mentions) -> None:
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


def held_for(noun: Token, mentions: Mentions) -> None:
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


def doer(token: Token, mentions: Mentions) -> None:
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


def by_whom(token: Token, mentions: Mentions) -> None:
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


def proposed(token: Token, mentions: Mentions) -> None:
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


def sent_to(token: Token, mentions: Mentions) -> None:
    """Hang on the verb where a force is sent ("has sent a company of marines [to Karu]")."""
    whole = token.head
    while whole.dep_ == "nmod" and whole.head.i < whole.i:
        whole = whole.head
    if whole.dep_ == "obj" and whole.head.pos_ == "VERB" and whole.head.i < whole.i < token.i:
        to = mentions.pack.words("goal_prepositions")
        if preposition_words(token) in to and not mentions.is_event(token.head) and mentions.fits(token.head, BODIES):
            token.head, token.dep_ = whole.head, "obl"


def second_subject(noun: Token, mentions: Mentions) -> None:
    """Hang on a verb's subject the noun right behind it, taken for one more ("perundingan [kedua pihak] ditunda")."""
    left = noun.left_edge
    if noun.pos_ not in ("NOUN", "PROPN") or left.i == 0:
        return
    if left.text == "," or left.nbor(-1).is_punct:
        if noun.pos_ == "PROPN":
            _holder(noun, mentions)
        else:
            _set_off(noun)
        return
    if left.nbor(-1).pos_ == "NUM" or any(c.dep_ in ("case", "cc", "mark") or c.pos_ == "NUM" for c in noun.children):
        return
    for first in noun.head.children:
        if first.dep_ in SUBJECTS and first.pos_ == "NOUN" and first.i < left.i == first.right_edge.i + 1:
            noun.head, noun.dep_ = first, "nmod"
            return


def _set_off(noun: Token) -> None:
    """Put beside a name what it is, between commas, taken for one more subject ("Gaza, [wilayah yang dikuasai Hamas],
    digempur")."""
    left, right = noun.left_edge.i, noun.right_edge.i
    left += noun.doc[left].text == ","
    if noun.doc[left - 1].text != "," or right + 1 >= noun.head.i or noun.doc[right + 1].text != ",":
        return
    if any(c.dep_ in ("case", "cc", "mark", "nummod", "conj") for c in noun.children):
        return
    for first in noun.head.children:
        if first.dep_ in SUBJECTS and first.pos_ == "PROPN" and first.right_edge.i == left - 2:
            noun.head, noun.dep_ = first, "appos"
            return


def _holder(name: Token, mentions: Mentions) -> None:
    """Put beside an office the name of who holds it, taken for one more subject where no comma closes it off ("Juru
    bicara militer, [Mayor Upali] membenarkan …")."""
    left = name.left_edge.i - (name.left_edge.text != ",")
    if name.doc[left].text != "," or name.i > name.head.i or any(c.dep_ in ("cc", "conj") for c in name.children):
        return
    if name.doc[name.right_edge.i + 1].text == ",":
        return  # "Wakilnya, *Abu Hassan*, ditangkap": whom it names besides
    for first in name.head.children:
        if first.dep_ not in SUBJECTS or not left - 1 <= first.right_edge.i <= left or not first.i < left:
            continue
        named = any(t.ent_type_ == "PER" for t in name.doc[first.left_edge.i : left])
        kinds = mentions.classes(name)
        if not named and "official" in mentions.classes(first) and ("person" in kinds or not kinds & NO_HOLDERS):
            name.head, name.dep_ = first, "appos"
        return


def name(token: Token, mentions: Mentions) -> None:
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


def past_adverb(token: Token, mentions: Mentions) -> None:
    """Hang on a noun what the parser hung on the adverb behind it ("the worst breach so far *of the truce*", "the
    deadliest raid yet *on the town*")."""
    adverb = token.head
    noun = adverb.head
    if mentions.pack.in_class(adverb.lower_, "direction"):
        return  # "camps north of the town"
    if noun.pos_ == "NOUN" and noun.i < adverb.i and token.left_edge.i == adverb.i + 1 and preposition_words(token):
        token.head, token.dep_ = noun, "nmod"


def what_it_is(noun: Token, mentions: Mentions) -> None:
    """Hang on the name of a place what it is besides, taken for a clause of its own ("from Camp Abubakar, *its former
    headquarters*, which they overran")."""
    if not any(c.dep_ == "acl:relcl" and c.i > noun.i and not marks(c) for c in noun.children):
        return
    first = noun.left_edge
    before = first if first.text == "," else first.nbor(-1) if first.i else first
    place = before.nbor(-1) if before.i else before
    if before.text != "," or place.pos_ != "PROPN" or not mentions.fits(noun, PLACES):
        return
    while place.dep_ in ("flat", "compound") and place.head.pos_ == "PROPN":
        place = place.head
    if place.i < noun.i and not noun.is_ancestor(place):
        noun.head, noun.dep_ = place, "appos"


def lies(side: Token, mentions: Mentions) -> None:
    """Hang on a place the words behind a comma that tell where it lies, taken for where the verb's act was ("struck a
    camp in Dhamar, [south of Sanaa]")."""
    comma, place = side.nbor(-1), side.nbor(-2)
    if comma.text != "," or place.pos_ != "PROPN" or side.head.i == place.i:
        return
    of = mentions.pack.words("genitive_markers")
    towards = [c for c in side.children if c.i > side.i and c.pos_ == "PROPN" and preposition_words(c) in of]
    while place.dep_ in ("flat", "compound") and place.head.pos_ == "PROPN":
        place = place.head
    if towards and place.i < side.i and (preposition_words(place) or place.dep_ in ("nmod", "obj")):
        side.head, side.dep_, side.pos_ = place, "appos", "NOUN"
        comma.head = side


def beside_day(side: Token, mentions: Mentions) -> None:
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
