"""Numbers of people harmed, one claim for each count (contract, kind `casualty`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.model import Count
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.licence import MUTUAL, license_actors
from gencatan.reading.kinds.casualty_counts import counted_above, elided_count, one_more, own_count, part_told, reached
from gencatan.reading.kinds.casualty_order import listed, nouns_before, told_before
from gencatan.reading.kinds.casualty_parts import parts
from gencatan.reading.kinds.natural_deaths import passed_away
from gencatan.reading.numbers.found import COUNTED
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    expand,
    is_clause,
    preposition,
    preposition_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.numbers.found import NumberMention

OFFICES: Final = frozenset({"official", "office"})
THINGS: Final = frozenset({"abstract", "document", "statement_noun", "thing", "deed"})
AGES: Final = frozenset({"age", "duration"})
CLOSE: Final = 10  # characters between somebody and their age: "yang berusia"
MANY: Final = frozenset({"people", "collective", "quantity"})
KNOWN: Final = frozenset({"victim", "nationality", "attacker"})
NO_DOERS: Final = ("@weapon", "@weather")  # they kill, and do nothing to anybody


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """One draft for each group of victims that the trigger counts or names."""
    if firing.mood.inside:
        return
    if firing.asked or firing.unwanted or report.is_untold(firing.token):
        return
    if _of_a_thing(firing, report) or _unreported(firing, report):
        return
    if _found(firing, report) or _undergoes(firing, report):
        return
    draft = report.draft(firing)
    if (
        firing.nominal
        and firing.trigger.part == "noun"
        and (_names_another(firing) or _not_told(firing, draft, report))
    ):
        return
    report.tools.frames.fill(firing, draft)
    if not draft.sources:
        draft.sources = _counted_by(firing, report)
    victims = [m for m in draft.fillers.pop("victims", []) if not _taken(firing, m, report)]
    victims = [m for m in victims if not _of_another(firing, m.token, report)]
    among = listed(firing, report)
    if among:
        draft.fillers.pop("perpetrator", None)
        yield from (one for m in among if (one := _with_victims(draft, m, report)) is not None)
        return
    ordered = told_before(firing, report)
    if ordered:
        yield from _in_order(firing, draft, ordered, report)
        return
    if _describes(firing):
        victims = _described(firing)
        if not victims:
            return
    elif _those_hurt(firing):
        return
    elided = elided_count(firing) or one_more(firing, report)
    if elided is not None:
        draft.counts["count"] = elided
        _perpetrators(firing, draft, report)
        yield draft
        return
    if len(victims) == 1 and passed_away(firing, draft, victims[0], report):
        return
    draft.fillers.pop("perpetrator", None)
    left = _counted_left(firing, victims, report)
    if left:
        victims = [Mention(firing.sentence, t) for t in left]
    _perpetrators(firing, draft, report)
    made = list(_of_groups(draft, victims, report))
    yield from made
    if made:
        told = [m.token for m in victims]
        yield from _parts_before(firing, draft, told, report)
        yield from _parts(firing, draft, told, report)
    if not made and not victims:
        count = own_count(firing, report)
        if count is not None:
            draft.counts["count"] = count
            yield draft
        elif draft.status == "denied":
            yield draft


def _unreported(firing: Firing, report: Report) -> bool:
    """Whether nobody reports of such as were harmed ("tak ada laporan mengenai korban yang luka parah")."""
    done = firing.token
    while done.dep_ == "conj" and done.head.i < done.i:
        done = done.head  # "no reports of soldiers killed or [wounded]"
    noun, told = done.head, done.head.head
    if not done.dep_.startswith("acl") or told.i == noun.i:
        return False
    words, mark = report.tools.pack.words, preposition_words(noun)
    about = mark in words("topic_markers") and told.lower_ in words("attribution_nouns")
    heard = mark in words("genitive_markers") and told.lower_ in words("hearsay_nouns")
    return (about or heard) and report.tools.moods.own.no_such(told)


def _found(firing: Firing, report: Report) -> bool:
    """Whether the missing are those who were found, dead or alive ("the bodies of three missing men were found")."""
    if firing.trigger.values.get("harm") != "missing" or firing.token.dep_ != "amod":
        return False
    noun = firing.token.head
    told = [noun, *([noun.head] if noun.dep_ == "nmod" else [])]
    finds = (f for f in report.firings_in(firing.sentence) if f.trigger.values.get("act") == "find")
    return any(t.i == one.i for f in finds for one in f.roles.get("obj", []) for t in told)


def _undergoes(firing: Firing, report: Report) -> bool:
    """Whether the noun of a toll names those harmed, of whose wounds is told ("korban mengalami dua luka tembak")."""
    token = firing.token
    subject = firing.nominal and firing.trigger.part == "noun" and token.dep_ in SUBJECTS
    return subject and token.head.lower_ in report.tools.pack.words("verbs_undergoing")


def _taken(firing: Firing, victim: Mention, report: Report) -> bool:
    """Whether what is captured is land by its name, and nobody ("captured Kora")."""
    land = firing.trigger.values.get("harm") == "detained" and report.at(firing.sentence, firing.token, "territory")
    name = victim.token
    longer = any(c.dep_.split(":")[0] in ("flat", "compound") for c in name.children)
    return bool(land) and name.pos_ == "PROPN" and not (longer and name.ent_type_ == "PER")


def _of_another(firing: Firing, victim: Token, report: Report) -> bool:
    """Whether somebody behind a verb of harm belongs to the next word of harm ("killed nine and 21 more wounded")."""
    for other in report.firings_in(firing.sentence):
        later = other.trigger.kind == "casualty" and other.trigger.part == "word" and other.token.i >= victim.i
        if not later or victim.i < firing.token.i or other.token.i == firing.token.i:
            continue
        told = [t.i for t, _ in told_before(other, report)]
        if told and (victim.i == other.token.i or victim.i in told):
            return other.trigger.values.get("harm") != firing.trigger.values.get("harm")
    return False


def _counted_by(firing: Firing, report: Report) -> list[Mention]:
    """Who puts the toll that a noun names at a number ("the mayor put the number of dead at 31")."""
    tools = report.tools
    if not firing.nominal and firing.trigger.part != "word" and firing.token.dep_ != "conj":
        return []
    for node in (firing.token, *tools.syntax.ancestors(firing.token)):
        if node.pos_ == "VERB" and node.i != firing.token.i:
            counts = node.lower_ in tools.pack.words("verbs_counting") and not tools.syntax.verbs.passive(node)
            subjects = expand(tools.syntax.subjects.of(node)) if counts else []
            return [Mention(firing.sentence, t) for t in subjects if tools.attributions.can_speak(t)]
    return []


def _names_another(firing: Firing) -> bool:
    """Whether a noun only says what sort another is ("death penalty"), or stands in a name ("Casualty Count")."""
    token = firing.token
    if token.pos_ == "PROPN" and token.i and token.text[:1].isupper() and not token.is_sent_start:
        beside = [token.nbor(-1), *token.doc[token.i + 1 : token.i + 2]]
        if any(t.pos_ == "PROPN" and t.text[:1].isupper() for t in beside):
            return True
    return token.dep_ == "compound" and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")


def _not_told(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether it is denied that something is said or done about the harmed, and not that somebody came to harm.

    "Caused no deaths" tells that nobody did, "did not give the number of deaths" tells nothing.
    """
    token, tools = firing.token, report.tools
    if draft.status != "denied" or not tools.pack.words("verbs_causing"):
        return False
    none = tools.pack.words("negative_determiner")
    if token.dep_ in SUBJECTS or any(c.dep_ == "det" and c.lower_ in none for c in token.children):
        return False
    if token.dep_ == "obj" and is_clause(token.head):
        return not (tools.syntax.verbs.light(token.head) or starts(token.head, tools.pack.words("verbs_causing")))
    return token.dep_ in ("nmod", "obl") and bool(preposition(token))


