"""Slips of the parser that the order of the words shows, mended in the tree before anything is read.

"Jets roared over the town and blasts shook its suburbs": the parser coordinates "blasts" with "the town", and the verb
right behind it is left without a subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Phrases
from gencatan.parse.morph import has, values
from gencatan.reading.tree.relations import SUBJECTS, date_tokens, has_subject, marks, preposition

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from spacy.tokens import Doc, Token

BEFORE_VERB: Final = frozenset({"AUX", "ADV", "PART"})
COMPLEMENTS: Final = frozenset({"xcomp", "ccomp", "advcl", "acl"})
ENDS: Final = frozenset(".!?")


def mend(
    tokens: Sequence[Token],
    means: Phrases,
    affecting: Phrases,
    controlling: Phrases,
    acts: Callable[[Token], bool],
    timing: Sequence[Phrases] = (),
) -> None:
    """Give verbs of a second clause the subject that stands right before them, and a noun that the parser took for the
    whole sentence its verb.

    `means`: words before an instrument; `affecting`: verbs that are passive where they have no object; `controlling`:
    marks of infinitives; `acts`: whether a noun names somebody who can do something; `timing`: words that open a clause
    of time.
    """
    for token in tokens:
        if token.dep_ == "conj":
            _group(token, controlling)
            _counted(token)
        elif token.dep_ == "appos" and token.pos_ == "PROPN" and (verb := _behind_phrase(token)) is not None:
            _raise(token, verb)
        elif token.dep_ == "mark" and any(token.lower_ in words for words in timing):
            _told_then(token)
    for root in [t for t in tokens if t.head.i == t.i]:
        main = _main_verb(root, affecting, acts)
        if main is not None:
            _lower(root, main)
        elif preposition(root) and (placed := _behind_place(root, affecting)) is not None:
            noun = placed.head
            for child in [c for c in root.children if c.i > noun.i]:
                child.head = placed
            placed.head, placed.dep_ = placed, "ROOT"
            noun.head, noun.dep_ = placed, "nsubj"
            root.head, root.dep_ = placed, "obl"
    for verb in tokens:
        beside = verb.dep_ == "conj" or (verb.dep_ in ("advcl", "xcomp") and _stands_alone(verb))
        unmarked = verb.dep_ in ("ccomp", "advcl") and not marks(verb) and not values(verb, "VerbForm")
        beside = beside or unmarked
        if verb.pos_ == "VERB" and beside and not has(verb, "VerbForm", "Ger"):
            subject = _left_behind(verb, means)
            if subject is not None:
                _raise(subject, verb)


def _told_then(mark: Token) -> None:
    """Give a verb the noun right behind it that the parser took for the subject of the clause of time behind that
    ("mengatakan [hal] itu *setelah* bertemu dengan …")."""
    verb = mark.head
    said = verb.head
    before = [c for c in verb.children if c.dep_ == "nsubj" and said.i < c.i < mark.i]
    if verb.dep_ not in ("ccomp", "xcomp", "advcl") or said.pos_ != "VERB" or len(before) != 1 or mark.i > verb.i:
        return
    thing = before[0]
    if thing.left_edge.i != said.i + 1 or thing.right_edge.i != mark.i - 1:
        return
    thing.head, thing.dep_, verb.dep_ = said, "obj", "advcl"


def relabel(
    tokens: Sequence[Token],
    before_verbs: Phrases,
    where: Phrases,
    doers: Phrases,
    beside: Phrases,
    denying: Phrases,
    between: Phrases,
) -> None:
    """Take from words the roles that they cannot have: a small word right before a verb does nothing ("balik menuduh"),
    and no place of the words `where` did what is told, which only those of `doers` name ("ditandatangani di Doha").

    `beside`: words before a companion, of which the first alone is no adverb ("arrested [along] with six others");
    `denying`: words that deny the verb behind them, and are none; `between`: prepositions of two words.
    """
    for token in tokens:
        if token.lower_ in denying and token.i + 1 < len(tokens) and token.nbor(1).pos_ == "VERB":
            _denied(token, token.nbor(1))
        if token.dep_ == "acl:relcl" and has_subject(token) and any(_is_conjunction(c) for c in token.children):
            token.dep_ = "acl"  # "no evidence *that* soldiers attacked the village"
        if token.dep_ in SUBJECTS:
            if token.lower_ in before_verbs and token.i + 1 == token.head.i:
                token.dep_, token.pos_ = "advmod", "ADV"
            elif token.pos_ == "VERB" and token.dep_ == "nsubj" and _noun_after_all(token):
                token.pos_ = "NOUN"
            elif token.pos_ in ("DET", "NUM") and token.i + 1 < len(tokens) and _counts_subject(token, token.nbor(1)):
                token.head, token.dep_ = token.nbor(1), "nummod" if token.pos_ == "NUM" else "det"
        elif token.dep_ == "advmod" and token.i + 1 < len(tokens):
            after = token.nbor(1)
            joined = after.dep_ == "case" and after.head.head.i == token.head.i and after.head.i != token.head.i
            if joined and beside.at([token.lower_, after.lower_], 0) == 2:
                token.head, token.dep_, token.pos_ = after.head, "case", "ADP"
        elif token.dep_ == "nmod" and 0 < token.i < token.head.i and token.nbor(-1).head.i == token.head.i:
            first = token.nbor(-1)  # "di [antara] kedua pihak"
            if first.dep_ == "case" and between.at([first.lower_, token.lower_], 0) == 2:
                token.head, token.dep_, token.pos_ = first, "fixed", "ADP"
        elif token.dep_ == "amod" and token.pos_ == "ADV" and _dates_clause(token):
            token.head, token.dep_ = token.head.head, "advmod"
        elif token.dep_ == "obl" and token.pos_ == "PROPN" and _names_before(token):
            token.head, token.dep_ = token.nbor(-1), "appos"
        elif token.dep_ == "obl:agent" and (case := preposition(token)) in where and case not in doers:
            token.dep_ = "obl"


def unclassify(tokens: Sequence[Token], classifiers: Phrases) -> None:
    """Give the place of a word between a number and a noun to the noun ("kedua [belah] *pihak*")."""
    for word in tokens:
        if word.lower_ not in classifiers or word.i + 1 == len(tokens):
            continue
        noun = word.nbor(1)
        if noun.head.i != word.i or noun.dep_ != "nmod" or noun.pos_ != "NOUN":
            continue
        noun.head, noun.dep_ = (noun if word.head.i == word.i else word.head), word.dep_
        for child in list(word.children):
            if child.i != noun.i:
                child.head = noun
        word.head, word.dep_ = noun, "amod"


def one_besides(tokens: Sequence[Token], somebody: Phrases, others: Phrases) -> None:
    """Make a word for somebody what the verb before it is done to, where only a word for others stands behind it
    ("menewaskan dua polisi dan melukai *seorang* lagi")."""
    for one in tokens:
        if one.lower_ not in somebody or not 0 < one.i < len(tokens) - 1:
            continue
        verb, other = one.nbor(-1), one.nbor(1)
        whole = one.i + 2 == len(tokens) or one.nbor(2).pos_ not in ("NOUN", "PROPN", "ADJ")
        hung = one.head.i == other.i or other.head.i == one.i
        if verb.pos_ != "VERB" or other.lower_ not in others or not whole or not hung:
            continue
        one.head, one.dep_, one.pos_ = verb, "obj", "NOUN"
        for child in list(other.children):
            if child.i != one.i:
                child.head = one
        other.head, other.dep_ = one, "amod"


def _names_before(name: Token) -> bool:
    """Whether a name without a preposition is that of the noun right before it ("in the capital [Tbilisi]")."""
    noun, dates = name.nbor(-1) if name.i else name, date_tokens(name.doc)
    if noun.pos_ != "NOUN" or noun.dep_ != "obl" or noun.head.i != name.head.i or not preposition(noun):
        return False
    return not preposition(name) and name.i not in dates and noun.i not in dates


def _dates_clause(word: Token) -> bool:
    """Whether the last word of a date is taken for part of the subject behind it ("A day [earlier] *gunmen* had …")."""
    subject, dates = word.head, date_tokens(word.doc)
    if subject.dep_ not in SUBJECTS or word.i == 0 or word.i not in dates or word.i + 1 in dates:
        return False
    return word.i < subject.i and word.i - 1 in dates


def _denied(word: Token, verb: Token) -> None:
    """Hang on its verb a word that denies it, taken for the verb that has it ("mereka [takkan] menyerang")."""
    if verb.head.i != word.i or verb.dep_ not in ("xcomp", "ccomp"):
        return
    verb.head, verb.dep_ = (verb if word.head.i == word.i else word.head), word.dep_
    for child in list(word.children):
        if child.i != verb.i:
            child.head = verb
    word.head, word.dep_, word.pos_ = verb, "advmod", "PART"


def _counts_subject(word: Token, noun: Token) -> bool:
    """Whether a number or article is taken for a second subject of the noun's verb ("[Ke-22] orang itu ditahan")."""
    same = noun.dep_ == word.dep_ and noun.head.i == word.head.i
    return same and noun.pos_ == "NOUN" and noun.head.i > noun.i and not any(True for _ in word.children)


