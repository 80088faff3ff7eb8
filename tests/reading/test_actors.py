from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gencatan.errors import PackError
from gencatan.language.pack import ROOT
from gencatan.model import Actor
from gencatan.reading.actors.registry import SECTORS, load_registry
from gencatan.reading.actors.resolver import ActorResolver
from tests.reading.told import fillers, only, told

GOLDEN = Path(__file__).parent.parent / "golden"
FLOOR = 0.95


def resolver(code: str) -> ActorResolver:
    return ActorResolver.load(code, ROOT / code)


def id_of(actor: Actor | None) -> str | None:
    return actor.id if actor is not None else None


ENGLISH = {
    "Azerbaijan": "AZE",
    "Azerbaijani forces": "AZE/MIL",
    "the Azerbaijani army": "AZE/MIL",
    "Armenians": "ARM/CVL",
    "the Iraqi government": "IRQ/GOV",
    "Iraqi police": "IRQ/COP",
    "a court in Baku": "AZE/JUD",
    "the Israeli parliament": "ISR/LEG",
    "the Knesset": "ISR/LEG",
    "Baku": "AZE/GOV",
    "the White House": "USA/GOV",
    "Russian peacekeepers": "RUS/MIL/peacekeepers",
    "some 2,000 U.N. peacekeepers": "UNO/MIL/peacekeepers",
    "the U.N. Security Council": "UNO/security-council",
    "the Security Council": "UNO/security-council",
    "U.N. Secretary-General Ban Ki-moon": "UNO/secretary-general",
    "NATO forces": "NAT/MIL",
    "Tamil Tigers": "ltte",
    "The LTTE": "ltte",
    "the Liberation Tigers of Tamil Eelam (LTTE)": "ltte",
    "Hezbollah fighters": "hezbollah",
    "FARC commander Rodrigo Londono, known as Timochenko": "farc",
    "Ruben Vardanyan": "ruben-vardanyan",
    "Former President Alvaro Uribe": "alvaro-uribe",
    "Catherine Colonna, France's foreign minister": "FRA/GOV",
    "Davit Babayan, an adviser to the Karabakh leadership": "nagorno-karabakh-authorities",
    "the authorities in Stepanakert": "nagorno-karabakh-authorities",
    "the ethnic Armenian authorities of Nagorno-Karabakh": "nagorno-karabakh-authorities",
    "Turkish President Recep Tayyip Erdogan, an ally of the GNA": "TUR/GOV",
    "thousands of U.S. and Iraqi troops": "USA/MIL",
    "the Free Desert Front": "free-desert-front",
    "Colombian rebels": "COL/REB",
    "Nagorno-Karabakh": None,
    "rebels": None,
    "soldiers": None,
    "people": None,
    "U.S. troops in Iraq": "USA/MIL",
    "pro-Russian separatists": "pro-russian-separatists",
    "Iran-backed militias": None,
    "us": None,
    "who": None,
}
INDONESIAN = {
    "Menteri Luar Negeri AS Antony Blinken": "USA/GOV",
    "Departemen Luar Negeri AS": "USA/GOV",
    "pasukan Armenia": "ARM/MIL",
    "warga Armenia": "ARM/CVL",
    "etnis Armenia": "ethnic-armenians",
    "seorang Austria": "AUT/CVL",
    "tiga orang Palestina": "PSE/CVL",
    "dua orang tentara Israel": "ISR/MIL",
    "8.000 Muslim Bosnia": "BIH/CVL",
    "sejumlah pemimpin muslim Somalia": "SOM/REL",
    "seorang wartawan Tamil": None,
    "delegasi Jepang dan AS": None,
    "pasukan koalisi": None,
    "Dewan Keamanan PBB": "UNO/security-council",
    "Sekjen PBB Antonio Guterres": "UNO/secretary-general",
    "pasukan penjaga perdamaian Rusia": "RUS/MIL/peacekeepers",
    "otoritas etnis Armenia di Nagorno-Karabakh": "nagorno-karabakh-authorities",
    "otoritas Armenia Karabakh": "nagorno-karabakh-authorities",
    "pihak berwenang di Baku": "AZE/GOV",
    "Gerakan Aceh Merdeka (GAM)": "gam",
    "Macan Tamil": "ltte",
    "tentara Filipina": "PHL/MIL",
    "TNI": "IDN/MIL",
    "Polri": "IDN/COP",
    "anggota DPR": "IDN/LEG",
    "Mantan presiden Finlandia Martti Ahtisaari": "martti-ahtisaari",
    "Penasihat keamanan perdana menteri Ethiopia, Redwan Hussein": "ETH/GOV",
    "Komite Palang Merah Internasional (ICRC)": "icrc",
    "kelompok pemberontak Front Pembebasan Islam Moro (MILF)": "milf",
    "Front Gurun Merdeka": "front-gurun-merdeka",
    "Moskow": "RUS/GOV",
    "Rusia": "RUS",
    "pemberontak": None,
    "tentara": None,
    "warga sipil": None,
}


