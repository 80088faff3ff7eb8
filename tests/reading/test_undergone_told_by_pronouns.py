"""What stands before a bare verb that has who does it as a pronoun right before it ("dua orang kami tangkap")."""

from __future__ import annotations

import pytest

from .told import actors, fillers, only, told

WAR = "Pertempuran dengan milisi itu masih berlangsung. "


@pytest.mark.parametrize(
    ("text", "act", "actor", "target"),
    [
        ("Militan menyerbu kota itu. Pintu gerbang mereka bakar.", "attack", "Militan", "Pintu gerbang"),
        ("Militan menyerbu kota itu. Mereka bakar katedral.", "attack", "Militan", "katedral"),
        ("Pemberontak menyerbu desa itu. Tiga warga mereka culik.", "abduction", "Pemberontak", "Tiga warga"),
        (
            '"Semua sandera sudah kami bebaskan," kata Kolonel Arman Sitepu.',
            "release",
            "Kolonel Arman Sitepu",
            "sandera",
        ),
        (
            '"Dua pelaku berhasil kami tangkap," kata Kompol Arman Sitepu.',
            "arrest",
            "Kompol Arman Sitepu",
            "Dua pelaku",
        ),
        (
            '"Penembak jitu mereka kami lumpuhkan," kata Kolonel Arman Sitepu.',
            "attack",
            "Kolonel Arman Sitepu",
            "Penembak jitu mereka",
        ),
        (
            '"Prajurit kami tembak mati tiga milisi," kata Kolonel Arman Sitepu.',
            "attack",
            "Prajurit kami",
            "tiga milisi",
        ),
        (
            '"Warga dua desa telah kami ungsikan," kata Kolonel Arman Sitepu.',
            "evacuation",
            "Kolonel Arman Sitepu",
            "Warga dua desa",
        ),
    ],
)
def test_what_stands_before_it_undergoes_it_and_the_pronoun_does_it(
    text: str, act: str, actor: str, target: str
) -> None:
    claim = only([c for c in told("id", text) if fillers(c, "target") == [target]], "event", act=act)
    assert fillers(claim, "actor") == [actor]


@pytest.mark.parametrize(
    "text",
    [
        '"Toko kami tutup sejak Rabu," kata Rahmat Siregar, pedagang di kota itu.',
        '"Rumah kami rusak karena banjir," kata Rahmat Siregar.',
        "Restoran itu mereka bakar semangatnya dengan bonus.",
        '"Pesan warga kami balas satu per satu," kata Rahmat Siregar.',
    ],
)
def test_a_state_and_everyday_words_tell_of_no_act(text: str) -> None:
    assert not told("id", text)


def test_a_verb_that_is_no_bare_form_of_another_keeps_its_subject() -> None:
    claims = told("id", 'Tentara mengepung kota itu. "Mereka mundur ke bukit," kata Kolonel Arman Sitepu.')
    assert only(claims, "event", act="retreat")


def test_a_number_of_places_counts_no_people_of_theirs() -> None:
    for text in ("Warga tiga kampung diungsikan tentara.", "Penduduk dua desa meninggalkan rumah mereka."):
        claim = only(told("id", WAR + text), "casualty", harm="displaced")
        assert "count" not in claim.slots
    counted = only(told("id", WAR + "Tiga puluh warga kampung itu mengungsi."), "casualty", harm="displaced")
    assert "count" in counted.slots


@pytest.mark.parametrize(
    ("first", "speaker"),
    [
        (
            "Kepala Bidang Humas Polda Papua Kombes Pol Frans Rumkabu membenarkan kejadian itu.",
            "Kepala Bidang Humas Polda Papua Kombes Pol Frans Rumkabu",
        ),
        (
            "Panglima Kodam Iskandar Muda Mayjen TNI Endang Wiryo menegaskan sikapnya.",
            "Panglima Kodam Iskandar Muda Mayjen TNI Endang Wiryo",
        ),
        ("Juru bicara GAM wilayah Peureulak membantah.", "Juru bicara GAM wilayah Peureulak"),
        ("Kapolda Papua Irjen Pol Frans Rumkabu membenarkan kejadian itu.", "Kapolda Papua Irjen Pol Frans Rumkabu"),
    ],
)
def test_he_is_who_holds_the_office_and_not_the_body_named_in_it(first: str, speaker: str) -> None:
    claims = told("id", f"{first} Menurut dia, pemberontak menyerang pos tentara.")
    claim = only(claims, "event", act="attack")
    assert [filler.span.text for filler in claim.attribution] == [speaker]


def test_a_rank_before_a_name_is_no_body_that_speaks_through_it() -> None:
    claim = only(told("id", '"Dua pelaku kami tangkap," kata Kapolres AKBP Doni Sitanggang.'), "event", act="arrest")
    assert fillers(claim, "actor") == ["Kapolres AKBP Doni Sitanggang"]
    for_them = only(
        told("id", '"Dua milisi kami tangkap," kata juru bicara tentara Doni Sitanggang.'), "event", act="arrest"
    )
    assert fillers(for_them, "actor") == ["tentara"] or actors(for_them, "actor")


@pytest.mark.parametrize(
    ("text", "actor", "targets"),
    [
        (
            "Milisi menyerang Kadugli. Gudang PBB mereka jarah dan dua staf PBB mereka culik.",
            "Milisi",
            ["Gudang PBB", "dua staf PBB"],
        ),
        (
            "Tentara menyerbu kampung itu. Rumah warga mereka bakar, toko penduduk mereka jarah.",
            "Tentara",
            ["Rumah warga", "toko penduduk"],
        ),
        ("Polisi menangkap lima perusuh. Mobil polisi mereka bakar.", "lima perusuh", ["Mobil polisi"]),
        ("Pemberontak datang pada malam hari. Guru mereka bunuh, sekolah mereka bakar.", "Pemberontak", ["sekolah"]),
    ],
)
def test_they_are_not_whose_it_is_that_they_do_it_to(text: str, actor: str, targets: list[str]) -> None:
    claims = told("id", WAR + text)
    for target in targets:
        for claim in (c for c in claims if c.kind == "event" and fillers(c, "target") == [target]):
            assert fillers(claim, "actor") == [actor]
        assert any(fillers(c, "target") == [target] for c in claims)


def test_they_may_be_told_of_with_whose_it_is_behind_the_verb() -> None:
    claims = told("id", WAR + "Milisi menyerang Kadugli. Mereka menjarah gudang milisi lain.")
    claim = only([c for c in claims if "gudang" in "".join(fillers(c, "target"))], "event", act="attack")
    assert fillers(claim, "actor") == ["Milisi"]
