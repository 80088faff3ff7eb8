"""Who must do what, and on what it rests."""

from __future__ import annotations

import pytest

from gencatan.model import Span
from tests.reading.told import fillers, only, sources, told

# language, text, action, basis, obligor, status
DUTIES = [
    ("en", "Under the agreement, the rebels will hand over their weapons.", "hand_over_weapons", "agreement", "rebels"),
    ("en", "The agreement requires the army to withdraw from the city.", "withdraw", "agreement", "army"),
    ("en", "The rebels agreed to lay down their arms.", "disarm", "agreement", "rebels"),
    ("en", "The president ordered the troops to withdraw from the city.", "withdraw", "order", "troops"),
    ("en", "The rebels promised to release the prisoners.", "release", "pledge", "rebels"),
    ("en", "The rebels pledged to hand over their weapons.", "hand_over_weapons", "pledge", "rebels"),
    ("id", "Perjanjian itu mewajibkan tentara menarik pasukannya dari kota itu.", "withdraw", "agreement", "tentara"),
    ("id", "Resolusi itu mewajibkan tentara menarik pasukannya dari kota itu.", "withdraw", "resolution", "tentara"),
    (
        "id",
        "Berdasarkan perjanjian itu, pemberontak akan membebaskan para sandera.",
        "release",
        "agreement",
        "pemberontak",
    ),
    ("id", "Pemberontak sepakat menyerahkan senjata.", "hand_over_weapons", "agreement", "Pemberontak"),
    ("id", "Presiden memerintahkan tentara menarik pasukannya dari kota itu.", "withdraw", "order", "tentara"),
    ("id", "Pemberontak berjanji membebaskan para tahanan.", "release", "pledge", "Pemberontak"),
]


def test_who_orders_a_deed_by_its_noun_need_not_do_it() -> None:
    duty = only(told("en", "A judge ordered the release of two suspects."), "obligation", basis="order")
    assert fillers(duty, "obligor") == []


def test_what_forces_are_told_to_do_binds_them_and_what_they_are_told_of_does_not() -> None:
    duty = only(told("en", "The commander told his men to hold their positions."), "obligation", basis="order")
    assert fillers(duty, "obligor") == ["his men"]
    news = told("en", "The commander told his men that gunmen attacked the bank.")
    assert {claim.kind for claim in news}.isdisjoint({"obligation", "statement"})


@pytest.mark.parametrize(("language", "sentence", "action", "basis", "obligor"), DUTIES)
def test_a_duty(language: str, sentence: str, action: str, basis: str, obligor: str) -> None:
    claim = only(told(language, sentence), "obligation")
    assert (claim.slots["action"], claim.slots["basis"]) == (action, basis)
    assert fillers(claim, "obligor") == [obligor]
    assert claim.status == ("planned" if basis == "pledge" else "called_for")


def test_all_sides_of_an_agreement_are_bound() -> None:
    claim = only(told("id", "Pemerintah dan pemberontak sepakat membebaskan tahanan."), "obligation")
    assert fillers(claim, "obligor") == ["Pemerintah", "pemberontak"]


def test_an_order_and_a_pledge_are_from_who_gives_them() -> None:
    order = only(told("en", "The president ordered the troops to withdraw from the city."), "obligation")
    pledge = only(told("en", "The rebels promised to release the prisoners."), "obligation")
    assert (sources(order), sources(pledge)) == (["president"], ["rebels"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The government and the rebels signed a peace agreement on Monday. The rebels must release the hostages.",
        ),
        (
            "id",
            "Pemerintah dan pemberontak menandatangani perjanjian damai pada Senin. "
            "Pemberontak harus membebaskan para sandera.",
        ),
    ],
)
def test_a_modal_after_an_agreement_binds_under_it(language: str, text: str) -> None:
    claim = only(told(language, text), "obligation")
    assert (claim.slots["action"], claim.slots["basis"], claim.status) == ("release", "agreement", "called_for")


def test_a_modal_alone_binds_on_no_basis() -> None:
    (claim,) = told("en", "The rebels must withdraw from the city.")
    assert (claim.kind, claim.slots["action"], claim.slots.get("basis")) == ("obligation", "withdraw", None)