@pytest.mark.parametrize(("text", "wanted"), ENGLISH.items())
def test_english(text: str, wanted: str | None) -> None:
    assert id_of(resolver("en").resolve(text)) == wanted


@pytest.mark.parametrize(("text", "wanted"), INDONESIAN.items())
def test_indonesian(text: str, wanted: str | None) -> None:
    assert id_of(resolver("id").resolve(text)) == wanted


def test_office_and_name_are_kept() -> None:
    actor = resolver("id").resolve("Menteri Luar Negeri AS Antony Blinken")
    assert actor == Actor("USA/GOV", "Antony Blinken", "USA", "GOV", "Menteri Luar Negeri")


def test_who_no_longer_holds_an_office_acts_for_himself() -> None:
    en = resolver("en")
    assert id_of(en.resolve("Tony Blair", year=2003)) == "GBR/GOV"
    assert id_of(en.resolve("Tony Blair", year=2015)) == "tony-blair"
    assert id_of(en.resolve("President George Bush", year=1990)) == "USA/GOV"


def test_states_and_nationalities() -> None:
    en, indonesian = resolver("en"), resolver("id")
    states = {text: en.resolve(text) for text in ("the United States", "U.S. troops", "Hamas")}
    assert [(actor.is_state, actor.is_of_state) for actor in states.values() if actor] == [
        (True, True),
        (False, True),
        (False, False),
    ]
    council = en.resolve("the UN Security Council")
    assert council is not None
    assert (council.root, council.is_state, council.is_of_state) == ("UNO", False, False)
    assert en.nationalities["armenian"] == "ARM"
    assert indonesian.nationalities["prancis"] == "FRA"


def test_memory_resolves_short_forms() -> None:
    memory = resolver("en").document()
    memory.learn("Azerbaijani Foreign Minister Jeyhun Bayramov")
    memory.learn("Russia's Defence Ministry")
    memory.learn("the Sons of the Desert Front (SDX)")
    assert id_of(memory.resolve("Bayramov")) == "AZE/GOV"
    assert id_of(memory.resolve("the ministry")) == "RUS/GOV"
    assert id_of(memory.resolve("the Front")) == "sons-of-the-desert-front"
    assert id_of(memory.resolve("the rebels")) == "sons-of-the-desert-front"
    assert memory.resolve("its troops", owner=Actor("ARM", "Armenia", "ARM", "GOV")) == Actor(
        "ARM/MIL", "troops", "ARM", "MIL"
    )
    assert memory.resolve("civilians") is None


def test_memory_knows_what_the_report_is_about() -> None:
    text = "Sri Lanka and the LTTE fought. Norway mediates. Colombo blamed the Tamil Tigers."
    memory = resolver("en").document(text)
    memory.learn("Norway")
    assert id_of(memory.resolve("the government")) == "LKA/GOV"
    local = resolver("id").document("Ledakan di Nagorno-Karabakh.")
    assert id_of(local.resolve("otoritas kesehatan setempat")) == "nagorno-karabakh-authorities"


