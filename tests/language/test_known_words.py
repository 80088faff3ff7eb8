"""What a wordnet knows of a word stands beside its letters in what the pipelines learn from."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX
from spacy.strings import hash_string

from gencatan.language import known_words
from gencatan.language.known_words import KnownWords, known_words_embed
from gencatan.language.pack import ROOT
from gencatan.language.tokenization import make_nlp

WORDS = KnownWords(
    {"n.person": "gunman gunmen", "v.contact+n.artifact": "shell", "n.food": "geneva", "N.location": "Geneva Doha"}
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("gunmen", "n.person"),
        ("GUNMEN", "n.person"),
        ("Shell", "v.contact+n.artifact"),
        ("Geneva", "N.location"),
        ("geneva", "n.food"),
        ("DOHA", "N.location"),
        ("Zorg", "?Z"),
        ("zorg", "?z"),
    ],
)
def test_a_word_is_of_its_class_or_told_by_its_first_character(written: str, name: str) -> None:
    assert WORDS(written) == hash_string(name)


def test_the_class_stands_where_spacy_has_the_prefix() -> None:
    doc = make_nlp("en")("Gunmen shell Zorg.")
    embed: Any = known_words_embed(width=8, rows=[10, 10, 10, 10], words=WORDS)
    (found,), _ = embed.layers[0]([doc], is_train=False)
    plain = doc.to_array([NORM, PREFIX, SUFFIX, SHAPE]).astype("uint64")
    assert np.array_equal(found[:, [0, 2, 3]], plain[:, [0, 2, 3]])
    assert found[:, 1].tolist() == [hash_string(n) for n in ("n.person", "v.contact+n.artifact", "?Z", "?.")]
    embed.initialize()
    assert embed.predict([doc])[0].shape == (len(doc), 8)


def test_spellings_are_kept_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_words, "MOST", 3)
    words = KnownWords({"n.person": "gunmen"})
    nlp = make_nlp("en")
    for text in ("one two three four", "gunmen five", "gunmen six"):
        doc = nlp(text)
        assert words.column(doc, [t.orth for t in doc]) == [words(t.text) for t in doc]
    assert len(words._spelt) <= 4


def test_the_shipped_words() -> None:
    words = KnownWords.of(ROOT / "en")
    assert words is KnownWords.of(ROOT / "en")
    assert words("Geneva") != words("geneva")
    assert words("insurgents") == words("Insurgents") != hash_string("?i")
    assert words("kidnapped") != hash_string("?k")