def _of_a_thing(firing: Firing, report: Report) -> bool:
    """Whether a word that also means other things describes what is nobody ("pernyataan kritis")."""
    noun = firing.token.head
    single = firing.hit.end - firing.hit.start <= len(firing.token.text)
    if firing.trigger.part != "word" or firing.token.dep_ != "amod" or noun.pos_ != "NOUN" or not single:
        return False
    kinds = report.tools.mentions.classes(noun)
    return bool(kinds & THINGS) and not kinds & {"person", "people", "quantity", "victim"}


def _describes(firing: Firing) -> bool:
    """Whether the word is only an attribute ("the two wounded men")."""
    token = firing.token
    if token.dep_ != "amod" or token.head.i < token.i or token.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return all(t.pos_ in ("ADJ", "NOUN", "PROPN") for t in token.doc[token.i + 1 : token.head.i])


def _described(firing: Firing) -> list[Mention]:
    """The noun that such an attribute describes, where it is counted; others only name who was told of before."""
    noun = firing.token.head
    counted = any(c.dep_ == "nummod" for c in noun.children)
    return [Mention(firing.sentence, noun)] if counted else []


def _those_hurt(firing: Firing) -> bool:
    """Whether the word stands for those it describes ("carried the dead away"), uncounted."""
    token = firing.token
    if firing.trigger.part != "word" or firing.hit.end - firing.hit.start > len(token.text):
        return False
    if any(c.dep_ in ("cop", "nummod") or c.dep_ in SUBJECTS for c in token.children):
        return False
    return any(c.dep_ == "det" and c.i == token.i - 1 for c in token.children)


