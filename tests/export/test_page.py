"""The page as HTML: whole, safe, and the report's text to the character."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from gencatan import Claim, Document, Filler, Reader, Span, When
from gencatan.export.index import index_page, index_row
from gencatan.export.page import report_page
from gencatan.export.tree import tree
from gencatan.model import ReaderMark
from gencatan.reading.explaining.explanation import Node, Resolution
from tests.export import samples

HOSTILE = (
    "<script>window.hacked = 1</script> &amp; </p></div></main> <img src=x onerror=hacked()>\n"
    "مرحبا \u202eabc\u202c שלום 👩‍👩‍👧 e\u0301\u0323 ]]> --> <!-- {{ 7*7 }} {% raw %}\n\n"
    "\ttab  two blanks \x01\x0b\x0c control \ufeff\ufffe end </script><style>*{display:none}</style>"
)


def content(page: str) -> str:
    """The text content of the article."""
    (article,) = lxml_html.document_fromstring(page).xpath("//*[@id='article']")
    return str(article.text_content())


def hostile() -> tuple[Document, list[Claim]]:
    bad = '"><script>hacked()</script>'
    report = samples.document(HOSTILE, title=f"A {bad} title", outlet=bad, source_uri="javascript:hacked()")
    text = report.text
    claims = [
        Claim("sample", kind, {"actor": (Filler(Span(a, b, text[a:b])),)}, (Span(a, b + 3, text[a : b + 3]),))
        for kind, a, b in (("event", 0, 30), ("event", 20, 60), ("event", 85, 110), ("event", 90, 130))
    ]
    return report, claims


def test_the_article_is_the_text() -> None:
    report = samples.document()
    assert content(report_page(report, samples.claims())) == report.text


def test_nothing_in_a_report_becomes_markup() -> None:
    report, claims = hostile()
    page = report_page(report, claims, samples.explanation(report, claims))
    assert len(re.findall("<script", page)) == 2
    assert len(re.findall("<style", page)) == 1
    assert "<img" not in page
    assert "javascript:" not in page
    assert "7*7" in page, "a template's marks are text too"


def test_a_rule_or_a_word_of_a_claim_cannot_break_out() -> None:
    report = samples.document()
    claim = Claim(
        "sample", "event", {}, (samples.span(report.text, "Goris"),), reader=ReaderMark("g", "1", "</details><b>x")
    )
    assert "</details><b>x" not in report_page(report, [claim], samples.explanation(report, [claim]))


def test_only_what_is_ours_may_run_and_nothing_may_be_fetched() -> None:
    page = report_page(samples.document(), samples.claims())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src &#39;none&#39;; ")
    for element in ("style", "script"):
        (own,) = re.findall(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
        digest = b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert f"{element}-src &#39;sha256-{digest}&#39;" in policy
    assert not re.findall(r'(?:src|href)="(?!#)', page)
    assert "style=" not in page
    assert not re.findall(r"\son[a-z]+=", page)


@pytest.mark.parametrize("uri", ["https://example.com/a?b=1&c=2", "HTTP://example.com/"])
def test_web_addresses_are_linked(uri: str) -> None:
    page = lxml_html.document_fromstring(report_page(samples.document(source_uri=uri), []))
    assert page.xpath("//a[@rel]/@href") == [uri]


@pytest.mark.parametrize(
    "uri", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/home/me/report.txt"]
)
def test_other_addresses_are_not(uri: str) -> None:
    assert uri not in report_page(samples.document(source_uri=uri), [])


def test_strings_are_embedded_safely_in_both_languages() -> None:
    page = report_page(samples.document(), samples.claims())
    (embedded,) = re.findall(r'<script type="application/json" id="strings">(.*?)</script>', page)
    tables = json.loads(embedded)
    assert tables["en"].keys() == tables["id"].keys()
    used = set(re.findall(r'data-[tlp]="([^"]+)"', page))
    assert used <= tables["en"].keys()
    assert "<" not in embedded


def test_a_page_opens_in_the_report_s_language_or_the_one_asked_for() -> None:
    report = samples.document(language="id")
    assert '<html lang="id">' in report_page(report, [])
    assert '<html lang="en">' in report_page(report, [], language="en")
    assert '<html lang="en">' in report_page(samples.document(language=""), [])


def test_what_is_not_there_has_no_section() -> None:
    page = lxml_html.document_fromstring(report_page(samples.document(), []))
    assert page.xpath("//section/@id") == ["text", "claims"]
    whole = lxml_html.document_fromstring(
        report_page(samples.document(), samples.claims(), samples.explanation(samples.document(), samples.claims()))
    )
    assert set(whole.xpath("//section/@id")) == {"text", "claims", "places", "dates", "sentences"}


def test_every_claim_leads_to_its_words_and_back() -> None:
    page = lxml_html.document_fromstring(report_page(samples.document(), samples.claims()))
    for number, claim in enumerate(sorted(samples.claims(), key=lambda c: c.evidence[0].start), 1):
        (target,) = page.xpath(f"//*[@id='c{number}']//a[@class='go']/@href")
        (words,) = page.xpath(f"//*[@id='{target[1:]}']")
        assert str(number) in words.get("data-c").split()
        assert claim.evidence[0].text.startswith(words.text_content())
        assert f"c{number}" in {word.get("href")[1:] for word in page.xpath("//*[@id='article']//a")}


def test_a_tree_stands_once_for_all_claims_of_its_sentence() -> None:
    report, claims = samples.document(), samples.claims()
    page = report_page(report, claims, samples.explanation(report, claims))
    assert page.count('<svg class="tree"') == 1
    assert page.count('<details class="why"') == 3


def test_a_tree_draws_every_word_and_arc_escaped() -> None:
    nodes = [Node(n, Span(n, n + 1, word), word, "X", "<dep>", 1) for n, word in enumerate(("<b>", "is", "x" * 500))]
    drawn = tree(nodes, {1})
    assert drawn.count("<path") == 2
    assert "<b>" not in drawn
    assert "<dep>" not in drawn
    assert drawn.count('class="t"') == 1
    assert len(drawn) < 1_200


def test_the_same_report_gives_the_same_bytes() -> None:
    report, claims = samples.document(), samples.claims()
    explained = samples.explanation(report, claims)
    assert report_page(report, claims, explained) == report_page(report, claims, explained)


def test_an_ordinary_report_is_small(report_html: str) -> None:
    assert len(report_html.encode()) < 300_000
    assert report_html.count('<details class="why"') == report_html.count('<li class="claim ')


def test_nul_has_no_place_in_html_but_keeps_its_own() -> None:
    report = samples.document("a\0b Goris")
    assert content(report_page(report, [])) == "a\ufffdb Goris"


def test_an_index_lists_reports_by_date_and_escapes_them() -> None:
    old, new = samples.document(published="2020-01-01", title="Old"), samples.document(title="<b>New</b>")
    page = index_page([index_row(old, samples.claims(), "old.html"), index_row(new, [], "new.html")])
    assert "<b>New" not in page
    listed = lxml_html.document_fromstring(page)
    assert listed.xpath("//h3/a/@href") == ["new.html", "old.html"]
    assert listed.xpath("//li[@data-kinds]/@data-kinds") == ["", "agreement event casualty"]


def test_one_denial_strikes_only_what_is_denied_by_all() -> None:
    text = "Hamas denied that it had broken the truce"
    report = samples.document(text)
    statement = Claim("sample", "statement", {"act": "deny"}, (Span(0, 12, text[:12]),))
    breach = Claim("sample", "agreement", {"stage": "violated"}, (Span(0, len(text), text),), status="denied")
    page = lxml_html.document_fromstring(report_page(report, [statement, breach]))
    looks = {e.text_content(): e.get("class") for e in page.xpath("//*[@id='article']//*[@data-c]")}
    assert looks == {
        "Hamas denied": "m k-statement also-agreement",
        " that it had broken the truce": "m k-agreement s-denied",
    }


def test_a_report_with_no_date_at_all_has_a_page() -> None:
    report = samples.document(published=None)
    claims = [
        replace(claim, date=claim.date and When(claim.date.span, None, None, "day")) for claim in samples.claims()
    ]
    page = lxml_html.document_fromstring(report_page(report, claims, samples.explanation(report, claims)))
    assert page.xpath("//section[@id='dates']//q/bdi/text()") == ["Wednesday", "Tuesday"]
    assert not page.xpath("//ol[@class='timeline']")


def test_the_headline_is_no_hash() -> None:
    report = Document.create("Guns fall silent.\nMore.", language="en", source_uri="report.txt", outlet="Gazette")
    page = lxml_html.document_fromstring(report_page(report, []))
    assert page.xpath("//h1/text()") == ["Guns fall silent."]


def test_the_codes_of_kinds_have_a_tooltip() -> None:
    page = lxml_html.document_fromstring(report_page(samples.document(), samples.claims()))
    codes = page.xpath("//*[contains(concat(' ', @class, ' '), ' code ')]")
    assert codes
    assert {code.text_content(): code.get("title") for code in codes} == {
        "Ag": "Agreements",
        "Ev": "Events",
        "Ca": "Casualties",
    }


def test_what_is_unresolved_points_to_nothing() -> None:
    report, claims = samples.document(), samples.claims()
    explained = samples.explanation(report, claims)
    nobody = Resolution("actor", claims[0].evidence[0], "", "nobody")
    notes = {ident: replace(note, resolutions=(nobody,)) for ident, note in explained.notes.items()}
    assert "→" not in report_page(report, claims[:2], replace(explained, notes=notes)).split("<footer>")[0]


def test_controls_of_writing_direction_are_shown_and_turn_nothing_round(reader: Reader) -> None:
    text = "The army\u202e attacked the \u2066village of Marwen\u2069\u2069 on Wednesday, killing 32 people."
    report = Document(
        id="d\u202e", source_uri="x\u202e.txt", text=text, language="en", title="Ti\u202etle", outlet="\u202b"
    )
    explanation = reader.explain(report)
    page = report_page(report, explanation.claims, explanation)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(page)
    assert "\ufffd" in page
