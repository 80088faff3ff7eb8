"""One draft for each group of those harmed: who is of it, how many they are, and who is told to be among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from gencatan.model import Count
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds.acts import HURTING
from gencatan.reading.kinds.casualty_counts import counted_above, own_count, part_told, reached
from gencatan.reading.kinds.casualty_parts import parts
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import SUBJECTS, has_subject, lowered, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICES: Final = frozenset({"official", "office"})
AGES: Final = frozenset({"age", "duration"})
CLOSE: Final = 10  # characters between somebody and their age: "yang berusia"
NEAR: Final = 20  # characters behind a number in which it counts a noun: "dua orang prajurit"
MANY: Final = frozenset({"people", "collective", "quantity"})
PEOPLE: Final = ("@person", "@collective", "@armed_force")
NO_PEOPLE: Final = frozenset({"vehicle", "building", "place"})
KNOWN: Final = frozenset({"victim", "nationality", "attacker"})


def of_groups(draft: Draft, victims: Sequence[Mention], report: Report) -> Iterator[Draft]:
    """A draft for each group that is counted or named; who is joined to a group without a count of their own is of it
    ("145 soldiers and police", "officials and pedestrians")."""
    group: Draft | None = None
    for mention in victims:
        one = with_victims(draft, mention, report)
        if one is None:
            continue
        if group is not None and "count" not in one.counts and mention.token.dep_ == "conj" and not _is_single(group):
            group.fillers["victims"] = [*group.fillers["victims"], *one.fillers.get("victims", [])]
            continue
        if group is not None:
            yield group
        group = one
    if group is not None:
        yield group


def _is_single(group: Draft) -> bool:
    """Whether it tells of one person, or of a bare number."""
    count = group.counts.get("count")
    named = any(m.token.ent_type_ == "PER" for m in group.fillers.get("victims", [])[:1])
    return "victims" not in group.fillers or named or (count is not None and count.max == 1)


def parts_after(firing: Firing, draft: Draft, told: Sequence[Token], report: Report) -> Iterator[Draft]:
    """A draft for each group that is told to be among the victims."""
    after = max([firing.token, *told], key=lambda t: t.i)
    others = [f.token.i for f in report.firings_in(firing.sentence) if f.trigger.kind == "casualty"]
    until = min((i for i in others if i > after.i), default=len(after.doc))
    seen = {t.i for t in told}
    for noun, count in parts(firing.sentence, after, until, report):
        if noun.i not in seen and "weapon" not in report.tools.mentions.classes(noun):
            seen.add(noun.i)
            one = _copy(draft)
            one.counts["count"] = count
            one.fillers["victims"], one.part = [Mention(firing.sentence, noun)], True
            yield one


def parts_before(firing: Firing, draft: Draft, told: Sequence[Token], report: Report) -> Iterator[Draft]:
    """A draft for each group told to be among the victims before the verb ("five people, among them a child, died")."""
    for noun in told:
        if noun.i < firing.token.i:
            for part, count in parts(firing.sentence, noun, firing.token.i, report):
                one = _copy(draft)
                one.counts["count"] = count
                one.fillers["victims"], one.part = [Mention(firing.sentence, part)], True
                yield one


def _copy(draft: Draft) -> Draft:
    return replace(
        draft,
        values=dict(draft.values),
        fillers={k: list(v) for k, v in draft.fillers.items()},
        texts=dict(draft.texts),
        counts=dict(draft.counts),
        sources=list(draft.sources),
    )


def with_victims(draft: Draft, mention: Mention, report: Report) -> Draft | None:
    """The draft with those harmed and how many; none where the words stand for nobody who is counted or named."""
    token = mention.token
    one = _copy(draft)
    count = report.count_of(mention.sentence, token)
    if count is None and draft.firing is not None and _is_toll(draft.firing):
        count = own_count(draft.firing, report)  # "the number of soldiers killed rose to 52"
    if count is None and draft.firing is not None and report.tools.mentions.counts(token):
        count = reached(draft.firing, report)
    if count is None and (part := part_told(token, report)) is not None:
        count = report.count_of(mention.sentence, part)
    if count is None:
        count = counted_above(mention, report)
    pronoun = report.tools.mentions.pronoun(token)
    if (
        count is None
        and draft.firing is not None
        and draft.firing.nominal
        and not _is_toll(draft.firing)
        and not pronoun
    ):
        count = report.count_of(draft.sentence, draft.token)  # "11 mayat rekan mereka"
    if count is None and pronoun.endswith(".pl") and token.dep_ in ("obj", *SUBJECTS):
        count = _as_told_before(mention, report)
    tools = report.tools
    if tools.pack.words("asking_how_many").at(lowered(token.doc)[token.left_edge.i : token.i + 1], 0):
        return None  # "did not say how many people died"
    if one.status == "denied" and tools.frames.fitting.nobody(token):
        return one  # "no one was hurt"
    if count is not None and not _is_not_one(mention, count, report):
        one.counts["count"] = count
    kinds = tools.mentions.classes(token)
    bare_number = token.pos_ == "NUM" and not tools.mentions.pronoun(token) and not _of_some(token, report)
    if not bare_number and not _counts_others(mention, count, report):
        one.fillers["victims"] = [_counted(mention, report) if "count" in one.counts else mention]
    elif bare_number and count is not None and (whole := _whole(mention, count, report)) is not None:
        one.fillers["victims"] = [whole]
    if count is None:
        if bare_number:
            return None
        if tools.mentions.is_event(token) and "person" not in kinds:
            return None
        known = _is_holder(token, report) or _is_titled(token, report)
        known = known or _is_known(token, report) or _is_aged(mention)
        name = _name_behind(token)
        known = known or name is not None or _is_pointed_at(mention, report)
        if name is not None and token.lower_.endswith(tools.pack.possessive_endings):
            mention = Mention(mention.sentence, name)  # "wakilnya, *Abu Hassan*, ditangkap"
            one.fillers["victims"] = [mention]
        if _is_one(token) or (one.status != "denied" and known):
            text = report.span(mention).text
            one.counts["count"] = Count(1, 1, text, "exact")
        elif not (_some_people(token, kinds, report) or tools.mentions.is_name(token)) and one.status != "denied":
            return one if _others(draft, token, report) else None
    if one.values.get("harm") == "detained" and (_is_town(mention, report) or _is_craft(token, report)):
        return None
    if "weapon" in kinds or "building" in kinds or "vehicle" in kinds or kinds == {"animal"}:
        return None
    return one


def _others(draft: Draft, token: Token, report: Report) -> bool:
    """Whether a word for others, with no number, stands for people beside those whom the clause before tells harmed
    ("satu orang tewas dan *beberapa lainnya* cedera")."""
    words, firing = report.tools.pack.words("others_besides"), draft.firing
    if firing is None or firing.token.dep_ != "conj" or not any(t.lower_ in words for t in (token, *token.children)):
        return False
    return bool(report.at(firing.sentence, firing.token.head, "casualty"))


def _some_people(noun: Token, kinds: AbstractSet[str], report: Report) -> bool:
    """Whether it is people, however many: "a number of soldiers", "most of the crew"."""
    people = report.tools.mentions.semantic_head(noun)
    return "agent" in kinds or bool(report.tools.mentions.classes(people) & {"agent", "person"} and people.i != noun.i)


def _as_told_before(pronoun: Mention, report: Report) -> Count | None:
    """How many they are whom a pronoun stands for ("led about twenty officials out and shot *them* dead")."""
    if any(True for _ in pronoun.token.children):
        return None  # "all of them", "none of them"
    known = report.settle(pronoun)
    return report.count_of(known.sentence, known.token) if known is not None and known is not pronoun else None


def _is_craft(another: Token, report: Report) -> bool:
    """Whether a word that stands for a noun before it stands for a craft ("sank a boat and captured another")."""
    verb = another.head
    if another.pos_ not in ("DET", "PRON", "ADJ") or verb.dep_ != "conj" or any(another.children):
        return False
    things = [c for c in verb.head.children if c.dep_ == "obj" and c.i < another.i]
    return bool(things) and all(report.tools.mentions.fits(t, ("@vehicle", "@warship")) for t in things)


def _is_town(mention: Mention, report: Report) -> bool:
    """Whether it is a place that was captured, and nobody, though the recogniser took its name for no place's."""
    token = mention.token
    if token.pos_ != "PROPN" or token.ent_type_ == "PER" or any(c.dep_ == "nummod" for c in token.children):
        return False
    return any(m.token.i == token.i and bool(report.places.settle(m).name) for m in report.places.of(mention.sentence))