def _of_groups(draft: Draft, victims: Sequence[Mention], report: Report) -> Iterator[Draft]:
    """A draft for each group that is counted or named; who is joined to a group without a count of their own is of it
    ("145 soldiers and police", "officials and pedestrians")."""
    group: Draft | None = None
    for mention in victims:
        one = _with_victims(draft, mention, report)
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
    return "victims" not in group.fillers or (count is not None and count.max == 1)


def _parts(firing: Firing, draft: Draft, told: Sequence[Token], report: Report) -> Iterator[Draft]:
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
            one.fillers["victims"] = [Mention(firing.sentence, noun)]
            yield one


def _parts_before(firing: Firing, draft: Draft, told: Sequence[Token], report: Report) -> Iterator[Draft]:
    """A draft for each group told to be among the victims before the verb ("five people, among them a child, died")."""
    for noun in told:
        if noun.i < firing.token.i:
            for part, count in parts(firing.sentence, noun, firing.token.i, report):
                one = _copy(draft)
                one.counts["count"] = count
                one.fillers["victims"] = [Mention(firing.sentence, part)]
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


def _with_victims(draft: Draft, mention: Mention, report: Report) -> Draft | None:
    token = mention.token
    one = _copy(draft)
    count = report.count_of(mention.sentence, token)
    if count is None and draft.firing is not None and _is_toll(draft.firing):
        count = own_count(draft.firing, report)  # "the number of soldiers killed rose to 52"
    if count is None and draft.firing is not None and report.tools.mentions.counts(token):
        count = reached(draft.firing)
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
    if count is not None and not _is_not_one(mention, count, report):
        one.counts["count"] = count
    tools = report.tools
    kinds = tools.mentions.classes(token)
    if one.status == "denied" and tools.frames.nobody(token):
        return one  # "no one was hurt"
    bare_number = token.pos_ == "NUM" and not tools.mentions.pronoun(token) and not _of_some(token, report)
    if not bare_number and not _counts_others(mention, count, report):
        one.fillers["victims"] = [_counted(mention, report) if "count" in one.counts else mention]
    if count is None:
        if bare_number:
            return None
        if tools.mentions.is_event(token) and "person" not in kinds:
            return None
        known = _is_holder(token, report) or _is_known(token, report) or _is_aged(mention)
        if _is_one(token) or (one.status != "denied" and known):
            text = report.span(mention).text
            one.counts["count"] = Count(1, 1, text, "exact")
        elif "agent" not in kinds and not tools.mentions.is_name(token) and one.status != "denied":
            return None
    if one.values.get("harm") == "detained" and _is_town(mention, report):
        return None
    if "weapon" in kinds or "building" in kinds or "vehicle" in kinds or kinds == {"animal"}:
        return None
    return one


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
    """A single person told by name."""
    return token.ent_type_ == "PER" and all(c.ent_type_ == "PER" for c in token.children if c.dep_ == "conj")


def _behind(token: Token, report: Report) -> Token | None:
    """Whose weapon did it ("by Israeli fire", "oleh tembakan tentara"), where its word is no act by itself."""
    if not report.tools.mentions.fits(token, ("@weapon", "@gunfire_word")):
        return None
    owners = [c for c in token.children if c.dep_.split(":")[0] in ("amod", "compound", "nmod")]
    return next((c for c in owners if report.tools.mentions.fits(c, ("@nationality", "@armed_force"))), None)


def _is_holder(token: Token, report: Report) -> bool:
    """A single person told by an office that one holds ("the chief of the village", "komandan kelompok itu")."""
    if token.pos_ != "NOUN" or has(token, "Number", "Plur") or not report.tools.mentions.classes(token) & OFFICES:
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


