"""The page in a real Chromium: seen, heard, used by mouse and keys, printed, attacked, and quick."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gencatan import Count
from gencatan.export.index import index_page, index_row
from gencatan.export.page import report_page
from gencatan.export.translate import shown
from tests.export import samples
from tests.export.conftest import DESK, PHONE, SCREENSHOTS, Opener
from tests.export.test_page import hostile

LOOKS = [(width, scheme) for width in (PHONE, DESK) for scheme in ("light", "dark")]


def sample() -> str:
    report, claims = samples.document(), samples.claims()
    return report_page(report, claims, samples.explanation(report, claims))


def index() -> str:
    rows = [
        index_row(samples.document(title=title), samples.claims()[n:], f"{n}.html")
        for n, title in enumerate(("Alpha", "Bravo", "Charlie"))
    ]
    return index_page(rows)


def violations(page: object) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {n['html'][:120]} {n['failureSummary'][:200]}" for v in found for n in v["nodes"][:3]]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_looks(open_page: Opener, report_html: str, width: int, scheme: str) -> None:
    """No axe violation, no horizontal scroll; the screenshots are for people to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for name, html in (("report", report_html), ("index", index())):
        page = open_page(html, width, scheme, reduced_motion="reduce")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.screenshot(path=SCREENSHOTS / f"{name}-{width}-{scheme}.png", full_page=True)
        if name == "report":
            page.locator("#c2 .why > summary").click()
            page.locator("#c2 .codes > summary").click()
            page.locator("#c2 .go").click()
            page.screenshot(path=SCREENSHOTS / f"claim-{width}-{scheme}.png")
            page.locator("#article a.m").nth(3).click()
            page.screenshot(path=SCREENSHOTS / f"words-{width}-{scheme}.png")
            assert page.evaluate("document.documentElement.scrollWidth") == width
        assert violations(page) == []


def test_a_claim_lights_its_words_and_they_light_it(open_page: Opener) -> None:
    page = open_page(sample())
    page.locator("#c2 .go").hover()
    assert "".join(page.locator("#article .on").all_text_contents()) == "At least 32 people were killed on Tuesday"
    assert page.locator("#article .slot").evaluate_all("es => es.map(e => [e.textContent, e.dataset.label])") == [
        ["At least 32", "count"],
        ["people", "victims"],
        ["Tuesday", "when"],
    ]
    page.locator("#article .m", has_text="denied shelling").hover()
    assert page.locator(".claim.on").get_attribute("id") == "c3"
    page.locator("#c1 .go").focus()
    assert page.locator(".claim.on").get_attribute("id") == "c1"
    page.locator("#article .m", has_text="denied shelling").click()
    assert page.evaluate("document.activeElement.closest('.claim').id") == "c3"


def test_clicking_a_claim_brings_its_words_into_view(open_page: Opener) -> None:
    report, claims, explained = samples.large()
    page = open_page(report_page(report, claims, explained), reduced_motion="reduce")
    last = page.locator(".claim").last
    last.locator(".go").click()
    number = (last.get_attribute("id") or "")[1:]
    assert page.evaluate(
        "n => { const b = document.querySelector(`#article [data-c~='${n}']`).getBoundingClientRect();"
        " return b.top >= 0 && b.bottom <= innerHeight }",
        number,
    )


def test_words_of_several_claims_lead_to_each(open_page: Opener) -> None:
    report, claims = hostile()
    page = open_page(report_page(report, claims))
    words = page.locator("#article [data-c*=' ']").first
    reached = set()
    for _ in range(2):
        words.click()
        reached.add(page.evaluate("document.activeElement.closest('.claim').id"))
    assert len(reached) == 2


def test_words_of_several_claims_take_the_colour_of_the_lit_one(open_page: Opener) -> None:
    report, claims = hostile()
    claims = [replace(claims[0], kind="territory", slots={}), *claims[1:]]
    page = open_page(report_page(report, claims), reduced_motion="reduce")
    shared = page.locator("#article [data-c~='1'][data-c~='2']").first
    colours = []
    for number in (1, 2):
        page.locator(f"#c{number} .go").focus()
        colours.append(shared.evaluate("e => getComputedStyle(e).backgroundColor"))
    assert colours[0] != colours[1]


