"""Every file of a pack refuses a key that nobody reads, by file and key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gencatan.errors import PackError
from gencatan.language.pack import ROOT, read_pack
from gencatan.language.schema import KEYS
from gencatan.reading.language_reader import LanguageReader

FILES = [*sorted(KEYS), "triggers/event.toml"]


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "en"
    shutil.copytree(ROOT / "en", folder, ignore=shutil.ignore_patterns("model"))
    return folder


def _load(folder: Path) -> None:
    reader = LanguageReader(read_pack(folder))
    assert reader.actors


def test_the_shipped_pack_is_fine(english: Path) -> None:
    _load(english)


@pytest.mark.parametrize("name", [name for name in FILES if "*" not in name])
def test_an_unknown_key_is_refused(english: Path, name: str, tmp_path: Path) -> None:
    folder = tmp_path / "en"
    shutil.copytree(english, folder)
    path = folder / name
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"odd_key = []\n{text}", encoding="utf-8")
    with pytest.raises(PackError, match=r"odd_key") as caught:
        _load(folder)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("key", ["irregular.verbs", "clitics.suffix"])
def test_an_unknown_key_inside_inflection_is_refused(english: Path, key: str, tmp_path: Path) -> None:
    folder = tmp_path / "en"
    shutil.copytree(english, folder)
    (folder / "inflection.toml").write_text(f"{key} = {{}}\n", encoding="utf-8")
    with pytest.raises(PackError, match=key):
        read_pack(folder)