def test_under_a_deal_everything_that_must_be_done_is_a_duty_though_nobody_is_named() -> None:
    text = "Under the protocol, heavy guns must be pulled back from the line and all hostages are to be freed."
    duties = [c for c in told("en", text) if c.kind == "obligation"]
    assert {c.slots["action"] for c in duties} == {"withdraw", "release"}
    assert not any(fillers(c, "obligor") for c in duties)


def test_whom_a_council_asks_is_bound_and_not_the_council() -> None:
    text = "Dewan Keamanan PBB lewat resolusi itu menuntut kedua pihak menghentikan serangan."
    claim = only(told("id", text), "obligation")
    assert claim.slots["basis"] == "resolution"
    assert fillers(claim, "obligor") == ["kedua pihak"]


def test_by_whom_an_inquiry_is_asked_for_is_bound_and_does_not_speak() -> None:
    text = "Resolusi itu mewajibkan penyelidikan oleh pemerintah atas pembunuhan tersebut."
    assert fillers(only(told("id", text), "obligation"), "obligor") == ["pemerintah"]
    assert fillers(only(told("id", text), "statement"), "speaker") == ["Resolusi itu"]


def test_a_verb_that_asks_anew_is_no_duty_of_the_first_side() -> None:
    text = (
        "Kesepakatan tersebut mengharuskan pemerintah menarik pasukannya, dan mewajibkan milisi mengambil alih pos itu."
    )
    bound = [fillers(c, "obligor") for c in told("id", text) if c.kind == "obligation"]
    assert bound == [["pemerintah"], ["milisi"]]


def test_what_a_document_requires_of_its_object_binds_it() -> None:
    text = "Kedua pihak menandatangani perjanjian damai. Dokumen itu mensyaratkan semua milisi dibubarkan."
    bound = [c for c in told("id", text) if c.kind == "obligation"]
    assert [c.slots.get("action") for c in bound] == ["demobilise"]


def test_a_term_counts_and_the_day_of_agreeing_does_not() -> None:
    when = only(told("en", "The rebels agreed on Wednesday to leave the town by Friday."), "obligation").date
    assert when is not None
    assert when.end == "2024-03-15"


# language, text, the actions of the duties under the agreement, and whom each binds
TERMS = [
    (
        "en",
        "The army and the guerrillas signed a truce on Tuesday. Under the deal, the guerrillas are to give their maps "
        "of the minefields over. A mixed commission will monitor the ceasefire. The army will free 60 captives.",
        [("other", ["guerrillas"]), ("monitor", ["mixed commission"]), ("release", ["army"])],
    ),
    (
        "en",
        "The two armies agreed to a truce on Tuesday. A joint commission will be set up.",
        [("other", [])],
    ),
    (
        "id",
        "Tentara dan gerilyawan menandatangani perjanjian damai, Selasa. Berdasarkan perjanjian tersebut, kedua belah "
        "pihak membentuk komisi bersama. Tim pemantau akan dibentuk. Tentara akan membebaskan 60 tawanan.",
        [("other", ["kedua belah pihak"]), ("other", []), ("release", ["Tentara"])],
    ),
    (
        "id",
        "Kedua kubu menyepakati gencatan senjata, Selasa. Menurut naskah kesepakatan, milisi itu harus menyerahkan 90 "
        "pucuk senapan.",
        [("hand_over_weapons", ["milisi itu"])],
    ),
    (
        "id",
        "Kedua kubu menyepakati gencatan senjata, Selasa. Menurut isi kesepakatan itu, milisi akan menutup kantornya "
        "di ibu kota.",
        [("other", ["milisi"])],
    ),
]


