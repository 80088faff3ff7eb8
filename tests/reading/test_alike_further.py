"""More of what both languages say alike and is told alike, each with what only looks like it."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, outline, told

ALIKE = [
    # words of one meaning have one value
    (
        "Pemberontak mendirikan pos pemeriksaan di jalan menuju Goma.",
        "The rebels set up checkpoints on the road to Goma.",
        ["event asserted blockade"],
    ),
    (
        "Sekitar 200 pemberontak bersembunyi di perbukitan Kivu.",
        "About 200 rebels are hiding in the hills of Kivu.",
        ["deployment asserted 200-200 present"],
    ),
    (
        "Kanada akan mengirim 500 tentara lagi ke Mali.",
        "Canada will send 500 more troops to Mali.",
        ["deployment planned 500-500 reinforced"],
    ),
    (
        "Kanada akan mengirim lebih dari 500 tentara ke Mali.",
        "Canada will send more than 500 troops to Mali.",
        ["deployment planned 501-None deployed"],
    ),
    (
        "Badan keamanan Chad menyelidiki kegiatan pemberontak di ibu kota.",
        "Chad's security agencies are investigating rebel activities in the capital.",
        ["event asserted investigation"],
    ),
    (
        "Sebuah mobil berisi bahan peledak meledak di dekat pasar Mosul.",
        "A car packed with explosives detonated near the market in Mosul.",
        ["event asserted explosion"],
    ),
    (
        "Empat polisi dalam kondisi kritis setelah serangan.",
        "Four policemen were in critical condition after the attack.",
        ["casualty asserted 4-4 injured"],
    ),
    (
        "Lima tentara dibakar hidup-hidup oleh milisi.",
        "Five soldiers were burnt alive by the militia.",
        ["casualty asserted 5-5 killed", "event asserted attack"],
    ),
    (
        "Pembatasan ketat diberlakukan terhadap wartawan di Darfur.",
        "Severe restrictions were imposed on journalists in Darfur.",
        ["event asserted closure"],
    ),
    (
        "Kaum milisi mungkin meninggalkan kota itu.",
        "The militants may have left the city.",
        ["event possible retreat"],
    ),
    (
        "Prajurit itu mengaku bersalah atas pembunuhan itu.",
        "The soldier pleaded guilty to the murder.",
        ["statement asserted acknowledge"],
    ),
    # how it is meant
    (
        "Utusan itu berharap kedua pihak kembali ke meja perundingan.",
        "The envoy hopes that both sides will return to the talks.",
        ["meeting called_for talks", "statement asserted appeal"],
    ),
    (
        "Chad seharusnya tidak menarik tentaranya dari Mali, kata menteri itu.",
        "Chad should not withdraw its troops from Mali, the minister said.",
        ["statement asserted appeal"],
    ),
    (
        "Semua pihak hendaknya segera meletakkan senjata, kata utusan itu.",
        "All sides should lay down their arms at once, the envoy said.",
        ["statement asserted appeal"],
    ),
    (
        "Ledakan yang mungkin disebabkan oleh bom itu melukai lima polisi.",
        "The blast, which may have been caused by a bomb, wounded five policemen.",
        ["casualty asserted 5-5 injured", "event asserted explosion"],
    ),
    # how many, and who
    (
        "Polisi ketiga tewas dalam serangan itu.",
        "The third policeman was killed in the attack.",
        ["casualty asserted 1-1 killed", "event asserted attack"],
    ),
    (
        "Israel mundur dari wilayah yang didudukinya pada 1967.",
        "Israel withdrew from the territory it occupied in 1967.",
        ["event asserted retreat", "territory asserted controls"],
    ),
    # what tells nothing
    (
        "Menteri itu menolak berkomentar mengenai serangan di Mopti.",
        "The minister refused to comment on the attack in Mopti.",
        ["event asserted attack"],
    ),
    (
        "Militer tidak menyebutkan jumlah korban tewas dalam bentrokan itu.",
        "The army did not give a death toll in the clashes.",
        [],
    ),
]


@pytest.mark.parametrize(("indonesian", "english", "expected"), ALIKE)
def test_both_languages_tell_it_alike(indonesian: str, english: str, expected: list[str]) -> None:
    assert sorted(map(outline, told("id", indonesian))) == expected
    assert sorted(map(outline, told("en", english))) == expected


ONE = [
    # nobody owned up to it, and none of those who did
    ("en", "No one has claimed responsibility for the bombing.", ["statement denied acknowledge"]),
    ("en", "The rebels claimed responsibility for the bombing.", ["statement asserted acknowledge"]),
    # flames are no shots
    ("en", "Villagers lit large fires at night after the attack.", []),
    ("en", "The rebels fire on the town of Gao daily.", ["event asserted attack"]),
    # whoever lived through an attempt on him went nowhere
    ("en", "The minister escaped an assassination attempt.", ["event asserted attack"]),
    ("en", "The rebels escaped to Chad.", ["event asserted movement"]),
    ("en", "The party beat Fatah in the election.", []),
    ("en", "Policemen beat the protesters in the square.", ["event asserted attack"]),
    # a plan does not go on in what has been done
    (
        "en",
        "Chad argues that the law will help the rebels and has called on Mali to drop it.",
        ["statement asserted appeal"],
    ),
    (
        "en",
        "The army will shell the town and bomb the port.",
        ["event planned air_strike", "event planned shelling"],
    ),
    # a state protests with words
    ("id", "Kanada memprotes serangan itu.", ["statement asserted condemn"]),
    ("id", "Ratusan warga memprotes kenaikan harga di depan istana.", ["event asserted protest"]),
    # a toll that nobody gave is none
    ("en", "The army did not give a death toll.", []),
    ("en", "The ministry gave no toll of those killed.", []),
    ("en", "The attack caused no deaths.", ["casualty denied killed", "event asserted attack"]),
    # what is left is there
    ("en", "The rebels refused to leave the talks.", ["meeting asserted talks", "statement asserted reject"]),
    ("en", "The envoy will not hold talks with the rebels.", ["meeting denied talks"]),
    # nobody is not one
    ("id", "Ledakan itu tidak melukai seorang pun.", ["casualty denied injured", "event asserted explosion"]),
    ("id", "Ledakan itu melukai seorang polisi.", ["casualty asserted 1-1 injured", "event asserted explosion"]),
    ("en", "The bank imposed restrictions on credit.", []),
    ("id", "Massa membakar boneka presiden.", []),
    # one hopes for oneself, or that others do it
    ("en", "The rebels hope to return to the talks.", ["meeting possible talks"]),
    ("id", "Pemberontak berharap dapat kembali ke meja perundingan.", ["meeting possible talks"]),
    # what there is and what may be caused
    ("id", "Serangan yang mungkin dilancarkan pada Senin akan melibatkan dua brigade.", ["event planned attack"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), ONE)
def test_what_is_told_and_what_looks_like_it(language: str, text: str, expected: list[str]) -> None:
    assert sorted(map(outline, told(language, text))) == expected


def test_an_ending_of_a_passive_tells_who_did_it() -> None:
    taken = only(told("id", "Tentara menyerang kota yang direbutnya pekan lalu."), "territory", relation="captures")
    assert fillers(taken, "by") == ["Tentara"]
    freed = only(told("id", "Warga menyambut dibebaskannya tiga sandera."), "event", act="release")
    assert fillers(freed, "target") == ["tiga sandera"]


def test_a_modal_is_no_part_of_a_name() -> None:
    asked = only(told("id", "Pasukan Israel hendaknya segera mundur dari Gaza, kata utusan itu."), "statement")
    assert fillers(asked, "addressee") == ["Pasukan Israel"]


def test_whose_streets_they_are_is_nobody_who_marches() -> None:
    for verb in ("took to", "poured into"):
        march = only(told("en", f"Thousands of people {verb} the streets of Gaza to denounce the minister."), "event")
        assert fillers(march, "actor") == ["Thousands of people"]
    march = only(told("en", "Protests of students shook Gaza."), "event", act="protest")
    assert fillers(march, "actor") == ["students"]


def test_whatever_sort_of_report_is_not_confirmed() -> None:
    text = "The ministry {} media reports that two soldiers had been killed and four injured."
    assert not [c for c in told("en", text.format("could not confirm")) if c.kind == "casualty"]
    assert [outline(c) for c in told("en", text.format("confirmed")) if c.kind == "casualty"] == [
        "casualty asserted 2-2 killed",
        "casualty asserted 4-4 injured",
    ]


def test_a_group_is_no_place() -> None:
    found = told("en", "The blast comes amid an increase in Taliban raids.")
    assert {claim.place for claim in found} == {None}
    dead = only(told("en", "Ten people died in Baghdad attacks."), "casualty")
    assert dead.place
    assert dead.place.span.text == "Baghdad"


def test_what_kills_is_grave() -> None:
    """A report of one sentence may name no state; a word of killing tells that it is no everyday matter."""
    found = told("id", "Seorang perwira mengambil gambar dan mengancam akan membunuh tahanan itu.")
    assert only(found, "statement").slots["act"] == "threaten"
    assert not told("id", "Sabun itu membunuh kuman.")
    assert not told("id", "Serial itu membunuh tokoh utamanya pada episode pertama.")
