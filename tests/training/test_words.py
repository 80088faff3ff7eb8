"""Classes of words out of a wordnet: the parts of speech that a word is used in, and what each is about."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from training.words import Net, classes, english, forms, spelt

INDEX = {
    "noun": "shell n 2 0 2 1 00000001 00000002\ndoha n 1 0 1 0 00000003\ntalk_show n 1 0 1 0 00000001",
    "verb": "shell v 1 0 1 1 00000004\nfind v 1 0 1 1 00000005\nfound v 1 0 1 1 00000006",
    "adj": "swift a 1 0 1 0 00000007",
    "adv": "swiftly r 1 0 1 0 00000008",
}
DATA = {
    "noun": "00000001 06 n 01 shell 0 000 | of a gun\n00000002 05 n 01 shell 1 000 | of a snail\n"
    "00000003 15 n 01 Doha 0 000 | a town",
    "verb": "00000004 33 v 01 shell 2 000 | fire\n00000005 39 v 01 find 0 000 | see\n"
    "00000006 41 v 01 found 0 000 | set up",
    "adj": "00000007 00 a 01 swift(p) 0 000 | fast",
    "adv": "00000008 02 r 01 swiftly 0 000 | fast",
}
COUNTS = "shell%1:06:00:: 1 6\nshell%2:33:00:: 1 3\nfind%2:39:00:: 1 50\nfound%2:41:00:: 1 2"


@pytest.fixture
def wordnet(tmp_path: Path) -> Path:
    for part in INDEX:
        (tmp_path / f"index.{part}").write_text(INDEX[part] + "\n", encoding="utf-8")
        (tmp_path / f"data.{part}").write_text("  1 licence\n" + DATA[part] + "\n", encoding="utf-8")
        (tmp_path / f"{part}.exc").write_text("found find\n" if part == "verb" else "", encoding="utf-8")
    (tmp_path / "cntlist.rev").write_text(COUNTS + "\n", encoding="utf-8")
    return tmp_path


def test_a_class_has_the_parts_of_speech_by_use_and_what_each_is_mostly_about(wordnet: Path) -> None:
    found = forms(english(wordnet), "en")
    assert classes(found["shell"]) == "n.artifact+v.competition"
    assert classes(found["shells"]) == "n.artifact+v.competition"
    assert classes(found["shelling"]) == "v.competition"
    assert classes(found["swift"]) == classes(found["swifter"]) == "a"
    assert "talk_show" not in found


def test_a_name_is_told_from_a_noun(wordnet: Path) -> None:
    assert classes(forms(english(wordnet), "en")["Doha"]) == "N.location"


def test_an_irregular_form_is_rather_of_the_commoner_verb(wordnet: Path) -> None:
    found = forms(english(wordnet), "en")
    assert classes(found["found"]) == "v.perception"
    assert classes(found["founded"]) == "v.social"


def test_what_is_rare_is_left_out() -> None:
    use = {"n": Counter({"act": 97.0}), "v": Counter({"motion": 3.0})}
    assert classes(use) == "n.act"  # type: ignore[arg-type]


def test_both_spellings_are_known() -> None:
    net = Net()
    net.use["mobilize"] = {"v": Counter({"social": 1})}
    assert "mobilise" in spelt(net.use)
