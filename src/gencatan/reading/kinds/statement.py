"""Acts done with words: demands, appeals, condemnations, accusations, promises … (contract, kind `statement`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.plainly import only_told
from gencatan.reading.kinds import plover
from gencatan.reading.kinds.marches import described_by, who_march
from gencatan.reading.kinds.obligations import documents
from gencatan.reading.kinds.statement_asked import (
    ASKING,
    UNSIGNED,
    VOICED,
    asked_of,
    called_so,
    denied_whole,
    drawn,
    hung_on_asked,
    to_be_done_to,
    told_to,
)
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, expand, has_subject, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

UNDONE: Final = ("promise", "deny", "reject")


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """A statement with who makes it; one without a speaker is told only if it says to whom or what."""
    if firing.mood.inside and not _voiced(firing, report):
        return
    tools = report.tools
    if firing.nominal and (firing.modifies() or _is_camp(firing, report)):
        return
    if _backed(firing, report) or _only_modal(firing, report) or _in_a_bill(firing, report):
        return
    if firing.trigger.values.get("act") == "acknowledge" and _only_reports(firing, report):
        return
    told = (firing.sentence.index, firing.token.i) in report.consumed and not firing.nominal
    if told and firing.trigger.values.get("act") not in ASKING:
        return  # "pledged not to support them": what is pledged is no support, and no word of it
    if documents.laid_down(firing.token, firing.sentence, report) is not None:
        return  # "It requires the troops to leave": the accord does, and nobody speaks
    if _said_to_be_ready(firing, report):
        return
    draft = report.draft(firing)
    _resolved(firing, draft, report)
    if not _is_made(firing, draft, report) or _refused(firing, report):
        return
    tools.frames.fill(firing, draft)
    if firing.nominal:
        _not_the_receiver(firing, draft, report)
    march = described_by(firing, report)
    if march is not None:
        draft.fillers["speaker"] = who_march(march, report)
        if not draft.fillers["speaker"]:
            return
    if _are_a_share(draft, report):
        return
    owners = []
    # in an active clause "by X" belongs to what is asked for ("requires an inquiry by the government")
    done_by = set() if firing.nominal else {m.token.i for m in tools.frames.others(firing, "passive_agent")}
    for mention in draft.fillers.get("speaker", []):
        if mention.token.i in done_by or _attribute_of_thing(firing, mention.token, report):
            continue
        owner = tools.attributions.owner(mention.token)
        owners.append(Mention(mention.sentence, owner))
    draft.fillers.pop("speaker", None)
    draft.add("speaker", owners)
    if "speaker" not in draft.fillers:
        acting = [t for t in expand(firing.roles.get("subj", [])) if tools.mentions.fits(t, ("@document",))]
        draft.add("speaker", [Mention(firing.sentence, tools.attributions.owner(t)) for t in acting])
    if "speaker" not in draft.fillers and firing.nominal:
        return
    if "speaker" not in draft.fillers and draft.sources and _lost_subject(firing, draft.sources[-1], report):
        # "X said … and denied that …": the parser lost the subject, the sentence has but one speaker
        draft.add("speaker", [draft.sources[-1]])
    told_to(firing, draft, report)
    to_be_done_to(firing, draft, report)
    called_so(firing, draft, report)
    asked_of(firing, draft, report)
    hung_on_asked(firing, draft, report)
    denied_whole(firing, draft, report)
    if _own_doing(firing, draft, report):
        draft.values["act"] = "acknowledge"
        draft.plover = None
    if draft.values.get("act") == "promise" and _harmful(firing, report):
        draft.plover = ("THREATEN", "")
    if "content" not in draft.texts:
        topic = tools.frames.topic(firing)
        if topic is not None:
            draft.texts["content"] = topic
    if "content" not in draft.texts and "addressee" not in draft.fillers and draft.values.get("act") in ASKING:
        things = [t for t in firing.roles.get("obj", []) if "deed" in tools.mentions.classes(t)]
        if things:
            draft.texts["content"] = tools.frames.text_of(firing.sentence, things[0])  # "ordered an inquiry into …"
    drawn(firing, draft, report)
    _own_words(draft, report)
    if not _asks(firing, draft, report) or _only_suffered(firing, draft, report):
        return
    told = "content" in draft.texts or "addressee" in draft.fillers
    named = any(report.settle(m) is not None for m in draft.fillers.get("speaker", []))
    own = any(firing.token.is_ancestor(m.token) for m in draft.fillers.get("speaker", []))
    nobodys = firing.nominal and firing.trigger.part == "noun" and not own and firing.token.dep_ != "obj"
    weak = draft.values.get("act") == ("reject" if firing.nominal else "support")
    if not told and (not named or weak or nobodys):
        return
    # "received orders to leave"
    told_only = firing.trigger.order and "addressee" in firing.trigger.frame.slots.get("subj", ())
    whole = "content" in draft.texts and "addressee" in draft.fillers and (told_only or _passive(firing, report))
    whole = whole and draft.values.get("act") in UNSIGNED
    if "speaker" not in draft.fillers and not draft.sources and not whole and not _nobodys(firing, draft, report):
        return  # but "the militia is accused of looting" needs no speaker
    speakers = {who for m in draft.fillers.get("speaker", []) for who in _all_of(m, report)}
    draft.sources = [s for s in draft.sources if _who(s, report) not in speakers]
    if draft.status == "denied" and draft.values.get("act") == "acknowledge":  # "no group has claimed the attack"
        kept = [m for m in draft.fillers.pop("speaker", []) if not tools.mentions.none_such(m.token)]
        draft.add("speaker", kept)
    yield draft


def _are_a_share(draft: Draft, report: Report) -> bool:
    """Whether so many of a hundred think or wish a thing, which a poll found and nobody said ("62 percent of Israelis
    are worried about a war")."""
    shares = [n for n in draft.sentence.numbers if n.kind == "percent"]
    if not shares:
        return False
    tokens = (m.token for m in draft.fillers.get("speaker", []) if m.sentence is draft.sentence)
    counted = [c for t in tokens for c in (t, *t.children, *(t.head.children if t.dep_ == "nmod" else ()))]
    return any(n.start <= draft.sentence.from_(c) < n.end for n in shares for c in counted if c.pos_ == "NUM")


def _said_to_be_ready(firing: Firing, report: Report) -> bool:
    """Whether somebody else says that they are ready to do something, so that they have promised nothing ("the envoy
    said that Japan was ready to help")."""
    if not (firing.trigger.pledge and firing.trigger.part == "word" and firing.sources):
        return False
    ready = {who for t in firing.roles.get("subj", []) for who in _all_of(Mention(firing.sentence, t), report)}
    return bool(ready) and ready.isdisjoint(_who(source, report) for source in firing.sources)


def _nobodys(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether what is denied is that anybody owned up to an act ("no one claimed responsibility for the attack")."""
    if draft.status != "denied" or draft.values.get("act") != "acknowledge" or firing.nominal:
        return False
    words = report.tools.pack.words("negative_determiner")
    phrases = ([w.lower_ for w in t.doc[t.left_edge.i : t.i + 1]] for t in firing.roles.get("subj", ()))
    return any(words.at(phrase, 0) == len(phrase) for phrase in phrases)


def _harmful(firing: Firing, report: Report) -> bool:
    """Whether what is promised is to harm somebody ("vowed to retake the town")."""
    acts = (f.trigger for t in firing.roles.get("clause", []) for f in report.at(firing.sentence, t))
    return any(plover.harm(act.kind, act.values, act.plover) is not None for act in acts)


def _refused(firing: Firing, report: Report) -> bool:
    """Whether a refusal tells already that somebody does not do it ("*declined* to recognise the council")."""
    verb = firing.token
    if firing.mood.status != "denied" or verb.dep_ != "xcomp":
        return False
    return any(f.trigger.values.get("act") == "reject" for f in report.at(firing.sentence, verb.head, "statement"))


def _resolved(firing: Firing, draft: Draft, report: Report) -> None:
    """Who votes or agrees to condemn a thing condemns it ("the assembly *voted* to demand a truce")."""
    verb, told = firing.token.head, firing.token.dep_ in ("xcomp", "advcl") and firing.token.head.i < firing.token.i
    if draft.status != "planned" or not told or draft.values.get("act") not in VOICED:
        return
    resolves = starts(verb, report.tools.pack.words("verbs_resolving"))
    if resolves and firing.mood.signals.get("planned") == verb.text:
        itself = report.tools.moods.read(firing.sentence, verb, {}).status
        draft.status = "asserted" if itself == "asserted" else draft.status


def _is_made(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a statement is made at all: refusals and pledges that are not made, or only asked for, tell nothing."""
    act = draft.values.get("act")
    negation = report.tools.moods.words("negation")
    if draft.status == "denied" and negation.at(firing.hit.citation.split(" "), 0) > 0:
        # "will not accept": the negation is the refusal
        draft.status = firing.mood.without("denied").replace("planned", "asserted")
    if draft.status == "denied" and act == "accuse" and firing.token.dep_ == "nsubj:pass":
        denied = report.at(firing.sentence, firing.token.head, "statement")
        if any(f.trigger.values.get("act") == "deny" for f in denied):  # "tudingan Kyiv dibantah Moskow": it was made
            draft.status = firing.mood.without("denied")
    own = [t for t in firing.roles.get("subj", []) if report.tools.mentions.pronoun(t).startswith("speaker")]
    if draft.status == "possible" and own:
        draft.status = "asserted"  # "I can confirm that …" confirms it
    if draft.status == "denied" and act in UNDONE and "denied" in firing.mood.signals:
        return False
    if draft.status == "called_for" and (act not in ASKING or firing.trigger.order or firing.nominal):
        return False
    if draft.status == "denied" and act == "warn" and firing.trigger.part == "word":
        return False  # "is not worried"
    if draft.status == "called_for" and firing.token.dep_ == "xcomp" and _of_nobody(firing, report):
        return False
    return act not in ASKING or not only_told(firing, report)


def _of_nobody(firing: Firing, report: Report) -> bool:
    """Whether those who are called on to ask for something are nobody in particular ("called on the world *to
    urge* restraint", "on everyone *to pray* for it")."""
    asked, mentions = firing.roles.get("subj", []), report.tools.mentions
    if not asked or any(mentions.can_act(t) and (t.pos_ != "PRON" or mentions.pronoun(t)) for t in asked):
        return False
    return any(
        f.trigger.values.get("act") in ASKING for f in report.at(firing.sentence, firing.token.head, "statement")
    )


def _not_the_receiver(firing: Firing, draft: Draft, report: Report) -> None:
    """Take out who only receives or answers what the noun names ("rejected a plea by X")."""
    verb = next(iter(firing.roles.get("governor", [])), None)
    if verb is None:
        return
    receives = starts(verb, report.tools.pack.words("verbs_receiving")) or firing.token.dep_ == "obl"
    passive = report.tools.syntax.verbs.passive(verb)
    if not receives or passive:
        return
    own = [m for m in draft.fillers.pop("speaker", []) if firing.token.is_ancestor(m.token)]
    mentions = report.tools.mentions
    whose = [t for t in firing.roles.get("poss", []) if "agent" in mentions.classes(t) or mentions.pronoun(t)]
    draft.add("speaker", own or [Mention(firing.sentence, t) for t in whose])
    draft.status = draft.status.replace("denied", "asserted")  # it was made, though it was turned down


def _asks(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether an appeal asks for something: a question asked or what somebody holds to be so is none."""
    if draft.values.get("act") != "appeal" or firing.nominal:
        return True
    clause = next(iter(firing.roles.get("clause", [])), None)
    if clause is None:
        return True
    if clause.dep_ == "ccomp" and any(c.i < clause.i and _asks_for_word(c) for c in clause.children):
        return False  # "asked who would represent them"
    if "content" not in draft.texts:
        return True
    if report.tools.moods.governing.doubt(clause) is not None:
        return False  # "asked whether it would accept them"
    hoped = firing.hit.citation in report.tools.pack.words("verbs_hoping")
    if hoped and not has_subject(clause) and not firing.roles.get("obj"):
        return False  # "hopes to return to the talks"
    if clause.i < firing.token.i and clause.dep_ in ("ccomp", "parataxis"):
        return False
    past = [c for c in (clause, *clause.children) if c.i <= clause.i and c.pos_ in ("VERB", "AUX")]
    return not any(has(c, "Tense", "Past") and has(c, "VerbForm", "Fin") for c in past)


def _asks_for_word(token: Token) -> bool:
    """Whether a word stands for what is not known ("who", "siapa"); parsers take it for a relative one too."""
    return token.pos_ == "PRON" and (has(token, "PronType", "Int") or has(token, "PronType", "Rel"))


def _attribute_of_thing(firing: Firing, speaker: Token, report: Report) -> bool:
    """Whether the verb only describes what its subject is or shows ("banners demanding …"), which nobody says."""
    participle = has(firing.token, "VerbForm", "Ger") or has(firing.token, "Tense", "Pres")
    describes = firing.token.dep_ in RELATIVE or (participle and not has(firing.token, "VerbForm", "Fin"))
    if firing.nominal or firing.trigger.order or not describes or speaker.pos_ != "NOUN":
        return False
    mentions = report.tools.mentions
    return not (mentions.pronoun(speaker) or mentions.classes(speaker) or mentions.counts(speaker))


def _only_suffered(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether who "owns up" only tells what was done to them ("mengaku ditahan dengan mata tertutup"), which is no
    deed of theirs."""
    tools = report.tools
    if draft.values.get("act") != "acknowledge" or not starts(firing.token, tools.pack.words("verbs_owning")):
        return False
    speakers = {who for m in draft.fillers.get("speaker", []) for who in _all_of(m, report)}
    for clause in firing.roles.get("clause", []):
        undergoing = tools.syntax.subjects.of(clause) if tools.syntax.verbs.passive(clause) else []
        if any(_who(Mention(firing.sentence, t), report) in speakers for t in undergoing):
            return True
    return False


def _lost_subject(firing: Firing, source: Mention, report: Report) -> bool:
    """Whether a verb without a subject goes on from the speaker before it, and is no attribute or passive."""
    if firing.nominal or _passive(firing, report) or firing.token.dep_ in ("amod", "acl", "compound"):
        return False
    if any(report.tools.frames.fitting.nobody(c) for c in firing.token.children if c.dep_ in SUBJECTS):
        return False  # "X says that nobody asked": not X
    return source.sentence.index != firing.sentence.index or source.token.i < firing.token.i


def _only_reports(firing: Firing, report: Report) -> bool:
    """Whether somebody only confirms what happened, and owns up to nothing that they or theirs did."""
    tools, words = report.tools, report.tools.pack.words
    if firing.nominal or "clause" not in firing.roles or not starts(firing.token, words("verbs_confirming")):
        return False
    for clause in firing.roles.get("clause", []):
        doers = tools.syntax.subjects.of(clause)
        if tools.syntax.verbs.passive(clause):  # "that the raid had been called off", but not "that men were killed"
            return not all(tools.mentions.is_event(t) for t in doers) or "subj" in tools.syntax.roles_of_verb(clause)
        their = (c for t in doers for c in t.children if c.dep_ == "nmod:poss")
        own = any(tools.mentions.pronoun(t) for t in (*doers, *their))
        own = own or any(t.lower_.endswith(tools.pack.possessive_endings) for t in doers)
        if own and not tools.moods.own.planned(clause):
            return False
    return True


def _own_doing(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether who is called responsible is the speaker ("the group said it was responsible for …")."""
    verb = firing.token.head
    if draft.values.get("act") != "accuse" or firing.token.dep_ != "ccomp" or not firing.sources:
        return False
    if not report.tools.attributions.reports(verb):
        return False
    subjects = [c for c in firing.token.children if c.dep_ in (*SUBJECTS, "expl") and c.i < firing.token.i]
    said_by = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if said_by is None or not subjects or not report.tools.mentions.pronoun(subjects[-1]):
        return False
    if draft.fillers.get("addressee") and all(m.token.i != subjects[-1].i for m in draft.fillers["addressee"]):
        return False
    if report.tools.mentions.pronoun(subjects[-1]) == "thing.sg":
        return True
    settled = report.settle(Mention(firing.sentence, subjects[-1]))
    return settled is not None and settled.token.i in {t.i for t in expand([said_by])}


def _own_words(draft: Draft, report: Report) -> None:
    """Take out what says nothing: a pronoun as content ("he asked for it"), a speaker as their own addressee."""
    content = draft.texts.get("content")
    if content is not None and _says_nothing(draft, content, report):
        del draft.texts["content"]
    speakers = {who for m in draft.fillers.get("speaker", []) for who in _all_of(m, report)}
    others = [m for m in draft.fillers.get("addressee", []) if _who(m, report) not in speakers]
    draft.fillers.pop("addressee", None)
    draft.add("addressee", others)


def _says_nothing(draft: Draft, content: Span, report: Report) -> bool:
    """Whether a content is but a pronoun ("what they have promised"), or the statement's own noun ("the proposal")."""
    low = content.text.lower()
    asks = draft.values.get("act") in ASKING
    if (asks and low in report.tools.pack.pronouns) or low in report.tools.pack.words("relative_pronouns"):
        return True
    return draft.nominal and content.start <= draft.trigger_span[0] and draft.trigger_span[1] <= content.end


def _is_camp(firing: Firing, report: Report) -> bool:
    """Whether a noun names those who do it, and nothing that is said ("the opposition led by X")."""
    led = any(c.dep_ in RELATIVE for c in firing.token.children)
    return led and "agent" in report.tools.mentions.classes(firing.token)


def _backed(firing: Firing, report: Report) -> bool:
    """Whether it only tells by whom somebody or an act is backed ("the army, supported by Ethiopia, …"): no words."""
    token = firing.token
    if firing.trigger.values.get("act") != "support" or firing.trigger.part != "verb" or token.dep_ not in RELATIVE:
        return False
    mentions = report.tools.mentions
    acts = mentions.classes(token.head) & {"agent", "violence", "conflict", "hostilities"}
    return bool(acts) and _passive(firing, report)


def _in_a_bill(firing: Firing, report: Report) -> bool:
    """Whether it is the wording of a law that is yet to pass, which nobody says ("a bill that asks him to …")."""
    subjects = expand(firing.roles.get("subj", []))
    return not firing.nominal and any(report.tools.mentions.fits(t, ("@bill",)) for t in subjects)


def _only_modal(firing: Firing, report: Report) -> bool:
    """Whether a passive that nobody does is but a modal ("diharapkan", "is expected")."""
    modal = firing.token.lower_ in report.tools.pack.words("modal_required")
    return modal and _passive(firing, report) and "subj" not in firing.roles


def _who(mention: Mention, report: Report) -> tuple[int, int]:
    """Where the mention stands that this one is or refers to: who says that they will act is told of once."""
    settled = report.settle(mention) or mention
    return settled.sentence.index, settled.token.i


def _all_of(mention: Mention, report: Report) -> list[tuple[int, int]]:
    """Where those stand whom a mention is or refers to: "they" are all who are told together."""
    settled = report.settle(mention) or mention
    all_ = [settled.token] if settled is mention else expand([settled.token])
    return [(settled.sentence.index, t.i) for t in all_]


def _voiced(firing: Firing, report: Report) -> bool:
    """Whether it is what people came together or called to say ("thousands marched to demand his resignation")."""
    if firing.mood.inside != "purpose" or firing.token.dep_ not in ("advcl", "acl", "xcomp"):
        return False
    if firing.trigger.values.get("act") not in VOICED:
        return False
    return any(
        f.trigger.kind == "meeting" or f.trigger.values.get("act") == "protest"
        for f in report.at(firing.sentence, firing.token.head)
        if not f.mood.inside
    )


def _passive(firing: Firing, report: Report) -> bool:
    return report.tools.syntax.verbs.passive(firing.token, firing.hit.voice)
