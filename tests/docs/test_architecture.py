"""What docs/architecture.md says of the layers is what import-linter checks."""

from __future__ import annotations

import re
import tomllib

from tests.conftest import ROOT


def test_the_layers_are_those_that_are_checked() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    shown = next(block for block in re.findall(r"```text\n(.*?)```", page, re.DOTALL) if "model | errors" in block)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    assert shown.split("\n")[:-1] == [layer for layer in layers if layer != "__main__"]
