"""What holds for any text: offsets, ids, no surprise; and that nothing but the document decides what is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gencatan import Claim, Document, Reader
from gencatan.language.pack import available, load_pack
from tests.conftest import REPORTS, entries, examples
from tests.contract import check_claim

TEXTS = [entry["document"]["text"] for entry in entries()]
WORDS = sorted({word for text in TEXTS for word in text.split()})
SENTENCES = sorted({part + "." for text in TEXTS for line in text.split("\n") for part in line.split(". ") if part})

PACKS = [load_pack(code) for code in available()]
LEXICON = sorted(
    {word for pack in PACKS for trigger in pack.triggers for word in trigger.words}
    | {word for pack in PACKS for words in pack.classes.values() for word in words}
)

anything = st.text(max_size=300)
newslike = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
spelled = st.sampled_from([str.lower, str.title, str.upper])
lexical = st.lists(
    st.one_of(
        st.builds(lambda word, spell: spell(word), st.sampled_from(LEXICON), spelled),
        st.sampled_from([*WORDS, ",", ".", "“", "”", "(", ")", "and", "dan", "of", "the", "oleh", "by", "32", "20/9"]),
    ),
    max_size=40,
).map(" ".join)
collage = st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=20)), max_size=8).flatmap(
    lambda parts: st.sampled_from([" ", "\n", "", "\n\n", " — ", "“"]).map(lambda glue: glue.join(parts))
)
documents = st.builds(
    Document.create,
    st.one_of(anything, newslike, lexical, collage),
    language=st.sampled_from(["en", "id"]),
    published=st.one_of(st.none(), st.dates(min_value=date(1, 1, 1))),
)


@settings(max_examples=examples(200))
@given(document=documents)
def test_any_text_is_read_within_the_contract(reader: Reader, document: Document) -> None:
    claims = reader.read(document)
    for claim in claims:
        check_claim(claim, document)
    assert len({claim.id for claim in claims}) == len(claims)
    json.dumps([claim.to_dict() for claim in claims]).encode("ascii")


@settings(max_examples=examples(40))
@given(document=documents)
def test_reading_twice_gives_the_same_bytes(reader: Reader, document: Document) -> None:
    assert _bytes(reader.read(document)) == _bytes(reader.read(document))


# Words of no name, place or date; no paragraph of them says anything about a conflict.
PLAIN = {
    "en": "the a small green old quiet garden table window river bread colour music soft often rather slowly "
    "grow taste smell shine and but very warm with under people like it",
    "id": "yang sebuah kecil hijau tua meja jendela sungai roti warna musik lembut sering agak perlahan "
    "tumbuh terasa harum cerah dan tetapi sangat hangat di bawah orang suka itu",
}


@pytest.mark.parametrize("language", ["en", "id"])
@settings(max_examples=examples(25))
@given(data=st.data())
def test_a_plain_paragraph_at_the_end_changes_no_claim(reader: Reader, language: str, data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from([e for e in entries() if e["document"]["language"] == language]))
    words = data.draw(st.lists(st.sampled_from(PLAIN[language].split()), min_size=1, max_size=25))
    text = entry["document"]["text"]
    longer = text + "\n" + " ".join(words).capitalize() + "."
    one, other = (
        Document.create(t, id="same", language=language, published=entry["document"]["published"])
        for t in (text, longer)
    )
    assert _bytes(reader.read(one)) == _bytes(reader.read(other))


@pytest.mark.parametrize(("workers", "batch_size"), [(1, 1), (1, 100), (2, 1), (2, 5)])
def test_workers_and_batch_size_change_no_byte(
    reader: Reader, reports: list[Document], workers: int, batch_size: int
) -> None:
    alone = [_bytes(reader.read(report)) for report in reports]
    many = [_bytes(claims) for claims in reader.read_many(reports, workers=workers, batch_size=batch_size)]
    assert many == alone


def test_hash_seed_changes_no_byte() -> None:
    outputs = {_run_with_seed(seed) for seed in ("0", "1", "77")}
    assert len(outputs) == 1
    assert outputs.pop()


def _run_with_seed(seed: str) -> bytes:
    command = [sys.executable, "-m", "gencatan", "read", str(REPORTS), "--format", "json"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout


def _bytes(claims: list[Claim]) -> bytes:
    return json.dumps([claim.to_dict() for claim in claims]).encode()
