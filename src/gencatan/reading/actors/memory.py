"""Short forms: "Blinken", "the ministry", "its troops" are whoever the same report named so before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypedDict, Unpack

from gencatan.model import Actor
from gencatan.reading.actors.called import called, spelt_out
from gencatan.reading.actors.compose import ARMED, CIVIL, PEACE, PLACED, follows, is_kin
from gencatan.reading.actors.mention import Reading
from gencatan.reading.actors.registry import Function, Known, Registry
from gencatan.reading.actors.roll import roll
from gencatan.reading.actors.words import Word, words

if TYPE_CHECKING:
    from gencatan.reading.actors.resolver import ActorResolver

REBELS: Final = frozenset({"REB", "UAF", "PRM"})
STATE: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
FAR: Final = 2
OFTEN: Final = 3
LONG: Final = 8
"""What a sentence or two leaves open a report tells: a state is its own that it names `OFTEN` and `FAR` times as often
as any other, or that it alone names; one that names states `LONG` times has also told whose the ministry is."""
FIRM: Final = 4
"""Words within which the name of a firm says that it is one."""
SPEAKING: Final = frozenset({"GOV", ""})


@dataclass(frozen=True, slots=True)
class Learned:
    """A mention that was resolved, with the words that can stand for it later."""

    actor: Actor
    content: frozenset[str]
    person: bool
    text: str


class Around(TypedDict, total=False):
    """What a report says around a mention of who it is (`ActorMemory.resolve`)."""

    label: str
    owner: Actor | None
    counted: bool
    private: bool
    definite: bool
    seat: Seat | None


class Remembered:
    """What was learned, the latest first, found by words and by actor: a long report asks often and mostly in vain."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._all: list[Learned] = []
        self._with: dict[str, list[int]] = {}
        self._of: dict[Actor, Learned] = {}

    def add(self, known: Learned) -> None:
        """Remember a mention, which comes after all others."""
        for word in known.content:
            self._with.setdefault(word, []).append(len(self._all))
        self._all.append(known)
        self._of.pop(known.actor, None)
        self._of[known.actor] = known

    def with_words(self, wanted: Collection[str]) -> Iterator[Learned]:
        """The mentions that all of the words were part of."""
        if not wanted:
            yield from reversed(self._all)
            return
        fewest = min((self._with.get(word, ()) for word in wanted), key=len)
        yield from (found for n in reversed(fewest) if (found := self._all[n]).content.issuperset(wanted))

    def of_each_actor(self) -> Iterator[Learned]:
        """The last mention of each actor."""
        return reversed(self._of.values())


class Clue(NamedTuple):
    """What settled a mention: its own "words", the "authority" or "state" that the report is about, a mention
    "remembered", one whose state it belongs to ("organ"), or the "owner" of a possessive; the last three with its
    words."""

    how: str
    earlier: str = ""


class Seat(NamedTuple):
    """Where an office sits: the words right behind it with their preposition ("in Gaza"), and the country of the place,
    where the gazetteer knows it. `whole` where the sentence opens with a country ("*In Mali*, the army …")."""

    words: str
    country: str | None
    whole: bool = False


OWN_WORDS: Final = Clue("words")


class Topics(NamedTuple):
    """What a report as a whole is about: the authority of the contested region that it names most often, and the state
    that it is about, if any; the states that it names by themselves; whether it names its state often, and any a lot.
    """

    authority: Known | None
    home: str | None
    free: frozenset[str]
    often: bool
    long: bool


def topics(text: str, registry: Registry) -> Topics:
    """What the words of a report say that it is about."""
    found = words(text, registry.sets["bound"])
    running = ["" if w.bound else w.norm for w in found]  # the "US-backed government" is not the US's
    regions: Counter[str] = Counter()
    states: Counter[str] = Counter()
    free: set[str] = set()
    i = 0
    while i < len(running):
        step = 1
        word = running[i] in registry.sets["also_words"] and found[i + 1 : i + 2] and not found[i + 1].capital
        if found[i].capital and not word:
            for length, names in registry.names.at(running, i):
                for name in names:
                    if name.exact and found[i].text.replace(".", "") != name.exact:
                        continue
                    if name.known.kind == "region":
                        regions[name.known.authority] += 1
                    elif _in_firm(found, running, i + length, registry):
                        continue
                    elif _counts(name.known) and not (i and running[i - 1] in registry.sets["elsewhere"]):
                        assert name.known.country is not None
                        states[name.known.country] += 1
                        if not _held(running, i, length, registry):
                            free.add(name.known.country)
                step = length
                break
        i += step
    authority = min(regions, key=lambda id_: (-regions[id_], id_)) if regions else None
    ranked = sorted(states.items(), key=lambda item: (-item[1], item[0]))
    alone = bool(ranked) and (len(ranked) == 1 or ranked[0][1] >= max(OFTEN, FAR * ranked[1][1]))
    return Topics(
        registry.actors[authority] if authority is not None else None,
        ranked[0][0] if alone else None,
        frozenset(free),
        alone and ranked[0][1] >= FAR,
        sum(states.values()) >= LONG,
    )


