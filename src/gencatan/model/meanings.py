"""What kinds, slots, values and statuses mean, in a few words each: for help texts and reference pages.

Everything in `vocabulary` has its words here; `tests/docs` holds them complete.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

KIND_MEANINGS: Final = MappingProxyType(
    {
        "event": "a material act: an attack, an arrest, a release, a protest",
        "casualty": "a number of people harmed",
        "agreement": "an agreement, or a step in its life",
        "obligation": "something a party must do, has bound itself to do, or is called on to do",
        "meeting": "parties consult",
        "statement": "an act done with words: a demand, a condemnation, a denial",
        "territory": "who holds what, or what a place is",
        "deployment": "forces somewhere, coming or going",
        "mediation": "a third party stands between others",
    }
)

SLOT_MEANINGS: Final = MappingProxyType(
    {
        ("event", "act"): "what was done",
        ("event", "actor"): "who did it; in a clash, both sides",
        ("event", "target"): "to whom or what",
        ("event", "instrument"): "weapon or means",
        ("event", "cause"): "the reason or purpose that the report states",
        ("event", "quantity"): "how many were released, delivered, found",
        ("casualty", "harm"): "what happened to them",
        ("casualty", "count"): "how many",
        ("casualty", "victims"): "who was harmed",
        ("casualty", "perpetrator"): "by whom",
        ("agreement", "type"): "what it is about",
        ("agreement", "stage"): "where in its life it stands",
        ("agreement", "parties"): "whose it is; where it is violated, those said to break it",
        ("agreement", "mediator"): "through whom it came about",
        ("agreement", "name"): "what it is called",
        ("agreement", "duration"): "how long it shall last",
        ("obligation", "action"): "what must be done",
        ("obligation", "obligor"): "who must do it",
        ("obligation", "object"): "what or whom it is done to",
        ("obligation", "basis"): "what binds them",
        ("obligation", "condition"): "on what it depends",
        ("obligation", "beneficiary"): "for whom",
        ("meeting", "format"): "how they met",
        ("meeting", "participants"): "who met",
        ("meeting", "topic"): "about what",
        ("statement", "act"): "what is done with the words",
        ("statement", "speaker"): "who does it",
        ("statement", "addressee"): "to whom or against whom",
        ("statement", "content"): "what is demanded, condemned, denied …",
        ("territory", "territory"): "the land",
        ("territory", "relation"): "what is said of it",
        ("territory", "by"): "the holder, the whole it is part of, or its people",
        ("territory", "extent"): "how much of it",
        ("deployment", "force"): "the forces",
        ("deployment", "role"): "what they are there for, where the report says",
        ("deployment", "change"): "there, coming or going",
        ("deployment", "strength"): "how many they are",
        ("mediation", "mediator"): "who mediates",
        ("mediation", "parties"): "between whom",
        ("mediation", "about"): "over what",
    }
)

VALUE_MEANINGS: Final = MappingProxyType(
    {
        ("event", "act"): {
            "attack": "one-sided force on the ground: ambush, raid, shooting, killing",
            "clash": "two sides fight; also war, fighting",
            "shelling": "artillery, mortars, rockets, naval guns",
            "air_strike": "aircraft, drones, missiles",
            "explosion": "bombs, mines, blasts not dropped from the air",
            "operation": "a campaign, offensive, invasion, sweep",
            "arrest": "taken into custody by an authority",
            "abduction": "taken by force by others",
            "release": "let go",
            "delivery": "aid or goods brought",
            "protest": "a demonstration, a riot, a strike",
            "movement": "an advance, incursion or patrol; flight of people",
            "retreat": "forces leave or give up",
            "blockade": "roads, ports, supplies cut by force",
            "disarmament": "weapons laid down, handed over, destroyed",
            "search": "places or people searched",
            "investigation": "looked into by an authority",
            "closure": "borders, airports, schools, lines shut",
            "evacuation": "people brought away",
            "find": "weapons, bodies, bombs found or defused",
            "execution": "put to death by an authority",
            "sanction": "an embargo, a ban, ties cut",
            "other": "the rest: mines laid, strikes intercepted",
        },
        ("casualty", "harm"): {
            "killed": "dead",
            "injured": "hurt or ill from it",
            "missing": "nobody knows where",
            "displaced": "driven or fled from home",
            "detained": "held by an authority",
            "abducted": "held by others",
        },
        ("agreement", "type"): {
            "ceasefire": "fighting stops, for a time or for good",
            "peace": "the conflict is settled",
            "exchange": "prisoners or bodies are exchanged",
            "humanitarian": "help for civilians: corridors, pauses for aid",
            "disengagement": "forces are separated or drawn back",
            "other": "the rest",
        },
        ("agreement", "stage"): {
            "proposed": "one side has asked for it or offered it",
            "agreed": "the sides have said yes",
            "signed": "it is on paper",
            "in_effect": "it applies",
            "extended": "it applies for longer",
            "suspended": "it does not apply for now",
            "violated": "somebody is said to break it",
            "rejected": "a side has said no",
            "collapsed": "it has broken down",
            "expired": "its time is over",
        },
        ("obligation", "action"): {
            "cease_hostilities": "stop fighting",
            "withdraw": "leave",
            "disarm": "lay down arms",
            "demobilise": "dissolve forces",
            "hand_over_weapons": "give weapons to somebody",
            "release": "let prisoners go",
            "exchange": "exchange prisoners or bodies",
            "grant_access": "let somebody in or through",
            "deliver_aid": "bring aid",
            "hold_talks": "talk",
            "lift_blockade": "open what is cut off",
            "return_territory": "give land back",
            "protect": "keep people or places safe",
            "monitor": "watch over something",
            "investigate": "look into something",
            "punish": "bring to justice",
            "other": "the rest",
        },
        ("obligation", "basis"): {
            "agreement": "the sides agreed on it",
            "pledge": "they promised it",
            "resolution": "a body resolved it",
            "order": "a superior ordered it",
        },
        ("meeting", "format"): {
            "talks": "negotiations, talks",
            "phone": "a call, video too",
            "session": "a body sits",
            "visit": "one goes to the other",
            "summit": "heads of state or government",
            "other": "the rest",
        },
        ("statement", "act"): {
            "demand": "asks for it, and leaves no choice",
            "appeal": "asks for it",
            "support": "is for it",
            "condemn": "is against what was done",
            "accuse": "says that somebody did wrong",
            "threaten": "announces harm",
            "promise": "binds itself",
            "reject": "says no to what is proposed",
            "deny": "says that it is not so",
            "warn": "points to a danger; expresses concern",
            "acknowledge": "admits or claims responsibility",
        },
        ("territory", "relation"): {
            "controls": "holds it",
            "captures": "takes it",
            "recaptures": "takes it back",
            "loses": "does not hold it any more",
            "cedes": "gives it away",
            "claims": "says it is theirs",
            "part_of": "it belongs to a larger whole",
            "populated_by": "who lives there",
        },
        ("territory", "extent"): {"whole": "all of it", "part": "some of it", "most": "more than half of it"},
        ("deployment", "role"): {
            "peacekeeping": "to keep the peace",
            "monitoring": "to watch",
            "combat": "to fight",
            "police": "to police",
            "aid": "to help",
        },
        ("deployment", "change"): {
            "present": "are there",
            "deployed": "come",
            "reinforced": "become more",
            "withdrawn": "leave",
        },
    }
)

STATUS_MEANINGS: Final = MappingProxyType(
    {
        "asserted": "it happened, or it is so",
        "planned": "it is scheduled or announced",
        "called_for": "somebody demands it or asks for it, or an agreement requires it",
        "conditional": "it depends on a condition that the report states",
        "possible": "it may be, or is feared or considered",
        "denied": "it is said not to be so",
    }
)

TYPE_MEANINGS: Final = MappingProxyType(
    {
        "enum": "one of the values below",
        "fillers": "a list of fillers: the words, their offsets, the actor they name",
        "text": "the report's own words, with offsets",
        "count": "`min`, `max` (null: open), the words, the hedge",
    }
)
