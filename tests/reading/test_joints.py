"""Who does what in Indonesian sentences whose small words a parser hangs wrongly, and what may fill a slot at all."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from gencatan import Claim, Count
from gencatan.language.pack import load_pack
from gencatan.language.tokenization import make_nlp
from gencatan.reading.tree.joints import Joints
from gencatan.reading.tree.mentions import Mentions
from tests.reading.told import fillers, only, sources, told


def texts(claims: list[Claim], kind: str, slot: str) -> list[str]:
    return [text for claim in claims if claim.kind == kind for text in fillers(claim, slot)]


def count(claim: Claim) -> tuple[int | None, int | None]:
    value = claim.slots["count"]
    assert isinstance(value, Count)
    return value.min, value.max


@pytest.mark.parametrize(
    ("text", "kind", "slot", "words"),
    [
        ("Gerilyawan melepaskan tembakan ke arah kerumunan warga pada Selasa.", "event", "target", "kerumunan warga"),
        (
            "Hubungan itu membeku sejak terbunuhnya mantan Perdana Menteri Harun Rasyid di kota itu.",
            "casualty",
            "victims",
            "mantan Perdana Menteri Harun Rasyid",
        ),
        ("Jet-jet koalisi membom sebuah desa pada Senin.", "event", "actor", "koalisi"),
        ("Polisi menyatakan telah menangkap tiga pria di pelabuhan.", "event", "actor", "Polisi"),
        ("Dua orang luka diseret dari tempat itu.", "casualty", "victims", "Dua orang"),
    ],
)
def test_who_it_is(text: str, kind: str, slot: str, words: str) -> None:
    assert words in texts(told("id", text), kind, slot)


@pytest.mark.parametrize(
    ("text", "slot", "wrong"),
    [
        ("Panglima itu menyerang pasukan lawan dengan membabi buta.", "instrument", "membabi"),
        ("Geng itu ditumpas dalam penyerbuan gabungan pada Senin.", "target", "gabungan"),
        ("Lebih dari 60.000 orang tewas dalam konflik antar suku di pulau itu.", "actor", "antar"),
        ("Polisi menginterogasi dan menahan seorang pria di bandara.", "actor", "menahan"),
    ],
)
def test_what_it_is_not(text: str, slot: str, wrong: str) -> None:
    for claim in told("id", text):
        value = claim.slots.get(slot)
        words = [f.span.text for f in value] if isinstance(value, tuple) else [getattr(value, "text", "")]
        assert all(wrong not in word for word in words), words


def test_a_place_before_them_is_not_who_died() -> None:
    claim = only(told("id", "Di Kirkuk, Irak utara, seorang tewas dalam ledakan bom."), "casualty")
    assert fillers(claim, "victims") == ["seorang"]
    assert count(claim) == (1, 1)


def test_a_verb_behind_the_noun_of_an_act_is_its_preposition() -> None:
    (claim,) = [c for c in told("id", "Orang itu terkait serangan melawan tentara pemerintah.") if c.kind == "event"]
    assert (claim.slots["act"], fillers(claim, "target")) == ("attack", ["tentara pemerintah"])


def test_none_of_those_told_of_came_to_harm() -> None:
    text = "Pejabat itu menambahkan bahwa tidak seorang pun dari para peziarah itu cedera dalam serangan itu."
    claim = only(told("id", text), "casualty")
    assert (claim.status, fillers(claim, "victims")) == ("denied", ["peziarah itu"])


def test_the_dead_hurt_nobody() -> None:
    text = "Bom itu meledak di pasar, mengakibatkan enam orang meninggal dan melukai 18 orang."
    claim = only(told("id", text), "casualty", harm="injured")
    assert "enam orang" not in fillers(claim, "perpetrator")


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Polisi menangkap pria 48 tahun di bandara.", 1),
        ("Ketiganya diculik orang tak dikenal di kota itu.", 3),
        ("Serangan itu terjadi pada malam hari, sehingga jumlah korban tewas pada hari itu mencapai 11.", 11),
    ],
)
def test_how_many(text: str, low: int) -> None:
    claims = [c for c in told("id", text) if c.kind == "casualty"]
    assert [count(c) for c in claims] == [(low, low)]


def test_who_fell_in_a_fight_was_a_side_of_it() -> None:
    claim = only(told("id", "Seorang penyerang tewas dalam baku tembak dengan pasukan keamanan."), "event", act="clash")
    assert sorted(fillers(claim, "actor")) == ["pasukan keamanan", "penyerang"]


def test_sources_are_no_lands() -> None:
    claims = told("id", "Tentara menangkap tiga orang, kata sumber keamanan Israel.")
    assert {tuple(sources(c)) for c in claims} == {("sumber keamanan Israel",)}


@pytest.mark.parametrize(
    "text",
    [
        "Pangeran itu mengatakan, Jumat, pasukan pemberontak menyerang desa itu.",
        "Juru bicara itu mengatakan pada Senin bahwa dua tentara tewas di Irak.",
    ],
)
def test_the_day_of_telling_is_not_of_what_is_told(text: str) -> None:
    claims = told("id", text)
    assert claims
    assert all(claim.date is None for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "Semua serangan terhadap warga akan menjadi sasaran penyelidikan.",
        "Negara itu siap menjadi pasar penerbangan terbesar di dunia.",
        "Pabrik itu berhenti bekerja karena pasokan batu bara terputus, kata pemerintah.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert not [c for c in told("id", text) if c.kind in ("event", "statement")]


def joined(words: list[str], pos: list[str], heads: list[int], deps: list[str]) -> list[tuple[int, str]]:
    """Heads and relations of a tree written out by hand, mended."""
    doc = Doc(make_nlp("id").vocab, words=words, pos=pos, heads=heads, deps=deps, lemmas=words)
    Joints(Mentions(load_pack("id"), frozenset(), lambda _: False)).join(list(doc))
    return [(token.head.i, token.dep_) for token in doc]


def test_somebody_may_open_a_sentence() -> None:
    words, pos = ["Seorang", "tewas", ",", "kata", "polisi"], ["DET", "VERB", "PUNCT", "VERB", "NOUN"]
    found = joined(words, pos, [1, 3, 3, 3, 3], ["det", "xcomp", "punct", "ROOT", "nsubj"])
    assert found[:2] == [(1, "nsubj"), (3, "xcomp")]


def test_where_nobody_is_stays_the_predicate() -> None:
    words, pos = ["Tak", "seorang", "pun", "di", "rumah"], ["PART", "NOUN", "ADV", "ADP", "NOUN"]
    heads, deps = [1, 4, 1, 4, 4], ["advmod", "nsubj", "advmod", "case", "ROOT"]
    assert joined(words, pos, heads, deps) == list(zip(heads, deps, strict=True))
