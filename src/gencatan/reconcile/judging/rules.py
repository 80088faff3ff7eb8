"""Which rules judge: a digest of the code and tables that two claims are judged by, which every judgement names."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Final

from gencatan.model.ids import canonical_json

JUDGING: Final = ("comparing", "judging")
"""The packages that judge; layers keep the others out of them, which group and weigh on read."""
SORTS: Final = (".py", ".toml")


@cache
def rules_digest() -> str:
    """The same digest is the same word on the same two claims."""
    found = hashlib.sha256()
    for package in JUDGING:
        folder = files("gencatan.reconcile").joinpath(package)
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith(SORTS):
                found.update(canonical_json(f"{package}/{file.name}").encode())
                found.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()[:12]


def maker(rule: str) -> str:
    """Who makes a judgement: the rule, and the digest of all of them."""
    return f"{rule}/{rules_digest()}"