def _of_some(number: Token, report: Report) -> bool:
    """Whether a number says of whom it is so many ("five of its soldiers", but not "32, including seven soldiers")."""
    among = report.tools.pack.words("companion_markers")
    of = (c for c in number.children if c.dep_ == "nmod" and c.pos_ == "NOUN" and preposition(c) not in among)
    return any(report.tools.mentions.classes(c) & {"agent", "person"} for c in of)


def _whole(number: Mention, count: Count, report: Report) -> Mention | None:
    """Those of whom a number says so many ("attacked the *soldiers* and killed eleven of them", "beat *prisoners*, and
    three of them died")."""
    tools = report.tools
    of = next((c for c in number.token.children if tools.mentions.pronoun(c) == "person.pl" and c.dep_ == "nmod"), None)
    if of is None:
        return _attacked(number, count, report)
    if preposition(of) not in tools.pack.words("genitive_markers"):
        return None
    asked = Mention(number.sentence, of)
    known = report.settle(asked)
    if known is not None and known is not asked and number.token.dep_ != "obj":
        known = report.discourse.done_to(known)
    if known is None or known is asked:
        return None
    there = report.count_of(known.sentence, known.token)
    fewer = there is not None and there.max is not None and there.max < (count.min or 0)
    return None if fewer else Mention(known.sentence, known.token, uncounted=True)


