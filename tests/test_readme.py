"""The docs are run: every bash and python block, every command and target they name, every link."""

from __future__ import annotations

import ast
import builtins
import re
import subprocess
import sys
from pathlib import Path

import pytest

import gencatan
from tests.conftest import ROOT
from tests.pages import BLOCK, name_of, run_page

PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
OWN = {"add-a-language.md"}  # tests/toy follows it, and looks at what came of it
RUN = [
    page
    for page in PAGES
    if page.name not in OWN and re.search(r"^```(bash|python)$", page.read_text(encoding="utf-8"), re.MULTILINE)
]
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", RUN, ids=name_of)
def test_blocks_run(page: Path, tmp_path: Path) -> None:
    run_page(page, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_make_targets_exist(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)\b", "\n".join(_code(page))):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def _code(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return [block for _, block in BLOCK.findall(text)] + re.findall(r"`([^`\n]+)`", text)


def test_what_the_docs_show_is_what_the_program_prints() -> None:
    command = [sys.executable, "-m", "docs.build", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_word_that_the_tutorial_adds_is_not_read_without_it() -> None:
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    (sentence,) = re.findall(r"^cat > border.txt <<'END'\n(.*)\nEND$", page, re.MULTILINE)
    (verb,) = re.findall(r'^verbs = \["(\w+)"\]$', page, re.MULTILINE)
    assert verb in sentence
    assert gencatan.read(sentence, published="2024-03-14", language="en") == []


@pytest.mark.parametrize("page", [page for page in RUN if page.name != "architecture.md"], ids=name_of)
def test_python_blocks_stand_alone_or_say_so(page: Path) -> None:
    """A name that a block does not make itself is made by one that its introduction points to."""
    text = page.read_text(encoding="utf-8")
    for found in re.finditer(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        tree = ast.parse(found[1])
        made = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        made |= {(one.asname or one.name).split(".")[0] for node in ast.walk(tree)
                 if isinstance(node, ast.Import | ast.ImportFrom) for one in node.names}  # fmt: skip
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        missing = used - made - set(dir(builtins))
        assert not missing or "block above" in text[: found.start()].split("\n\n")[-2], missing


def test_the_lead_is_three_sentences() -> None:
    lead = (ROOT / "README.md").read_text(encoding="utf-8").split("\n\n")[1]
    assert len(re.findall(r"[.:](?=\s|$)", lead.replace(":", ""))) == 3
