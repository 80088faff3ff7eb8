"""Agreements and the steps of their lives (contract, kind `agreement`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds import announcers, breaches, declared, proxies, signings, timetables
from gencatan.reading.kinds.acts import HURTING
from gencatan.reading.kinds.both import SIDES
from gencatan.reading.kinds.deal_lengths import length_of
from gencatan.reading.kinds.deal_names import name_of
from gencatan.reading.kinds.deal_nouns import agreement_noun, is_added_to, is_of_agreement, type_of, type_of_clause
from gencatan.reading.kinds.deal_parties import (
    REACH,
    add_between,
    beside_mediator,
    called_third,
    drop_exchanged,
    drop_mediators,
    last_parties,
    mediators_of,
    parties_of_noun,
    several,
    told_with,
)
from gencatan.reading.kinds.extension import is_agreed, prolonged, settling
from gencatan.reading.kinds.signings import SIGNED
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    conjuncts,
    has_subject,
    preposition,
    preposition_words,
    starts,
)
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SETTLED: Final = frozenset(
    {
        "withdraw",
        "release",
        "exchange",
        "disarm",
        "demobilise",
        "hand_over_weapons",
        "lift_blockade",
        "return_territory",
        "grant_access",
        "monitor",
    }
)
FOUGHT: Final = frozenset({"attack", "shelling", "clash", "abduction", "arrest", "blockade", "protest"})
HITTING: Final = HURTING | {"operation"}
OWED: Final = "obligation"
BROKEN: Final = "violated"
MADE: Final = ("agreed", SIGNED)
VOICED: Final = ("appeal", "condemn", "demand", "reject")
BOTH_SIDES: Final = frozenset({"agreed", "signed", "in_effect", "extended", "collapsed", "suspended", "expired"})


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """A step in an agreement's life, from the word that tells the step or from the agreement's own noun."""
    if (
        (firing.mood.inside and not _made_before(firing))
        or is_agreed(firing, report)
        or _only_through(firing, report)
        or _particle(firing)
        or plotted(firing, report)
    ):
        return
    values = firing.trigger.values
    if "stage" in values:
        yield from _step(firing, report)
    elif firing.nominal and not _told_elsewhere(firing, report):
        yield from _brokered(firing, report)


def _made_before(firing: Firing) -> bool:
    """Whether a participle with a day tells of a deal that was made before what is told around it ("met to carry out
    the truce *agreed* in Pretoria on 2 November")."""
    made = firing.token.dep_ in ("acl", "acl:relcl") and firing.trigger.values.get("stage") in MADE
    dated = (t.i in firing.sentence.date_tokens for c in firing.token.children for t in (c, *c.children))
    return made and firing.mood.inside == "purpose" and firing.mood.status == "planned" and any(dated)


def _particle(firing: Firing) -> bool:
    """Whether a word that may tell that a truce is over or off only belongs to a verb ("watched over")."""
    token = firing.token
    loose = token.dep_ in ("compound:prt", "case", "advmod") and token.head.pos_ == "VERB"
    loose = loose or (token.pos_ in ("ADP", "PART", "ADV") and not any(c.dep_ == "cop" for c in token.children))
    over = firing.trigger.values.get("stage") == "collapsed" and " " not in firing.hit.citation
    return over and loose and firing.trigger.part == "word"


def _only_through(firing: Firing, report: Report) -> bool:
    """Whether a participle only tells through whom a truce came about whose own step is told ("the truce, mediated by
    Egypt, held")."""
    participle, noun = firing.token, firing.token.head
    while noun.dep_ == "nmod" and noun.head.pos_ == "NOUN":
        noun = noun.head  # "a cessation of hostilities negotiated by X"
    if firing.nominal or participle.dep_ != "acl" or not report.at(firing.sentence, participle, "mediation"):
        return False
    if any(t.i in firing.sentence.date_tokens for t in participle.subtree):
        return False  # "a truce brokered in May": the day it was made
    verb = report.tools.syntax.governor(noun)
    steps = [*report.at(firing.sentence, noun, "agreement")]
    steps += report.at(firing.sentence, verb, "agreement") if verb is not None else []
    return any("stage" in f.trigger.values and not _puts_an_end(f, report) for f in steps)


def _voted(firing: Firing, report: Report) -> bool:
    """Whether a body accepts by what it resolves ("voted to accept the truce"): it has, and does not only plan to."""
    verb, words = firing.token.head, report.tools.pack.words
    if firing.token.dep_ not in ("xcomp", "advcl") or not starts(firing.token, words("verbs_permitting")):
        return False
    resolves = starts(verb, words("verbs_resolving")) and firing.mood.signals.get("planned") == verb.text
    return resolves and report.tools.moods.read(firing.sentence, verb, {}).status == "asserted"


def _step(firing: Firing, report: Report) -> Iterator[Draft]:
    if firing.trigger.values["stage"] in MADE and declared.over(firing, report):
        return
    draft = report.draft(firing)
    tools = report.tools
    tools.frames.fill(firing, draft)
    if firing.nominal and draft.values.get("stage") == BROKEN:
        what = [t.i for t in firing.roles.get("subj", []) if tools.mentions.pronoun(t) == "thing.sg"]
        draft.add(
            "parties", [m for m in draft.fillers.pop("parties", []) if m.token.i not in what]
        )  # "it was a breach"
    if firing.nominal and draft.values.get("stage") == SIGNED:
        signings.settle(firing, draft, report)
    sentence = firing.sentence
    if firing.mood.inside:
        draft.status = "asserted"
    agreeing = settling(firing, report)
    if agreeing is not None:
        if any(f.trigger.kind == OWED for f in report.at(sentence, firing.token)):
            return  # "agreed to end the war": the word of agreeing tells it
        draft.status = agreeing.mood.status
    if draft.status == "planned" and draft.values.get("stage") == "agreed" and _voted(firing, report):
        draft.status = "asserted"
    noun = agreement_noun(firing, report)
    longer = prolonged(firing, report)
    if longer is not None:
        _prolong(draft, longer, report)
        noun = agreement_noun(longer, report) or noun
    if noun is None and (not _settles(firing, draft, report) or signings.by_one(firing, draft, report)):
        return
    if draft.values["stage"] in MADE and signings.says_only(firing, report):
        return
    if draft.values["stage"] == "expired" and _puts_an_end(firing, report):
        return  # "the truce ended five days of fighting"
    # what two sides sign is an agreement, whatever it is called
    both_sign = draft.values["stage"] == SIGNED and several(draft.fillers.get("parties", []))
    untold = "type" not in draft.values and not both_sign
    if noun is not None and untold and not is_of_agreement(firing.sentence, noun, report):
        return
    if firing.nominal and _told_elsewhere(firing, report):
        return  # "rejected the offer of a truce": that is what became of it
    if draft.values.get("type", "other") == "other":  # "sepakat" says nothing of the type by itself
        told = type_of(sentence, noun, report) if noun is not None and noun.i != firing.token.i else "other"
        draft.values["type"] = told if told != "other" else type_of_clause(firing, report)
    times = [c for c in firing.token.children if c.dep_ == "obl"]  # "had signed one after an earlier war"
    draft.former = any(_former(one, report) for one in ([noun] if noun is not None else []) + times)
    earlier = _only_brokered(firing, noun, draft, report)
    if earlier is not None:
        earlier.add("mediator", draft.fillers.get("mediator", []))
        return
    name = name_of(sentence, noun, report) if noun is not None and not is_added_to(noun, report) else None
    if name is not None:
        draft.texts["name"] = name
    if noun is not None and noun.i != firing.token.i:
        draft.about = tools.mentions.wording.span(sentence, noun)
        if draft.values["stage"] != BROKEN:  # whom it is with broke nothing
            parties_of_noun(sentence, noun, draft, report)
        draft.add("mediator", mediators_of(sentence, noun, report))
    elif draft.values["stage"] != BROKEN:
        add_between(firing, draft, report)
    if draft.values["stage"] in MADE:
        proxies.settle(firing, draft, report)
    announcers.drop(firing, draft, report, last_parties(report, sentence))
    declared.add_sides(firing, draft, report)
    third = called_third(firing, draft)
    beside_mediator(firing, draft, report)
    drop_mediators(firing, draft, third, report)
    if draft.status == "asserted" and timetables.to_begin(firing, report):
        draft.status = "planned"
    if draft.values["stage"] == BROKEN:
        breaches.keep_breakers(firing, draft, noun, report)
    if draft.values["stage"] == SIGNED and _refused(firing, report):
        draft.values["stage"], draft.status = "rejected", "asserted"
    stage = draft.values["stage"]
    if draft.status == "asserted" and noun is not None and _to_come(firing, draft, noun, report):
        draft.status = "planned"
    if _no_member(firing, draft, report):
        if "parties" not in draft.fillers:
            return  # it holds between others
    elif stage in BOTH_SIDES and len(draft.fillers.get("parties", [])) < 2 and name is None:
        definite = noun is None or report.is_definite(sentence, noun)
        # of three signs that the agreement told of before is meant, two
        if definite + (stage not in MADE) + ("parties" not in draft.fillers) >= 2:
            before = told_with(noun, sentence, report) or last_parties(report, sentence)
            owners = [report.settle(m) or m for m in draft.fillers.get("parties", [])]
            own = {t.text for m in owners for t in m.token.subtree}
            before = [m for m in before if m.token.text not in own]  # "Pakistan's ministry will honour it"
            draft.add("parties", [m for m in before if m.sentence is not sentence or m.token.i not in third])
    if firing.asked and stage != "proposed":
        return
    drop_exchanged(draft, report)
    length = length_of((longer or firing).token, noun, draft, report)
    if length is not None:
        draft.texts["duration"] = length
    yield draft


def _to_come(firing: Firing, draft: Draft, noun: Token, report: Report) -> bool:
    """Whether a deal that is only made now is said to take effect, in no tense of the past ("signed a truce that takes
    effect on Friday", "menandatangani gencatan senjata yang mulai berlaku 3 Agustus")."""
    verb, sentence = firing.token, firing.sentence
    if draft.values["stage"] != "in_effect" or verb.dep_ not in RELATIVE or verb.head.i != noun.i:
        return False
    made = (f.trigger.values.get("stage") for f in report.at(sentence, noun.head, "agreement"))
    set_out = starts(noun.head, report.tools.pack.words("verbs_laying_down"))  # "mengatur gencatan senjata yang …"
    if has(verb, "Tense", "Past") or not (set_out or {*MADE, "extended"}.intersection(made)):
        return False
    since = (c for c in verb.children if c.i in sentence.date_tokens)
    if any(preposition_words(c) in report.tools.pack.words("after_markers") for c in since):
        return False  # "gencatan senjata yang berlaku sejak 2 April"
    aspect, own = report.tools.pack.words("verbs_transparent"), range(firing.hit.start, firing.hit.end)
    before = [c for c in verb.children if c.i < verb.i and sentence.from_(c) not in own]
    return not any(c.pos_ == "AUX" or c.lower_ in aspect for c in before)


def _no_member(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether it is only said of somebody not to be bound ("was not a party to the truce")."""
    member = firing.trigger.part == "noun" and not report.tools.mentions.fits(firing.token, ("@agreement",))
    return member and draft.values["stage"] == "in_effect" and draft.status == "denied"


def _former(noun: Token, report: Report) -> bool:
    """Whether an agreement is only one that was there before ("an earlier truce", "gencatan senjata sebelumnya")."""
    words = report.tools.pack.words("former_words")
    if any(c.lower_ in words for c in noun.children if c.dep_.split(":")[0] in ("amod", "advmod", "nmod", "det")):
        return True
    last = noun
    while last.i + 1 < len(noun.doc) and noun.is_ancestor(last.nbor(1)) and last.nbor(1).dep_ in ("nmod", "compound"):
        last = last.nbor(1)
    behind = report.tools.pack.noun_head == "first" and last.i + 1 < len(noun.doc)
    return behind and last.nbor(1).lower_ in words


def _prolong(draft: Draft, longer: Firing, report: Report) -> None:
    """Make the step that of the agreement that is prolonged, for as long as is told with it."""
    inner = report.tools.frames.filled(longer)
    draft.values |= {"stage": "extended"}
    draft.values.pop("type", None)
    draft.texts |= {k: v for k, v in inner.texts.items() if k not in draft.texts}


def _puts_an_end(firing: Firing, report: Report) -> bool:
    """Whether what is said to end is what an agreement put an end to, though the parser took it for a time."""
    if firing.nominal:
        return False
    verb, of = firing.token, report.tools.pack.words("genitive_markers")
    behind = [c for c in verb.children if c.i > verb.i and c.dep_.split(":")[0] in ("obj", "obl")]
    after = [verb.doc[c.i + 1].lower_ for c in behind if not preposition(c) and c.i + 1 < len(verb.doc)]
    return any(word in of for word in after)


def _refused(firing: Firing, report: Report) -> bool:
    """Whether somebody will not agree or sign ("refused to put its name to the accord"): that is the step."""
    if firing.mood.status != "denied" or firing.mood.statement < 0:
        return False
    saying = report.at(firing.sentence, firing.token.doc[firing.mood.statement], "statement")
    return any(f.trigger.values.get("act") == "reject" and not f.nominal for f in saying)


def _settles(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a word of agreeing without the noun tells of more than one side's promise ("agreed to stop fighting")."""
    asked = agreed_to(firing, report)
    if not asked and firing.roles.get("clause"):
        return False  # "agreed to condemn the raid": what they say, and no deal
    if "type" in draft.values:
        return True
    if any(report.tools.mentions.fits(t, ("@proposal",)) for t in firing.roles.get("obj", [])):
        return False  # an offer of something else
    if not asked:
        return True
    if type_of_clause(firing, report) != "other":
        return True
    parties = draft.fillers.get("parties", [])
    if _just_made(firing, report):
        return False  # "the two sides also agreed to hold elections": that is in the deal told of
    several = len(parties) > 1 or any(report.is_plural(m) or _counted(m.token, report) for m in parties)
    if not several:
        return False
    settled = next((t for t in asked if any(map(_settled, report.at(firing.sentence, t)))), None)
    if settled is not None:
        start = firing.sentence.from_(settled)
        if any(d.start > start and d.relation != "at" for d in firing.sentence.dates):
            draft.clause = firing.sentence.start, start  # "agreed to set up a committee *by May*"
        return True
    own = next((t for t in asked if _their_own(t, firing, report)), None)
    if own is None or not all(report.tools.mentions.fits(m.token, (*SIDES, "@official")) for m in parties):
        return False
    draft.clause = firing.sentence.start, firing.sentence.from_(own)  # a day behind it is that of what is to be done
    return True


def _just_made(firing: Firing, report: Report) -> bool:
    """Whether the sentences right before told that a deal was made, and it is no other day that this one has."""
    sentence = firing.sentence
    if any(c.i in sentence.date_tokens for c in firing.token.children):
        return False
    before = (d for d in reversed(report.drafts) if d.kind == "agreement" and d.sentence is not sentence)
    last = next(before, None)
    made = last is not None and last.status == "asserted" and last.values.get("stage") in MADE
    return last is not None and made and sentence.index - last.sentence.index <= REACH


def _their_own(deed: Token, firing: Firing, report: Report) -> bool:
    """Whether those who agree are to do it themselves, and it is what sides settle between them: no fight ("agreed to
    attack at dawn"), no thought ("agreed that the town needed help") and nothing of each one's own ("to testify")."""
    if any(c.dep_.split(":")[0] in ("nsubj", "csubj", "expl") for c in deed.children):
        return False
    if not starts(deed, report.tools.pack.words("verbs_between_sides")):
        return False
    if report.at(firing.sentence, deed, "agreement"):
        return False  # "agreed to settle their dispute" is an agreement by the deed itself
    of_it = [deed, *(c for c in deed.children if c.dep_ == "obj")]
    fought = [f for t in of_it for f in report.at(firing.sentence, t, "event") if f.trigger.values.get("act") in FOUGHT]
    return not fought and not any(t.lower_ in report.tools.pack.words("nouns_of_wars") for t in of_it)


def _settled(inner: Firing) -> bool:
    """Whether what is agreed to be done ends, exchanges or shares something, so that the agreeing is an agreement."""
    if inner.trigger.kind == OWED:
        return True  # a word of duties alone
    return inner.trigger.action in SETTLED


def _counted(noun: Token, report: Report) -> bool:
    """Whether a number or a word such as "both" stands with a noun."""
    mentions, both = report.tools.mentions, report.tools.pack.words("both_markers")
    before = [c for c in noun.children if c.i < noun.i]
    return mentions.counts(noun) or any(mentions.counts(c) or c.lower_ in both for c in before)


def agreed_to(firing: Firing, report: Report) -> list[Token]:
    """What a word of agreeing has as clause or phrase: each thing that is to be done, and not said with it."""
    marks = report.tools.pack.words("control_marks")
    clauses = firing.roles.get("clause", [])
    asked = [t for t in clauses if any(not said_with_it(firing.sentence, c, report) for c in conjuncts(t))]
    for role, tokens in firing.roles.items():
        if role.startswith("prep.") and role[5:] in marks:
            asked += [t for t in tokens if any(f.trigger.kind != "agreement" for f in report.at(firing.sentence, t))]
    return asked


def plotted(firing: Firing, report: Report) -> bool:
    """Whether what somebody agrees to is to hit a third ("agreed *to bomb* the base"): that is a plan of theirs, and no
    deal between sides."""
    if firing.nominal or firing.trigger.values.get("stage") != "agreed":
        return False
    clauses = [t for clause in firing.roles.get("clause", []) for t in conjuncts(clause)]
    told = [[f for f in report.at(firing.sentence, t, "event") if not f.nominal] for t in clauses]
    hits = (
        any(f.trigger.values.get("act") in HITTING and "denied" not in f.mood.signals for f in here) for here in told
    )
    return bool(told) and all(hits) and not any(has_subject(t) for t in clauses)


def is_plot(firing: Firing, report: Report) -> bool:
    """Whether an act is what somebody has agreed to do to a third, and still has to."""
    verb = firing.token
    while verb.dep_ == "conj":
        verb = verb.head
    if firing.nominal or verb.dep_ not in ("xcomp", "ccomp", "advcl"):
        return False
    return any(plotted(f, report) for f in report.at(firing.sentence, verb.head, "agreement"))


def said_with_it(sentence: Sentence, clause: Token, report: Report) -> bool:
    """Whether what is agreed to is said by that ("agreed to condemn the raid", "sepakat menyerukan jeda")."""
    voiced = (f for f in report.at(sentence, clause, "statement") if not f.nominal)
    return any(f.trigger.values.get("act") in VOICED for f in voiced)


def _told_elsewhere(firing: Firing, report: Report) -> bool:
    for verb in firing.roles.get("governor", []):
        if any("stage" in f.trigger.values for f in report.at(firing.sentence, verb, "agreement")):
            return True
    return False


def _brokered(firing: Firing, report: Report) -> Iterator[Draft]:
    """ "The pact, brokered by X": the noun alone tells that it was agreed."""
    if _is_topic(firing, report):
        return
    mediators = mediators_of(firing.sentence, firing.token, report)
    told = [c for c in firing.token.children if c.dep_ == "acl"]
    through = (c for c in firing.token.children if c.dep_ == "acl:relcl" and report.at(firing.sentence, c, "mediation"))
    told += [c for clause in through for c in clause.children if c.dep_ == "conj"]  # "ditengahi X dan mulai berlaku"
    made = (f for c in told for f in report.at(firing.sentence, c, "agreement"))
    if not (mediators or _made_then(firing, report)) or any("stage" in f.trigger.values for f in made):
        return  # the participle tells it ("a pact brokered by X")
    type_ = type_of(firing.sentence, firing.token, report)
    earlier = _told_before(firing.sentence, firing.token, type_, report)
    if earlier is not None:
        earlier.add("mediator", mediators)
        return
    draft = report.draft(firing)
    draft.values |= {"stage": "agreed", "type": type_}
    name = name_of(firing.sentence, firing.token, report)
    if name is not None:
        draft.texts["name"] = name
    report.tools.frames.fill(firing, draft)
    draft.texts.pop("duration", None)  # "provides for an exchange"
    length = length_of(firing.token, firing.token, draft, report)
    if length is not None:
        draft.texts["duration"] = length
    draft.add("mediator", mediators)
    add_between(firing, draft, report)
    unnamed = name is None and len(draft.fillers.get("parties", [])) < 2
    if unnamed and report.is_definite(firing.sentence, firing.token):
        draft.add("parties", last_parties(report, firing.sentence))
    yield draft


def _made_then(firing: Firing, report: Report) -> bool:
    """Whether what is said of an agreement names both sides and the day it is of ("*the 1992 accord between Mozambique
    and Renamo* requires …", "under the deal of 6 August between A and B, …")."""
    noun, sentence = firing.token, firing.sentence
    if firing.mood.status != "asserted" or not sentence.date_tokens or _former(noun, report):
        return False
    words = report.tools.pack.words
    under = [words(key) for key in ("terms_markers", "basis_markers")]
    prep = preposition_words(noun)
    if noun.dep_ not in SUBJECTS and not (prep and any(prep in some for some in under)):
        return False
    inside = {t.i for t in noun.subtree if t.i < noun.head.i or noun.head.i < noun.i}
    dates = (d for d in sentence.dates if d.relation == "at")
    heads = [head for d in dates if (head := sentence.head_of(d.start, d.end)) is not None]
    if not any(head.i in inside for head in heads):
        return False
    return len(report.tools.frames.others(firing, "between_markers")) > 1


def _told_before(sentence: Sentence, noun: Token, type_: str, report: Report) -> Draft | None:
    """The agreement's being made, told before, that a noun refers back to; "a truce brokered by X" is another."""
    if not (report.is_definite(sentence, noun) or report.tools.mentions.pronoun(noun)):
        return None
    if any(c.dep_ == "nmod" and preposition(c) for c in noun.children):
        return None  # "the truce between Mali and the rebels", "the ceasefire in Gaza": which one is told
    for earlier in reversed(report.drafts):
        if earlier.kind == "agreement" and earlier.values.get("type") == type_ and earlier.values["stage"] in MADE:
            return earlier
    return None


def _only_brokered(firing: Firing, noun: Token | None, draft: Draft, report: Report) -> Draft | None:
    """The agreement told before of which a word only tells, without a day, through whom it came about ("Norway brokered
    the deal", "the deal, mediated by Norway, requires …")."""
    through = "mediator" in firing.trigger.frame.slots.get("subj", ())
    if not through or noun is None or firing.nominal or draft.status != "asserted":
        return None
    if any(t.i in firing.sentence.date_tokens for t in firing.token.subtree):
        return None
    return _told_before(firing.sentence, noun, draft.values["type"], report)


def _is_topic(firing: Firing, report: Report) -> bool:
    """Whether an agreement is only what somebody mediates or talks about ("hosted talks on a truce")."""
    words, prep = report.tools.pack.words, preposition_words(firing.token)
    if prep not in words("topic_markers") or prep in words("genitive_markers"):
        return False
    above = [firing.token.head, firing.token.head.head]
    return any(report.at(firing.sentence, token, kind) for token in above for kind in ("mediation", "meeting"))
