"""A real Chromium, without a window. Where there is none tests are skipped, but never in CI."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gencatan import Document, Reader
from gencatan.export.page import report_page
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCREENSHOTS = ROOT / "build" / "screenshots"
NAMES = ("chromium", "chromium-browser", "google-chrome")
PHONE, DESK = 390, 1440


def _missing(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}; CI must have it")
    pytest.skip(reason)


@pytest.fixture(scope="module")  # one at a time: Playwright does not run twice in one thread
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        _missing("no Chromium: set CHROMIUM or install one")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


class Faults(list[str]):
    """What a page complained of: errors of the script, refused resources, requests to anywhere."""


Opener = Callable[..., "Page"]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens HTML as a file; at the end of the test no page may have had a fault or asked the network for anything."""
    contexts, faults = [], Faults()

    def opener(html: str, width: int = DESK, scheme: str = "light", **settings: object) -> Page:
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: None if request.url == file.as_uri() else faults.append(request.url))
        page.goto(file.as_uri())
        return page

    yield opener
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture(scope="session")
def report_html(reader: Reader, reports: list[Document]) -> str:
    """The page of a bundled Indonesian report, as `gencatan read --format html` makes it."""
    report = next(r for r in reports if r.id == "id-operasi-karabakh-2023-09-19")
    explanation = reader.explain(report)
    return report_page(report, explanation.claims, explanation)