def _is_aged(mention: Mention) -> bool:
    """A single person whose age is told right behind ("pria 48 tahun", "Rahmat (48)"): several have several."""
    token, sentence = mention.token, mention.sentence
    last = max((c.i for c in token.children if c.dep_.split(":")[0] == "flat"), default=token.i)
    bracket = [t.text for t in token.doc[last + 1 : last + 4]]
    if token.pos_ == "PROPN" and len(bracket) == 3 and bracket[::2] == ["(", ")"] and bracket[1].isdigit():
        return len(bracket[1]) == 2 and not any(c.dep_ in ("nummod", "conj") and c.i < last for c in token.children)
    if token.pos_ != "NOUN" or has(token, "Number", "Plur") or "-" in token.text:
        return False
    if any(c.dep_ in ("nummod", "conj", "det") and c.i < token.i for c in token.children):
        return False
    after = sentence.to(token)
    ages = (n for n in sentence.numbers if n.kind in AGES and 0 < n.start - after <= CLOSE)
    return any("-" not in n.count.text and n.count.min == n.count.max for n in ages if n.count is not None)


def _is_known(token: Token, report: Report) -> bool:
    """A single person told of as known or as somebody's ("its driver"), in a language that marks number."""
    classes = report.tools.mentions.classes(token)
    if token.pos_ != "NOUN" or not has(token, "Number", "Sing") or not classes & KNOWN or classes & MANY:
        return False
    before = [c for c in token.children if c.i < token.i]
    if any(c.dep_ in ("nummod", "conj") for c in token.children):
        return False
    return any((c.dep_ == "det" and has(c, "Definite", "Def")) or c.dep_ == "nmod:poss" for c in before)


def _in_order(
    firing: Firing, draft: Draft, told: Sequence[tuple[Token, NumberMention]], report: Report
) -> Iterator[Draft]:
    """A draft for each counted noun before a participle, whatever the parser hung on what."""
    draft.fillers.pop("perpetrator", None)
    before = {t.i for t, _ in told}
    _perpetrators(firing, draft, report, before)
    for noun, number in told:
        one = _with_victims(draft, Mention(firing.sentence, noun), report)
        if one is not None:
            one.counts["count"] = number.count
            yield one
    yield from _parts(firing, draft, [t for t, _ in told], report)


def _counted_left(firing: Firing, victims: Sequence[Mention], report: Report) -> list[Token]:
    """The counted nouns right before the verb that tells their fate ("four officers and two civilians died")."""
    sentence, token = firing.sentence, firing.token
    suffers = "victims" in firing.trigger.frame.slots.get("subj", ()) or firing.hit.voice == "pass"
    suffers = suffers or (token.dep_ not in RELATIVE and _passive(firing, report))
    if firing.trigger.part == "noun" or not suffers:
        return []
    touching = [n for n in sentence.numbers if n.kind == "count" and 0 <= firing.hit.start - n.end <= 1]
    if touching:
        return sentence.tokens_in(touching[-1].number_start, touching[-1].number_end)[-1:]  # "a *million*"
    own = [m for m in victims if m.token.dep_ in SUBJECTS and m.token.head.i == token.i]
    before = [n for n in sentence.numbers if n.kind in COUNTED and n.end <= firing.hit.start]
    found_nouns = [noun for noun, _ in nouns_before(firing, before, report)]
    return [] if own and len(found_nouns) < 2 else found_nouns


def _passive(firing: Firing, report: Report) -> bool:
    """Whether the verb tells what became of its subject, were it tagged as an adjective ("two guards were wounded")."""
    token = firing.token
    return report.tools.syntax.verbs.passive(token, firing.hit.voice) or any(c.dep_ == "cop" for c in token.children)


def _perpetrators(firing: Firing, draft: Draft, report: Report, harmed: AbstractSet[int] = frozenset()) -> None:
    """Who did it: the acting subject, or the actors of the act that is the subject ("their attack killed …")."""
    sentence = firing.sentence
    for role, slots in firing.trigger.frame.slots.items():
        for token in expand(firing.roles.get(role, [])) if "perpetrator" in slots else []:
            if token.i in harmed:
                continue
            events = report.at(sentence, token, "event")
            if events:
                for event in events:
                    if event.trigger.values.get("act") in MUTUAL:
                        continue  # "fighting between the army and guerrillas killed ten": who killed whom is not told
                    act = report.tools.frames.filled(event)
                    if event.nominal:
                        license_actors(event, act, report)
                    draft.add("perpetrator", act.fillers.get("actor", []))
            elif (shooters := _behind(token, report)) is not None:
                draft.add("perpetrator", [Mention(sentence, shooters)])
            elif report.tools.mentions.can_act(token) and not report.tools.mentions.fits(token, NO_DOERS):
                draft.add("perpetrator", [Mention(sentence, token)])
