"""How a thing is meant: done, denied, planned, called for, under a condition, possible."""

from __future__ import annotations

import pytest

from tests.reading.told import only, told

# language, sentence, kind, status
STATUSES = [
    ("en", "Rebels attacked the town.", "event", "asserted"),
    ("id", "Pemberontak menyerang kota itu.", "event", "asserted"),
    # denied
    ("en", "Rebels did not attack the town.", "event", "denied"),
    ("en", "The army never shelled the village.", "event", "denied"),
    ("en", "Rebels no longer control the town.", "territory", "denied"),
    ("en", "The rebels were unable to capture the city.", "territory", "denied"),
    ("en", "Rebels failed to capture the airport.", "territory", "denied"),
    ("en", "The government ruled out talks with the rebels.", "meeting", "denied"),
    ("en", "The Turkish army has yet to leave the city.", "deployment", "denied"),
    ("en", "The Turkish army refused to withdraw from the city.", "deployment", "denied"),
    ("en", "No civilians were killed in the attack.", "casualty", "denied"),
    ("en", "Nobody was killed in the attack.", "casualty", "denied"),
    ("id", "Pemberontak tidak menyerang kota itu.", "event", "denied"),
    ("id", "Pemberontak bukan menyerang kota itu.", "event", "denied"),
    ("id", "Pemberontak tidak lagi menguasai kota itu.", "territory", "denied"),
    ("id", "Tentara belum menarik pasukannya dari kota itu.", "deployment", "denied"),
    ("id", "Pemberontak gagal merebut bandara.", "territory", "denied"),
    ("id", "Tentara membatalkan serangan itu.", "event", "denied"),
    ("id", "Tentara menolak menarik pasukannya dari kota itu.", "deployment", "denied"),
    ("id", "Tidak ada warga sipil yang tewas dalam serangan itu.", "casualty", "denied"),
    # planned
    ("en", "The rebels will attack the town.", "event", "planned"),
    ("en", "The army plans to withdraw its troops from the city.", "deployment", "planned"),
    ("en", "The two sides are to hold talks in Geneva on Friday.", "meeting", "planned"),
    ("en", "The rebels threatened to attack the airport.", "event", "planned"),
    ("id", "Pemberontak akan menyerang kota itu.", "event", "planned"),
    ("id", "Tentara berencana menarik pasukannya dari kota itu.", "deployment", "planned"),
    ("id", "Kedua pihak akan menggelar perundingan di Jenewa pada Jumat.", "meeting", "planned"),
    # called for
    ("en", "The rebels must withdraw from the city.", "obligation", "called_for"),
    ("id", "Pemberontak harus menarik pasukannya dari kota itu.", "obligation", "called_for"),
    # possible
    ("en", "The army may attack the town.", "event", "possible"),
    ("en", "The army is believed to have shelled the village.", "event", "possible"),
    ("id", "Pemberontak mungkin menyerang kota itu.", "event", "possible"),
    ("id", "Tentara diduga menembaki desa itu.", "event", "possible"),
    # under a condition
    ("en", "If the rebels attack the town, the Turkish army will withdraw.", "deployment", "conditional"),
    ("en", "The rebels will release the hostages if the army withdraws.", "event", "conditional"),
    ("id", "Jika pemberontak menyerang kota itu, tentara akan menarik pasukannya.", "deployment", "conditional"),
    # denied by somebody
    ("en", "The army denied shelling the hospital.", "event", "denied"),
    ("en", "The army denied that it had shelled the hospital.", "event", "denied"),
    ("id", "Tentara membantah menembaki rumah sakit itu.", "event", "denied"),
    ("id", "Tentara membantah telah menembaki rumah sakit itu.", "event", "denied"),
    # scope: who is not sent, no plans, nor
    ("en", "There are no plans to send troops to the region.", "deployment", "denied"),
    ("en", "The army will not attack, nor will it withdraw its troops from the city.", "deployment", "denied"),
    ("id", "Belum ada rencana mengirim pasukan ke wilayah itu.", "deployment", "denied"),
    ("id", "Jet-jet tempur tidak akan dikirim untuk mengebom desa itu.", "event", "denied"),
    # open questions, fears, denials denied
    ("en", "It is unclear whether the army will attack the town.", "event", "possible"),
    ("en", "Residents fear that the army will attack the town.", "event", "possible"),
    ("en", "The government has not ruled out talks with the rebels.", "meeting", "possible"),
    ("id", "Belum jelas apakah tentara akan menyerang kota itu.", "event", "possible"),
    # conditions in other forms
    ("en", "Should the rebels attack the town, the army will withdraw its troops.", "deployment", "conditional"),
    (
        "en",
        "In September, the general promised to lift the blockade, on condition that the revenues be shared fairly.",
        "obligation",
        "conditional",
    ),
    (
        "id",
        "Jika tuntutannya ditolak, kelompok itu mengancam akan menyerang kota itu.",
        "event",
        "conditional",
    ),
    # complements that hang as purposes, nouns and adjectives that govern, what follows "or"
    ("en", "The two sides are scheduled to hold talks in Geneva on Friday.", "meeting", "planned"),
    ("en", "The militia is capable of attacking the airport.", "event", "possible"),
    ("en", "The threat of an attack on the town remains.", "event", "possible"),
    ("en", "The lack of an attack on the port surprised the envoys.", "event", "denied"),
    ("en", "An attack on the town is imminent.", "event", "planned"),
    ("en", "The sides agreed to halt the war a day after troops bombed the port.", "event", "asserted"),
    ("en", "Give us our men back or we will attack the airport, the rebels said.", "event", "conditional"),
    ("en", "It is not clear who attacked the convoy.", "event", "asserted"),
    ("id", "Kedua pihak dijadwalkan menggelar perundingan di Jenewa pada Jumat.", "meeting", "planned"),
    ("id", "Belum diketahui apakah pemberontak menyerang konvoi itu.", "event", "possible"),
    ("id", "Milisi memiliki kemampuan untuk menyerang bandara itu.", "event", "possible"),
    # what is given stays given
    ("en", "The minister said that those behind the attack on Goma would be punished.", "event", "asserted"),
    ("en", "Under the accord signed in May, the troops must withdraw from the valley.", "agreement", "asserted"),
    ("en", "The army has closed the road until further notice.", "event", "asserted"),
    ("en", "The rebels offered to stop attacks provided that the army left the valley.", "obligation", "conditional"),
    ("en", "The army's offensive would only deepen the misery.", "event", "asserted"),
    (
        "en",
        "The convoy would have to stop at a checkpoint guarded by foreign troops.",
        "deployment",
        "asserted",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "kind", "status"), STATUSES)
