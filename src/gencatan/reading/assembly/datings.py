"""Which of the dates in a sentence a claim gets: when the act was, not when it was told.

The nearest through the tree wins (`proximity`). A date of the telling ("the army said on Sunday", "kata polisi, Senin")
is none of the act's; one in a clause after "since" opens a time that lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.reading.assembly.date_heads import ATTRIBUTES, ONCE, TOLD, WITHIN_NOUN, bound_elsewhere, heads_of
from gencatan.reading.assembly.proximity import (
    BOUND,
    clause_before,
    is_of_clause_around,
    is_of_clause_behind,
    is_told_with,
    is_under,
    nearest,
)
from gencatan.reading.dates.found import DateExpression
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.tree.relations import has_subject, is_clause, lowered, marks, preposition_words
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from gencatan.language.pack import Phrases

MOMENTS: Final = frozenset({"attack", "air_strike", "explosion", "arrest", "abduction", "release", "execution"})
NARROW: Final = {"obligation": 1.5, "statement": 1.5, "territory": 1.5, "mediation": 1.5}
"""What is owed, said, held or mediated has a date of its own only in its own clause; the next clause is another act."""
BOUNDS: Final = frozenset({"since", "before", "until", "after"})
STRETCHES: Final = frozenset({"since", "until"})
LIMITS: Final = frozenset({"within", "until", "before"})
MADE: Final = frozenset({"agreed", "signed", "proposed", "rejected"})
LENGTHS: Final = frozenset({"duration", "within"})
STEPS: Final = 3
"""Words between where forces stood and the date that tells since or until when."""
NEXT: Final = 5
"""Words behind the head of a date within which a clause of its own begins."""
LONGEST: Final = 3
"""Words of a preposition that sets an act apart ("in connection with")."""
BODILY_HARM: Final = frozenset({"killed", "injured"})
MARKS: Final = frozenset({"mark", "case", "advmod"})
DECIDED: Final = frozenset({"advcl", "xcomp", "ccomp"})


def _is_over_before(draft: Draft, words: DateExpression) -> bool:
    """Whether what was agreed or held is told with a day by which something else must be done, or with how long it took
    ("agreed to leave within two weeks", "an accord, signed there, by which by 2016 …", "16 hours of talks")."""
    if draft.status != "asserted":
        return False
    if draft.kind == "meeting":
        return words.relation == "within"
    stage = draft.values.get("stage")
    return words.relation == "within" if stage == "agreed" else stage in MADE and words.relation in LIMITS


def dating(
    draft: Draft,
    starts: Sequence[Token],
    dealt_with: Phrases,
    *,
    at_the_time: Phrases | None = None,
    said: Collection[int] = (),
    within: Token | None = None,
    happens: Callable[[Token], bool] = lambda noun: True,
    stands: Callable[[Token], bool] = lambda noun: False,
    of: Collection[str] = (),
    bare: bool = False,
    names: Callable[[int, DateExpression], bool] = lambda index, date: False,
    acts: Collection[int] = (),
    apart: Sequence[Phrases] = (),
) -> DateExpression | None:
    """The date words of a draft; `starts` are its trigger and the verb that carries it.

    `said` are the words of the sentence that state something by words alone ("condemned"): what dates them dates no act
    that they are about. `acts` are those that tell acts and harm. `dealt_with` are the prepositions before an act that
    another deals with: what stands before "jailed on Monday for the attack" dates that other. `within` is the noun in
    whose words they must stand, if any. `happens` tells which nouns are acts or times that a date before them dates,
    `stands` which tell where forces stand (`of` are the words of "the line *of* 19 September", which `bare` dates do
    without), `names` which dates are part of what a thing is called or another act's.
    `at_the_time` are the words behind a date that open what was then, whatever stands before the date ("since 2019,
    when …").
    """
    if draft.day is not None:
        return draft.day
    doc, heads = draft.token.doc, heads_of(draft)
    heads = {i: e for i, e in heads.items() if not names_another(draft.sentence, i, starts, happens)}
    heads = {i: e for i, e in heads.items() if clause_before(doc[i], draft) is None and not names(i, e)}
    heads = {i: e for i, e in heads.items() if not is_of_clause_behind(draft, i)}
    if draft.kind == "agreement" and draft.values.get("stage") == "agreed" and not draft.nominal:
        # "agreed to meet next Monday"
        heads = {i: e for i, e in heads.items() if i < draft.token.i or not e.first.lies_ahead}
    decided = _decided(draft, starts[-1]) if draft.status == "planned" and heads else None
    if decided is not None:
        predicates = {start.i for start in starts}
        heads = {i: e for i, e in heads.items() if e.first.lies_ahead or doc[i].head.i in predicates}
    length = draft.token.head
    lasting = draft.kind == "event" and draft.nominal and draft.token.dep_ == "nmod" and length.pos_ == "NOUN"
    if lasting and _is_length(draft.sentence, length):
        heads = {i: e for i, e in heads.items() if is_under(doc[i], length)}  # "fell on May 2 in *ten years of war*"
    later = day_of_next(draft)
    heads = {i: e for i, e in heads.items() if later is None or i < later.i}
    mine = {start.i for start in starts}
    set_apart = apart
    if draft.values.get("harm") in BODILY_HARM or draft.kind == "territory":
        apart = ()  # who died "karena ledakan Senin" did so that day, what was taken "after the war of 2020" that year
    heads = {i: e for i, e in heads.items() if not _dates_act_apart(draft.sentence, e, mine, happens, apart)}
    if draft.kind == "statement":  # "ordered them to leave by Sunday": the day by which what is asked must be done
        heads = {i: e for i, e in heads.items() if e.relation not in LIMITS or i < draft.token.i}
    heads = {i: e for i, e in heads.items() if not _is_over_before(draft, e)}
    if draft.kind != "territory":
        heads = {i: e for i, e in heads.items() if not tells_where(draft.sentence, e, stands, of, bare)}
    heads = {i: e for i, e in heads.items() if e.relation != "since" or not _counts_from(doc[i], starts)}
    around = {i for i, e in heads.items() if e.relation == "at" and is_of_clause_around(doc[i], draft, acts)}
    heads = {i: expression for i, expression in heads.items() if i not in around}
    if within is not None:
        counted = {
            i for i, e in heads.items() if e.relation == "anchored" and i < within.i
        }  # "two days after the raid"
        heads = {i: e for i, e in heads.items() if i in counted or is_told_with(within.doc[i], within)}
    opening = _opening(draft, dealt_with)
    heads = {i: expression for i, expression in heads.items() if opening is None or i > opening}
    behind = _after_other(draft, set_apart, acts)
    if behind is not None:  # of a day without its year, and of what counts from the act, one may not be sure
        heads = {i: e for i, e in heads.items() if i > behind or e.relation != "at" or e.first.year is None}
    own_clause = _opening_date(draft.sentence, starts) if draft.kind in ("event", "casualty") else None
    if own_clause is not None and all(i <= own_clause[0] for i in heads):
        return own_clause[1]
    if draft.nominal and draft.token.head.i in said and draft.token.dep_.split(":")[0] in ("obj", "obl"):
        own = draft.token  # "on Friday condemned the attack": the day of the words
        heads = {i: e for i, e in heads.items() if i > own.i or is_under(own.doc[i], own)}
    firing = draft.firing  # its own word where no other binds to it ("the troops must leave by Friday")
    plain = draft.kind == "obligation" and firing is not None and firing.token.i == draft.token.i
    bound = BOUND if plain else NARROW.get(draft.kind, BOUND)
    own_terms = [i for i, e in heads.items() if draft.clause is not None and e.relation in LIMITS]
    inside = [i for i in own_terms if draft.clause and draft.clause[0] <= heads[i].start < draft.clause[1]]
    if len(inside) == 1:
        return heads[inside[0]]  # wherever the parser hung it
    for start in starts:
        chosen = _deadline(draft, heads, start.doc) or _chosen(draft, start, heads, bound)
        if chosen is not None:
            expression = heads[chosen.i]
            if expression.relation == "anchored" and _is_free(expression, draft.sentence):
                return replace(expression, relation="at")  # "two days later", "the previous evening"
            if expression.relation in STRETCHES and _is_whose(expression, draft):
                return replace(expression, relation="at")  # "shaken by Monday's raid", "shut since Monday's raid"
            if expression.relation in BOUNDS and at_the_time and _tells_of_then(start, chosen, at_the_time):
                return replace(expression, relation="at")
            if expression.relation == "duration" and (begun := _begun(expression, draft.sentence)) is not None:
                return begun
            if expression.relation == "since" and _follows(start, chosen) and not _can_last(draft):
                return replace(expression, relation="at")  # "cut since Friday, after a strike hit the cable"
            lasts = expression.relation == "at" and _is_since(expression, chosen, start, draft.sentence)
            if lasts and draft.values.get("format") in ONCE:
                return None
            return replace(expression, relation="since") if lasts else expression
    return None


def _is_whose(date: DateExpression, draft: Draft) -> bool:
    """Whether a day is whose the act is: what stands before both says since or until when something else was."""
    last = draft.sentence.token_at(date.end - 1)
    return last is not None and last.dep_ == "nmod:poss" and last.head.i == draft.token.i


def _decided(draft: Draft, verb: Token) -> Token | None:
    """The verb by which somebody decides on or agrees to what the clause behind it tells ("*agreed* last week to hold a
    conference"): a day beside it is the day of that, where nothing tells that it lies ahead."""
    above = verb.head
    if draft.firing is None or verb.dep_ not in DECIDED or not above.i < verb.i or above.pos_ != "VERB":
        return None
    if above.text != draft.firing.mood.signals.get("planned") or not marks(verb):
        return None
    return None if any(c.dep_ == "nsubj:pass" for c in above.children) else above  # "was scheduled on Monday to meet"


def _begun(length: DateExpression, sentence: Sentence) -> DateExpression | None:
    """The day since which a length of time runs that is told beside it ("for four years since war broke out on X")."""
    words = (d for d in sentence.dates if d.start > length.end and d.since is not None)
    begun = next((d for d in words if 0 < (d.since or 0) - length.end <= 1), None)
    return replace(begun, relation="since") if begun is not None else None


def _opening_date(sentence: Sentence, starts: Sequence[Token]) -> tuple[int, DateExpression] | None:
    """The date that opens the act's own clause ("on Monday two died, and on Friday six more were killed"), wherever the
    parser hung it, and where it stands."""
    for expression in reversed(sentence.dates):
        last = sentence.token_at(expression.end - 1)
        if expression.relation not in TOLD or last is None or not _opens_clause(expression, sentence):
            continue
        if expression.relation == "anchored":
            if not _is_free(expression, sentence):
                continue
            expression = replace(expression, relation="at")  # "and two days earlier gunmen had …"
        behind = [start.i for start in starts if start.i > last.i]
        if behind and all(token.pos_ != "VERB" for token in last.doc[last.i + 1 : min(behind)]):
            return last.i, expression
    return None


def day_of_next(draft: Draft) -> Token | None:
    """The first word of a date that opens a clause behind the one of an act or toll, which is of another day ("ten died
    when a market was hit in May, *and on 3 June* a shell struck Goma")."""
    if draft.kind not in ("event", "casualty"):
        return None
    for expression in draft.sentence.dates:
        first, last = (draft.sentence.token_at(at) for at in (expression.start, expression.end - 1))
        if expression.relation not in TOLD or first is None or last is None or first.i <= draft.token.i:
            continue
        if not _opens_clause(expression, draft.sentence):
            continue
        verb = next((t for t in last.doc[last.i + 1 :] if is_clause(t) or t.is_punct), None)
        if verb is not None and is_clause(verb) and not is_under(draft.token, verb):
            return first
    return None


def _opens_clause(expression: DateExpression, sentence: Sentence) -> bool:
    """Whether a date stands right behind an "and" or a semicolon, and does not go on from another date ("on Monday and
    on Friday")."""
    first = sentence.token_at(expression.start)
    if first is None:
        return False
    doc, at = first.doc, first.i - 1
    while at > 0 and doc[at].pos_ == "ADP":
        at -= 1
    if at < 1 or not (doc[at].pos_ == "CCONJ" or doc[at].text == ";"):
        return False
    if doc[at - 1].text == ",":
        return True
    before = sentence.from_(doc[at - 1])
    return all(not other.start <= before < other.end for other in sentence.dates)


def _tells_of_then(start: Token, date: Token, at_the_time: Phrases) -> bool:
    """Whether the date is a clause's own that begins right behind it ("before 22 April, the day when …")."""
    words = lowered(date.doc)
    for at in range(date.i + 1, min(date.i + NEXT, start.i)):
        if (length := at_the_time.at(words, at)) and at + length <= start.i:
            between = date.doc[at + length : start.i]
            return not any(token.is_punct and token.text in ";:" for token in between)
    return False


def _follows(start: Token, date: Token) -> bool:
    """Whether a clause is hung on the one that a date belongs to."""
    while start.dep_ not in ("advcl", "ROOT"):
        start = start.head
    return start.dep_ == "advcl" and start.head.i == date.head.i


def _can_last(draft: Draft) -> bool:
    return draft.kind != "event" or draft.values.get("act") not in MOMENTS


def names_another(sentence: Sentence, date: int, starts: Sequence[Token], happens: Callable[[Token], bool]) -> bool:
    """Whether a date only tells which thing is meant ("a 1970 film", "the two-decade war", "the October 9 test")."""
    assert sentence.doc is not None
    token = sentence.doc[date]
    node = token
    while node.dep_ in ATTRIBUTES and node.head.i > node.i:
        node = node.head
    return node.i != token.i and not happens(node) and all(node.i != start.i for start in starts)


def tells_where(
    sentence: Sentence,
    date: DateExpression,
    stands: Callable[[Token], bool],
    of: Collection[str] = (),
    bare: bool = False,
) -> bool:
    """Whether a date only tells which positions are meant ("positions held before April", "posisi sebelum Mei", "the
    line of 19 September", "garis 19 September" where none need stand between)."""
    first = sentence.token_at(date.start)
    if first is None:
        return False
    if date.relation == "at" and first.i > 1:
        if date.first.shape != "calendar" or date.first.weekday is not None:
            return False  # "near the border Tuesday", "shelled positions last week"
        owned = first.nbor(-1).lower_ in of
        noun = first.nbor(-2) if owned else first.nbor(-1)
        return (owned or bare) and noun.pos_ == "NOUN" and stands(noun)
    if date.relation != "before":
        return False
    for before in reversed(first.doc[max(0, first.i - STEPS) : first.i]):
        if stands(before):
            return True
        if before.pos_ not in ("VERB", "ADP", "PRON", "SCONJ", "AUX"):
            return False
    return False


def _opening(draft: Draft, dealt_with: Phrases) -> int | None:
    """Where the preposition stands that makes a noun what another act deals with; None if it is no such noun."""
    if draft.kind not in ("event", "casualty") or not draft.nominal:
        return None
    words = preposition_words(draft.token).split(" ")
    if not words[0] or not dealt_with.at(words, 0):
        return None
    return min((c.i for c in draft.token.children if c.dep_ == "case"), default=None)


def _after_other(draft: Draft, apart: Sequence[Phrases], acts: Collection[int]) -> int | None:
    """Where the preposition stands that sets an act's noun apart from a clause which tells no force itself ("ended in
    2005 *after* the murder of …"): what dates the clause does not date the act. None elsewhere."""
    verb = draft.token.head
    if draft.kind not in ("event", "casualty") or not draft.nominal or draft.token.dep_ != "obl":
        return None
    if not is_clause(verb) or verb.i in acts or draft.token.i < verb.i:
        return None
    words = preposition_words(draft.token).split(" ")
    if not words[0] or not any(phrases.at(words, 0) for phrases in apart):
        return None
    return min((c.i for c in draft.token.children if c.dep_ == "case"), default=None)


def _chosen(draft: Draft, start: Token, heads: dict[int, DateExpression], bound: float) -> Token | None:
    doc = start.doc
    # "on Wednesday, hours after …", "in five days of fighting in July": what tells no date gives way to what does
    lengths = LENGTHS if draft.kind in ("event", "casualty") else ()  # what is owed within five days has its deadline
    telling = [doc[i] for i, e in heads.items() if e.first.shape != "vague" and e.relation not in lengths]
    free = [date for date in telling if not _is_anothers(date, start)]
    chosen = nearest(start, free, bound) or nearest(start, telling, bound)
    chosen = chosen or nearest(start, [doc[i] for i in heads], bound)
    if chosen is not None and heads[chosen.i].relation == "anchored" and not _is_free(heads[chosen.i], draft.sentence):
        # "a day after X": the date of X's clause, which follows; what stands before has its own
        counted = heads[chosen.i].offset_days is not None or heads[chosen.i].months_away is not None
        own = draft.trigger_span[0] < heads[chosen.i].start or not counted
        rest = [doc[i] for i, expression in heads.items() if expression.relation != "anchored"]
        counting, chosen = chosen, nearest(start, rest, bound) if own else chosen
        if counted and chosen is not None and _is_of_anothers_clause(chosen, counting, start):
            return counting  # "came two days after X did Y on 25 September"
    return chosen


def _is_of_anothers_clause(date: Token, counting: Token, start: Token) -> bool:
    """Whether a date stands in the clause behind words that count from it, and the act outside of that."""
    if not start.i < counting.i < date.i:
        return False
    verb = date.head
    between = date.doc[counting.i + 1 : verb.i]
    return verb.dep_ == "advcl" and bool(marks(verb)) and not is_under(start, verb) and len(between) > 0


def _deadline(draft: Draft, heads: dict[int, DateExpression], doc: Doc) -> Token | None:
    """The term that the parser hung on what binds to a duty, though it stands behind the duty."""
    if not bound_elsewhere(draft) or any(is_under(doc[i], draft.token) for i in heads):
        return None
    binding = draft.firing.token.i if draft.firing is not None else -1
    return next((doc[i] for i in heads if i > draft.token.i and doc[i].head.i == binding), None)


def _is_free(expression: DateExpression, sentence: Sentence) -> bool:
    """Whether a day told from another names no other act to be told from: the report told that one before."""
    if expression.first.shape not in ("earlier", "later") or expression.first.unit in ("hour", "minute"):
        return False
    if expression.first.bound in ("more", "less") or expression.last is not None:
        return False
    last = sentence.token_at(expression.end - 1)
    if last is None or last.i + 1 >= len(last.doc) or last.nbor(1).is_punct:
        return last is not None
    if last.pos_ == "PRON" or (last.pos_ == "DET" and last.head.i < last.i):
        return True  # "two days before that a mine …", "sehari sebelum itu tentara …", but "before that attack"
    behind = last.nbor(1)  # "two days earlier than planned", but "two days earlier near Kobo"
    compared = is_under(behind, last) and behind.head.pos_ != "PROPN"
    own = behind.dep_ == "mark" or (behind.pos_ == "ADP" and (compared or last.pos_ == "NOUN"))
    named = expression.first.month is not None  # "the following September fighting resumed"
    return (named or last.pos_ in ("NOUN", "ADV", "ADJ")) and last.dep_ not in MARKS - {"advmod"} and not own


def _counts_from(date: Token, starts: Sequence[Token]) -> bool:
    """Whether "since then" is told in a clause behind the act that has a verb and a subject of its own ("killed three,
    so that the toll has risen to 47 *since January*")."""
    verb = date.head
    if not is_clause(verb) or verb.dep_ not in ("advcl", "conj", "parataxis") or not has_subject(verb):
        return False
    return all(start.i < verb.i and start.i != verb.i and not is_under(start, verb) for start in starts)


def _is_anothers(date: Token, start: Token) -> bool:
    """Whether it tells another noun's time ("freed them on Sunday under last month's accord")."""
    return date.dep_ in ("nmod:poss", "compound") and date.head.i != start.i


def _dates_act_apart(
    sentence: Sentence,
    expression: DateExpression,
    own: Collection[int],
    happens: Callable[[Token], bool],
    apart: Sequence[Phrases],
) -> bool:
    """Whether a date stands right behind another act that the clause only comes after or is about, or before its noun
    ("ditangkap setelah serangan [11 September 2001]", "jailed for the bombing of 2004", "after the May 3 attacks")."""
    first = sentence.token_at(expression.start)
    if first is None or first.i == 0 or expression.relation not in ("at", "range"):
        return False
    named = _named_by_day(sentence, expression)
    if named is not None and named.i not in own and happens(named) and _apart(named, first, apart):
        return True
    at = first.i - 1
    while at > 0 and first.doc[at].pos_ == "ADP":
        at -= 1
    act = first.doc[at]
    while act.dep_ in WITHIN_NOUN and act.head.i < act.i and act.head.pos_ in ("NOUN", "PROPN") and not happens(act):
        act = act.head
    if act.i in own or act.pos_ != "NOUN" or not happens(act) or _is_length(sentence, act):
        return False
    since = None if expression.since is None else sentence.token_at(expression.since)
    if since is not None and since.head.i == act.i and since.i < act.i:
        return False  # "since the coup of 2021 the army has held …": from that day on
    return _apart(act, act, apart)


def _is_length(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun only counts how long ("extended the truce for six months on Monday")."""
    lengths = (number for number in sentence.numbers if number.kind == "duration")
    counted = {last.head.i for number in lengths if (last := sentence.last_word(number)) is not None}
    return noun.i in sentence.date_tokens or noun.i in counted


def _named_by_day(sentence: Sentence, expression: DateExpression) -> Token | None:
    """The noun right behind a day without a preposition of its own, which the day tells from others of its sort."""
    first, last = sentence.token_at(expression.start), sentence.token_at(expression.end - 1)
    if first is None or last is None or last.i + 1 >= len(last.doc):
        return None
    noun = last.nbor(1)
    return noun if noun.pos_ == "NOUN" and first.pos_ != "ADP" else None


def _apart(act: Token, first: Token, apart: Sequence[Phrases]) -> bool:
    """Whether the preposition or mark of an act's noun, or what stands before its first word, sets it apart."""
    at = first.i
    while at > 0 and first.doc[at - 1].pos_ == "DET":
        at -= 1
    before = [first.doc[max(0, at - length) : at].text.lower() for length in range(1, LONGEST + 1)]
    words = (preposition_words(act), marks(act), *before)
    return any(word and phrases.at(word.split(" "), 0) == len(word.split(" ")) for phrases in apart for word in words)


def _is_since(expression: DateExpression, date: Token, start: Token, sentence: Sentence) -> bool:
    """Whether the date lies in a clause "since …" that the predicate `start` is outside of."""
    mark = None if expression.since is None else sentence.token_at(expression.since)
    if mark is None or mark.dep_ not in MARKS:
        return False
    between = range(sentence.from_(mark), sentence.from_(date))
    if any(other.start in between for other in sentence.dates if other != expression):
        return False  # "since 2006 with strikes on Sunday"
    clause = mark.head
    if start.i < mark.i < date.i and not any(t.is_punct for t in start.doc[mark.i : date.i]):
        return True  # "since the invasion in March", wherever the parser hung the date
    return clause.i != date.i and is_under(date, clause) and not is_under(start, clause)