def test_statuses_are_told_without_colour(open_page: Opener) -> None:
    page = open_page(sample())
    assert page.locator("#c3 .status").text_content() == "not so"
    assert "line-through" in page.locator("#c3 .what").evaluate("e => getComputedStyle(e).textDecorationLine")
    assert page.locator("#c1 .status").count() == 0
    tag = page.locator("#article a").first.evaluate("e => getComputedStyle(e, '::before').content")
    assert tag == '"Ag"'


def test_what_was_clicked_stays_lit_while_the_list_moves_under_the_mouse(open_page: Opener) -> None:
    report, claims, explained = samples.large()
    page = open_page(report_page(report, claims, explained))  # with motion: the page scrolls for a while
    for nth in (60, 3, 110):
        link = page.locator(".claim .go").nth(nth)
        link.scroll_into_view_if_needed()
        number = link.evaluate("e => e.closest('.claim').id")
        box = link.bounding_box()
        assert box
        page.mouse.move(box["x"] + 20, box["y"] + 8)
        page.mouse.down()
        page.mouse.up()
        for _ in range(6):
            page.wait_for_timeout(150)
            assert page.locator(".claim.on").evaluate_all("es => es.map(e => e.id)") == [number]
        page.mouse.move(box["x"] + 22, box["y"] + 9)
        assert page.locator(".claim.on").get_attribute("id") == number, "a hand that rests is never quite still"
        page.mouse.move(5, 5)
        assert page.locator(".claim.on").get_attribute("id") == number, "away from all claims the picked one stays"


def test_words_that_are_not_seen_are_pointed_to(open_page: Opener) -> None:
    report, claims, explained = samples.large()
    page = open_page(report_page(report, claims, explained), reduced_motion="reduce")
    assert page.locator("#cue").is_hidden()
    page.locator("#c2 .go").hover()
    assert page.locator("#article.lit").count() == 1
    assert page.locator("#cue").is_hidden()
    last = page.locator(".claim").last
    last.evaluate("e => { const l = document.querySelector('#claims'); l.scrollTop = e.offsetTop - 300 }")
    page.mouse.move(5, 5)
    last.locator(".go").hover()
    assert page.locator("#cue").inner_text() == "the words are below"
    assert page.locator("#article.lit").count() == 0, "nothing fades for words that are elsewhere"
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator("#cue.up").wait_for(state="visible")


def test_on_a_phone_the_claim_comes_to_the_words(open_page: Opener) -> None:
    report, claims, explained = samples.large()
    page = open_page(report_page(report, claims, explained), PHONE, reduced_motion="reduce")
    mark = page.locator("#article a.m").nth(20)
    mark.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    mark.click()
    assert page.locator("#sheet").is_visible()
    assert abs(page.evaluate("scrollY") - before) < 500
    words = page.locator("#article .on").evaluate_all(
        "es => Math.max(...es.map(e => e.getBoundingClientRect().bottom))"
    )
    assert words < (page.locator("#sheet").bounding_box() or {})["y"]
    assert page.evaluate("document.activeElement.id") == "sheet"
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert page.locator("#sheet").is_hidden()
    assert page.evaluate("document.activeElement.matches('#article a.m')")
    mark.click()
    held = page.locator(".claim.held").get_attribute("id")
    page.locator("#in-list").click()
    assert page.evaluate("document.activeElement.closest('.claim').id") == held
    assert page.locator("#sheet").is_hidden()
    page.locator(f"#{held} .back a").click()
    assert page.evaluate("document.activeElement.closest('#article') !== null")
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert 0 < top < 900


