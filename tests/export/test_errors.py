"""The page of reading errors: one file, safe, and with all that a rule writer needs."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from gencatan import Document, Reader
from gencatan.evaluation.cases import find_cases
from gencatan.evaluation.causes import CAUSES
from gencatan.evaluation.listing import make_listing, title
from gencatan.export.errors import errors_page
from gencatan.export.render import GENERATOR
from gencatan.export.translate import shown
from gencatan.i18n import strings
from gencatan.model import normalise_text
from tests.evaluation.shared import Json

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = (
    "Rebels <script>alert(1)</script> shelled the town of Goma on Monday & fled.\n"
    "\u202eThe army\u202c denied 'having' \"attacked\" Goma 🙂 cafe\u0301s.\n"
    "At least 32 people were killed in the attack, the army said."
)


def entry(text: str = HOSTILE) -> Json:
    document = Document.create(text, id="<b>one</b>", language="en", published="2024-03-14")
    shelling = {"act": "shelling", "actor": [["<script>alert(1)</script>", "police"]], "target": [["the town of Goma"]]}
    claims = [
        {"kind": "event", "status": "asserted", "anchor": "shelled the town", "slots": shelling},
        {"kind": "casualty", "anchor": "32 people were killed", "slots": {"harm": "injured", "count": {"min": 32}}},
        {"kind": "meeting", "anchor": "the army said", "slots": {"participants": [["the army"]]}},
    ]
    return {"document": document.to_dict(), "claims": claims}


def page(reader: Reader, limit: int = 500) -> str:
    given = entry()
    document = Document.create(given["document"]["text"], id="<b>one</b>", language="en", published="2024-03-14")
    figures = {"languages": {}, "claims_of_unknown_documents": 0}
    return errors_page(make_listing(find_cases(given, reader.explain(document)), limit, figures, kept_back=1))


@pytest.fixture(scope="module")
def html(reader: Reader) -> str:
    return page(reader)


def test_text_is_shown_as_text(html: str) -> None:
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<b>one" not in html
    assert html.count("<script>") == 1
    text = unescape(re.sub(r"</?mark[^>]*>", "", html))
    assert HOSTILE.split("\n")[0] in text


def test_it_needs_nothing_from_elsewhere(html: str) -> None:
    assert not re.search(r"(?:src|href)=[\"'](?!#)", html)
    assert "@import" not in html
    assert "default-src 'none'" in unescape(html)


def test_each_error_has_sentence_items_tree_rule_and_entry(html: str) -> None:
    for words in ("shelled", "annotated", "triggers/event.toml", "line ", "Tree, triggers and roles"):
        assert words in html
    assert re.search(r'<mark class="[^"]*gold', html)
    assert re.search(r'<mark class="[^"]*trigger', html)
    assert len(re.findall(r'<svg id="tree-\d+"', html)) == len(set(re.findall(r'<use href="(#tree-\d+)"', html)))
    assert "1 report is kept back" in html
    assert len(re.findall("<article", html)) == len(set(re.findall(r'id="error-(\d+)"', html)))


def test_marks_cut_the_sentence_and_change_no_word(html: str) -> None:
    sentences = re.findall(r'<p class="sentence">(.*?)\n', html)
    assert sentences
    for sentence in sentences:
        words = unescape(re.sub(r"</?mark[^>]*>", "", sentence)).removesuffix("</p>")
        assert words in shown(normalise_text(HOSTILE))


def test_a_bounded_page_says_what_is_left_out(reader: Reader) -> None:
    few = page(reader, limit=0)
    assert "<article" not in few
    assert "are left out" in few


def test_its_policy_is_that_of_all_pages(html: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    assert re.sub("sha256-[^']*", "", unescape(policy)) == (
        "default-src 'none'; style-src ''; script-src ''; base-uri 'none'; form-action 'none'"
    )
    assert GENERATOR not in html, "a folder of pages that is replaced may not take it along"


def test_causes_are_named_as_they_are_listed() -> None:
    for cause, means in CAUSES.items():
        assert (strings("en")[f"cause.{cause}"], strings("en")[f"cause_means.{cause}"]) == (title(cause), means)
        assert f"cause_means.{cause}" in strings("id")


def test_no_errors_no_list() -> None:
    empty = errors_page(make_listing([], 5, {"languages": {}, "claims_of_unknown_documents": 0}, kept_back=0))
    assert "Nothing is missed and nothing is wrong." in empty


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_browser(browser: Browser, html: str, tmp_path: Path, scheme: Literal["light", "dark"]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    (tmp_path / "errors.html").write_text(html, encoding="utf-8")
    said: list[str] = []
    with browser.new_page(viewport={"width": 390, "height": 800}, color_scheme=scheme) as page:
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto((tmp_path / "errors.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        shown = page.locator(".case:visible")
        everything = shown.count()
        page.select_option("select[name=kind]", "meeting")
        assert 0 < shown.count() < everything
        assert page.locator("output").inner_text() == f"{shown.count()} of {everything} shown"
        page.select_option("select[name=kind]", "")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.locator("svg use").first.bounding_box()
        violations = Axe().run(page).response["violations"]
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.click("#theme")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != paper
        page.click("#switch")
        assert page.locator("h1").inner_text() == "Kesalahan baca"
        assert "shelled the town" in page.locator("main").inner_text()
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
    assert said == []