def test_status(language: str, sentence: str, kind: str, status: str) -> None:
    assert only(told(language, sentence), kind).status == status


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The army not only shelled the village but also burned the market."),
        ("id", "Tentara tidak hanya menembaki desa itu, tetapi juga membakar pasar."),
    ],
)
def test_not_only_denies_nothing(language: str, sentence: str) -> None:
    claims = told(language, sentence)
    assert len(claims) == 2
    assert {claim.status for claim in claims} == {"asserted"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "If the rebels attack the town, the Turkish army will withdraw."),
        ("id", "Jika pemberontak menyerang kota itu, tentara akan menarik pasukannya."),
    ],
)
def test_a_condition_is_no_fact_of_its_own(language: str, sentence: str) -> None:
    assert all(claim.slots.get("act") != "attack" for claim in told(language, sentence))


def test_the_one_who_denies_speaks() -> None:
    claims = told("en", "The army denied shelling the hospital.")
    assert only(claims, "statement", act="deny").status == "asserted"


@pytest.mark.parametrize(
    ("language", "sentence", "act"),
    [
        ("en", "The rebels threatened to attack the airport if the army advanced.", "threaten"),
        ("id", "Jika tuntutannya ditolak, kelompok itu mengancam akan menyerang kota itu.", "threaten"),
        ("id", "Menteri berjanji akan membebaskan para tahanan.", "promise"),
    ],
)
def test_a_threat_is_made_whatever_it_depends_on(language: str, sentence: str, act: str) -> None:
    assert only(told(language, sentence), "statement", act=act).status == "asserted"


@pytest.mark.parametrize(
    ("text", "act", "status"),
    [
        ("The mediators hope the pact will resolve the war between the clans.", "clash", "asserted"),
        ("Teachers hope that thousands will protest against the decree on Friday.", "protest", "possible"),
        ("The army has shelled the camp.", "shelling", "asserted"),
        ("The rebels seek to bomb the port.", "explosion", "planned"),
    ],
)
def test_hopes_and_readiness_are_no_facts_and_what_is_to_end_is_one(text: str, act: str, status: str) -> None:
    assert [c.status for c in told("en", text) if c.slots.get("act") == act] == [status]


def test_what_was_when_something_is_only_feared_is_given() -> None:
    text = "Para pakar khawatir ribuan orang telah tewas sejak pemberontak menyerbu kota itu."
    statuses = {c.kind: c.status for c in told("id", text) if c.kind in ("event", "casualty")}
    assert statuses == {"event": "asserted", "casualty": "possible"}


def test_a_promise_of_others_may_be_still_to_come() -> None:
    text = "Menteri itu mengatakan Amerika Serikat akan menjanjikan bantuan kepada Lebanon."
    assert only(told("id", text), "statement", act="promise").status == "planned"
    assert (
        only(told("en", "We will be ready to help the refugees, the minister said."), "statement").status == "asserted"
    )


@pytest.mark.parametrize(
    ("text", "change", "status"),
    [
        ("Heavy weapons will be handed over as foreign forces pull out of the valley.", "withdrawn", "planned"),
        ("The rebels will lay down their arms when foreign forces leave the province.", "withdrawn", "planned"),
        ("Heavy weapons were handed over as foreign forces pulled out of the valley.", "withdrawn", "asserted"),
    ],
)
def test_a_plain_present_behind_what_will_be_is_still_to_come(text: str, change: str, status: str) -> None:
    assert only(told("en", text), "deployment", change=change).status == status
