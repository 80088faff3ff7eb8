"""README's figures, from the floors that CI holds."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from docs.generate.root import ROOT

FLOORS = ROOT / "benchmarks" / "accuracy" / "floors.toml"
MARKS = re.compile(r"(<!-- accuracy: begin -->\n).*?(<!-- accuracy: end -->)", re.DOTALL)


def readme() -> str:
    """README with the figures of floors.toml."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    rows = ["| reports | language | items F1 | claims F1 | in the right paragraph |", "| --- | --- | --- | --- | --- |"]
    for name, label in (("golden", "golden"), ("develop", "develop"), ("kept_back", "kept back")):
        for language_code, language in (("id", "Indonesian"), ("en", "English")):
            floor = floors.get(f"{name}.{language_code}")
            if floor:
                figures = " | ".join(f"{floor[key]:.2f}" for key in ("items", "claims", "located"))
                rows.append(f"| {label} | {language} | {figures} |")
    both = floors["golden"]
    rows += [
        "",
        f"Of the fillers that name a state or its organs, at least {both['actor_ids']:.2f} have the right id on the "
        f"golden reports; of named places, at least {both['place_ids']:.2f} the right GeoNames id or region.",
    ]
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return MARKS.sub(lambda m: m[1] + "\n".join(rows) + "\n" + m[2], text)