def _noun_after_all(subject: Token) -> bool:
    """Whether a subject that the tagger took for a verb has what nouns have and nothing of a verb's ("[reports] from
    Sudan said")."""
    own = [c.dep_.split(":")[0] for c in subject.children if not c.is_punct]
    return "nmod" in own and all(dep in ("nmod", "det", "amod", "nummod", "compound") for dep in own)


def undate(doc: Doc, accusing: Collection[int]) -> None:
    """Give the day behind a participle by which nobody is named as accusing to the clause around it ("were killed in an
    ambush blamed on rebels on Saturday")."""
    dates = date_tokens(doc)
    for verb in (doc[i] for i in accusing if doc[i].dep_ == "acl" and has(doc[i], "Tense", "Past")):
        above = verb.head
        while above.pos_ in ("NOUN", "PROPN") and above.head.i != above.i:
            above = above.head
        days = [c for c in verb.children if c.i > verb.i and c.i in dates and c.dep_.startswith("obl")]
        if above.pos_ == "VERB" and above.i < verb.i and all(c.dep_ != "obl:agent" for c in verb.children):
            for day in days:
                day.head = above


def unhedge(hedges: Iterable[Token]) -> None:
    """Make whom a number counts the object of its verb, where the number's hedge was taken for a preposition ("wounded
    about a dozen men"), and the number's a hedge taken for the verb's ("[hampir] mencapai 500 orang")."""
    listed = list(hedges)
    own = {t.i for t in listed}
    for hedge in listed:
        counted = [c for c in hedge.head.children if c.dep_ == "obj" and c.i > hedge.head.i]
        if hedge.dep_ == "advmod" and hedge.head.i in own and hedge.head.pos_ == "VERB" and counted:
            hedge.head = counted[0]
            continue
        noun, verb = hedge.head, hedge.head.head
        if hedge.dep_ != "case" or noun.dep_ != "obl" or verb.pos_ != "VERB" or verb.i > hedge.i:
            continue
        if not any(c.dep_ in ("obj", "nsubj:pass") for c in verb.children):
            hedge.dep_, noun.dep_ = "advmod", "obj"