def test_on_a_phone_words_of_several_claims_show_each(open_page: Opener) -> None:
    report, claims = hostile()
    page = open_page(report_page(report, claims), PHONE, reduced_motion="reduce")
    page.locator("#article [data-c*=' ']").first.click()
    first = page.locator(".claim.held").get_attribute("id")
    assert page.locator("#next-claim").inner_text().startswith("1 / 2")
    page.locator("#next-claim").click()
    assert page.locator(".claim.held").get_attribute("id") != first
    assert page.locator("#next-claim").inner_text().startswith("2 / 2")


def test_a_lit_denial_strikes_the_words_it_shares(open_page: Opener) -> None:
    report, claims = hostile()
    claims = [claims[0], replace(claims[1], status="denied"), *claims[2:]]
    page = open_page(report_page(report, claims), reduced_motion="reduce")
    shared = page.locator("#article [data-c~='1'][data-c~='2']").first
    lines = []
    for number in (1, 2):
        page.locator(f"#c{number} .go").focus()
        lines.append(shared.evaluate("e => getComputedStyle(e).textDecorationLine"))
    assert ["line-through" in line for line in lines] == [False, True]


def test_numbers_are_worded_anew_when_the_language_changes(open_page: Opener) -> None:
    report, claims = samples.document(), samples.claims()
    claims[1] = replace(claims[1], slots={"harm": "killed", "count": Count(12_000, None, "At least 32", "at_least")})
    page = open_page(report_page(report, claims))
    page.locator("#switch").click()
    assert page.locator("#c2 .who").inner_text() == "≥ 12.000 tewas"
    assert "0,70" in page.locator("#c1 .meta").inner_text()
    assert page.locator("#c1 .code").first.get_attribute("title") == "Kesepakatan"
    page.locator("#switch").click()
    assert page.locator("#c2 .who").inner_text() == "≥ 12,000 killed"


def test_filters(open_page: Opener) -> None:
    page = open_page(sample())
    shown = page.locator(".claim:visible")
    page.locator(".chip", has_text="Casualties").click()
    assert shown.evaluate_all("es => es.map(e => e.id)") == ["c2"]
    assert (page.locator(".live").text_content() or "").startswith("1 of 3 shown")
    assert page.locator("#article .off").count() > 0
    page.locator("#clear").click()
    assert shown.count() == 3
    page.locator("#by-status").select_option("denied")
    assert shown.evaluate_all("es => es.map(e => e.id)") == ["c3"]
    page.locator("#by-status").select_option("")
    page.locator("#by-source").select_option(label="a spokesman")
    assert shown.evaluate_all("es => es.map(e => e.id)") == ["c1"]
    page.locator("#clear").click()
    page.locator("#find").fill("GORIS northland")
    assert shown.evaluate_all("es => es.map(e => e.id)") == ["c1"]
    page.locator("#find").fill("nobody said this")
    assert page.locator("#none").is_visible()


def test_keys(open_page: Opener) -> None:
    page = open_page(sample())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    seen = []
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.closest('.claim').id"))
        assert page.locator(".claim.on").get_attribute("id") == seen[-1]
    assert seen == ["c1", "c3", "c2", "c3"], "in the order of the list"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#article') !== null")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.claim').id") == "c3"
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0
    page.locator("#find").focus()
    page.keyboard.press("j")
    assert page.locator("#find").input_value() == "j"


def test_everything_is_reached_by_tab(open_page: Opener) -> None:
    page = open_page(sample())
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"skip", "theme", "switch", "chip k-agreement", "find", "by-status", "by-source", "go", "ref"} <= {
        name.split(" s-")[0] for name in reached
    }


def test_language_and_theme_switch(open_page: Opener) -> None:
    page = open_page(sample())
    page.locator("#switch").click()
    assert page.evaluate("document.documentElement.lang") == "id"
    assert page.locator("#h-agreement").inner_text().split() == ["Ks", "Kesepakatan", "1"]
    assert "gencatan senjata disepakati" in (page.locator("#c1 .what").text_content() or "")
    assert page.locator("#find").get_attribute("placeholder") == "Cari klaim"
    assert page.locator("#article a").first.get_attribute("data-tag") == "Ks"
    assert page.locator("#article").get_attribute("lang") == "en"
    assert page.locator("#article").text_content() == samples.TEXT
    page.locator("#switch").click()
    assert page.locator("#c3 .status").text_content() == "not so"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != paper