@pytest.mark.parametrize(
    ("code", "text", "words", "wanted"),
    [
        ("en", "Police in Kenya closed the road, the ministry said.", "the ministry", "KEN/GOV"),
        ("en", "Police in Kenya closed the road as troops arrived.", "troops", None),
        ("en", "A Kenyan soldier died in Chad, the ministry said.", "the ministry", None),
        ("en", "The Kenyan president met President Zelt.", "President Zelt", None),
        ("en", "A police patrol came under fire in Chad.", "police patrol", None),
        ("en", "The US-backed government of Chad fell.", "US-backed government", "TCD/GOV"),
        ("en", "The ambassador spoke of Chad.", "ambassador", None),
        ("en", "Our forces are in Chad.", "our forces", None),
        ("en", "Insurgent forces are in Chad.", "insurgent forces", None),
        ("id", "Pasukan keamanan menutup jalan di Chad.", "Pasukan keamanan", "TCD/MIL"),
        ("id", "Pasukan menutup jalan di Chad.", "Pasukan", None),
        ("id", "Menteri Luar Negeri Chad tiba, kata kementerian itu.", "kementerian itu", None),
    ],
)
def test_memory_guesses_no_state(code: str, text: str, words: str, wanted: str | None) -> None:
    assert id_of(resolver(code).document(text).resolve(words)) == wanted


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "Azerbaijan attacked, and Azerbaijan's army moved on. " * 9, "the deputy commander of the contingent"),
        ("id", "Azerbaijan menyerang, dan tentara Azerbaijan maju. " * 9, "wakil komandan kontingen itu"),
    ],
)
def test_a_contingent_is_sent_from_elsewhere(code: str, text: str, words: str) -> None:
    assert resolver(code).document(text).resolve(words) is None


def test_a_number_of_a_sort_are_nobodys() -> None:
    memory = resolver("en").document("The rebels of the Ledra Front fought in Chad.")
    assert memory.resolve("four police", counted=True) is None
    assert id_of(memory.resolve("a police source", counted=True)) == "TCD/COP"


def test_forces_are_of_who_sends_them() -> None:
    claim = only(told("en", "Rwanda has deployed 900 troops in Chad since the Sudanese attack."), "deployment")
    force = claim.slots["force"]
    assert isinstance(force, tuple)
    assert [id_of(filler.actor) for filler in force] == ["RWA/MIL"]


def test_a_happening_names_nobody() -> None:
    claim = only(told("id", "Kunjungan Sarto ke Chad dimulai Senin."), "meeting")
    guests = claim.slots["participants"]
    assert isinstance(guests, tuple)
    assert {id_of(filler.actor) for filler in guests} <= {"sarto", None}


def golden_mentions() -> Iterator[tuple[dict[str, str], list[tuple[int, str, str]]]]:
    """Each golden report with its fillers in the order of their claims' anchors: place, words, id."""
    for path in sorted(GOLDEN.glob("*.json")):
        golden = json.loads(path.read_text(encoding="utf-8"))
        document, text = golden["document"], golden["document"]["text"]
        found = set()
        for claim in golden["claims"]:
            anchor = text.find(claim["anchor"])
            for words, wanted in claim.get("resolved", {}).get("actors", {}).items():
                places = [i for i in range(len(text)) if text.startswith(words, i)]
                found.add((min(places, key=lambda i: abs(i - anchor), default=anchor), words, wanted))
        yield document, sorted(found)


def test_golden_actors() -> None:
    total, wrong = 0, []
    for document, mentions in golden_mentions():
        year = int(document["published"][:4])
        memory = resolver(document["language"]).document(document["text"], year=year)
        for _, words, wanted in mentions:
            total += 1
            got = id_of(memory.learn(words))
            if got != wanted:
                wrong.append((document["id"], words, wanted, got))
    assert total > 200
    assert 1 - len(wrong) / total >= FLOOR, wrong