def in_turn(number: Token) -> None:
    """Make a way of doing it what was taken for whom it is done to ("were lined up and shot [one after another]")."""
    after = number.nbor(1)
    other = after.head
    if after.dep_ == "case" and other.head.i == number.head.i and number.head.i < number.i:
        number.dep_ = "advmod"
        other.head, other.dep_ = number, "nmod"
        done = number.head
        if done.dep_ == "conj" and has(done, "Tense", "Past") and all(c.dep_ != "obj" for c in done.children):
            # taken for what they did, because of what seemed done to others
            done.set_morph("Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]  # spaCy's stubs lack it


def _counted(some: Token) -> None:
    """Make a predicate of what is said of some, where a number alone was coordinated with a verb ("dua orang tewas dan
    [seorang lagi] kritis")."""
    if some.pos_ not in ("DET", "NUM", "PRON") or some.head.pos_ != "VERB":
        return
    said = next((c for c in some.children if c.dep_ == "amod" and c.pos_ in ("ADJ", "VERB") and c.i > some.i), None)
    if said is None or not has_subject(some.head):
        return
    said.head, said.dep_ = some.head, "conj"
    for child in [c for c in some.children if c.i != said.i and (c.dep_ == "cc" or c.i > said.i)]:
        child.head = said
    some.head, some.dep_ = said, "nsubj"


def _is_conjunction(word: Token) -> bool:
    return word.dep_ == "mark" and word.pos_ == "SCONJ" and word.i < word.head.i


def _group(verb: Token, controlling: Phrases) -> None:
    """Coordinate an infinitive with the one before it, and not with the verb that both hang on.

    "Agreed to silence their guns and to let convoys through": what is agreed is both.
    """
    mark, above = marks(verb), verb.head
    if mark not in controlling or marks(above) == mark:
        return
    nouns = [c for c in above.children if c.dep_ in ("obj", "iobj")]
    between = [c for node in (above, *nouns) for c in node.children if above.i < c.i < verb.i]
    same = [c for c in between if c.dep_ in COMPLEMENTS and marks(c) == mark]
    if same:
        verb.head = same[-1]
        # "undertook not to recruit children, to grant access and to submit lists"
        for child in list(same[-1].children):
            listed = child.dep_ == "advcl" and same[-1].i < child.i < verb.i and marks(child) == mark
            if listed and child.left_edge.i and "," in (child.left_edge.text, child.left_edge.nbor(-1).text):
                child.dep_ = "conj"


def _main_verb(root: Token, affecting: Phrases, acts: Callable[[Token], bool]) -> Token | None:
    """The verb that a sentence told by a noun has after all ("A convoy of lorries set out for the border.").

    Behind an insertion it is finite; a past form with nothing between it and the noun may be a participle of the noun,
    but then the sentence would have no verb. Headlines have none, and no full stop.
    """
    doc = root.doc
    last = next((t for t in reversed(doc) if t.is_punct or t.is_alpha), root)
    if root.pos_ not in ("NOUN", "PROPN") or last.text not in ENDS or preposition(root):
        return None
    if any(c.dep_ in SUBJECTS or c.dep_ in ("cop", "expl") for c in root.children):
        return None
    for verb in (c for c in root.children if c.i > root.i and c.pos_ == "VERB"):
        if any(c.dep_ in SUBJECTS or (c.dep_ in ("mark", "cc") and c.i < verb.i) for c in verb.children):
            continue
        behind = "," in (doc[verb.left_edge.i - 1].text, verb.left_edge.text)
        if behind and verb.dep_ in ("conj", "parataxis") and has(verb, "VerbForm", "Fin"):
            return verb
        told = verb.dep_ == "acl" and has(verb, "Tense", "Past") and verb.lower_ not in affecting
        if told and behind and _inserted(root, verb):
            return verb
        past = verb.dep_ == "acl" and has(verb, "Tense", "Past") and not behind and acts(root)
        if past and verb.lower_ not in affecting and all(c.dep_ != "obl:agent" for c in verb.children):
            return verb
    return None


def _behind_place(root: Token, affecting: Phrases) -> Token | None:
    """The verb of a sentence for which a place was taken that it opens with ("In London the market [closed] lower."):
    a noun with an article right behind the place is no part of it."""
    name = {root.i, *(c.i for c in root.children if c.dep_ in ("flat", "compound"))}
    for noun in root.children:
        first = noun.left_edge
        if first.pos_ != "DET" or first.head.i != noun.i or first.i != max(name) + 1 or noun.pos_ != "NOUN":
            continue
        for verb in noun.children:
            past = verb.dep_ == "acl" and has(verb, "Tense", "Past") and verb.i == noun.i + 1
            if past and verb.lower_ not in affecting and all(c.dep_ != "obl:agent" for c in verb.children):
                return verb
    return None


def _inserted(noun: Token, verb: Token) -> bool:
    """Whether between commas a participle stands before the verb ("the truce, brokered by Egypt, held on Monday.")."""
    commas = [t.i for t in noun.doc[noun.i : verb.i] if t.text == ","]
    first = noun.doc[commas[0] + 1] if len(commas) == 2 else None
    return first is not None and first.dep_ == "acl" and commas[-1] == verb.i - 1


def _lower(noun: Token, verb: Token) -> None:
    """Make the noun the subject of the verb, and what stands behind the verb the verb's."""
    for child in list(noun.children):
        if child.i != verb.i and (child.i > verb.i or child.dep_ == "obl"):
            child.head = verb
    verb.head = verb
    verb.dep_ = "ROOT"
    noun.head = verb
    noun.dep_ = "nsubj"


def _stands_alone(verb: Token) -> bool:
    """Whether a verb taken for a clause of the one before it has what only one beside it has: an auxiliary, or, in a
    language without participles, a noun right before it that "and" joins behind a comma to one alone, or a clause.

    "Serbia returns the villages, and Norway monitors the border"; not "urged A and B to monitor the border". What has a
    mark is a clause of the one before it, whatever stands before it: "agreed with A and B to have withdrawn by May".
    """
    if not verb.i or any(c.dep_ == "mark" for c in verb.children):
        return False
    if verb.dep_ == "advcl" and any(c.dep_ == "aux" for c in verb.children):
        return True
    if values(verb, "VerbForm"):
        return False
    if verb.dep_ == "advcl":
        return _finite(verb)
    noun = verb.nbor(-1)
    first = noun.left_edge
    apart = first.i > 0 and "," in (first.text, first.nbor(-1).text)
    alone = sum(c.dep_ == "conj" for c in noun.head.children) == 1 and noun.head.head.i == verb.head.i
    return noun.dep_ == "conj" and apart and alone


def _left_behind(verb: Token, means: Phrases) -> Token | None:
    """The noun between "and" and the verb, coordinated with an earlier noun that is no subject; None if there is none.

    A noun that has an object's or an oblique's place before "and" stays: "shelled towns and villages held by rebels".
    """
    doc, at = verb.doc, verb.i - 1
    bare = verb.dep_ in ("ccomp", "advcl") and not values(verb, "VerbForm")
    if has_subject(verb) or not (bare or _finite(verb)):
        return None
    above = verb.head
    if not has_subject(above):
        return None
    while at > 0 and doc[at].pos_ in BEFORE_VERB and doc[at].head.i == verb.i:
        at -= 1
    noun = doc[at]
    while noun.dep_.split(":")[0] in ("flat", "nmod", "compound") and noun.head.i < noun.i and noun.head.dep_ != "obl":
        noun = noun.head  # "and soldiers of the garrison fled"
    if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN") or noun.head.dep_ in SUBJECTS:
        return None
    dated = noun.head.i in date_tokens(doc)  # "by May 12 and both armies are to leave"
    if not (dated or noun.head.pos_ in ("NOUN", "PROPN")) or noun.head.i <= verb.head.i or noun.right_edge.i >= verb.i:
        return None
    if verb.dep_ in ("ccomp", "advcl") and not _stands_alone(verb) and not _second_of(noun.head.head, verb):
        return None  # "menuntut pemerintah dan tentara mundur"
    if preposition(noun.head) in means:
        return None  # "herders armed with machetes and guns raided the hamlet", whatever "armed" was taken for
    first = noun.left_edge
    while first.is_punct and first.i < noun.i:
        first = first.nbor(1)
    return noun if first.pos_ == "CCONJ" and first.head.i == noun.i and noun.i > verb.head.i else None


def _behind_phrase(name: Token) -> Token | None:
    """The verb whose subject a name behind an opening phrase is, taken for another name in it ("During talks with the
    minister, *Nikai* discussed …"); None if it is none."""
    doc, at = name.doc, name.right_edge.i + 1
    opening = name.left_edge
    if "," not in (opening.text, opening.nbor(-1).text if opening.i else ""):
        return None
    while at < len(doc) and doc[at].pos_ in BEFORE_VERB:
        at += 1
    verb = doc[at] if at < len(doc) else name
    if verb.pos_ != "VERB" or has_subject(verb) or not _finite(verb):
        return None
    phrase = name.head
    while phrase.dep_ in ("nmod", "appos", "flat") and phrase.head.i < name.i:
        phrase = phrase.head
    opens = phrase.left_edge.i == 0 and phrase.dep_ == "obl" and phrase.head.i == verb.i
    return verb if opens and bool(preposition(phrase)) else None


def _second_of(first: Token, second: Token) -> bool:
    """Whether two clauses hang on one verb, the first with a mark ("menyerukan agar A melucuti B dan C mundur")."""
    return first.head.i == second.head.i and first.i < second.i and bool(marks(first)) and has_subject(first)


def _finite(verb: Token) -> bool:
    """Whether a verb has an auxiliary of its own or is no participle that its noun might have as attribute.

    In a language without participles one with a clause for its object is none ("dan tentara diwajibkan membuka jalan").
    """
    own = values(verb, "VerbForm")
    complete = not own and (verb.dep_ == "xcomp" or any(c.dep_ in ("xcomp", "ccomp") for c in verb.children))
    return complete or "Fin" in own or any(c.dep_.startswith("aux") for c in verb.children)


def _raise(subject: Token, verb: Token) -> None:
    """Hang the noun on the verb, and the "and" before it too."""
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    for child in list(subject.children):
        if child.dep_ == "cc" and child.i < subject.i:
            child.head = verb
    subject.head = verb
    subject.dep_ = "nsubj:pass" if passive else "nsubj"