@pytest.mark.parametrize(("language", "text", "duties"), TERMS)
def test_what_a_report_tells_behind_an_agreement_is_what_it_asks_for(
    language: str, text: str, duties: list[tuple[str, list[str]]]
) -> None:
    found = [c for c in told(language, text) if c.kind == "obligation"]
    assert [(c.slots["action"], fillers(c, "obligor")) for c in found] == duties
    assert {(c.slots["basis"], c.status) for c in found} == {("agreement", "called_for")}
    assert not any(sources(c) for c in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army and the guerrillas signed a truce on Tuesday. The army will free 60 captives on Friday."),
        ("en", "The two armies agreed to a truce on Tuesday. The general will speak to the nation on Thursday."),
        ("en", "Please sign the agreement. The clerk has instructed me to call with any further questions."),
        ("id", "Berdasarkan perjanjian itu, tentara telah menarik pasukannya dari kota."),
        (
            "id",
            "Kedua kubu menyepakati gencatan senjata. Menurut naskah drama itu, seorang raja membentuk komisi.",
        ),
    ],
)
def test_news_behind_an_agreement_is_no_duty(language: str, text: str) -> None:
    assert not [c for c in told(language, text) if c.kind == "obligation"]


# language, text, whom it binds: the bodies and forces of who gives the order, though another state is told of
ORDERED = [
    (
        "en",
        "Azerbaijan seized the land. The Karabakh leader Samvel Shahramanyan ordered all state institutions dissolved.",
        "nagorno-karabakh-authorities",
    ),
    (
        "en",
        "Azerbaijan seized the region. The Karabakh leader Samvel Shahramanyan signed a decree ordering all state "
        "institutions to dissolve.",
        "nagorno-karabakh-authorities",
    ),
    (
        "id",
        "Azerbaijan merebut wilayah itu. Pemimpin Karabakh Samvel Shahramanyan meneken dekret yang memerintahkan "
        "pembubaran semua lembaga negara republik itu.",
        "nagorno-karabakh-authorities",
    ),
    (
        "en",
        "Azerbaijan seized the land. The Armenian prime minister, Nikol Pashinyan, ordered the army to leave the area.",
        "ARM/MIL",
    ),
    ("en", "The International Court of Justice ordered the army to let aid convoys in.", None),
]


@pytest.mark.parametrize(("language", "text", "bound"), ORDERED)
def test_an_order_binds_who_is_under_its_issuer(language: str, text: str, bound: str | None) -> None:
    slot = only(told(language, text), "obligation", basis="order").slots["obligor"]
    assert isinstance(slot, tuple)
    assert [one.actor.id if one.actor else None for one in slot] == [bound]


def test_who_signs_a_decree_orders_what_it_orders() -> None:
    text = "The Karabakh leader Samvel Shahramanyan signed a decree ordering all state institutions to dissolve."
    assert sources(only(told("en", text), "obligation")) == ["Karabakh leader Samvel Shahramanyan"]


# language, text, how what is forbidden begins and ends
FORBIDDEN = [
    (
        "en",
        "Under the accord the militia must not abduct farmers or shell villages, and the army must free the captives.",
        "villages",
    ),
    (
        "id",
        "Pemerintah dan milisi menandatangani perjanjian damai. Berdasarkan perjanjian itu, milisi tidak boleh "
        "menculik petani atau menanam ranjau.",
        "ranjau",
    ),
]


@pytest.mark.parametrize(("language", "text", "end"), FORBIDDEN)
def test_a_deal_that_forbids_binds_not_to_do_it(language: str, text: str, end: str) -> None:
    duty = only(told(language, text), "obligation", action="other")
    assert fillers(duty, "obligor") == ["militia" if language == "en" else "milisi"]
    assert duty.status == "called_for"
    assert isinstance(duty.slots["object"], Span)
    assert duty.slots["object"].text.endswith(end)


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "Under the accord, the militia will close its offices abroad.", "close its offices abroad"),
        ("id", "Menurut isi perjanjian itu, milisi akan menutup kantornya.", "menutup kantornya"),
        ("en", "Under the accord, the militia is to give its maps back.", "to give its maps back"),
    ],
)
def test_what_must_be_done_stands_without_who_must_do_it(language: str, text: str, deed: str) -> None:
    found = only(told(language, text), "obligation").slots["object"]
    assert isinstance(found, Span)
    assert found.text == deed


