"""What has an auxiliary, an object or a subject beside it is a verb: each shape with one beside it that must stay."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from gencatan.parse.repair import mend

from .test_repair import edge, tree

Formed = tuple[str, str, int, str, str]


def formed(*rows: Formed) -> Doc:
    """A mended tree whose words have features."""
    words, pos, heads, deps, morphs = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(Vocab(), words=words, pos=pos, heads=heads, deps=deps, lemmas=words, morphs=morphs)
    mend(doc)
    return doc


def test_an_auxiliary_beside_a_copula_stays() -> None:
    doc = tree(
        ("They", "PRON", 4, "nsubj"),
        ("will", "AUX", 4, "aux"),
        ("be", "AUX", 4, "cop"),
        ("army", "NOUN", 4, "compound"),
        ("officers", "NOUN", 4, "ROOT"),
    )
    assert edge(doc, "army") == ("officers", "compound")


def test_a_participle_set_off_behind_a_noun_describes_it() -> None:
    doc = formed(
        ("Talks", "NOUN", 2, "nsubj:pass", "Number=Plur"),
        (",", "PUNCT", 2, "punct", ""),
        ("hosted", "VERB", 6, "ccomp", "Tense=Past|VerbForm=Part"),
        ("by", "ADP", 4, "case", ""),
        ("Kenya", "PROPN", 2, "obl", ""),
        (",", "PUNCT", 2, "punct", ""),
        ("resumed", "VERB", 6, "ROOT", "Tense=Past|VerbForm=Fin"),
    )
    assert edge(doc, "Talks") == ("resumed", "nsubj")
    assert edge(doc, "hosted") == ("Talks", "acl")
    assert edge(doc, "Kenya")[0] == "hosted"