def test_same_report_same_actors() -> None:
    document, mentions = next(golden_mentions())
    runs = []
    for _ in range(2):
        memory = resolver(document["language"]).document(document["text"])
        runs.append([memory.learn(words) for _, words, _ in mentions])
    assert runs[0] == runs[1]


@pytest.mark.parametrize("code", ["en", "id"])
def test_every_registered_name_resolves_to_a_valid_actor(code: str) -> None:
    found = resolver(code)
    for known in found.known.values():
        assert known.sector is None or known.sector in SECTORS
        assert known.id
        if known.kind in ("group", "authority", "media", "body"):
            actor = found.resolve(known.name)
            assert actor is not None, known
            assert actor.id == known.id


PIECES = [
    "Armenia",
    "the",
    "U.N.",
    "rebels",
    "Front",
    "pasukan",
    "AS",
    "'s",
    "-nya",
    "(GAM)",
    ",",
    "former",
    "President",
    "Li",
    "di",
]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)))
def test_any_text_is_answered(text: str) -> None:
    for code in ("en", "id"):
        found = resolver(code)
        memory = found.document(text, year=2020)
        actor = found.resolve(text)
        assert actor == found.resolve(text)
        assert actor is None or actor.id.strip()
        memory.learn(text)
        memory.resolve(text, owner=actor)


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        ("words.toml", 'GOV = ["', 'XXX = ["', "sectors.XXX"),
        ("nationalities.toml", "[adjectives]", "[adjectives]\nZZZ = ['Zedian']", "adjectives.ZZZ"),
        ("titles.toml", "modifiers = [", "modifiers = [1, ", "modifiers"),
        ("titles.toml", "\n[offices]", "\n[offices", "titles.toml"),
    ],
)
def test_a_broken_pack_names_file_and_key(tmp_path: Path, name: str, old: str, new: str, key: str) -> None:
    pack = tmp_path / "en"
    shutil.copytree(ROOT / "en", pack, ignore=shutil.ignore_patterns("model"))
    path = pack / "actors" / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PackError) as error:
        load_registry("en", pack)
    assert str(path) in str(error.value)
    assert key in str(error.value)


def test_a_pack_without_compiled_countries_takes_them_from_cldr(tmp_path: Path) -> None:
    pack = tmp_path / "en"
    shutil.copytree(ROOT / "en", pack, ignore=shutil.ignore_patterns("model"))
    (pack / "actors" / "countries.toml").unlink()
    assert id_of(ActorResolver.load("en", pack).resolve("Kenyan troops")) == "KEN/MIL"


def test_a_number_that_is_a_capitals_name_is_a_number_before_a_noun() -> None:
    assert _countries("Lima tentara tewas dalam serangan itu.", "casualty", "victims") == set()
    assert _countries("Quito menandatangani perjanjian damai dengan Lima.", "agreement", "parties") == {"PER", "ECU"}


def _countries(text: str, kind: str, slot: str) -> set[str]:
    held = only(told("id", text), kind).slots[slot]
    assert isinstance(held, tuple)
    return {filler.actor.country for filler in held if filler.actor and filler.actor.country}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Israel bombed Gaza. The health ministry in Gaza said 40 people were killed.", "hamas"),
        ("id", "Israel membom Gaza. Otoritas kesehatan di Gaza mengatakan 40 orang tewas.", "hamas"),
        (
            "en",
            "Russia paid. The authorities in Stepanakert said four people died.",
            "nagorno-karabakh-authorities",
        ),
        (
            "en",
            "Russia paid. The interior ministry in Tiraspol said four people died.",
            "transnistria-authorities",
        ),
        ("en", "Russia shelled Ukraine. The interior ministry in Kyiv said four people were killed.", "UKR/GOV"),
        ("en", "Rwanda denied it. Rwanda sent police. Police in Goma said 20 people were killed.", None),
    ],
)
def test_an_office_in_a_place_is_of_those_who_rule_there(language: str, text: str, wanted: str | None) -> None:
    found = [c for c in told(language, text) if c.kind == "casualty"]
    assert [id_of(claim.attribution[0].actor) for claim in found] == [wanted]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("en|Tehran's agents incite anti-US attacks in Karu.", "anti-US"),
        ("en|Scores were killed in the bloodiest period since the coalition overthrew the Taliban.", "period"),
        ("id|Presiden itu berulang kali menuduh Inggris ingkar janji.", "berulang"),
        ("id|Jalan menuju bandara ditutup sesaat.", "sesaat"),
    ],
)
def test_words_that_are_nobody_act_in_nothing(text: str, nobody: str) -> None:
    language, _, words = text.partition("|")
    for claim in told(language, words):
        for slot in ("actor", "speaker", "perpetrator"):
            assert not any(nobody in words for words in fillers(claim, slot))