def test_explain_panel_grows_its_tree(open_page: Opener) -> None:
    page = open_page(sample())
    page.locator("#c2 .why > summary").click()
    panel = page.locator("#c2 .why").inner_text()
    assert "Read because of the verb agreed;" in panel
    for told in ("is its subject", "village · ARM", "not chosen", "Of 100 claims with this confidence"):
        assert told in panel
    assert "event.toml" not in panel, "codes come after what anybody understands"
    page.locator("#c2 .codes > summary").click()
    page.locator("#c2 svg.tree").wait_for(state="visible")
    panel = page.locator("#c2 .why").inner_text()
    for told in ("en/triggers/event.toml:120", "nsubj ^conj", "how many parts are filled +0.66, kind +0.04"):
        assert told in panel
    page.locator("#c3 .why > summary").click()
    page.locator("#c3 .codes > summary").click()
    page.locator("#c3 svg.tree").wait_for(state="visible")


def test_map_and_dates_lead_to_claims(open_page: Opener) -> None:
    page = open_page(sample())
    page.locator(".spot").hover()
    assert page.locator(".claim.on").get_attribute("id") == "c1"
    page.locator("#dates .ref", has_text="killed").click()
    assert page.evaluate("document.activeElement.closest('.claim').id") == "c2"


def test_hostile_text_is_text(open_page: Opener) -> None:
    report, claims = hostile()
    page = open_page(report_page(report, claims, samples.explanation(report, claims)))
    assert page.locator("#article").evaluate("e => e.textContent") == shown(report.text), (
        "controls of direction are shown"
    )
    assert page.evaluate("window.hacked") is None
    assert page.locator("main img, main style, main script").count() == 0
    for number, claim in enumerate(claims, 1):
        parts = page.locator(f"#article [data-c~='{number}']").evaluate_all("es => es.map(e => e.textContent)")
        assert "".join(parts) == shown(claim.evidence[0].text).replace("\n", "")


def test_without_script_everything_is_there(open_page: Opener) -> None:
    page = open_page(sample(), java_script_enabled=False)
    assert page.locator(".claim").count() == 3
    assert page.locator("#filters").is_hidden()
    assert page.locator("#switch").is_hidden()


def test_print(open_page: Opener, report_html: str) -> None:
    """The claims with their words follow the text; filters and buttons stay on the screen."""
    page = open_page(report_html)
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF-")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    (SCREENSHOTS / "report.pdf").write_bytes(paper)
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.locator(".claim:visible").count() == page.locator(".claim").count()
    assert page.locator("#claims").evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    text, claims = (page.locator(s).bounding_box() for s in ("#text", "#claims"))
    assert text
    assert claims
    assert claims["y"] >= text["y"] + text["height"]


def test_a_large_report_is_quick(open_page: Opener) -> None:
    """200 claims in 3,000 words: ready to use in under a second, and a claim lights at once."""
    report, claims, explained = samples.large()
    page = open_page(report_page(report, claims, explained))
    ready = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    times = [page.evaluate(ready)]
    for _ in range(2):
        page.reload()
        times.append(page.evaluate(ready))
    assert min(times) < 1_000
    assert page.locator(".claim").count() == 200
    took = page.evaluate(
        "() => { const t = performance.now(); document.querySelector('#c150 .go').focus();"
        " document.body.offsetHeight; return performance.now() - t }"
    )
    assert took < 200


def test_the_index_filters(open_page: Opener) -> None:
    page = open_page(index())
    shown = page.locator(".report:visible")
    page.locator(".chip", has_text="Agreements").click()
    assert shown.count() == 1
    page.locator("#clear").click()
    page.locator("#find").fill("CHARLIE")
    assert shown.locator("a").all_text_contents() == ["Charlie"]
    assert (page.locator(".live").text_content() or "").startswith("1 of 3 shown")
