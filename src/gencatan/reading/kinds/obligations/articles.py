"""Terms told one beside the other, each with who must ("Its terms: X leaves, Y disarms and Z …").

The parser often loses how such clauses hang together, so what joins them is seen by where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.kinds.obligations import documents, terms
from gencatan.reading.kinds.obligations.documents import Allotted
from gencatan.reading.kinds.obligations.further import bare, further
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, conjuncts, expand, is_clause, is_conjunct, lowered
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

HEADED: Final = frozenset({"terms", "deal_text"})
NAMED: Final = HEADED | {"agreement"}
LEAD: Final = 12  # words before a list
LIST: Final = 3  # clauses
OPENING: Final = 4  # words
LISTED: Final = "gencatan.listed"
NOUN_PHRASE: Final = 8
MAKING_UP: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "CCONJ", "X"})
APART: Final = (",", ";", ":")
DONE: Final = frozenset({"event", "deployment", "obligation"})


def listed(sentence: Sentence, report: Report) -> list[Allotted]:
    """What a sentence lists as terms: behind what opens a list, behind "under the deal", behind a word that binds."""
    words = report.tools.pack.words("verbs_bound")
    return [term for term in _listed(sentence, report) if term.predicate.lower_ not in words]


def doers_of(sentence: Sentence, predicate: Token, report: Report) -> list[Token]:
    """Who must do it, where a sentence lists it as a term with those who must right before it."""
    passive = report.tools.syntax.verbs.passive(predicate)
    return [] if passive else _known(sentence, report).get(predicate.i, [])


def _known(sentence: Sentence, report: Report) -> dict[int, list[Token]]:
    """What a sentence lists as terms: by predicate, who stands before it."""
    assert sentence.doc is not None
    known: dict[int, list[Token]] | None = sentence.doc.user_data.get(LISTED)
    if known is None:
        known = {term.predicate.i: term.doers for term in _listed(sentence, report)}
        sentence.doc.user_data[LISTED] = known
    return known


def clause_of(sentence: Sentence, predicate: Token, report: Report) -> tuple[int, int] | None:
    """From who must do a listed thing to the next who must do another, as offsets; None of what is not listed."""
    known = _known(sentence, report)
    doers = known.get(predicate.i, [])
    heads = {min(t.i for t in those): those[0] for those in known.values()}
    if not doers or len(heads) < 2:
        return None
    starts = sorted(sentence.from_(t.left_edge) for t in heads.values())
    own = sentence.from_(heads[min(t.i for t in doers)].left_edge)
    own = 0 if own == starts[0] else own
    return own, next((start for start in starts if start > own and start != starts[0]), sentence.end)


def _listed(sentence: Sentence, report: Report) -> list[Allotted]:
    opening = _list_opening(sentence, report)
    if opening is not None:
        return list(_clauses(sentence, opening, report))
    opening = _under(sentence, report)
    if opening is not None:
        found = list(_clauses(sentence, opening, report))
        return found if found and _opens_as_term(sentence, found[0].predicate, opening, report) else []
    word = binder(sentence, report)
    if word is not None:
        return list(_asked(sentence, word, report))
    return _goes_on(sentence, report)


def _goes_on(sentence: Sentence, report: Report) -> list[Allotted]:
    """What each side must do, in a sentence that lists it behind a deal ("A must stay, B leaves and …")."""
    if not terms.told(sentence, report):
        return []
    assert sentence.doc is not None
    if report.tools.pack.words("modal_strong").firsts.isdisjoint(lowered(sentence.doc)):
        return []
    found = list(_clauses(sentence, 0, report))
    if len(found) < LIST or not report.tools.moods.own.requires(found[0].predicate, "modal_strong"):
        return []
    first = found[0].predicate
    told = report.tools.attributions.of(sentence, first, report.statements.get(sentence.index, {}))
    beside = {t.i for term in found for t in term.doers}
    return [] if any(t.i not in beside for t in told) else found


def _list_opening(sentence: Sentence, report: Report) -> int | None:
    """Where a list of terms begins: behind a colon after words of a deal, or "isinya, …", "its terms are that"."""
    doc = sentence.doc
    assert doc is not None
    words, pack = lowered(doc), report.tools.pack
    if not terms.told(sentence, report):
        return None
    colon = words[:LEAD].index(":") if ":" in words[:LEAD] else None
    if colon is not None and any(sorts_of(t, report) & NAMED for t in doc[:colon]):
        said = any(report.tools.attributions.reports(t) for t in doc[:colon])
        quoted = any(start <= sentence.from_(doc[colon]) + 2 < end for start, end in sentence.quoted)
        return None if said or quoted else colon + 1
    if not any(sorts_of(t, report) & HEADED for t in doc[:2]):
        return None
    openers = pack.words("list_openers")
    for at in range(1, min(LEAD, len(words))):
        if (size := openers.at(words, at)) > 0:
            return at + size
    return 2 if len(words) > 2 and words[1] == "," else None  # "Isinya, …"


def sorts_of(token: Token, report: Report) -> frozenset[str]:
    """The sorts of a word, whatever the tagger made of it, with or without whose it is ("isinya")."""
    pack = report.tools.pack
    kinds = set(pack.classes_of(token.lower_)) | set(pack.classes_of(token.lemma_.lower()))
    for clitic in pack.inflection.clitics:
        if token.lower_.endswith(clitic):
            kinds |= set(pack.classes_of(token.lower_[: -len(clitic)]))
    return frozenset(kinds)


def _under(sentence: Sentence, report: Report) -> int | None:
    """Where what is told begins, in a sentence that opens "Under the deal, …"."""
    doc = sentence.doc
    assert doc is not None
    words = lowered(doc)
    pack = report.tools.pack
    size = max(pack.words(key).at(words, 0) for key in ("terms_markers", "basis_markers"))
    comma = next((n for n, word in enumerate(words[:LEAD]) if word == ","), None)
    if not size or comma is None:
        return None
    within = [t for t in doc[size:comma] if sorts_of(t, report) & NAMED]
    named = any(terms.agreement_named(t, sentence, report) or _text_of_deal(t, sentence, report) for t in within)
    return comma + 1 if named else None


def _text_of_deal(noun: Token, sentence: Sentence, report: Report) -> bool:
    """Whether a noun is the text of the deal told of ("menurut naskah itu", "in the document seen by reporters")."""
    of = [c for c in noun.children if c.dep_ in ("nmod", "compound") and c.pos_ in ("NOUN", "PROPN")]
    return report.tools.mentions.fits(noun, ("@deal_text",)) and not of and terms.told(sentence, report)


def _opens_as_term(sentence: Sentence, predicate: Token, start: int, report: Report) -> bool:
    """Whether the first clause behind "under the deal" tells what is to be done, so that those beside it do."""
    moods = report.tools.moods
    signals = moods.read(sentence, predicate, {}).signals
    if signals.keys() & terms.DEMANDED or moods.own.requires(predicate, "modal_strong"):
        return True
    if predicate.lower_ in report.tools.pack.words("verbs_bound"):
        return True
    if signals or any(not _of_term(sentence, d.start, d.relation) for d in sentence.dates if d.start > start):
        return False
    if not report.tools.pack.words("terms_markers").at(lowered(predicate.doc), 0):
        return False  # "as part of the deal, X frees …" is news
    return any(f.trigger.kind in DONE for f in report.at(sentence, predicate))


def _of_term(sentence: Sentence, start: int, relation: str) -> bool:
    return start >= sentence.start and relation in documents.TERMS


def _clauses(sentence: Sentence, start: int, report: Report) -> Iterator[Allotted]:
    """The clauses from a place on that stand one beside the other, each with its own subject or the last one's."""
    doc = sentence.doc
    assert doc is not None
    told: dict[int, list[Token]] = {}
    for verb in doc[start:]:
        if not is_clause(verb) or verb.pos_ == "AUX" or report.tools.attributions.reports(verb):
            continue
        if is_over(verb, report) or report.tools.pack.in_class(verb.lower_, "time_noun"):
            continue  # "dan Israel sepekan untuk …": a term that was taken for a verb
        own = [c for c in verb.children if c.dep_ in SUBJECTS and start <= c.i < verb.i]
        doers = [t for t in expand(own) if t.i < verb.i and _somebody(t, report)]
        if doers and report.tools.mentions.pronoun(doers[0]) and len(doers) == 1:
            before = {t.i: t for those in told.values() for t in those}
            doers = list(before.values()) if len(before) > 1 else doers  # "…, and both (are to) exchange lists"
        if own and doers and not _joined(own[0], start, report):
            doers = []
        if not own and not told:
            doers = _opening_side(verb, start, report)
        if doers:
            told[verb.i] = doers
        elif not own and is_conjunct(verb) and verb.head.i in told and _joined(verb, start, report):
            told[verb.i] = told[verb.head.i]
        else:
            continue
        yield Allotted(verb, told[verb.i])