def test_an_attack_by_whom_it_names_keeps_its_doer() -> None:
    assert fillers(only(told("en", "Militia attacks killed ten in Karu."), "event"), "actor") == ["Militia"]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "the president of Sudan and", "SDN/GOV"),
        ("en", "the president of Iran and/or the Supreme Leader", "IRN/GOV"),
        ("id", "presiden Sudan dan", "SDN/GOV"),
    ],
)
def test_a_mention_may_end_in_and(code: str, text: str, wanted: str) -> None:
    assert id_of(resolver(code).resolve(text)) == wanted


def test_a_report_of_somebody_and_or_another_is_read() -> None:
    claims = told("en", "Rebels killed the president of Sudan and/or his minister on Monday.")
    assert fillers(only(claims, "event", act="attack"), "actor") == ["Rebels"]


SERVING = [
    ("id", "istri Presiden Joseph Estrada", None),
    ("id", "Presiden Joseph Estrada", "Joseph Estrada"),
    ("id", "ajudan Perdana Menteri Nuri al-Maliki", "ajudan Perdana Menteri Nuri al-Maliki"),
    ("en", "the wife of President Joseph Estrada", None),
    ("en", "President Joseph Estrada", "Joseph Estrada"),
]


@pytest.mark.parametrize(("language", "words", "name"), SERVING)
def test_who_belongs_to_somebody_is_not_that_person(language: str, words: str, name: str | None) -> None:
    verb = "Polisi menangkap {}." if language == "id" else "Police arrested {}."
    claim = only(told(language, verb.format(words)), "event", act="arrest")
    target = claim.slots["target"]
    assert isinstance(target, tuple)
    actor = target[0].actor
    assert (actor.name if actor else None) == name


THE_GROUP = [
    ("en", "Hamas freed two hostages. The group accused Israel of breaking the truce.", "hamas"),
    ("id", "ELN membebaskan dua sandera. Kelompok itu menuduh tentara melanggar gencatan senjata.", "eln"),
    ("id", "Hamas membebaskan dua sandera. Gerakan tersebut menuduh Israel melanggar gencatan senjata.", "hamas"),
    ("en", "Hamas and Islamic Jihad freed two hostages. The group accused Israel of breaking the truce.", None),
    ("en", "Hamas denied it. A group of volunteers freed two hostages. The group accused the army of lying.", None),
    ("en", "Norway freed two hostages. The group accused Israel of breaking the truce.", None),
]


@pytest.mark.parametrize(("language", "text", "wanted"), THE_GROUP)
def test_the_group_is_the_one_group_that_was_named(language: str, text: str, wanted: str | None) -> None:
    speaker = only(told(language, text), "statement", act="accuse").slots["speaker"]
    assert isinstance(speaker, tuple)
    assert [filler.actor.id if filler.actor else None for filler in speaker] == [wanted]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Sedikitnya 15 orang tewas di Bor. SPLM-IO membantah menyerang kota itu.", "SSD"),
        ("Sedikitnya 15 orang tewas di Beirut. SPLM-IO membantah menyerang kota itu.", "LBN"),
    ],
)
def test_a_town_of_a_common_name_lies_where_the_named_group_is(text: str, country: str) -> None:
    place = only(told("id", text), "casualty").place
    assert place is not None
    assert place.country == country