def _attacked(number: Mention, count: Count, report: Report) -> Mention | None:
    """Those at whom the attack was in which a bare number of people came to harm ("attacked the *villagers*, killing
    five and wounding ten")."""
    verb, mentions = number.token.head, report.tools.mentions
    if number.token.dep_ != "obj" or any(c.dep_ not in ("punct", "advmod", "case") for c in number.token.children):
        return None  # "killed five, including three guards"
    but = report.tools.pack.words("but_words")
    while verb.dep_ in ("advcl", "conj", "xcomp") and verb.head.i < verb.i and not has_subject(verb):
        if any(c.dep_ == "cc" and c.lower_ in but for c in verb.children):
            return None  # "attacked the rebels, but killed 12 in a market"
        verb = verb.head
        for attack in report.at(number.sentence, verb, "event"):
            if attack.nominal or attack.trigger.values.get("act") not in HURTING:
                continue
            for slot_role, slots in attack.trigger.frame.slots.items():
                if "target" not in slots or slot_role == "poss":
                    continue
                hit = [t for t in attack.roles.get(slot_role, []) if mentions.fits(t, PEOPLE) and t.i > verb.i]
                struck = [t for t in hit if mentions.classes(t).isdisjoint(NO_PEOPLE)]
                several = report.tools.pack.noun_head == "first" or any(mentions.fits(t, PEOPLE[1:2]) for t in struck)
                many = [t for t in struck if several or has(t, "Number", "Plur")]
                if len(struck) == len(many) == 1:
                    there = report.count_of(number.sentence, many[0])
                    fewer = there is not None and there.max is not None and there.max < (count.min or 0)
                    return None if fewer else Mention(number.sentence, many[0], uncounted=True)
    return None