def _opening_side(verb: Token, start: int, report: Report) -> list[Token]:
    """Who stands between the place where a list begins and its first verb, wherever the parser hung them."""
    phrase = [t for t in verb.doc[start : verb.i] if t.pos_ not in ("AUX", "ADV", "PART")]
    if not phrase or len(phrase) > NOUN_PHRASE or any(t.pos_ not in MAKING_UP for t in phrase):
        return []
    inside = {t.i for t in phrase}
    heads = [t for t in phrase if t.head.i not in inside and t.pos_ in ("NOUN", "PROPN")]
    return [t for t in expand(heads) if t.i in inside and _somebody(t, report)]


def _somebody(noun: Token, report: Report) -> bool:
    mentions = report.tools.mentions
    return mentions.can_act(noun) and ("agent" in mentions.classes(noun) or noun.pos_ == "PROPN" or _each(noun, report))


def _each(noun: Token, report: Report) -> bool:
    return bool(report.tools.mentions.pronoun(noun)) or report.tools.mentions.counts(noun)


def _joined(node: Token, start: int, report: Report) -> bool:
    """Whether what a word begins stands at the head of a list or is joined to what stands before it."""
    first, pack = node.left_edge, report.tools.pack
    joining, contrast, that = (pack.words(k) for k in ("companion_markers", "contrast_markers", "subordinators"))
    at = first.i
    while at < node.i and (node.doc[at].is_punct or node.doc[at].dep_ == "cc"):
        at += 1
    before = at - 1
    if before >= start and (node.doc[before].lower_ in contrast or node.doc[before].lower_ in that):
        before -= 1
        at -= 1
    if before < start:
        return True
    last = node.doc[before]
    return last.text in APART or (last.pos_ == "CCONJ" and last.lower_ in joining) or node.doc[at].lower_ in contrast