def _counts(known: Known) -> bool:
    """Whether a name is a state's or its bodies', and no paper's, people's or person's."""
    return known.country is not None and known.kind not in ("media", "people", "person")


def _in_firm(found: list[Word], running: list[str], at: int, registry: Registry) -> bool:
    """Whether a name goes on to that of a firm ("the *Russian* Gas Company"), wherever that works."""
    for i in range(at, min(at + FIRM, len(found))):
        if not found[i].capital:
            return False
        if any(f.sector == "BUS" for _, functions in registry.functions.at(running, i) for f in functions):
            return True
    return False


def _held(running: list[str], i: int, length: int, registry: Registry) -> bool:
    """Whether a name only says whose an office is that stands beside it ("Russian President")."""
    functions = registry.functions
    if registry.head == "first":
        before = [found for j in range(max(i - 3, 0), i) for n, found in functions.at(running, j) if j + n == i]
    else:
        before = [found for _, found in functions.at(running, i + length)] if i + length < len(running) else []
    return any(f.part == "office" for found in before for f in found)


class ActorMemory:
    """Resolves the mentions of one report in its order: `learn` each as it comes, `resolve` looks back."""

    def __init__(self, resolver: ActorResolver, text: str = "", year: int | None = None) -> None:
        """`text` is the whole report, `year` its year of publication, where they are known."""
        self._resolver = resolver
        self._year = year
        self._learned = Remembered()
        self._groups: dict[str | None, str | None] = {}  # id: country; None for nobody known ("a group of gunmen")
        self.clue = OWN_WORDS  # to the mention that was resolved last
        self._called = called(text, resolver.registry)
        text = spelt_out(text, self._called)
        self._authority, self._home, self._free, self._often, self._long = resolver.topics(text)

    def roll(self, text: str, within: int) -> list[tuple[int, int]]:
        """Where each of several bodies is named whose office holders words tell of at once (`roll`)."""
        return roll(text, within, self._resolver.registry)

    def learn(self, text: str, **around: Unpack[Around]) -> Actor | None:
        """Resolve a mention (`resolve`) and remember it; mentions must come in the report's order."""
        text = spelt_out(text, self._called)
        actor = self.resolve(text, **around)
        if actor is not None:
            readings = self._resolver.readings(text)
            content = frozenset().union(*(r.content for r in readings[:2])) | {w.norm for w in words(actor.name)}
            person = any(r.office and r.name for r in readings) or any(
                hit.known.kind == "person" for r in readings for hit in r.hits
            )
            self._learned.add(Learned(actor, content, person, text))
        self._heed_groups(text, actor, definite=around.get("definite", False))
        return actor

    def _heed_groups(self, text: str, actor: Actor | None, *, definite: bool) -> None:
        """Keep which groups the report has named so far."""
        if actor is not None and (self._is_group(actor) or self._calls_a_group(text)):
            self._groups[actor.root] = actor.country
        elif actor is None and not definite:
            readings = self._resolver.readings(text)
            words_for_one = self._resolver.registry.sets["groups"]
            if readings and readings[0].content & words_for_one and "definite" not in readings[0].marks:
                self._groups[None] = None

    @property
    def homes(self) -> tuple[str, ...]:
        """The countries of the groups that were named."""
        return tuple(sorted({country for country in self._groups.values() if country}))

    def _is_group(self, actor: Actor) -> bool:
        """Whether it is an armed or political group, as known or by its sector."""
        known = self._resolver.registry.actors.get(actor.root)
        return known.kind == "group" if known is not None else actor.sector in REBELS and not actor.is_of_state

    def resolve(
        self,
        text: str,
        *,
        label: str = "",
        owner: Actor | None = None,
        counted: bool = False,
        private: bool = False,
        definite: bool = False,
        seat: Seat | None = None,
    ) -> Actor | None:
        """Who the mention is, by its own words or by what the report named before.

        `owner` is whom a possessive in it refers to ("its troops"), or whose the force is that it sends, where the
        reader knows; `counted` are so many of a sort ("two policemen"), who are nobody's unless the words say whose;
        `private` are those of somebody who is nobody known ("a man … his lawyer", "the army … its soldiers");
        `definite` are who was told of before ("the group"), where a word that its own leave out says so;
        `seat` is where an office in it sits.
        """
        self.clue = OWN_WORDS
        text = spelt_out(text, self._called)
        readings = self._resolver.readings(text)
        if not readings:
            return None
        head = readings[0]
        if self._authority is not None and "local" in head.marks and self._ethnic(head):
            return self._actor(self._authority, head)
        if not any(reading.hits for reading in readings):
            if seat is not None and owner is None and seat.whole:
                if seat.country is not None and self._is_states(head):
                    return self._organ(seat.country, head)
            elif seat is not None and owner is None and self._is_office(head):
                return self._seated(text, head, seat)
            kin = follows(head, self._resolver.registry) or (
                bool(owner or head.name) and is_kin(text, head, self._resolver.registry)
            )
            nobodys = private and (not head.sector or "possessive" in head.marks)
            known = None if kin or nobodys else self._short(head, owner, counted)
            if known is None and (definite or "definite" in head.marks):
                known = self._group(text, head)
            if known is not None:
                return known
            self.clue = OWN_WORDS
        found = self._resolver.resolve(text, label=label, year=self._year)
        if found is not None and counted and found.id == found.country and self._citizens(head):
            return Actor(f"{found.id}/CVL", head.label, found.country, "CVL")
        return found

    def _citizens(self, head: Reading) -> bool:
        """Whether so many are counted that the word for a land's people says no more of ("five Chinese")."""
        return all(hit.name.how == "adjective" for hit in head.hits) and not head.functions and not head.name

    def _is_office(self, head: Reading) -> bool:
        """Whether it names a civil body or those who speak for one, and not a person or those who fight."""
        bodies = any(f.part == "body" or not f.sector for _, f in head.functions) or not head.office
        return head.personal and bodies and not head.name and head.body is None and head.sector in PLACED

    def _is_states(self, head: Reading) -> bool:
        """Whether it names a body or force that a state has one of ("the army", "the government"), and nobody's men."""
        if "foreign" in head.marks or self._anyones(head):
            return False
        return head.sector in STATE and not head.name and head.body is None

    def _seated(self, text: str, head: Reading, seat: Seat) -> Actor | None:
        """An office in a place is of those who rule there: the region's authority, the state whose name or capital it
        is. Of another town it is of the state that the report tells of only where the town lies in that state."""
        there = self._resolver.readings(f"{text} {seat.words}")
        regions = [h.known for h in there[0].hits if h.known.kind == "region"] if there else []
        if regions:
            return self._actor(self._resolver.registry.actors[regions[0].authority], head)
        placed = self._resolver.resolve(f"{text} {seat.words}", year=self._year)
        if placed is not None and placed.is_of_state:
            return Actor(placed.id, head.label or placed.name, placed.country, placed.sector, placed.role)
        known = self._short(head, None, counted=False)
        if known is None or known.country is None or seat.country in (None, known.country):
            return known
        self.clue = OWN_WORDS
        return None

    def _short(self, head: Reading, owner: Actor | None, counted: bool) -> Actor | None:
        """A mention without any known name: by its own name, by the body's words, or by the sort of actor it is."""
        if head.name:
            named = self._named(head.name, head.sector)
            if named is not None or not self._national(head):
                return named
        civil = any(f.sector in CIVIL for _, f in head.functions)
        if head.body is not None or civil or "former" in head.marks:
            return self._subset(head, head.content) if head.body is not None else None
        if "possessive" in head.marks or owner is not None:
            held = owner or self._last(lambda actor: self._can_own(actor, head))
            return self._of_owner(head, held) if held is not None else None
        if "local" in head.marks and head.personal and head.sector in SPEAKING and self._authority is not None:
            return self._actor(self._authority, head)
        if counted and "definite" not in head.marks and self._of_a_sort(head):
            return None
        return self._by_words(head)

    def _group(self, text: str, head: Reading) -> Actor | None:
        """The one group named so far, where nothing says which it is ("the group", "dua anggota kelompok itu")."""
        registry = self._resolver.registry
        plain = (w.norm in head.content or any(registry.marks.at([w.norm], 0)) or w.norm.isdigit() for w in words(text))
        if "groups" not in head.marks or head.sector or head.name or head.body is not None or not all(plain):
            return None
        if len(self._groups) > 1 or None in self._groups:
            return None  # several were named
        for known in self._learned.of_each_actor():
            listed = registry.actors.get(known.actor.id)
            if listed.kind == "group" if listed else not known.person and self._calls_a_group(known.text):
                self.clue = Clue("remembered", known.text)
                return self._again(known.actor)
        return None

    def _calls_a_group(self, text: str) -> bool:
        """Whether the words of a mention call it a group ("human rights group X")."""
        marks = self._resolver.registry.marks
        return any("groups" in found for w in words(text) for _, found in marks.at([w.norm], 0))

    def _of_a_sort(self, head: Reading) -> bool:
        """Whether a number counts them themselves ("four police"), not who speaks for a body ("a police source")."""
        found = sorted(head.functions)
        function = found[0 if self._resolver.registry.head == "first" else -1][1] if found else None
        return function is not None and function.part == "body" and bool(function.sector)

    def _ethnic(self, head: Reading) -> bool:
        """Whether the mention names a people's local leadership ("the region's ethnic Armenian leadership")."""
        peoples = any(hit.known.kind == "people" for hit in head.hits) or "ethnic" in head.marks
        return peoples and head.personal and head.sector in SPEAKING

    def _national(self, head: Reading) -> bool:
        """Whether a name with these functions speaks for a state although none is named ("Foreign Minister X")."""
        bodies = any(f.part == "body" and f.sector in STATE | REBELS for _, f in head.functions)
        return head.personal and "former" not in head.marks and (head.sector == "GOV" or bodies)

    def _by_words(self, head: Reading) -> Actor | None:
        if "peacekeeping" in head.marks:
            return self._last(lambda actor: actor.id.endswith(PEACE))
        if "monitors" in head.marks:
            return self._observers()
        if head.sector == "MIL" and "definite" not in head.marks:
            return self._of_state(head)
        found = self._subset(head, head.content) or self._subset(head, self._bodies(head))
        if found is not None and not (head.sector in REBELS and found.is_of_state):
            return found  # "envoys of Chad and the rebels … the rebels" are no envoys
        if head.sector in REBELS:
            return self._last(lambda actor: actor.sector in REBELS and "/" not in actor.id)
        if head.sector in STATE:
            return self._of_state(head)
        return None

    def _bodies(self, head: Reading) -> frozenset[str]:
        """The bodies that an office belongs to ("the deputy commander of the contingent"), or its people ("several
        embassy officials")."""
        if not head.office and "members" not in head.marks:
            return frozenset()
        bodies = (f for _, f in head.functions if f.part == "body" and (head.office or f.sector))
        return frozenset(word for f in bodies for word in f.norm.split())

    def _observers(self) -> Actor | None:
        """Who sends observers: a mission named before, or the body that an organ of it belongs to."""
        bodies = self._resolver.registry.actors  # an envoy of whom no more is known sends nobody
        found = self._last(
            lambda actor: (
                actor.country is None and (actor.sector == "MIL" or (not actor.sector and actor.root in bodies))
            )
        )
        if found is None or found.id.endswith(PEACE):
            return found
        sender = self._resolver.registry.actors.get(found.root)
        return Actor(sender.id, sender.name, sender.country, sender.sector) if sender is not None else found

    def _named(self, name: str, sector: str) -> Actor | None:
        wanted = {w.norm for w in words(name)}
        for known in self._learned.with_words(wanted):
            if not known.person and sector in STATE and known.actor.sector not in STATE:
                continue  # "the Papua police chief" is no member of the Free Papua Movement
            if known.person or not wanted <= self._resolver.registry.sets["particles"]:
                self.clue = Clue("remembered", known.text)
                return known.actor
        return None

    def _subset(self, head: Reading, wanted: frozenset[str]) -> Actor | None:
        """The last mention that all of these words were part of ("the ministry", "the Tigers", "kementerian itu")."""
        if not wanted:
            return None
        for known in self._learned.with_words(wanted):
            if head.sector not in STATE or known.actor.sector in (head.sector, None):
                self.clue = Clue("remembered", known.text)
                return self._again(known.actor)
        return None

    def _again(self, actor: Actor) -> Actor:
        """The actor without the person and the office of the earlier mention."""
        if actor.role is None:
            return actor
        registered = self._resolver.registry.actors.get(actor.id)
        return Actor(actor.id, registered.name if registered else actor.name, actor.country, actor.sector)

    def _can_own(self, actor: Actor, head: Reading) -> bool:
        """Whether an actor can have what the mention names: troops and governments are of states and groups."""
        if head.sector not in STATE | REBELS:
            return True
        return actor.country is not None or actor.sector in REBELS

    def _of_owner(self, head: Reading, owner: Actor) -> Actor | None:
        """ "its troops", "his government", "negaranya": an organ of the owner's state, or the owner's group."""
        self.clue = Clue("owner", self.clue.earlier or owner.name)
        root = owner.root
        if head.sector in REBELS and root.isupper() and owner.is_of_state:
            return None  # "Pakistan … linked militants": they are not the state's
        if head.sector == "LEG" and "members" in head.marks and owner.sector in ARMED | {"GOV"}:
            # "the police chief and his two deputies"
            return Actor(owner.id, head.label, owner.country, owner.sector, head.role)
        if root.isupper():
            if "peacekeeping" in head.marks:
                return Actor(f"{root}/MIL/{PEACE}", head.label, owner.country, "MIL", head.role)
            if "country" in head.marks and not head.personal:
                state = self._resolver.registry.actors.get(root)
                return Actor(root, state.name, root, "GOV") if state is not None else None
            if head.sector in STATE:
                return Actor(f"{root}/{head.sector}", head.label, owner.country, head.sector, head.role)
            return Actor(f"{root}/GOV", head.label, owner.country, "GOV", head.role) if head.personal else None
        if head.sector in REBELS | ARMED | {"GOV", ""} and head.personal:
            return self._again(owner)
        return None

    def _of_state(self, head: Reading) -> Actor | None:
        """An organ of the state that the report is about; in a long report about several, of the one it named last.

        None where the words name no organ of its own but what every state has.
        """
        if ("foreign" in head.marks and head.sector == "MIL") or (self._anyones(head) and not self._surely(head)):
            return None
        self.clue = Clue("state")
        if self._home is not None and not (head.sector == "GOV" and self._home not in self._free):
            return self._organ(self._home, head)
        for known in self._learned.of_each_actor() if self._long else ():
            if known.actor.is_of_state and known.actor.sector not in CIVIL:
                self.clue = Clue("organ", known.text)
                return self._organ(known.actor.root, head)
        return None

    def _surely(self, head: Reading) -> bool:
        """Whether a long report about one state alone settles even "the troops" and "the president"."""
        return self._long and self._home is not None and not head.marks & {"diplomats", "ours"}

    def _anyones(self, head: Reading) -> bool:
        """Whether the words fit any state's people as well: its troops and envoys, an office that each state has, and
        who holds one, unless the report names the state more than once."""
        if head.headless or head.marks & {"members", "diplomats", "ours"}:
            return True
        if head.name:
            return not self._often
        return head.office and not any(self._of_body(f) for _, f in head.functions)

    def _of_body(self, function: Function) -> bool:
        """Whether a word for an office names the body it belongs to ("police chief", "government spokesman")."""
        if function.part != "office":
            return function.part == "body" and bool(function.sector)
        parts = [
            found for word in function.norm.split() for _, found in self._resolver.registry.functions.at([word], 0)
        ]
        return any(f.part == "body" and f.sector for found in parts for f in found)

    def _organ(self, iso: str, head: Reading) -> Actor:
        name = head.name if head.name and head.office else head.label
        return Actor(f"{iso}/{head.sector}", name, iso, head.sector, head.role)

    def _actor(self, known: Known, head: Reading) -> Actor:
        self.clue = Clue("authority")
        return Actor(known.id, head.label or known.name, known.country, known.sector, head.role)

    def _last(self, fits: Callable[[Actor], bool]) -> Actor | None:
        found = next((known for known in self._learned.of_each_actor() if fits(known.actor)), None)
        if found is None:
            return None
        self.clue = Clue("remembered", found.text)
        return self._again(found.actor)