def _is_not_one(mention: Mention, count: Count, report: Report) -> bool:
    """Whether one is told only to say that there was none ("not one soldier was hurt", "tak seorang pun")."""
    sentence = mention.sentence
    number = next((n for n in sentence.numbers if n.count is count), None)
    first = sentence.token_at(number.number_start) if number is not None else mention.token.left_edge
    negation = report.tools.pack.words("negation")
    before = first.nbor(-1) if first is not None and first.i > 0 else None
    return (count.min, count.max) == (1, 1) and before is not None and before.lower_ in negation


def _is_toll(firing: Firing) -> bool:
    """Whether it tells a number that rises, and not what befell those it names."""
    return firing.nominal and any("count" in slots for slots in firing.trigger.frame.slots.values())


def _counts_others(mention: Mention, count: Count | None, report: Report) -> bool:
    """Whether the words have a number of their own, of others than those counted ("delapan warga tewas dan [35 lagi]
    cedera")."""
    span = report.span(mention)
    inside = [n for n in mention.sentence.numbers if span.start <= n.start and n.end <= span.end and n.kind == "count"]
    return count is not None and bool(inside) and all(n.count is not count for n in inside)


def _counted(mention: Mention, report: Report) -> Mention:
    """Whom a noun that only counts stands for, where the number is told elsewhere ("the number of soldiers: 52")."""
    span = report.span(mention)
    if any(span.start <= n.start and n.end <= span.end for n in mention.sentence.numbers):
        return mention
    if "victim" in report.tools.mentions.classes(mention.token):
        return mention  # "a member of the guard"
    return Mention(mention.sentence, report.tools.mentions.semantic_head(mention.token))


def _is_one(token: Token) -> bool:
    """A single person told by name; where a name is joined that is none of a person, neither may be."""
    joined = (c for c in token.children if c.dep_ == "conj" and c.pos_ == "PROPN")
    return token.ent_type_ == "PER" and all(c.ent_type_ == "PER" for c in joined)


def _is_holder(token: Token, report: Report) -> bool:
    """A single person told by an office that one holds ("the chief of the village", "komandan kelompok itu")."""
    named = token.pos_ in ("NOUN", "PROPN")  # "Menteri Pertahanan Hamid Karim"
    if not named or has(token, "Number", "Plur") or not report.tools.mentions.classes(token) & OFFICES:
        return False
    if report.tools.mentions.classes(token) & MANY:
        return False  # "anggota kabinetnya"
    before = token.nbor(-1) if token.i > 0 else token
    singular = has(token, "Number", "Sing")
    if report.tools.pack.in_class(before.lower_, "quantity") or (before.pos_ == "DET" and not singular):
        return False  # "beberapa pemimpin", "para komandan"
    if any(c.dep_ in ("nummod", "conj") for c in token.children) or "-" in token.text:
        return False
    if not singular and any(c.i < token.i and c.dep_ in ("det", "advmod") for c in token.children):
        return False
    return any(c.i > token.i and c.dep_.split(":")[0] in ("nmod", "compound", "det", "flat") for c in token.children)


def _is_titled(token: Token, report: Report) -> bool:
    """A single person told by a name behind an office ("President Conte"), whatever the recogniser makes of it."""
    if token.pos_ != "PROPN" or has(token, "Number", "Plur") or any(c.dep_ == "conj" for c in token.children):
        return False
    before = [c for c in token.children if c.i < token.i and c.dep_.split(":")[0] in ("compound", "flat", "nmod")]
    titles = (c for c in before if not has(c, "Number", "Plur") and report.tools.mentions.classes(c) & OFFICES)
    return any(not report.tools.mentions.classes(c) & MANY for c in titles)


def _name_behind(token: Token) -> Token | None:
    """The name of a single person told right behind a comma ("pilotnya, *Mayor Roman Filipov*, tewas")."""
    if token.pos_ != "NOUN" or has(token, "Number", "Plur") or "-" in token.text:
        return None
    if any(c.dep_ in ("nummod", "conj") or (c.i < token.i and c.dep_ == "det") for c in token.children):
        return None
    names = [c for c in token.children if c.dep_ == "appos" and c.i > token.i and c.pos_ == "PROPN"]
    one = len(names) == 1 and names[0].ent_type_ == "PER" and not any(c.dep_ == "conj" for c in names[0].children)
    return names[0] if one else None


