"""Forces somewhere, coming or going (contract, kind `deployment`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.bare import is_dated
from gencatan.reading.firing.licence import halted
from gencatan.reading.firing.tried import only_tried
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    Roles,
    expand,
    has_subject,
    is_participle,
    marks,
    preposition_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.dates.found import DateExpression

HURT: Final = frozenset({"amod", "acl", "acl:relcl"})
FORCE_CLASSES: Final = ("@weapon", "@vehicle", "@aircraft", "@warship", "@quantity", "@presence")
COMING: Final = frozenset({"deployed", "withdrawn", "reinforced"})
AHEAD: Final = frozenset({"planned", "called_for", "conditional", "possible"})


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """A deployment of what is a force; its role from the words of the force ("peacekeepers", "polisi")."""
    if firing.mood.inside or (firing.sentence.index, firing.token.i) in report.consumed:
        return
    draft = report.draft(firing)
    tools = report.tools
    tools.frames.fill(firing, draft)
    forces = draft.fillers.get("force", [])
    if any(_may_be_sent(m, report) for m in forces):  # "the plan to send troops to Mali a mistake"
        draft.fillers["force"] = [m for m in forces if _may_be_sent(m, report)]
    _itself(firing, draft)
    if (
        "force" not in draft.fillers
        and firing.nominal
        and (tools.mentions.fits(firing.token, ("@armed_force", "@troops")) or _names_force(firing))
    ):
        draft.fillers["force"] = [Mention(firing.sentence, firing.token)]
    if "force" not in draft.fillers:
        draft.add("force", _within_words(firing, report))
    if "force" not in draft.fillers and draft.status != "called_for":
        draft.add("force", _present(firing, report))
    if (
        "force" not in draft.fillers
        or _nowhere(firing, draft)
        or _only_has(firing, draft, report)
        or _only_when(firing, report)
        or _fallen(draft, report)
        or _sent_for(firing, report)
        or (draft.status == "asserted" and _only_talked_of(firing, report))
        or _told_as_coming(firing, draft, report)
        or _told_by_its_verb(firing, report)
        or _goes_on(firing, report)
    ):
        return
    if draft.status in AHEAD and _there(firing, report):
        draft.status = "asserted"
    if draft.values.get("change") == "deployed" and _reinforcing(draft, report):
        draft.values["change"] = "reinforced"
    if draft.values.get("change") == "present" and draft.status in AHEAD and _sent(firing, report):
        draft.values["change"] = "deployed"  # "will be stationed": they are not there yet
    if draft.values.get("change") == "present" and _sent(firing, report) and _then(firing, report):
        draft.values["change"] = "deployed"  # "were stationed there in June"
    if draft.values.get("change") in COMING and draft.status == "asserted" and only_tried(firing, report):
        return  # "is working for the withdrawal of the troops"
    if draft.status == "asserted" and firing.nominal and (permitting := _permitting(firing, report)) is not None:
        mood = report.tools.moods.read(firing.sentence, permitting, report.statements[firing.sentence.index])
        draft.status = "planned" if mood.status == "asserted" else mood.status  # "urged them to accept the deployment"
    if halted(firing, draft, report):
        draft.status = "denied"
    if "role" not in draft.values:
        role = role_of(draft, report)
        if role:
            draft.values["role"] = role
    counted = [report.count_of(m.sentence, m.token) for m in draft.fillers["force"]]
    units = report.tools.pack.words("unit_nouns")  # "three battalions" are not three men
    men = all(m.token.lower_ not in units for m in draft.fillers["force"])
    if len(counted) == 1 and counted[0] is not None and counted[0].min != 1 and men:
        draft.counts["strength"] = counted[0]
    yield draft


def _within_words(firing: Firing, report: Report) -> list[Mention]:
    """The force that is one of the trigger's own words ("mengirim 2.000 penjaga perdamaian")."""
    sentence, verb = firing.sentence, firing.token
    own = {t.i for start, end in firing.hit.parts for t in sentence.tokens_in(start, end)} - {verb.i}
    return [Mention(sentence, c) for c in verb.children if c.i in own and c.dep_ in ("obj", "nsubj:pass")]


