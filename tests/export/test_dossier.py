"""The dossier's page: everything with its words, in both languages, in one file that asks for nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from gencatan.export.dossier import _bar, _ticks, dossier_page
from gencatan.model import Record
from gencatan.views.dossier import Dossier, dossier
from gencatan.views.tolls import tolls
from tests.export.conftest import DESK, PHONE, Opener
from tests.export.test_browser import violations
from tests.views.made import desk, judged, record

HOSTILE = '<script>alert(1)</script> & "quotes" \''


def made(words: str = "") -> tuple[list[Record], Dossier]:
    """Something of every part; `words` are those of the toll."""
    truce = record(
        "agreement",
        type="ceasefire",
        stage="agreed",
        parties=["Azerbaijan", "Stepanakert"],
        mediator=["Moscow"],
        day="2023-09-20",
        document="truce",
        said="2023-09-20",
    )
    duties = [
        record(
            "obligation",
            action="disarm",
            obligor=["Stepanakert"],
            basis="agreement",
            status="called_for",
            document="truce",
            said="2023-09-20",
            offset=100,
        ),
        record(
            "obligation",
            action="release",
            obligor=["Baku"],
            basis="pledge",
            status="planned",
            day="2024-01-01",
            said="2023-09-24",
            words="will release them by January",
            at="Karabakh",
        ),
    ]
    breach = record(
        "agreement",
        type="ceasefire",
        stage="violated",
        parties=["Baku"],
        says="Stepanakert",
        said="2023-09-22",
        day="2023-09-21",
    )
    tolls = [
        record("casualty", harm="killed", count=(32, 32), day="2023-09-19", at="Karabakh", words=words),
        record(
            "casualty", harm="killed", count=(200, None), day="2023-09-19", at="Karabakh", outlet="Other", words="200"
        ),
        record(
            "casualty", harm="displaced", count=(2000, 2000), at="Karabakh", said="2023-09-25", words="two thousand"
        ),
    ]
    others = [
        record("event", act="shelling", actor=["Baku"], target=["Stepanakert"], day="2023-09-19", at="Stepanakert"),
        record("meeting", format="talks", participants=["Baku", "Yerevan"], day="2023-10-05", status="planned"),
        record("territory", relation="holds", by=["Baku"], territory="Karabakh", at="Karabakh"),
    ]
    records = [truce, breach, *duties, *tolls, *others]
    same = [judged("same_agreement", truce, breach), judged("same_incident", *tolls[:2])]
    return records, dossier(desk(records, [*same, judged("contradicts", *tolls[:2])]))


class Text(HTMLParser):
    """What stands on a page, and what it would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [given["href"]] if tag == "a" and given.get("href") else []
        self.fetched += [given[name] or "" for name in ("src", "srcset", "data") if name in given]


def read(page: str) -> Text:
    found = Text()
    found.feed(page)
    return found


def test_every_claim_that_a_figure_rests_on_is_there_with_its_words() -> None:
    records, answer = made()
    page = dossier_page(answer)
    for one in records:
        assert one.id[:8] in page, one.claim.kind
        assert one.claim.evidence[0].text in page
    found = read(page)
    assert found.fetched == [], "one file"
    assert len(found.ids) == len(set(found.ids))
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids), "no link leads nowhere"


def test_no_words_of_a_report_become_markup() -> None:
    _, answer = made(HOSTILE)
    page = dossier_page(answer)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in page
    assert read(page).tags.count("script") == 2, "the strings and ours"


def test_parties_and_strings_are_there_in_both_languages() -> None:
    _, answer = made()
    page = dossier_page(answer, language="en")
    assert 'data-en="Karabakh Armenians" data-id="Armenia Karabakh">Karabakh Armenians<' in page
    assert "Kewajiban" in page, "for the switch"
    assert '<html lang="id">' in dossier_page(answer, language="id")


def test_no_dash_stands_for_a_day_or_a_holder_that_nobody_names_and_what_failed_is_denied_by_nobody() -> None:
    records = [
        record("agreement", type="ceasefire", stage="collapsed", parties=["Baku", "Stepanakert"]),
        record("meeting", format="talks", participants=["Baku", "Yerevan"], at="Stepanakert"),
        record("territory", relation="captures", territory="Karabakh", at="Karabakh"),
        record("territory", relation="captures", by=["Baku"], territory="Karabakh", at="Karabakh", status="denied"),
        record("territory", relation="captures", by=["Baku"], territory="Martuni", day="2023-09-20"),
    ]
    page = dossier_page(dossier(desk(records, everything=True)))
    lines = [" ".join(re.sub("<[^>]*>", "", line).split()) for line in page.splitlines()]
    assert not [line for line in lines if re.search("^–:|, –:|— –$", line)]
    assert "ceasefire: collapsed" in lines
    assert "captures" in lines, "nobody is named"
    assert any(line.startswith("held talks — Azerbaijan") for line in lines), "on no day"
    assert any(line.startswith("not so captures — Azerbaijan") for line in lines), "it failed, nobody denies it"
    assert any(line.startswith("20 Sep 2023: captures — Azerbaijan") for line in lines)


