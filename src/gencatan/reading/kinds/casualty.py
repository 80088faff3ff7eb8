"""Numbers of people harmed, one claim for each count (contract, kind `casualty`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.drafts.requirements import with_phrase
from gencatan.reading.firing.licence import MUTUAL, did_nothing, license_actors
from gencatan.reading.firing.tried import only_stopped, only_tried
from gencatan.reading.kinds.casualty_counts import all_of_them, elided_count, one_more, own_count
from gencatan.reading.kinds.casualty_groups import of_groups, parts_after, parts_before, with_victims
from gencatan.reading.kinds.casualty_order import harmed_before, listed, named_of_them, nouns_before, told_before
from gencatan.reading.kinds.died_of import died_of
from gencatan.reading.kinds.natural_deaths import passed_away
from gencatan.reading.numbers.found import COUNTED, NumberMention
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

THINGS: Final = frozenset({"abstract", "document", "statement_noun", "thing", "deed"})
COUNT_NOUNS: Final = ("@count_noun",)
OWNER_DEPS: Final = frozenset({"nmod:poss", "compound", "nmod"})
NO_DOERS: Final = ("@weapon", "@weather")  # they kill, and do nothing to anybody


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """One draft for each group of victims that the trigger counts or names."""
    if firing.mood.inside:
        return
    if firing.asked or firing.unwanted or report.is_untold(firing.token):
        return
    if _of_a_thing(firing, report) or _unreported(firing, report) or died_of(firing, report):
        return
    if (
        _found(firing, report)
        or _undergoes(firing, report)
        or only_tried(firing, report)
        or only_stopped(firing, report)
    ):
        return
    draft = report.draft(firing)
    if firing.trigger.status == "denied" and draft.status != "denied":
        return  # "hope that they will return unharmed"
    if firing.nominal and firing.trigger.part == "noun" and _names_another(firing):
        return
    if firing.nominal and _not_told(firing, draft, report):
        return
    report.tools.frames.fill(firing, draft)
    if draft.status == "possible" and _estimated(firing, report):
        draft.status = "asserted"
    draft.about = _with_what(firing, report)
    if not draft.sources:
        draft.sources = _counted_by(firing, report)
    victims = [m for m in draft.fillers.pop("victims", []) if not _taken(firing, m, report)]
    victims = [m for m in victims if not _of_another(firing, m.token, report)]
    victims = _not_of_verb_before(firing, victims, report)
    whole = all_of_them(firing, report)
    if whole is not None:
        yield _of_all(draft, whole)
        if firing.token.dep_ == "amod" and firing.token.head.pos_ == "NUM":
            return
    among = listed(firing, report)
    if among:
        draft.fillers.pop("perpetrator", None)
        yield from (one for m in among if (one := with_victims(draft, m, report)) is not None)
        return
    some = named_of_them(firing, report)
    if some is not None:
        draft.fillers.pop("perpetrator", None)
        draft.fillers["victims"], draft.counts["count"] = [some[0]], some[1]
        yield draft
        return
    ordered = told_before(firing, report)
    if ordered:
        yield from _in_order(firing, draft, ordered, report)
        return
    if _describes(firing):
        victims = _described(firing)
        if not victims:
            return
        if draft.status != "denied" and firing.token.dep_ == "amod" and has(firing.token, "Tense", "Past"):
            draft.status = "asserted"  # "three kidnapped nurses will be freed"
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
    made = list(of_groups(draft, victims, report))
    yield from made
    if made:
        told = [m.token for m in victims]
        yield from parts_before(firing, draft, told, report)
        yield from parts_after(firing, draft, told, report)
    if not made and not victims:
        count = own_count(firing, report)
        if count is not None:
            draft.counts["count"] = count
            for lives in firing.roles.get("obj", [])[:1]:  # "cost some 40 lives"
                draft.about = report.tools.mentions.wording.span(firing.sentence, lives)
            yield draft
            number = next((n for n in firing.sentence.numbers if n.count is count), None)
            told_last = firing.sentence.last_word(number) if number is not None else None
            # "200 korban jiwa, termasuk sepuluh anak"
            yield from parts_after(firing, draft, [told_last] if told_last is not None else [], report)
        elif draft.status == "denied" and not _told_who_they_were(firing):
            yield draft


def _of_all(draft: Draft, number: NumberMention) -> Draft:
    """The toll of all among whom one is told, found at its number, since the word of harm tells of the one."""
    return replace(
        draft,
        fillers={},
        counts={"count": number.count},
        values=dict(draft.values),
        sources=list(draft.sources),
        trigger_span=(number.start, draft.trigger_span[1]),
        firing=None,
    )


def _estimated(firing: Firing, report: Report) -> bool:
    """Whether it is only how many that somebody estimates ("PBB memperkirakan perang itu menewaskan 40.000 orang")."""
    verb, words = firing.token, report.tools.pack.words
    if "clause" in firing.trigger.require:
        return False  # "diperkirakan memaksa ribuan orang mengungsi": what is to come of it
    before = [c.lower_ for c in verb.children if c.i < verb.i]
    own = any(word in words(key) for word in before for key in ("modal_possible", "modal_planned"))
    told = verb.dep_ in ("ccomp", "xcomp") and verb.head.i < verb.i and verb.head.lower_ in words("verbs_counting")
    return told and not own and any(verb.is_ancestor(t) for t in verb.doc if t.pos_ == "NUM")


def _unreported(firing: Firing, report: Report) -> bool:
    """Whether nobody reports of such as were harmed ("tak ada laporan mengenai korban yang luka parah", "no casualties
    were reported")."""
    done, own = firing.token, report.tools.moods.own
    counted = any(t.pos_ == "NUM" for t in done.subtree)  # "is investigating whether its men killed 12 villagers"
    if firing.mood.signals.get("possible", "").lower() in report.tools.pack.words("doubt_markers") and not counted:
        return True  # "did not say whether there were any dead"
    if firing.nominal and own.no_such(done):
        heard_of = [c for c in done.children if c.dep_ in RELATIVE] + ([done.head] if done.dep_ in SUBJECTS else [])
        return any(starts(verb, report.tools.pack.words("verbs_reporting")) for verb in heard_of)
    while done.dep_ == "conj" and done.head.i < done.i:
        done = done.head  # "no reports of soldiers killed or [wounded]"
    noun, told = done.head, done.head.head
    if not done.dep_.startswith("acl") or told.i == noun.i:
        return False
    words, mark = report.tools.pack.words, preposition_words(noun)
    about = mark in words("topic_markers") and told.lower_ in words("attribution_nouns")
    heard = mark in words("genitive_markers") and told.lower_ in words("hearsay_nouns")
    return (about or heard) and own.no_such(told)


def _with_what(firing: Firing, report: Report) -> Span | None:
    """The words behind a verb that alone make it one of harm ("rushed to hospital *with burns*")."""
    for role, wanted in firing.trigger.require.items():
        if role.startswith("prep.") and not report.tools.mentions.only_bars(wanted):
            for noun in firing.roles.get(role) or with_phrase(firing.roles.get("obj", []), role[5:]):
                if noun.i > firing.token.i and report.tools.mentions.fits(noun, wanted):
                    return report.tools.mentions.wording.span(firing.sentence, noun)
    return None


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


def _not_of_verb_before(firing: Firing, victims: Sequence[Mention], report: Report) -> list[Mention]:
    """Those before the trigger without the ones whom the verb of harm before them tells of, or who stand behind these
    ("menewaskan dua tentara dan [13 orang lainnya] terluka")."""
    sentence = firing.sentence
    starts_at = {m.token.i: sentence.from_(m.token.doc[m.token.left_edge.i]) for m in victims}
    taken = [i for i, start in starts_at.items() if i < firing.token.i and harmed_before(firing, start, report)]
    own = [m for m in victims if m.token.i not in taken]
    if own or not taken:
        return own
    before = [n for n in sentence.numbers if n.kind in COUNTED and n.end <= firing.hit.start]
    behind = [Mention(sentence, noun) for noun, _ in nouns_before(firing, before, report) if noun.i not in taken]
    return behind or list(victims)


def _counted_by(firing: Firing, report: Report) -> list[Mention]:
    """Who puts the toll that a noun names at a number ("the mayor put the number of dead at 31")."""
    tools = report.tools
    verbal = not firing.nominal and firing.trigger.part != "word"
    if verbal and (firing.token.dep_ != "conj" or any(c.dep_ == "obj" for c in firing.token.children)):
        return []  # "setting a station ablaze and *driving 6,700 people from their homes*"
    for node in (firing.token, *tools.syntax.ancestors(firing.token)):
        if tools.mentions.fits(node, COUNT_NOUNS):  # "the UN's estimate of 40,000 dead"
            owners = [c for c in node.children if c.dep_ in OWNER_DEPS and c.i < firing.token.i and not preposition(c)]
            if tools.pack.in_class(node.lower_, "quantity"):  # "jumlah tentara yang tewas": they are counted
                owners = [c for c in owners if c.i < node.i]
            if speaking := [Mention(firing.sentence, c) for c in owners if tools.attributions.can_speak(c)]:
                return speaking
        if node.pos_ == "VERB" and node.i != firing.token.i:
            counts = node.lower_ in tools.pack.words("verbs_counting") and not tools.syntax.verbs.passive(node)
            if node.dep_ == "advcl" and any(t.kind == "casualty" for t in firing.sentence.triggers_at(node.head)):
                return []  # "two of the wounded died, *raising* the toll to 61"
            subjects = expand(tools.syntax.subjects.of(node)) if counts else []
            return [
                Mention(firing.sentence, t) for t in subjects if tools.attributions.can_speak(t) or _organ(t, report)
            ]
    return []


def _organ(noun: Token, report: Report) -> bool:
    """Whether a noun names a house by whose it is, which is then an organ of theirs ("the *governor's office*")."""
    owners = (c for c in noun.children if c.dep_ in ("nmod:poss", "compound") and c.i < noun.i)
    return any(report.tools.mentions.fits(c, ("@official", "@organisation", "@state_force")) for c in owners)


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
    given = token.dep_ == "obj" and starts(token.head, tools.pack.words("verbs_giving"))
    if given and is_clause(token.head):
        return True  # "gave no death toll"
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


def _told_who_they_were(firing: Firing) -> bool:
    """Whether only who the dead were is denied, who are there ("denied that *the dead* were militiamen")."""
    last = firing.sentence.token_at(firing.hit.end - 1)
    return last is not None and last.i + 1 < len(last.doc) and last.nbor(1).dep_ == "cop"


def _those_hurt(firing: Firing) -> bool:
    """Whether the word stands for those it describes ("carried the dead away"), uncounted."""
    token = firing.token
    if firing.trigger.part != "word" or firing.hit.end - firing.hit.start > len(token.text):
        return False
    if any(c.dep_ in ("cop", "nummod") or c.dep_ in SUBJECTS for c in token.children):
        return False
    return any(c.dep_ == "det" and c.i == token.i - 1 for c in token.children)


def _behind(token: Token, report: Report) -> Token | None:
    """Whose weapon did it ("by Israeli fire", "oleh tembakan tentara"), where its word is no act by itself."""
    if not report.tools.mentions.fits(token, ("@weapon", "@gunfire_word")):
        return None
    owners = [c for c in token.children if c.dep_.split(":")[0] in ("amod", "compound", "nmod")]
    # "a tank round", but "fire from an Israeli tank"
    owners = [c for c in owners if preposition(c) or not report.tools.mentions.fits(c, ("@weapon",))]
    return next((c for c in owners if report.tools.mentions.fits(c, ("@nationality", "@armed_force"))), None)


def _in_order(
    firing: Firing, draft: Draft, told: Sequence[tuple[Token, NumberMention]], report: Report
) -> Iterator[Draft]:
    """A draft for each counted noun before a participle, whatever the parser hung on what."""
    draft.fillers.pop("perpetrator", None)
    before = {t.i for t, _ in told}
    _perpetrators(firing, draft, report, before)
    for noun, number in told:
        one = with_victims(draft, Mention(firing.sentence, noun), report)
        if one is not None:
            one.counts["count"] = number.count
            yield one
    yield from parts_after(firing, draft, [t for t, _ in told], report)


def _counted_left(firing: Firing, victims: Sequence[Mention], report: Report) -> list[Token]:
    """The counted nouns right before the verb that tells their fate ("four officers and two civilians died")."""
    sentence, token = firing.sentence, firing.token
    suffers = "victims" in firing.trigger.frame.slots.get("subj", ()) or firing.hit.voice == "pass"
    suffers = suffers or (token.dep_ not in RELATIVE and _passive(firing, report))
    if firing.trigger.part == "noun" or not suffers:
        return []
    touching = [n for n in sentence.numbers if n.kind == "count" and 0 <= firing.hit.start - n.end <= 1]
    if touching:
        found = sentence.last_word(touching[-1])
        return [found] if found is not None else []
    own = [m for m in victims if m.token.dep_ in SUBJECTS and m.token.head.i == token.i]
    before = [n for n in sentence.numbers if n.kind in COUNTED and n.end <= firing.hit.start]
    found_nouns = [noun for noun, _ in nouns_before(firing, before, report)]
    return [] if own and len(found_nouns) < 2 else found_nouns


def _passive(firing: Firing, report: Report) -> bool:
    """Whether the verb tells what became of its subject, were it tagged as an adjective ("two guards were wounded")."""
    token = firing.token
    return report.tools.syntax.verbs.passive(token, firing.hit.voice) or any(c.dep_ == "cop" for c in token.children)


def _made_of_acts(firing: Firing, noun: Token, report: Report) -> list[Firing]:
    """The acts that a noun without a will of its own is a number of ("a wave of air strikes killed …")."""
    if noun.pos_ != "NOUN" or "agent" in report.tools.mentions.classes(noun):
        return []
    inner = [c for c in noun.children if c.dep_ in ("nmod", "compound") and c.pos_ == "NOUN"]
    return [f for c in inner for f in report.at(firing.sentence, c, "event") if f.nominal]


def _driven_out(token: Token, firing: Firing, report: Report) -> bool:
    """Whether it is those of whom another word says that they lost their homes: the parser made one clause of both
    ("membuat 700.000 orang kehilangan tempat tinggal dan menewaskan 2.500 orang")."""
    above = report.at(firing.sentence, token.head, "casualty") if token.head.i != firing.token.i else ()
    return any(f.trigger.values.get("harm") == "displaced" for f in above)


def _perpetrators(firing: Firing, draft: Draft, report: Report, harmed: AbstractSet[int] = frozenset()) -> None:
    """Who did it: the acting subject, or the actors of the act that is the subject ("their attack killed …")."""
    sentence = firing.sentence
    for role, slots in firing.trigger.frame.slots.items():
        for token in expand(firing.roles.get(role, [])) if "perpetrator" in slots else []:
            if token.i in harmed or did_nothing(token, firing, report) or _driven_out(token, firing, report):
                continue
            if token.head.i != firing.token.i and starts(token.head, report.tools.pack.words("verbs_counting")):
                continue  # "he put the toll at nine killed"
            events = report.at(sentence, token, "event") or _made_of_acts(firing, token, report)
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
    if firing.nominal and "prep.of" in firing.roles and "perpetrator" not in draft.fillers:
        whose = [t for t in firing.roles.get("poss", []) if t.dep_ == "nmod:poss" and report.tools.mentions.can_act(t)]
        draft.add("perpetrator", [Mention(sentence, t) for t in whose])  # "Khartoum's arrest of nine men"
