"""Why a trigger of an act tells no event: another claim tells it, or the words only name it ("plotting attacks")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.bare import generic, is_dated, unmeant
from gencatan.reading.firing.tried import only_tried
from gencatan.reading.kinds.acts import HANDLING, HURTING
from gencatan.reading.kinds.event_bare import names_a_war
from gencatan.reading.kinds.event_means import fires
from gencatan.reading.kinds.event_sides import KILLING
from gencatan.reading.report import Report
from gencatan.reading.tree.asides import behind_comma
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    expand,
    is_called,
    is_clause,
    is_participle,
    marks,
    preposition,
    preposition_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

HURT_BY: Final = "hurt_by"
HOLDING_FIRE: Final = ("RETREAT", "ceasefire")
AGREED: Final = ("@agreement", "!@proposal", "!@conflict")
TAKEN: Final = frozenset({"captures", "recaptures"})
CRAFT: Final = ("@aircraft", "@vehicle")
CARRYING: Final = frozenset({"movement", "delivery"})
REACHED: Final = frozenset({"release", "arrest", "abduction", "execution", "find"})
"""Acts that are done only when they have succeeded, as no attack is."""
YET_TO_BE_DONE: Final = frozenset({"retreat", "release", "delivery", "disarmament"})


def tells_no_event(firing: Firing, report: Report) -> bool:
    """Whether another claim tells what the trigger names, or it is only what somebody planned or is against."""
    if not firing.nominal and _only_taken(firing, report):
        return True
    if firing.trigger.values.get("act") in REACHED and firing.mood.status == "asserted" and only_tried(firing, report):
        return True
    if firing.trigger.plover == HOLDING_FIRE and report.at(firing.sentence, firing.token, "agreement"):
        return True  # "will observe the ceasefire": that it holds, and no retreat
    if _plotted(firing, report) and not took_lives(firing, report):
        return True
    if firing.trigger.frame.name == HURT_BY and _told_of_the_bomb(firing, report):
        return True
    if firing.nominal:
        return _opposed(firing, report)
    return _only_describes(firing, report) or _only_its_toll(firing, report) or _only_fired(firing, report)


def _told_of_the_bomb(firing: Firing, report: Report) -> bool:
    """Whether words of its own tell what the bomb did that hurt them ("tewas akibat bom *yang meledak* di jalan")."""
    bombs = [t for role, found in firing.roles.items() if role.startswith("prep.") for t in found]
    clauses = (c for bomb in bombs for c in bomb.children if c.dep_ in RELATIVE)
    return any(report.at(firing.sentence, clause, "event") for clause in clauses)


def is_only_named(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun only names an act of which something else is told: its end, a ban, talks, a deal about it."""
    return (
        _ended(firing, report)
        or _forbidden(firing, report)
        or _in_name(firing)
        or (_framed(firing, report) and not _at_issue(firing, draft, report))
        or _agreed_on(firing, report)
        or _sort_of(firing, report)
        or _lifted(firing, report)
        or _in_return(firing, report)
        or _summed_up(firing, report)
        or _hindered(firing, report)
        or _meant_for(firing, report)
        or (not draft.fillers and _named_as(firing, report))
        or report.is_untold(firing.token)
        or _discussed(firing, report)
        or unmeant(firing, report)
        or _told_by_when(firing, report)
        or generic(firing, report)
        or names_a_war(firing, draft, report)
    )


def told_again(firing: Firing, report: Report) -> bool:
    """Whether a noun only says of the act beside it which it is of its sort ("attacked a post, the third such attack in
    a week", "the raid was the deadliest attack since 2004")."""
    noun = firing.token
    if not firing.nominal or preposition(noun):
        return False
    told = [f for f in report.firings_in(firing.sentence) if f.token.i < noun.i and _covers(firing, f)]
    if any(c.dep_ == "cop" for c in noun.children):
        subjects = {t.i for c in noun.children if c.dep_ in SUBJECTS for t in expand([c])}
        return any(f.token.i in subjects for f in told)
    if noun.dep_ in SUBJECTS:
        return False  # "before that blast, the last killing was in May"
    return bool(told) and behind_comma(noun) and any(_is_ranking(c, report) for c in noun.children)


def _covers(noun: Firing, other: Firing) -> bool:
    """Whether a noun may name again what another trigger tells."""
    act, told = noun.trigger.values.get("act"), other.trigger.values.get("act")
    return other.trigger.kind == "event" and (act == told or (act == "attack" and told in HURTING))


def _is_ranking(word: Token, report: Report) -> bool:
    ranked = word.lower_ in report.tools.pack.words("ranking_words")
    return ranked or has(word, "NumType", "Ord") or has(word, "Degree", "Sup")


