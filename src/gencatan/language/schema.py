"""What may stand in the files of a language pack: every key with its meaning. Any other key is refused.

`docs/reference/pack-keys.md` is written from here; the loaders refuse by it. A table not listed in KEYS
(`classes.toml`, `frames.toml`, `actors/countries.toml`) has names of the pack's own choice for keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from gencatan.errors import PackError

Meanings = Mapping[str, str]

TRIGGER: Final[Meanings] = MappingProxyType(
    {
        "verbs": "the words, as verbs: their first word inflects",
        "nouns": "the words, as nouns: the word that `noun_head` names inflects",
        "words": "the words, as they stand, of any part of speech; one of `verbs`, `nouns`, `words` is needed",
        "kind": "the kind of claim",
        "frame": "the frame that fills its slots; default: the kind's own in `[default]` of frames.toml",
        "require": "role → a class (`@weapon`), a list of words and classes, `any` or `none`; `!` negates",
        "plover": "`TYPE` or `TYPE/mode`; default: by kind and value",
        "action": "what it is as an obligation's action, when somebody must do it",
        "status": "the status that the word itself settles",
        "order": "statement: it binds the addressee, and an obligation with basis `order` goes with it",
        "pledge": "statement: it binds the speaker, and an obligation with basis `pledge` goes with it",
        "instrument": "event: the trigger itself names the instrument",
        "amid": "it is tried only in a report of war: one with two different words of the class `war_field`",
        "example": "a sentence, `{}` where the word goes: a test that it fires",
        "examples": "several, where the words need different sentences; each word must fire in one",
        "not": "sentences in which it must stay silent",
    }
)

GRAMMAR: Final[Meanings] = MappingProxyType(
    {
        "negation": "not, never, tidak, belum … → status `denied` of the clause they modify",
        "only": "only, hanya … → after a negation (“not only”) they undo it",
        "negative_determiner": "no, none of, tak ada … → status `denied` of the noun",
        "modal_planned": "will, akan … → `planned`",
        "modal_possible": "may, might, mungkin … (adverbs too) → `possible`",
        "modal_required": "must, should, harus … → `called_for`",
        "modal_duty": "is to, are to … → an obligation where the report has just told the terms of an agreement",
        "modal_terms": "will, akan … → an obligation there and, of what is no event, behind an agreement just made",
        "return_markers": "in return … → a plan told with one is a duty where the report tells of an agreement",
        "contrast_markers": "while, sedangkan … → a clause behind terms of an agreement goes on with them; one behind "
        "a comma is in no clause that was told, feared or said before",
        "nouns_summing": "allegation, tuduhan … → behind a comma, with a relative clause: what they sum up ends before",
        "modal_strong": "those of them that leave no choice: a statement made with one is a `demand`, else an `appeal`",
        "modal_forbidding": "must not, tidak boleh … → what they forbid is no event, and a duty under an agreement",
        "verbs_planned": "plan, intend, berencana … → `planned` for their complement",
        "verbs_possible": "appear, suspect, diduga … → `possible` for their complement",
        "verbs_called_for": "call for, require … that make no statement themselves → `called_for` for their complement",
        "verbs_of_clauses": "know, see, find … → their clause may have no word before it (`saw soldiers fire`)",
        "before_verbs": "balik, saling … → right before a verb they are nobody, though the tagger calls them nouns",
        "reciprocals": "each other, one another: those who do it stand on both sides",
        "verbs_urging": "persuade, encourage … → `called_for` for what somebody is to be got to do",
        "verbs_terms": "allow, include … of which an agreement is the subject → what it asks for is an obligation",
        "verbs_laying_down": "require, mewajibkan … → an agreement's text, or “it”, as their subject lays down duties",
        "verbs_beginning": "take effect, begin … → in the plain present a truce of which they tell this is `planned`",
        "list_openers": "antara lain, yakni … → behind the noun of a deal's terms: what is listed is a duty each",
        "verbs_having": "have, punya … → with a term behind them (“*have* until Friday to leave”): what is a duty",
        "verbs_giving": "give, diberi … → the same of whom a term is given, by a document or by nobody named",
        "verbs_denied": "fail, refuse, gagal … → `denied` for their complement",
        "verbs_transparent": "begin, continue, mulai … → their complement is read as if it stood alone",
        "verbs_light": "carry out, launch, melancarkan … → their subject is that of the event noun they govern",
        "verbs_affecting": "abduct, arrest … → in “two men *abducted* in May are safe” the men were abducted",
        "verbs_quoting": "quote, cite, mengutip … → who is quoted is the source, and who quotes them is none",
        "nouns_planned": "rencana, keputusan … → `planned` for what they are about",
        "verbs_perceiving": "see, hear, melihat …: who does is not who did it, and did it though nobody saw",
        "verbs_of_own_words": "deny, promise … → behind what they say, “and accused” is their subject's again",
        "verbs_going_on": "accuse, say, menuduh … → those that go on so",
        "dying_words": "died, death, kematian: of one person, in a report that tells of no force, nobody's deed",
        "including_markers": "including, termasuk: a bare act behind one is only named among others of its sort",
        "nouns_of_conditions": "condition for, syarat bagi …: `conditional` for what they are about",
        "nouns_possible": "kemungkinan, ancaman … → `possible` for what they are about",
        "nouns_trying": "attempt … → what they are about is told as if it stood alone",
        "nouns_required": "usulan, perlunya … → `called_for` for what they are about",
        "nouns_ending": "penghentian, berakhirnya … → what they put an end to is there",
        "verbs_scheduling": "schedule, plan … → a day without a year beside them is one to come",
        "given_markers": "since, sejak, akibat … → what follows is told for itself, whatever is said of the clause",
        "stance_prefixes": "anti-, pro- … → a word with one tells for or against whom, and nobody",
        "stray_adverbs": "mulanya, secara … → adverbs that end a name, whatever the tagger makes of them",
        "former_titles": "mantan, bekas … → with the office behind it one person",
        "somebody": "seorang → an article that stands for somebody right before a verb",
        "pointing": "itu, tersebut → what a noun with one means was told before",
        "generic_determiners": "semua, setiap … → such things at large, and none of them",
        "informants": 'sumber … → somebody who tells, whosever they are ("sumber keamanan Israel")',
        "direction_nouns": "arah … → with its preposition where something goes, and no place or person itself",
        "abstract_shapes": "ke*an, pe*an … → shapes of nouns that name nobody and no thing, unless a class has them",
        "small_words": "seraya, sambil … → further small words, which are nobody whatever the tagger makes of them",
        "nouns_framing": "perundingan, dewan … → the noun of an act beside them only says what they are about",
        "against_markers": "against, terhadap … → whom an act is against, also where the phrase hangs on its verb",
        "reflexives": "themselves, diri … → who acts on themselves acts in the purpose too",
        "nouns_anybody": "people, orang …: a bare number beside them counts nobody in particular; “with them” is "
        "no reason",
        "whoever": "anyone, siapa pun …: what such people do is a rule, and nobody did it",
        "nouns_more": "more, lagi: others of the sort told before",
        "nouns_of_war": "war, perang …: bare, they name a time or a topic and tell nothing",
        "verbs_of_war": "break out, meletus …: what a war does when it is told to be",
        "verbs_of_staying": "gather, shelter, berkumpul …: where those who did it were is where they were harmed",
        "verbs_recounting": "put, menyebut …: with a bare number behind them, another's count of a toll told before",
        "recounting_words": "figure, angka …: one of which a sentence without other words of harm has that gives such",
        "verbs_of_terms": "jail, memenjarakan …: how long behind them is a term to be served, and not how long it was",
        "nouns_sides": "pihak, negara … → talks of “six sides” are named by a number, which is nobody",
        "verbs_forbidding": "melarang … → the act that they forbid is not told of",
        "idioms": "perang dingin … → phrases in which no word is a trigger, though it is one elsewhere",
        "verbs_trying": "*trying* to verify reports, *berusaha* …: who has yet to confirm a thing is no source for it",
        "verbs_answering": "X said, *responding* to …, *ditanya* mengenai …: what they tell of is not X's word",
        "hearsay_nouns": "*reports* from Sudan, *kabar* …: themselves the source, and not the land they come from",
        "verbs_confirming": "confirm … → who does not confirm an act neither tells nor denies it",
        "verbs_naming": "call, menyebut … → with two objects: what the first is said to be; the subject does not do it",
        "former_words": "previous, terdahulu … → an agreement that they describe makes a claim only with its own date",
        "verbs_keeping": "keep, menjaga … → to agree on this of a truce prolongs the one there is",
        "verbs_wanting": "insist … → asks for what a clause with a bare verb tells (“that he *leave*”)",
        "verbs_of_talks": "break up, adjourn … → talks of which a day is told are a meeting, whoever takes part",
        "verbs_going": "fly, travel, bertolak …: the town behind “to” is no one who is to do what follows",
        "verbs_contacting": "meet, telephone, menemui …: who does is who does what the infinitive behind it tells",
        "verbs_halting": "halt, suspend … → `denied` for an act that is their object and their subject's own",
        "naming_markers": "as, sebagai: what somebody condemns a thing as is their own word",
        "verbs_postponed": "postpone, menunda … → `planned` for their object; a meeting only for the day "
        "behind it, else not held",
        "postponed_to": "to, until, hingga … → the day behind it is that to which a meeting is put off",
        "verbs_ending": "stop, halt, menghentikan … → what they put an end to is there, also where they fail",
        "rising_to": "rose to, naik menjadi …: the number behind them is that of the toll before them",
        "alternatives": "or, otherwise, atau … → before a clause of what will be done if what was said before is not",
        "verbs_receiving": "reject, heed, menolak … → who does this with an appeal or offer is not who makes it",
        "verbs_hitting": "hit, destroy, menghantam … → the object of “the blast *hit* a school” is the target",
        "until_markers": "until, once … → no condition between two clauses in the past tense",
        "coming_markers": "ahead of, on the eve of, menjelang … → `planned` for the noun they stand before",
        "verbs_undergoing": "suffer, survive, menderita … → an act that is their object is done to their subject",
        "verbs_causing": "cause, trigger, memicu … → the act that is their object took place",
        "verbs_reporting": "say, tell, kata … → attribution",
        "attribution_phrases": "according to, menurut … → attribution",
        "attribution_credits": "citing, dilansir …: those that credit an agency, which is no source beside another",
        "attribution_nouns": "statement, report, pernyataan … → their owner is the source",
        "verbs_counting": "put, estimate …: who puts a toll at a number is its source",
        "media_nouns": "newspaper, television, koran … → themselves the source, whatever name stands beside them",
        "verbs_permitting": "approve, menyetujui …: the deployment they have as their object is yet to come",
        "name_prepositions": "for, untuk …: inside the names of bodies (“Organization for Migration”)",
        "standing_for": "a spokesman for X: what follows belongs to who speaks",
        "condition_markers": "if, unless, jika … → `conditional`, and the slot `condition`",
        "doubt_markers": "whether, apakah → `possible`, whatever is planned or denied around the clause",
        "basis_markers": "under, in line with, sesuai … with an agreement or resolution → what an obligation rests on",
        "terms_markers": "those of them behind which all that is to be done is an obligation, of whatever sort",
        "purpose_markers": "in order to, guna … → slot `cause`",
        "time_clauses": "“will disarm *as* they leave”: a plain present behind them has the time of the main verb",
        "day_clauses": "before 22 April, *the day when* …, sejak 2019, *ketika* …: what follows was at that very time",
        "verbs_bound": "*required* to, *diwajibkan* …: participles by which a side is bound to what follows",
        "verbs_barring": "bar, prohibit, melarang …: what an agreement bars a side from is a duty to leave it undone",
        "verbs_barred": "*barred* from, *dilarang* …: participles by which a side is barred from what follows",
        "after_markers": "met on Monday *after* clashes, *setelah* serangan …: talks and deals do not date it",
        "other_days": "*days* after, *sehari* setelah …: what they stand before was on another day",
        "before_markers": "talks *before* a summit in X, *menjelang* …: the later act's place and day are its own",
        "ranking_words": "its *first* raid since 2006, *terburuk* sejak …: what the time only tells the rank of",
        "dealing_prepositions": "jailed *for* an attack, tuduhan *atas* …: what stands before dates no such act",
        "origin_prepositions": "from, between …: a place behind one is where nothing but a move was",
        "goal_prepositions": "*to*, into, *ke* …: before where somebody or something is sent",
        "cause_markers": "because of, in response to, akibat … → slot `cause`",
        "passive_agent": "by, oleh → logical subject",
        "genitive_markers": "of, dari … → their noun belongs to the words of the noun before, and may possess it",
        "between_markers": "between, antara … → parties to an agreement, a meeting, mediation",
        "both_parties": "kedua pihak … → the parties of the agreement told of before",
        "both_markers": "the two, kedua … → with a word for who speaks for others (“the two leaders”): both parties",
        "verbs_announcing": "announce, mengumumkan …: who makes a truce of others known is no party to it",
        "addressee_markers": "to, on, kepada … → the person spoken to, called on, ordered",
        "allegiance_words": "loyal, setia … → the forces before them are of whom they stand by (“forces loyal *to X*”)",
        "each_words": "“*each* accusing the other”, “*masing-masing* menuduh pihak lain”: of each other",
        "other_words": "“each accusing the *other*”, “pihak *lain*”",
        "control_marks": "to, from, agar … → the object before them is who shall act (“ordered *the troops* to leave”)",
        "topic_markers": "about, regarding, mengenai … → slots `topic`, `content`, `about`",
        "instrument_markers": "with, using, menggunakan … → slot `instrument` if the noun is a weapon",
        "place_prepositions": "in, at, near, di, ke … → place",
        "position_prepositions": "those of them that tell where, not where from or to: in, at, near, di …",
        "upon_prepositions": "on, above, di balik … → with a verb and a noun of land, house or scene: where it was",
        "impact_prepositions": "into, onto, on … → what stands behind them is what was struck, were it a place",
        "verbs_telling_whom": "tell …: with a clause behind it, its object is the one told, as an indirect object is",
        "object_complements": "held captive, taken hostage → what somebody is held as, which is no object of the verb",
        "place_adverbs": "there, nearby, di sana … → a place without a name",
        "companion_markers": "with, and, bersama … → one more participant of reciprocal acts (meet, clash)",
        "indefinite": "a, another: a state's name behind one belongs to the noun that follows (“in *a* US strike”)",
        "definite": "the, this, itu, tersebut … → a definite description, which refers back",
        "determiners": "a, some, para, sebuah … → stripped from the ends of fillers' words where they add nothing",
        "relative_pronouns": "who, which, yang",
        "subordinators": "that, bahwa, agar … → the start of a content clause",
        "pronouns": "pronoun → `person.sg`, `person.pl`, `thing.sg`, `speaker.sg`, `speaker.pl`, `each` or `any`",
        "possessives": "table: the same for his, their …, and suffixes (`nya`)",
    }
)

NUMBERS: Final[Meanings] = MappingProxyType(
    {
        "decimal": "the decimal mark in digits",
        "thousands": "the mark between groups of three digits",
        "cardinals": "table: value → words that are a number by themselves",
        "multipliers": "table: factor → hundred, thousand, ratus …",
        "teens": "table: what is added to the digit before (`belas`)",
        "joiners": "words between the parts of a number (“two hundred *and* five”)",
        "leads": "words worth one before a multiplier (“*a* hundred”)",
        "vague": "table: `low-high` → quantities with bounds but no number (dozens, puluhan)",
        "roughly": "table: value → words for about so many (`seratusan`)",
        "rough_suffixes": "endings after digits that make the number inexact",
        "hedges": "table: hedge → words before the number; `between` and `from` open a range",
        "hedges_after": "table: hedge → words after the number (“or more”)",
        "hedge_floor": "table: number → ambiguous hedges that count only from that number on",
        "not_after": "table: hedge → words after which that hedge is none",
        "no_hedge_after": "words behind which an ambiguous hedge is their particle (“*handed* over 40 men”)",
        "fillers": "words that may stand between hedge and number",
        "connectors": "table: `any` between two numbers of a range; `between` only after such a hedge",
        "units": "table: money, percent, measure, duration, age, time: what counts no people; person: classifiers",
        "before": "table: money, age, time, label → words before a number that counts nothing",
        "ordinals": "table: value → ordinal words",
        "ordinal_suffixes": "endings that make digits ordinal (`th`)",
        "ordinal_prefixes": "beginnings that make digits ordinal (`ke`)",
        "not_numbers": "phrases with a number word that count nothing",
        "articles": "words worth one before a noun (“*a* soldier”)",
        "not_articles": "phrases that begin so and are not one (“a number”)",
    }
)

DATES: Final[Meanings] = MappingProxyType(
    {
        "month_first_too": "whether 3/4 may be March 4 as well as 3 April: then it is left unresolved",
        "possessive": "endings after which “before Tuesday” dates what follows, not the claim",
        "fillers": "words between a relation and its date (“since *early on* Monday”)",
        "relations": "table: since, until, before, after, between, from → words",
        "connectors": "table: `any` between two dates; `between` only after that relation",
        "classes": "tables of values (weekday, month, unit, span, shift, edge, bound, offset, named) or plain lists",
        "macros": "names for parts of forms, used as `@name`",
        "pattern": "array: `shape` (what it means) and `forms` (the little language of `reading/dates/grammar.py`)",
    }
)

ROLES: Final[Meanings] = MappingProxyType(
    {
        "subj": "logical subject: of an active verb, or the agent of a passive one",
        "obj": "logical object: of an active verb, or the subject of a passive one",
        "iobj": "the second object",
        "poss": "of a noun: possessor, genitive, bare noun or nationality adjective beside it",
        "clause": "complement clause",
        "agent": "in a frame of agreements: `none` where a passive's agent is no party (“*announced by* Paris”)",
        "number": "a number that counts subject or object (“*4,200* persons left”); for `require` only",
        "governor": "the verb whose subject or object the trigger's noun is (“talks *began*”); for `require` only",
        "when": "the verb of a clause that tells when or why (“died after a mine *exploded*”); for `require` only",
        "prep.…": "what hangs on a preposition; several words are joined by `_` (`prep.because_of`)",
    }
)

DATE_CLASSES: Final[Meanings] = MappingProxyType(
    {
        "weekday": "1 (Monday) to 7 → names",
        "month": "1 to 12 → names",
        "unit": "hour, day, week, weekend, month, year, decade → words",
        "span": "a count and a unit (`14 day`) → words that mean just that",
        "shift": "-1, 0, 1 → last, this, next",
        "edge": "early, mid, late → words for that part of a month or year",
        "bound": "more, less, about → words before a duration",
        "offset": "days from publication (`-1`, or `-1/0`) → yesterday, overnight",
        "named": "`2001-09-11`, or `--12-25` for any year → names of days",
    }
)

DATE_SHAPES: Final[Meanings] = MappingProxyType(
    {
        "calendar": "a year, month, day or weekday",
        "decade": "the 1990s",
        "day": "a day counted from publication: yesterday",
        "relative": "a unit counted from publication: last week",
        "ago": "so long before publication: two years ago",
        "past": "the time up to publication: in the past four years",
        "next": "the time from publication on: in the next two days",
        "so_far": "from the unit's first day to publication: earlier this month",
        "rest": "from publication to the unit's last day: later this week",
        "nth": "counted from the start of something: its fifth day",
        "age": "the age of something: the 35-year-old war",
        "later": "counted from another event: two days later",
        "earlier": "the same backwards: a week before",
        "same": "the day, week, month or year told of before: the same month",
        "within": "a deadline: within 60 days",
        "duration": "how long: for three hours",
        "vague": "a time that no date stands for: some years ago",
        "none": "no date, though it looks like one",
    }
)

ACTOR_WORDS: Final[Meanings] = MappingProxyType(
    {
        "possessive_endings": "endings that mark an owner",
        "genitive": "of, dari …: what follows owns what stands before",
        "location": "in, near, di …: what follows is a place, no part of the name",
        "conjunction": "and, dan …: another actor begins",
        "stop": "words at which a name ends",
        "determiners": "words that add nothing to a name",
        "definite": "words that make a description refer back",
        "possessive": "its, their …: the owner was named before",
        "foreign": "words that make a force another state's",
        "former": "former, mantan …: no longer in office",
        "local": "words for a region's own bodies",
        "ethnic": "words that make a nationality a people's, not a state's",
        "peacekeeping": "words of peacekeepers",
        "monitors": "words of observers and monitors",
        "country": "words for a country",
        "groups": "words for a group: the one that alone was named, where they are definite",
        "media": "words for news outlets",
        "members": "soldiers, vehicles, officials: anybody's, unless the words say whose",
        "ours": "our, kami …: whose it is depends on who speaks",
        "persons": "words that count people (seorang …): a state's name behind one tells whose citizens they are",
        "bound": "parts of compounds that name no actor (“Iran-*backed*”)",
        "particles": "small words inside persons' names (al, bin, de)",
        "body_prepositions": "prepositions inside the name of a body",
        "body_joiners": "other small words inside it",
        "also_words": "names of capitals that are words too, before a noun at the beginning (*Lima orang*)",
        "elsewhere": "from, oleh …: a state behind one is not the report's own, whose police “the police” are",
        "attending": "aide, lawyer, istri …: of a person somebody else, whose name is not theirs",
        "sectors": "table: PLOVER sector (or `any`) → bodies, forces, sorts of people",
        "names": "table: PLOVER sector → words that make an unknown capitalised name a body's",
    }
)

COMPARING: Final[Meanings] = MappingProxyType(
    {
        "agreement_names": "accord, perjanjian … → in names of agreements, and tell no one of them from another",
        "partly": "began, sebagian … → beside an act of which not all is done",
        "accused": "allegations, tuduhan → what somebody is accused of, whatever it is",
        "denied": "charge, keterlibatan … → what is denied, and says nothing of the matter itself",
        "both_sides": "both sides, kedua pihak → who promise something together, one word each",
        "among": "among the dead, termasuk korban … → somebody is one of those counted before",
        "kept": "observed, dipatuhi … → an agreement holds on the day that is told",
        "begun": "took effect, berlaku … → it comes into force on that day",
        "took_or_holds": "menguasai … → a place was taken *or* is held: the tense does not tell",
        "put_off": "postponed, ditunda … → a meeting will be on a later day than was planned",
        "answering": "in response, balasan … → an act is the answer to another",
        "risen": "rose to, naik menjadi … → a number is more than it was",
        "percent": "per cent, persen: behind a number that counts nobody",
        "exchange": "swap, pertukaran … → two sides let each other's people go",
        "nameless": "the rebels, para prajurit … → not whose fighters they are, one word each",
        "sorts": "town, kota … → beside a name, what sort of place it is of",
        "joins": "and, dan → between two names of a list",
        "before_names": "the towns of …: other words before a name",
        "articles": "the: before a name, and no part of it",
        "parts": "most of, sebagian besar … → a part of those whom a toll counts, behind them",
        "verb_prefixes": "table: beginning of a verb → consonants of the stem that it may have swallowed",
        "verb_endings": "endings of verbs behind the stem",
        "one_sort": "table: base, airport, port, town, village, road, crossing → words for such a place",
        "ranks": "table: heads, ministers, officers, envoys, leaders → as what people meet; the first of two counts",
        "victims": "table: children, civilians, peacekeepers, police, fighters → whom a toll counts (`soldier*` may go "
        "on); the first of two counts",
    }
)
INNER: Final[Mapping[tuple[str, str], tuple[str, ...]]] = MappingProxyType(
    {
        ("comparing.toml", "one_sort"): ("base", "airport", "port", "town", "village", "road", "crossing"),
        ("comparing.toml", "ranks"): ("heads", "ministers", "officers", "envoys", "leaders"),
        ("comparing.toml", "victims"): ("children", "civilians", "peacekeepers", "police", "fighters"),
    }
)
"""The keys of a table in a file, where they are fixed, in the order in which they are asked."""

KEYS: Final[Mapping[str, Meanings]] = MappingProxyType(
    {
        "pack.toml": {
            "code": "ISO 639-1 code",
            "name": "the language's own name",
            "english_name": "its name in English, for the reference pages; default: `name`",
            "noun_head": "which word of a noun of several words inflects: `first` or `last` (default)",
        },
        "inflection.toml": {
            "verb": "array of rules: `pattern` matches the whole citation form; `forms` are `[template, voice]`",
            "noun": "the same for nouns",
            "irregular": "tables `irregular.verb`, `irregular.noun`: citation form → forms, in place of the rules",
            "clitics": "table: `suffixes` that may follow any form",
        },
        "triggers/*.toml": {"trigger": "array of entries, one a sense; their keys are below"},
        "grammar.toml": GRAMMAR,
        "comparing.toml": COMPARING,
        "sentences.toml": {"abbreviations": "words whose full stop ends no sentence"},
        "numbers.toml": NUMBERS,
        "dates.toml": DATES,
        "actors/words.toml": ACTOR_WORDS,
        "actors/titles.toml": {
            "offices": "table: PLOVER sector (or `any`: that of the body served) → words for one person in office",
            "modifiers": "words that belong to an office (foreign, deputy)",
            "diplomats": "offices that speak for the state that sends them",
        },
        "actors/nationalities.toml": {
            "names": "table: ISO alpha-3 → names of the country that news uses beside CLDR's",
            "adjectives": "table: ISO alpha-3 → adjectives",
            "people": "table: ISO alpha-3 → words for its citizens",
            "people_suffix": "ending that makes an adjective a word for citizens (`s`)",
            "people_suffix_not_after": "endings of adjectives that do not take it",
        },
        "actors/names.toml": {
            "names": "table: id of the registry → names it goes by in this language",
            "organs": "table: id of an organ → names it has only beside the body it belongs to",
        },
        "actors/capitals.toml": {"capitals": "table: ISO alpha-3 → names of the capital that stand for the state"},
    }
)

CLASSES: Final[Meanings] = MappingProxyType(
    {
        "person": "human beings: who can act, what a pronoun fits",
        "official": "holders of an office: the same",
        "people": "plural peoples and crowds: the same",
        "group": "bodies that act",
        "organisation": "institutions",
        "state": "words for a country; a state owns its armed forces",
        "armed_force": "troops and police; a force's own movement is a deployment",
        "armed_group": "rebels and militias",
        "troops": "words that mean soldiers whatever stands beside them: deployments",
        "agent": "further nouns that can act; all classes above are agents by themselves",
        "place": "what can be a place",
        "place_noun": "districts, towns, borders",
        "bill": "texts of laws that are yet to pass: what they ask nobody says",
        "building": "houses: places, no actors",
        "scene": "where an act may be that nobody holds: a roadside, a lorry; a place in its own clause alone",
        "count_noun": "“figure”, “angka”: what a bare number is given as",
        "dividing": "“line”, “garis”: a place where words say which",
        "region_name_noun": "“area”, “wilayah”: with “the”, “itu” they may go back to a region that was named",
        "city_noun": "“town”, “kota”: which of several places of one name",
        "direction": "“northern”, “utara” before a place's name",
        "weapon": "all weapons: slot `instrument`; no actors, no targets",
        "munition": "what is fired",
        "explosive": "bombs and mines",
        "vehicle": "never an actor",
        "warship": "ships of a navy: what is sent is a force all the same",
        "aid": "never an actor",
        "money": "never an actor",
        "document": "never an actor; its owner speaks",
        "abstract": "never an actor",
        "time_noun": "never an actor",
        "thing": "goods, stuff, parts of bodies: never an actor",
        "quiet_field": "words of sport, trade, films, weather: sentences that are not read",
        "quiet_hint": "the same, but only where several meet",
        "loud_field": "words of force, office and protest, with which they are",
        "power_field": "those of them that are of force and office",
        "borrowed_field": "loud words that other fields borrow: they open no sentence of a report full of one",
        "fiction_field": "words of made-up stories: a report with four of them tells one",
        "plot_field": "words that only the plot of such a story has: a sentence with one and another tells one",
        "grave_field": "of a report without any of these and without a power, only harm and force are read",
        "war_field": "words of war, of which a report has two or more in which the entries marked `amid` hold",
        "agreement": "agreements, and what obligations rest on",
        "truce": "ceasefires",
        "terms": "clauses of an agreement",
        "resolution": "resolutions",
        "talks": "talks: the gate",
        "council": "bodies that sit: their meeting is a `session`",
        "hostilities": "fighting: the gate",
        "conflict": "the same",
        "violence": "the same",
        "nationality": "adjectives of nations: “the *Armenian* army”",
        "quantity": "dozens, hundreds, bagian: what they count is the noun that matters",
        "extent_whole": "slot `extent`",
        "extent_part": "slot `extent`",
        "extent_most": "slot `extent`",
        "peacekeeping_word": "slot `role` of a deployment",
        "monitoring_word": "slot `role` of a deployment",
        "police_word": "slot `role` of a deployment",
        "aid_word": "slot `role` of a deployment",
    }
)


def check_keys(path: Path, name: str, table: Mapping[str, Any]) -> None:
    """Raise PackError for the first key of `table`, read from `path`, that no file `name` of a pack may have."""
    known = KEYS.get("triggers/*.toml" if name.startswith("triggers/") else name)
    if known is None:
        return
    for key in table:
        if key not in known:
            raise PackError(f"{path}: {key}: unknown key")
        if (name, key) in INNER:
            for inner in table[key]:
                if inner not in INNER[name, key]:
                    raise PackError(f"{path}: {key}.{inner}: unknown key")