def is_over(verb: Token, report: Report) -> bool:
    """Whether a verb tells of what is over ("withdrew", "has withdrawn", "telah mundur")."""
    aspect = report.tools.pack.words("verbs_transparent")
    if has(verb, "Tense", "Past") and has(verb, "VerbForm", "Fin"):
        return True
    participle = has(verb, "VerbForm", "Part") or has(verb, "VerbForm", "Ger")
    if participle and not any(c.lemma_ == "be" and not has(c, "Tense", "Past") for c in verb.children):
        return True
    return any(c.i < verb.i and c.lower_ in aspect and c.dep_ in ("aux", "advmod") for c in verb.children)


def binder(sentence: Sentence, report: Report) -> Token | None:
    """The word by which a deal binds, known by what stands before it: the deal's own noun, or "it" that is the deal."""
    doc = sentence.doc
    assert doc is not None
    opening = report.tools.pack.words("verbs_laying_down").firsts
    for at, low in enumerate(lowered(doc)):
        if at == 0 or low not in opening or not documents.lays_down(token := doc[at], report):
            continue
        if documents.laid_down(token, sentence, report) is not None:
            return token
        nouns = [c for c in token.children if c.i < token.i and c.dep_ in ("compound", *SUBJECTS)]
        if not nouns and token.nbor(-1).text == ",":
            nouns = [t for t in doc[:OPENING] if t.dep_ in SUBJECTS]  # "The accord, announced on Monday, commits …"
        if any(terms.agreement_named(c, sentence, report) for c in nouns):
            return token
    return None