def _is_aged(mention: Mention) -> bool:
    """A single person whose age is told right behind ("pria 48 tahun", "Rahmat (48)"): several have several."""
    token, sentence = mention.token, mention.sentence
    last = _name_end(token)
    bracket = [t.text for t in token.doc[last.i + 1 : last.i + 4]]
    if last.pos_ == "PROPN" and len(bracket) == 3 and bracket[::2] == ["(", ")"] and bracket[1].isdigit():
        return len(bracket[1]) == 2 and not any(c.dep_ in ("nummod", "conj") and c.i < last.i for c in token.children)
    if token.pos_ not in ("NOUN", "PROPN") or has(token, "Number", "Plur") or "-" in token.text:
        return False
    if any(c.dep_ in ("nummod", "conj", "det") and c.i < token.i for c in token.children):
        return False
    after, kinds = sentence.to(last), AGES if token.pos_ == "NOUN" else {"age"}
    ages = (n for n in sentence.numbers if n.kind in kinds and 0 < n.start - after <= CLOSE)
    return any("-" not in n.count.text and n.count.min == n.count.max for n in ages if n.count is not None)


def _name_end(token: Token) -> Token:
    """The last word of a name or nationality behind its noun ("Kapten Lisa *Nowak*", "warga *Jerman*")."""
    last = token
    for word in token.doc[token.i + 1 : token.right_edge.i + 1]:
        if word.pos_ not in ("PROPN", "NOUN") or not token.is_ancestor(word):
            break
        last = word if word.pos_ == "PROPN" else last
    return last


def _is_pointed_at(mention: Mention, report: Report) -> bool:
    """A single person told of before by the same noun ("prajurit itu tewas"), in a language that marks no number.

    Where such people were counted before, or stand there twice over, it may mean all of them.
    """
    token, tools = mention.token, report.tools
    if token.pos_ != "NOUN" or "-" in token.text or "one_of_force" not in tools.mentions.classes(token):
        return False
    if token.i and (token.nbor(-1).pos_ in ("NUM", "DET") or tools.pack.in_class(token.nbor(-1).lower_, "quantity")):
        return False
    if not any(c.i > token.i and c.lower_ in tools.pack.words("pointing") for c in token.children):
        return False
    return not _told_as_several(mention, report)


def _told_as_several(mention: Mention, report: Report) -> bool:
    """Whether the report counted such people before, or told of more than one ("sejumlah polisi", "para pria")."""
    noun, start = mention.token.lower_, mention.sentence.from_(mention.token)
    text = report.document.text[:start].lower()
    words = [w.strip(".,;:()\"'") for w in text.split()]
    if any(b == noun and report.tools.pack.in_class(a, "quantity") for a, b in pairwise(words)):
        return True
    numbers = (n for s in report.sentences[: mention.sentence.index + 1] for n in s.numbers if n.end < start)
    several = [n for n in numbers if n.count is not None and n.count.max != 1]
    if noun not in words:  # told of by another word: "komplotan *lima orang*. [Pelaku] itu …"
        return any(n.kind == "count" for n in several)
    return f"{noun}-{noun}" in text or any(noun in text[n.end : n.end + NEAR] for n in several)


def _is_known(token: Token, report: Report) -> bool:
    """A single person told of as known or as somebody's ("its driver"), in a language that marks number."""
    classes = report.tools.mentions.classes(token)
    single = "one_of_force" in classes or (classes & (KNOWN | OFFICES) and not classes & MANY)  # but no national guard
    if token.pos_ != "NOUN" or not has(token, "Number", "Sing") or not single:
        return False
    before = [c for c in token.children if c.i < token.i]
    if any(c.dep_ in ("nummod", "conj") for c in token.children):
        return False
    return any((c.dep_ == "det" and has(c, "Definite", "Def")) or c.dep_ == "nmod:poss" for c in before)
