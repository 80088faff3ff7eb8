"""The docs are run: every bash and python block, every command and target they name, every link."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
RUN = [page for page in PAGES if re.search(r"^```(bash|python)$", page.read_text(encoding="utf-8"), re.MULTILINE)]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", RUN, ids=_name)
def test_blocks_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of a page run in order, in one folder; Python blocks share their names."""
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for language, code in BLOCK.findall(page.read_text(encoding="utf-8")):
        if language == "bash":
            _run_bash(code, tmp_path)
        elif language == "python":
            exec(compile(code, _name(page), "exec"), names)


def _run_bash(code: str, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "GENCATAN": str(ROOT)}
    command = ["bash", "-euo", "pipefail", "-c", code]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=environment, timeout=120
    )
    assert done.returncode == 0, f"{code}\n{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in link:
            assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=_name)
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


def test_the_lead_is_three_sentences() -> None:
    lead = (ROOT / "README.md").read_text(encoding="utf-8").split("\n\n")[1]
    assert len(re.findall(r"[.:](?=\s|$)", lead.replace(":", ""))) == 3