def _names_force(firing: Firing) -> bool:
    """Whether the trigger's own noun is the force that is there ("its peacekeeping mission in X")."""
    return firing.trigger.part == "noun" and firing.trigger.values.get("change") == "present"


def _there(firing: Firing, report: Report) -> bool:
    """Whether a known force is only what something else is planned about ("extend the mandate of its mission")."""
    if not _names_force(firing) or not firing.mood.over.get(firing.mood.status):
        return False
    somebodys = any(c.dep_ == "nmod:poss" for c in firing.token.children)
    return somebodys or report.is_definite(firing.sentence, firing.token)


def _itself(firing: Firing, draft: Draft) -> None:
    """Make what names a force by its task the force, and not whose it is ("the UN peacekeeping mission", "its
    peacekeepers")."""
    names = firing.trigger.part == "noun" and "role" in firing.trigger.values
    own = {t.i for t in firing.roles.get("poss", [])}
    told = draft.fillers.get("force", [])
    if names and firing.nominal and told and all(m.token.i in own for m in told):
        draft.fillers["force"] = [Mention(firing.sentence, firing.token)]


def _permitting(firing: Firing, report: Report) -> Token | None:
    """The verb that lets the deployment come that is its object ("approved the sending of 500 troops")."""
    noun, verb = firing.token, firing.token.head
    undergoes = noun.dep_ in ("obj", "nsubj:pass") and firing.trigger.values.get("change") == "deployed"
    return verb if undergoes and starts(verb, report.tools.pack.words("verbs_permitting")) else None


def _sent_for(firing: Firing, report: Report) -> bool:
    """Whether it only tells what those are to do whose coming is told ("sent 200 observers to monitor the truce")."""
    token, verb = firing.token, firing.token.head
    if firing.nominal or marks(token) not in report.tools.pack.words("control_marks"):
        return False
    if token.dep_ == "acl":
        verb = verb.head
    sent = report.at(firing.sentence, verb, "deployment") if token.dep_ in ("acl", "xcomp", "advcl") else []
    return any(f.trigger.values.get("change") != firing.trigger.values.get("change") for f in sent)


def _present(firing: Firing, report: Report) -> list[Mention]:
    """Whose presence it is that is strengthened or cut, where no force is named ("beefed up its presence")."""
    things = firing.roles.get("obj", [])
    if firing.nominal or not any(report.tools.mentions.fits(t, ("@presence",)) for t in things):
        return []
    return [Mention(firing.sentence, t) for t in expand(firing.roles.get("subj", []))]


def _only_talked_of(firing: Firing, report: Report) -> bool:
    """Whether a noun only tells what something is about or for ("a date for a withdrawal of troops")."""
    noun, words = firing.token, report.tools.pack.words
    if not firing.nominal or firing.trigger.part != "noun" or is_dated(firing):
        return False
    if report.is_definite(firing.sentence, noun):
        return False
    prep = preposition_words(noun)
    if any(prep in words(key) for key in ("purpose_markers", "topic_markers", "control_marks") if prep):
        return prep not in words("genitive_markers")
    named = noun.dep_ in ("nmod", "compound") and not prep and noun.head.pos_ == "NOUN" and noun.head.i < noun.i
    return named and noun.head.dep_ not in SUBJECTS and not report.tools.mentions.counts(noun.head)


def _nowhere(firing: Firing, draft: Draft) -> bool:
    """Whether a force is only described as on duty or on the alert, and not said where ("soldiers on duty were …")."""
    if draft.values.get("change") != "present" or firing.trigger.part != "word" or "obj" in firing.roles:
        return False
    return firing.token.dep_ in RELATIVE and not any(role.startswith("prep.") for role in firing.roles)