BANS = [
    ("id", "Kedua pihak tidak boleh menyandera warga atau memasang ranjau.", "tidak boleh menyandera warga atau"),
    ("id", "Para pihak dilarang menembaki desa dan menahan warga.", "dilarang menembaki desa dan menahan warga"),
    ("en", "Both sides must not abduct villagers or lay mines.", "not abduct villagers or lay mines"),
]


@pytest.mark.parametrize(("language", "text", "what"), BANS)
def test_what_the_outlet_says_must_not_be_done_is_a_duty_and_no_event(language: str, text: str, what: str) -> None:
    (claim,) = told(language, text)
    assert (claim.kind, claim.status) == ("obligation", "called_for")
    value = claim.slots["object"]
    assert isinstance(value, Span)
    assert what in value.text


def test_a_ban_that_somebody_else_only_wants_binds_nobody() -> None:
    found = told("id", "Pasukan asing tidak boleh menyerbu desa itu, kata seorang penduduk.")
    assert not [c for c in found if c.kind in ("obligation", "event")]


def test_what_a_side_is_required_to_do_behind_a_deal_is_a_duty_whatever_the_verb() -> None:
    deal = "Israel and Hezbollah agreed to a ceasefire on Tuesday. "
    duty = only(told("en", deal + "Hezbollah is required to mark its tunnels."), "obligation")
    assert (duty.slots["action"], fillers(duty, "obligor"), duty.slots["basis"]) == (
        "other",
        ["Hezbollah"],
        "agreement",
    )
    duty = only(told("en", deal + "Hezbollah is required to move its fighters north of the river."), "obligation")
    assert duty.slots["action"] == "withdraw"
    for text in ("Israel is not required to leave.", "The company is required to pay taxes."):
        assert all(c.kind != "obligation" for c in told("en", deal + text))


def test_a_modal_word_in_a_noun_binds_nobody() -> None:
    found = told("id", "Gencatan senjata berlaku sejak Januari. Junta mengumumkan wajib militer pada 10 Februari.")
    assert not [c for c in found if c.kind == "obligation"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "en|They signed an accord. It requires the state to restore telecommunications, banking and trade.",
            "restore telecommunications, banking and trade",
        ),
        (
            "en|They signed an accord. It requires the rebels to free captives and nurses and the army to leave.",
            "captives and nurses",
        ),
        (
            "id|Mereka menandatangani perjanjian. Perjanjian itu mewajibkan pemberontak membebaskan tawanan dan warga.",
            "tawanan dan warga",
        ),
    ],
)
def test_all_that_is_listed_is_what_a_duty_is_done_to(text: str, what: str) -> None:
    language, words = text.split("|")
    duty = next(claim for claim in told(language, words) if claim.kind == "obligation")
    object_ = duty.slots["object"]
    assert isinstance(object_, Span)
    assert object_.text == what


def test_what_somebody_warns_of_is_no_pledge() -> None:
    text = "The North warned on Thursday that it would retaliate if the South resumed its broadcasts."
    assert all(claim.kind != "obligation" for claim in told("en", text))


def test_a_condition_is_told_with_all_that_opens_it() -> None:
    text = "The rebels said they would stop attacks on soldiers as long as the army stayed in its bases."
    condition = only(told("en", text), "obligation").slots["condition"]
    assert isinstance(condition, Span)
    assert condition.text == "as long as the army stayed in its bases"


@pytest.mark.parametrize(
    "text",
    [
        "en|The rebels said they would resume the pullout once the coalition reopened the airport.",
        "en|The rebels said they would begin a withdrawal if the army stopped its attacks.",
        "id|Pemberontak mengatakan mereka akan memulai penarikan pasukan jika tentara menghentikan serangan.",
    ],
)
def test_what_a_side_will_start_on_a_condition_is_its_pledge(text: str) -> None:
    language, words = text.split("|")
    pledge = only(told(language, words), "obligation", action="withdraw")
    assert (pledge.status, pledge.slots["basis"]) == ("conditional", "pledge")
    assert fillers(pledge, "obligor") in (["rebels"], ["Pemberontak"])