def _asked(sentence: Sentence, word: Token, report: Report) -> Iterator[Allotted]:
    """What a binding word asks of each side: "obliges X to leave and Y to disarm", "bahwa X mundur dan Y …"."""
    doc, pack = sentence.doc, report.tools.pack
    assert doc is not None
    that = pack.words("subordinators")
    bound = dict(_bound(word, report))
    for at, doer in bound.items():
        beside = [*conjuncts(doc[at])[1:], *further(doc[at], report)]
        beside = [t for t in beside if is_clause(t) and t.i not in bound and not has(t, "VerbForm", "Fin")]
        predicates = [doc[at], *beside]
        yield from (Allotted(t, expand([doer])) for t in predicates)
    opening = next((t.i for t in doc[word.i + 1 : word.i + 3] if t.lower_ in that), None)
    if opening is not None:
        yield from _clauses(sentence, opening + 1, report)
        return
    first = _bare_behind(word, report)
    if first is not None:
        yield first
        yield from (Allotted(t, first.doers) for t in further(first.predicate, report))
        yield from _clauses(sentence, first.predicate.i + 1, report)


def _bare_behind(word: Token, report: Report) -> Allotted | None:
    """What somebody named behind a binding word must do, without a mark ("mewajibkan *tentara mundur*")."""
    doc, asking = word.doc, report.tools.pack.words("verbs_called_for")
    at = word.i + 1
    while at < len(doc) and doc[at].pos_ in MAKING_UP and at - word.i <= NOUN_PHRASE:
        at += 1
    phrase = doc[word.i + 1 : at]
    if at >= len(doc) or not len(phrase) or doc[at].pos_ != "VERB" or not asking.at(lowered(doc), word.i):
        return None
    if not bare(doc[at]) or doc[at].dep_ in RELATIVE:
        return None
    inside = {t.i for t in phrase}
    head = next((t for t in phrase if t.head.i not in inside), None)
    doers = [t for t in expand([head]) if t.i in inside and _somebody(t, report)] if head is not None else []
    return Allotted(doc[at], doers) if doers else None


def _bound(word: Token, report: Report) -> Iterator[tuple[int, Token]]:
    """The places of what is to be done behind a binding word, each with who stands right before it."""
    marking, asking = (report.tools.pack.words(key) for key in ("control_marks", "verbs_called_for"))
    if not asking.at(lowered(word.doc), word.i):
        return  # "allows inspectors to visit the camps": they need not
    for mark in word.doc[word.i + 1 :]:
        if mark.dep_ == "mark" and mark.lower_ in marking and is_clause(mark.head) and mark.head.i > mark.i:
            doer = _named_before(mark, word, report)
            if doer is not None:
                yield mark.head.i, doer


def next_side(sentence: Sentence, predicate: Token, report: Report) -> Token | None:
    """Who is bound next behind a predicate, where a deal binds one side and then another to something."""
    word = binder(sentence, report)
    later = (doer for _, doer in _bound(word, report)) if word is not None else ()
    return next((doer for doer in later if doer.i > predicate.i), None)


def _named_before(mark: Token, word: Token, report: Report) -> Token | None:
    """Who stands right before a mark of what is to be done, joined to what is before ("and *the army* to leave")."""
    doc, pack = mark.doc, report.tools.pack
    joining, marking = pack.words("companion_markers"), pack.words("control_marks")
    at = mark.i - 1
    while at > word.i and not (doc[at].text in APART or (doc[at].pos_ == "CCONJ" and doc[at].lower_ in joining)):
        if doc[at].pos_ in ("VERB", "AUX") or mark.i - at > NOUN_PHRASE:
            return None
        if doc[at].lower_ in marking and doc[at].dep_ in ("case", "mark"):
            break  # "and for the government to …"
        at -= 1
    phrase = doc[at + 1 : mark.i]
    if not len(phrase) or any(t.pos_ in ("ADP", "PUNCT") for t in phrase) or _shares(phrase[0], at, word, report):
        return None
    inside = {t.i for t in phrase}
    head = next((t for t in phrase if t.head.i not in inside), phrase[-1])
    return head if "agent" in report.tools.mentions.classes(head) else None


def _shares(first: Token, at: int, word: Token, report: Report) -> bool:
    """Whether who is named shares a verb of letting or asking with others ("allow monitors and staff to enter")."""
    verb = next((t for t in reversed(first.doc[word.i + 1 : at]) if t.pos_ == "VERB"), None)
    if verb is None:
        return first.doc[at].text in APART or first.doc[at].pos_ == "CCONJ"  # the binding word's own "X and Y to …"
    return documents.lays_down(verb, report)