def _opposed(firing: Firing, report: Report) -> bool:
    """Whether somebody is against what the noun names ("a group opposed to the war"), which says not that it is not."""
    acts = report.statements.get(firing.sentence.index, {})
    return acts.get(firing.mood.statement) == "reject" and firing.mood.status == "denied"


def _summed_up(firing: Firing, report: Report) -> bool:
    """Whether it is what somebody calls the act just told ("stormed the camp *in what police called* a raid")."""
    if not is_called(firing.token):
        return False
    what, within = firing.token.head.head, report.tools.pack.words("position_prepositions")
    told = what.dep_ == "obl" and preposition_words(what) in within
    return told and bool(report.at(firing.sentence, what.head, "event"))


def _only_taken(firing: Firing, report: Report) -> bool:
    """Whether a verb tells that somebody took ground that they now hold ("captured the airport"), which is told as
    that; who seizes a ministry or a radio station raids it too."""
    if firing.trigger.values.get("act") != "attack" or only_tried(firing, report):
        return False
    held = [
        f for f in report.at(firing.sentence, firing.token, "territory") if f.trigger.values.get("relation") in TAKEN
    ]
    ground = (t for f in held for t in f.roles.get("obj", []))
    ground = (t for t in ground if not any(c.dep_ == "compound" for c in t.children))  # "the police headquarters"
    return any(report.tools.mentions.fits(t, ("@military_ground",)) for t in ground)


def _only_describes(firing: Firing, report: Report) -> bool:
    """Whether a participle only tells how somebody is ("herders armed with machetes") or what was on its way that was
    hit or stopped ("a minibus carrying pilgrims was bombed", "turned back a ship carrying aid")."""
    token, act = firing.token, firing.trigger.values.get("act")
    if act not in CARRYING or token.dep_ != "acl":
        return False
    if not is_participle(token):
        equipped = firing.trigger.frame.slots.get("obj") == ("target",) and act == "delivery"
        return equipped and "subj" not in firing.roles
    met = HURTING if act == "movement" else frozenset()
    hit = (f for f in report.firings_in(firing.sentence) if f.trigger.values.get("act") in met or _stops(f))
    return any(t.i == token.head.i for f in hit for found in f.roles.values() for t in found)


def _only_fired(firing: Firing, report: Report) -> bool:
    """Whether it only tells who fired what struck ("rockets *fired by rebels* hit a school"), an act told by that."""
    token = firing.token
    if token.dep_ not in RELATIVE or not fires(firing):
        return False
    struck = (f for f in report.firings_in(firing.sentence) if f.trigger.values.get("act") in HURTING)
    return any(t.i == token.head.i for f in struck if f.token.i != token.i for t in f.roles.get("subj", []))


def _stops(firing: Firing) -> bool:
    """Whether an act keeps somebody or something from going on ("turned back a ship")."""
    plover = firing.trigger.plover
    return firing.trigger.kind == "event" and plover is not None and plover[0] == "COERCE"


def _only_its_toll(firing: Firing, report: Report) -> bool:
    """Whether a participle tells only whom the act of its clause hurt ("attacked the town, killing five soldiers")."""
    token, verb = firing.token, _goes_on_from(firing)
    if verb is None or not verb.i < token.i or any(c.dep_ in SUBJECTS or c.dep_ == "mark" for c in token.children):
        return False
    harms = {f.trigger.values.get("harm") for f in report.at(firing.sentence, token, "casualty")}
    if harms.isdisjoint(KILLING):
        return False  # who is arrested or taken away is so by another act than the attack
    if is_participle(token) and firing.roles.get("subj") and _are_craft(firing, report):
        return True  # "two helicopters collided, killing 17": what flew struck nobody
    told = [verb, *(c for c in verb.children if c.dep_ in ("obj", "nsubj", "nsubj:pass"))]
    acts = (f.trigger.values.get("act") for t in told for f in report.at(firing.sentence, t, "event"))
    return any(act in HURTING or act == "operation" for act in acts)


def _goes_on_from(firing: Firing) -> Token | None:
    """The verb whose clause a participle goes on, also where the parser hung it on a noun that does nothing ("blew
    himself up at a post *killing* four"); None where it goes on from none."""
    token, above = firing.token, firing.token.head
    if token.dep_ == "advcl":
        return above
    done_by_it = any(t.i == above.i for t in firing.roles.get("subj", []))
    if token.dep_ != "acl" or done_by_it or not is_participle(token) or has(token, "Tense", "Past"):
        return None
    return above.head if above.dep_ in ("obl", "obj") and is_clause(above.head) else None


def _are_craft(firing: Firing, report: Report) -> bool:
    return all(report.tools.mentions.fits(t, CRAFT) for t in expand(firing.roles["subj"]))


