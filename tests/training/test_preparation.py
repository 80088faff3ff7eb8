from __future__ import annotations

import lzma
from pathlib import Path

import pytest
import spacy

from gencatan.language.tokenization import JOINED, make_nlp
from training.conllu import Sentence, Word, read_conllu
from training.docs import tree_doc
from training.evaluate import Node, score
from training.harmonise import harmonise
from training.ner import read_iob

INDONESIAN = """# sent_id = s1
# text = Dia menyetujuinya di Baku-Shusha.
1	Dia	dia	PRON	_	_	2	nsubj	_	_
2-3	menyetujuinya	_	_	_	_	_	_	_	_
2	menyetujui	setuju	VERB	_	Voice=Act|Typo=Yes	0	root	_	_
3	nya	nya	PRON	_	_	2	obj	_	_
4	di	di	ADP	_	_	5	case	_	_
5	Baku	Baku	PROPN	_	_	2	obl	_	SpaceAfter=No
6	-	-	PUNCT	_	_	7	punct	_	SpaceAfter=No
7	Shusha	Shusha	PROPN	_	_	5	flat:name	_	SpaceAfter=No
8	.	.	PUNCT	_	_	2	punct	_	_

"""
ENGLISH = """# newpar
# text = They don't.
1	They	they	PRON	_	_	3	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	_	_	0	root	_	_
3	n't	not	PART	_	_	2	advmod	_	_
4	.	.	PUNCT	_	_	2	punct	_	_

"""


def read(tmp_path: Path, content: str, code: str) -> Sentence:
    path = tmp_path / "x.conllu.xz"
    path.write_bytes(lzma.compress(content.encode()))
    (sentence,) = read_conllu(path, split_spelled=code == "en", joined=JOINED[code])
    return sentence


def test_multiword_tokens_and_hyphens_become_one_word(tmp_path: Path) -> None:
    sentence = read(tmp_path, INDONESIAN, "id")
    assert [w.form for w in sentence.words] == ["Dia", "menyetujuinya", "di", "Baku-Shusha", "."]
    assert [w.head for w in sentence.words] == [1, 1, 3, 1, 1]
    assert sentence.words[1].lemma == "setuju"
    assert sentence.text == "Dia menyetujuinya di Baku-Shusha."
    assert [sentence.text[a:b] for a, b in sentence.spans] == [w.form for w in sentence.words]


def test_contractions_that_spell_their_parts_stay_apart(tmp_path: Path) -> None:
    sentence = read(tmp_path, ENGLISH, "en")
    assert [w.form for w in sentence.words] == ["They", "do", "n't", "."]
    assert sentence.text == "They don't."
    assert sentence.new_paragraph


def test_harmonise_folds_labels_and_features(tmp_path: Path) -> None:
    (sentence,) = harmonise([read(tmp_path, INDONESIAN, "id")])
    assert sentence.words[1].feats == "Voice=Act"
    assert "flat:name" not in {w.deprel for w in sentence.words}


def test_missing_values_stay_missing() -> None:
    words = (Word("a", "", "", "", 1, "det"), Word("b", "b", "NOUN", "Number=Sing", 1, "root"))
    doc = tree_doc(make_nlp("id").vocab, Sentence("x", "", ()).with_words(words))
    assert not doc[0].has_morph()
    assert str(doc[1].morph) == "Number=Sing"
    assert doc[1].dep_ == "ROOT"


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n \n"])
def test_iob_is_laid_out_as_print_does(tmp_path: Path, gap: str) -> None:
    path = tmp_path / "x.iob"
    rows = 'Kata PROPN O\n" PUNCT O\nAli PROPN B-PER\nHasan PROPN I-PER\n" PUNCT O\n, PUNCT O'
    path.write_text(rows + gap + "Jakarta PROPN B-LOC\n", encoding="utf-8", newline="")
    first, second = read_iob(path)
    assert first.text == 'Kata "Ali Hasan",'
    assert [(first.text[a:b], label) for a, b, label in first.entities] == [("Ali Hasan", "PER")]
    assert second.entities == ((0, 7, "LOC"),)


def test_score_counts_words_by_their_characters() -> None:
    gold = [Node((0, 2), (3, 5), "nsubj", "PRON", "he"), Node((3, 5), None, "root", "VERB", "go")]
    wrong = [Node((0, 2), (3, 5), "obj", "PRON", "he"), Node((3, 5), None, "root", "VERB", "go")]
    assert score(gold, gold, {5}, {5}).las == 100
    assert (score(gold, wrong, {5}, {5}).uas, score(gold, wrong, {5}, {5}).las) == (100, 50)
    assert score(gold, gold[:1], {5}, {2}).tokens == pytest.approx(200 / 3)


def test_a_language_without_rules_keeps_spacys_tokenizer() -> None:
    assert make_nlp("ms").tokenizer.rules.keys() == spacy.blank("ms").tokenizer.rules.keys()
