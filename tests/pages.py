"""Pages of the docs: their code blocks, and how they are run."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATIENCE_S = 180


def name_of(page: Path) -> str:
    """The page as the repository has it."""
    return page.relative_to(ROOT).as_posix()


def run_page(page: Path, folder: Path) -> None:
    """Run the bash and Python blocks of a page in order, in `folder`; Python blocks share their names."""
    names: dict[str, Any] = {}
    with contextlib.chdir(folder):
        for language, code in BLOCK.findall(page.read_text(encoding="utf-8")):
            if language == "bash":
                _run_bash(code, folder)
            elif language == "python":
                exec(compile(code, name_of(page), "exec"), names)


def _run_bash(code: str, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "GENCATAN": str(ROOT)}
    command = ["bash", "-euo", "pipefail", "-c", code]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=environment, timeout=PATIENCE_S
    )
    assert done.returncode == 0, f"{code}\n{done.stdout}\n{done.stderr}"