def _ended(firing: Firing, report: Report) -> bool:
    """Whether a noun only says what comes to an end ("an end to the attacks", "penghentian serangan")."""
    token = firing.token
    if token.dep_.split(":")[0] not in ("nmod", "compound") or token.head.pos_ != "NOUN":
        return False
    above = report.at(firing.sentence, token.head, "obligation")
    return any(f.trigger.values.get("action") == "cease_hostilities" for f in above)


def _discussed(firing: Firing, report: Report) -> bool:
    """Whether an act is only what is talked about ("akan membahas konflik itu"), in a talk still to come, or one that a
    side may yet do ("talks on the release of prisoners")."""
    verb = firing.token.head
    topic = firing.token.dep_ == "obj" and verb.lower_ in report.tools.pack.words("topic_markers")
    if topic and firing.mood.status != "asserted":
        return True
    if firing.token.dep_ not in ("nmod", "obl") or firing.trigger.values.get("act") not in YET_TO_BE_DONE:
        return False  # "talks on the withdrawal of the fighters", but "talks on the attack"
    mark, words = preposition_words(firing.token), report.tools.pack.words
    about = mark in words("topic_markers") or mark in words("purpose_markers")
    held = [verb, *(c for c in verb.children if c.dep_ == "obj"), *([verb.head] if verb.pos_ != "VERB" else [])]
    return about and any(report.at(firing.sentence, t, "meeting") for t in held)


def _plotted(firing: Firing, report: Report) -> bool:
    """Whether somebody is only tried or held for having planned it ("jailed for plotting attacks")."""
    verb, planned = firing.token, report.tools.pack.words("verbs_planned")
    while not starts(verb, planned) and verb.dep_.split(":")[0] in ("obj", "xcomp", "conj", "nmod"):
        if verb.head.i == verb.i:
            break
        verb = verb.head
    if verb.dep_ not in ("advcl", "acl") or has(verb, "VerbForm", "Inf") or not starts(verb, planned):
        return False
    mark = marks(verb)
    if not mark or not any(mark in report.tools.pack.words(key) for key in ("dealing_prepositions", "control_marks")):
        return False
    above = (verb.head, verb.head.head)
    return any(report.at(firing.sentence, t, kind) for t in above for kind in ("event", "casualty"))


def is_protested(firing: Firing, report: Report) -> bool:
    """Whether an act is what somebody means to protest against or to condemn ("left to protest *the army's attack on
    Kora*"): it was done, where who did it or to whom is told with it."""
    noun, verb = firing.token, firing.token.head
    if noun.dep_ not in ("obj", "obl") or firing.trigger.values.get("act") not in HURTING:
        return False
    hits = (h for h in firing.sentence.hits if h.part != "noun" and h.head_start == firing.sentence.from_(verb))
    against = any(t.values.get("act") in ("protest", "condemn") for h in hits for t in h.triggers)
    return against and any(c.dep_.split(":")[0] in ("nmod", "obl", "compound") for c in noun.children)


def took_lives(firing: Firing, report: Report) -> bool:
    """Whether a clause tells whom an act hurt that somebody planned ("suspected of organising an attack that left 29
    dead"), so that it was made."""
    clauses = (c for c in firing.token.subtree if c.dep_ == "acl:relcl" and c.i > firing.token.i)
    below = (t for c in clauses for t in (c, *c.children))  # wherever the parser hung them
    tolls = (f for t in below for f in report.at(firing.sentence, t, "casualty"))
    return any(f.mood.status == "asserted" for f in tolls)


def _told_by_when(firing: Firing, report: Report) -> bool:
    """Whether a clause tells what was the start of the violence that a noun names ("erupted when gunmen raided …")."""
    noun, verb, words = firing.token, firing.token.head, report.tools.pack.words
    if firing.trigger.values.get("act") != "other" or noun.dep_ not in SUBJECTS:
        return False
    if not starts(verb, words("verbs_of_war")):
        return False
    when = words("day_clauses")
    clauses = [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i and c.left_edge.lower_ in when]
    told = (f.trigger.values.get("act") for c in clauses for f in report.at(firing.sentence, c, "event"))
    return any(act in HURTING for act in told)


def _in_name(firing: Firing) -> bool:
    """Whether a noun is a part of a body's name ("Alliance of Forces for the *Liberation* of Congo")."""
    token = firing.token
    if token.pos_ != "PROPN" or firing.trigger.values.get("act") not in HANDLING or not token.text[:1].isupper():
        return False
    within = token.dep_.split(":")[0] in ("nmod", "compound", "flat", "obl")
    return within and token.head.i != token.i and token.head.pos_ == "PROPN"