def _only_has(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a force is itself who has something ("the troops have yet to arrive", "the soldiers had no water")."""
    token = firing.token
    stands = firing.nominal and draft.values.get("change") == "present" and token.dep_ == "nsubj"
    return stands and starts(token.head, report.tools.pack.words("verbs_having"))


def _only_when(firing: Firing, report: Report) -> bool:
    """Whether it only tells what the harmed were about ("were killed while patrolling the road")."""
    token, words = firing.token, report.tools.pack.words
    if firing.nominal or token.dep_ != "advcl" or has_subject(token):
        return False
    mark = marks(token)
    when = bool(mark) and any(mark in words(key) for key in ("day_clauses", "contrast_markers"))
    return when and bool(report.at(firing.sentence, token.head, "casualty"))


def _told_as_coming(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether another word tells that a force is yet to come ("called for the 8,000-strong force to be deployed"): then
    it is not said to be there."""
    if draft.values.get("change") != "present":
        return False
    force = {firing.token.i, *(m.token.i for m in draft.fillers["force"] if m.sentence is firing.sentence)}
    others = (
        f
        for f in report.firings_in(firing.sentence)
        if f.trigger.kind == "deployment" and f.trigger.values.get("change") == "deployed" and f.mood.status in AHEAD
    )
    return any(t.i in force for f in others for found in f.roles.values() for t in expand(found))


def _told_by_its_verb(firing: Firing, report: Report) -> bool:
    """Whether the verb around a noun for a force tells where it is or goes ("has 900 troops in the province", "mengirim
    pasukan tambahan")."""
    noun, verb = firing.token, firing.token.head
    change = firing.trigger.values.get("change")
    if firing.trigger.part == "word" and change == "present":  # "a 900-strong force was deployed"
        sized = {t.i for t in firing.roles.get("obj", [])}
        moves = (f for f in report.firings_in(firing.sentence) if f.trigger.part == "verb")
        return any(t.i in sized for f in moves if f.trigger.kind == "deployment" for t in _all(f.roles))
    if not firing.nominal or change not in ("present", "reinforced"):
        return False
    if change == "present" and verb.i < noun.i:  # it is read before
        told = (d for d in report.drafts if d.kind == "deployment" and d.sentence is firing.sentence)
        return any(d.token.i == verb.i and any(m.token.i == noun.i for m in d.fillers["force"]) for d in told)
    return any(t.i == noun.i for f in report.at(firing.sentence, verb, "deployment") for t in _all(f.roles))


def _goes_on(firing: Firing, report: Report) -> bool:
    """Whether a participle only tells what forces do where its clause says that they are ("remain in the town,
    *guarding* the bridges")."""
    token, change = firing.token, firing.trigger.values.get("change")
    if change != "present" or token.dep_ != "advcl" or not is_participle(token) or has_subject(token):
        return False
    around = report.at(firing.sentence, token.head, "deployment")
    return any(f.trigger.values.get("change") == change for f in around)


def _reinforcing(draft: Draft, report: Report) -> bool:
    """Whether the word for who is sent tells that they join others ("sent reinforcements", "bala bantuan dikirim")."""
    told = (f for m in draft.fillers["force"] for f in report.at(m.sentence, m.token, "deployment"))
    if any(f.trigger.values.get("change") == "reinforced" for f in told):
        return True
    words = report.tools.pack.words("additional_words")  # "send 500 *more* troops", "mengirim 500 tentara *lagi*"
    for token in (m.token for m in draft.fillers["force"]):
        counted = any(c.dep_ == "nummod" for c in token.children)
        own = [c for t in (token, *token.children) if t.pos_ != "NUM" for c in t.children]
        behind = [t for t in token.doc[token.i + 1 : token.i + 2] if t.pos_ == "ADV"]  # "tidak mengirim tentara lagi"
        beside = [c for c in (*own, *behind) if counted or c.i < token.i or c.pos_ in ("ADJ", "NOUN")]
        if any(c.lower_ in words for c in beside):
            return True
    return False


def _all(roles: Roles) -> list[Token]:
    """What is done to and who does it."""
    return [t for role in ("subj", "obj") for t in roles.get(role, [])]


def _may_be_sent(force: Mention, report: Report) -> bool:
    """Whether it is somebody, or arms and what carries them."""
    mentions = report.tools.mentions
    return mentions.somebody(force.token) or force.token.pos_ == "NUM" or mentions.fits(force.token, FORCE_CLASSES)


def _fallen(draft: Draft, report: Report) -> bool:
    """Whether what is sent or added is a number of the harmed ("added to the number of policemen killed"), or those
    taken away are hurt ("the wounded soldiers were evacuated")."""
    if draft.values.get("change") == "withdrawn":
        told = ((m.sentence, c) for m in draft.fillers["force"] for c in m.token.children if c.dep_ in HURT)
        at = ((sentence.from_(word), sentence) for sentence, word in told)
        hits = (h for start, sentence in at for h in sentence.hits if h.start == start)
        if any(t.kind == "casualty" for h in hits for t in h.triggers):
            return True
    forces = [m for m in draft.fillers["force"] if report.tools.mentions.counts(m.token)]
    clauses = ((m.sentence, c) for m in forces for c in m.token.children if c.dep_.split(":")[0] == "acl")
    return any(report.at(sentence, clause, "casualty") for sentence, clause in clauses)


def _sent(firing: Firing, report: Report) -> bool:
    """Whether somebody puts the force there, which does not go or stay by itself, and is not just kept there."""
    slots, words = firing.trigger.frame.slots, report.tools.pack.words
    if any(starts(firing.token, words(key)) for key in ("verbs_having", "verbs_keeping")):
        return False  # "is thought to have 1,000 soldiers in the country"
    return firing.trigger.part == "verb" and slots.get("subj") != ("force",) and "force" in slots.get("obj", ())


def _then(firing: Firing, report: Report) -> bool:
    """Whether a force is told to be put there at a certain time, or somebody to begin to: since then it is there."""
    verb, words = firing.token, report.tools.pack.words
    begun = verb.dep_ in ("xcomp", "ccomp") and verb.head.i < verb.i and starts(verb.head, words("verbs_of_war"))
    dated = [c for c in verb.children if c.i in firing.sentence.date_tokens and c.i > verb.i]
    days = {c.i: d for d in firing.sentence.dates for c in firing.sentence.tokens_in(d.start, d.end)}
    once = [c for c in dated if (day := days.get(c.i)) is not None and day.relation == "at" and not _is_year(day)]
    return begun or any(preposition_words(c) not in words("after_markers") for c in once)


def _is_year(date: DateExpression) -> bool:
    return date.first.shape == "calendar" and date.first.month is None and date.first.weekday is None


def role_of(draft: Draft, report: Report) -> str:
    """The role that the force's own words name, or of the police whom the police send; "" if they name none.

    What is police and soldiers is no police.
    """
    pack = report.tools.pack
    forces = [report.span(mention).text.lower() for mention in draft.fillers.get("force", [])]
    for role in ("peacekeeping", "monitoring", "police", "aid"):
        named = [any(word in words for word in pack.classes.get(f"{role}_word", ())) for words in forces]
        if role == "aid" and draft.values.get("change") == "reinforced":
            continue  # "bala bantuan"
        soldiers = any(word in words for words in forces for word in pack.classes.get("army_word", ()))
        if any(named) and (role != "police" or (all(named) and not soldiers)):
            return role  # no "army and police officers"
    sent = [m.token for m in draft.fillers.get("force", [])]
    senders = expand(draft.firing.roles.get("subj", [])) if draft.firing is not None else []
    fits = report.tools.mentions.fits
    own = all(fits(t, ("@police_force",)) for t in sent) and any(fits(t, ("@police_word",)) for t in senders)
    return "police" if sent and own else ""