def test_the_same_dossier_gives_the_same_bytes_and_an_empty_one_a_page() -> None:
    _, answer = made()
    assert dossier_page(answer) == dossier_page(answer)
    assert "Nothing is known of this." in dossier_page(dossier(desk([])))
    assert "All claims" in dossier_page(dossier(desk([], everything=True)))


def test_the_glance_has_what_comes_and_where_duties_stand() -> None:
    page = dossier_page(made()[1])
    glance = re.sub(r"<[^>]+>", "", page.partition('id="glance"')[2].partition("<form")[0])
    assert re.search(r"32–200\+ \(best \d+\)", glance)
    assert "5 Oct 2023: talks" in glance
    assert "1 Jan 2024: release" in glance
    assert "violations alleged: 1" in glance


@pytest.mark.parametrize(("width", "scheme"), [(DESK, "light"), (PHONE, "dark")])
def test_looks(open_page: Opener, width: int, scheme: str) -> None:
    page = open_page(dossier_page(made()[1]), width=width, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "no horizontal scroll"
    assert violations(page) == []


def test_the_page_switches_and_finds(open_page: Opener) -> None:
    page = open_page(dossier_page(made()[1]))
    page.click("#switch")
    assert page.locator("#agreements h3").first.inner_text().casefold().startswith("gencatan senjata, 20 sep 2023")
    assert "Armenia Karabakh" in page.locator("#agreements h3").first.inner_text()
    page.fill("#find", "two thousand")
    assert page.locator(".item:visible").count() >= 1
    assert not page.locator("#agreements").is_visible()
    assert page.locator("#live").inner_text().startswith(f"{page.locator('.item:visible').count()} dari ")
    page.fill("#find", "")
    page.click('#glance a[href^="#a-"]')
    assert page.locator("#agreements").is_visible()


def test_looking_for_words_leaves_no_heading_without_anything_below(open_page: Opener) -> None:
    _, answer = made("shelling killed seven shepherds")
    page = open_page(dossier_page(answer))
    page.fill("#find", "shepherds")
    page.wait_for_function("document.querySelector('#live').textContent !== ''")
    empty = page.evaluate(
        """() => [...document.querySelectorAll("main > section:not(#glance) :is(h2, h3, h4.under)")]
            .filter((h) => h.checkVisibility())
            .filter((h) => !h.closest(".item") && ![...(h.closest(".block, .deal, section")).querySelectorAll(".item")]
                .some((item) => item.checkVisibility()))
            .map((h) => h.textContent)"""
    )
    assert empty == []
    assert page.locator("#tolls .item:visible").count() == 1
    assert not page.locator("#duties").is_visible()


def test_the_day_of_the_books_changes_with_the_language(open_page: Opener) -> None:
    """A message in a message keeps what it says when the page's language changes."""
    _, answer = made()
    page = open_page(dossier_page(answer))
    told = page.locator(".facts [data-t]").last
    first = " ".join(told.inner_text().split())
    assert re.fullmatch(r"as of \d+ [A-Z][a-z]+ 20\d\d, the last report's day", first)
    page.click("#switch")
    assert re.fullmatch(r"per \d+ [A-Z][a-z]+ 20\d\d, hari berita terakhir", " ".join(told.inner_text().split()))


def test_a_toll_has_a_scale_and_a_sum_names_what_it_is_made_of() -> None:
    _, answer = made()
    page = dossier_page(answer)
    assert [tick.number for tick in _ticks(186)] == [0, 5, 20, 50, 100]
    assert [tick.number for tick in _ticks(0)] == [0]
    for total in answer.tolls.totals:
        assert len(total.of) == total.incidents > 0
        for toll in answer.tolls.incidents:
            if toll.incident in total.of and toll.harm == total.harm:
                anchor = f"t-{toll.incident}-{toll.harm}-{toll.whom}-{toll.country}"
                assert page.count(f'href="#{anchor}"') == page.count(f'id="{anchor}"') == 1


def test_days_in_reasons_are_written_as_everywhere_on_the_page() -> None:
    _, answer = made()
    page = dossier_page(answer)
    reasons = re.findall(r'class="why">(.*?)</p>', page)
    assert reasons
    assert not any(re.search(r"\d{4}-\d\d-\d\d", re.sub("<[^>]*>", "", reason)) for reason in reasons)
    assert any("1\u00a0Jan\u00a02024" in reason for reason in reasons)


def test_controls_of_writing_direction_in_evidence_turn_nothing_round() -> None:
    """An override in a report's words would show the source behind them backwards; a stray end opens an isolate."""
    turned = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    page = dossier_page(made(f"killed{turned} seven \u200fshepherds\u2069")[1])
    assert not set(turned) & set(page)
    assert "killed" + "\ufffd" * len(turned) + " seven" in page, "each is seen, and as long as what it stands for"
    assert "\u200fshepherds" in page, "a mark turns nothing round"


def test_no_bar_and_no_mark_sticks_out_of_its_axis() -> None:
    (toll,) = tolls(
        desk([record("casualty", harm="killed", count=(192, 192), at="Karabakh", day="2023-09-19")])
    ).incidents
    bar = _bar(toll, most=toll.high)
    assert bar.x + bar.width <= 100 > bar.best