def _framed(firing: Firing, report: Report) -> bool:
    """Whether a noun only says what a body, talks or a plan is about ("disarmament talks", "Dewan Penyelamatan X")."""
    token = firing.token
    if token.dep_.split(":")[0] not in ("nmod", "compound", "flat") or preposition(token) or token.head.i > token.i:
        return False
    if any(t.i != token.i and t.pos_ in ("NOUN", "PROPN", "VERB") for t in token.doc[token.head.i + 1 : token.i]):
        return False
    head = token.head
    named = token.text[:1].isupper() and head.text[:1].isupper() and head.i + 1 == token.i and not head.is_sent_start
    return named or head.lower_ in report.tools.pack.words("nouns_framing")


def _at_issue(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether an act is what an issue is about that was done to somebody ("masalah penculikan *warga Jepang*")."""
    issue = firing.token.head.lower_ in report.tools.pack.words("nouns_of_issue")
    return issue and "target" in draft.fillers and firing.trigger.values.get("act") not in YET_TO_BE_DONE


def _agreed_on(firing: Firing, report: Report) -> bool:
    """Whether a noun only tells what an agreement is for ("a deal for the disarmament of the militias")."""
    token, words = firing.token, report.tools.pack.words
    prep = preposition_words(token)
    if token.dep_ != "nmod" or not any(prep in words(key) for key in ("control_marks", "purpose_markers") if prep):
        return False
    return prep not in words("genitive_markers") and report.tools.mentions.fits(token.head, AGREED)


def _sort_of(firing: Firing, report: Report) -> bool:
    """Whether a bare noun is only named among what something takes in ("illegal activities, including attacks")."""
    token, markers = firing.token, report.tools.pack.words("including_markers")
    first = token.left_edge
    opening = first if first.lower_ in markers or not first.i else first.nbor(-1)
    if opening.lower_ not in markers or is_dated(firing):
        return False
    bare = all(c.dep_ in ("case", "amod", "conj", "cc", "punct") or c.lower_ == c.head.lower_ for c in token.children)
    beside = [c for c in token.children if c.dep_ in ("nmod", "compound", "flat") and not preposition(c)]
    whole = all(report.tools.mentions.is_event(c) and c.pos_ == "NOUN" for c in beside)
    others = [c for c in token.children if c not in beside]
    return bare or (whole and all(c.dep_ in ("case", "amod", "conj", "cc", "punct") for c in others))


def _forbidden(firing: Firing, report: Report) -> bool:
    """Whether somebody only forbids what the noun names ("banned the sale of arms"), which is told as an act itself."""
    verb = firing.token.head
    banned = firing.token.dep_ in ("obj", "nsubj:pass") and is_clause(verb)
    return banned and verb.lower_ in report.tools.pack.words("verbs_forbidding")


def _lifted(firing: Firing, report: Report) -> bool:
    """Whether a measure is only what is lifted ("refused to lift the sanctions"), which is told as an act itself."""
    verb = firing.token.head
    if firing.token.dep_ not in ("obj", "nsubj:pass") or not is_clause(verb):
        return False
    return any(f.trigger.action == "lift_blockade" for f in report.at(firing.sentence, verb, "event"))


def _hindered(firing: Firing, report: Report) -> bool:
    """Whether aid was kept from those for whom it was ("fighting hampered the delivery of aid")."""
    noun, verb = firing.token, firing.token.head
    if firing.trigger.values.get("act") != "delivery" or noun.dep_ not in ("obj", "nsubj:pass") or not is_clause(verb):
        return False
    return starts(verb, report.tools.pack.words("verbs_hindering"))


def _meant_for(firing: Firing, report: Report) -> bool:
    """Whether a noun only tells what something found was meant for ("seized explosives *for* the attack")."""
    noun, words = firing.token, report.tools.pack.words
    if noun.dep_.split(":")[0] not in ("obl", "nmod") or preposition_words(noun) not in words("purpose_markers"):
        return False
    verb = next((t for t in noun.ancestors if is_clause(t)), noun)
    acts = {f.trigger.values.get("act") for f in report.at(firing.sentence, verb, "event")}
    return bool(acts & {"find", "delivery"})


def _named_as(firing: Firing, report: Report) -> bool:
    """Whether a noun is only what somebody calls a thing ("mencap peristiwa itu *sebagai serangan teror*")."""
    noun, words = firing.token, report.tools.pack.words
    return preposition_words(noun) in words("naming_markers") and starts(noun.head, words("verbs_naming"))


def _in_return(firing: Firing, report: Report) -> bool:
    """Whether a noun names what is to be had for what the clause tells ("will leave in exchange for a release")."""
    noun, words = firing.token, report.tools.pack.words("return_markers")
    before = [t.lower_ for t in noun.doc[max(0, noun.left_edge.i - 2) : noun.i]]
    return bool(preposition(noun)) and any(words.at(before, n) > 1 for n in range(len(before)))
