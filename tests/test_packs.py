"""Every entry of every pack fires where its example says, and stays silent where it says so.

Also: a language is data. A pack in a folder of its own is read with, no Python added.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.strings import hash_string

from gencatan import Document, Reader
from gencatan.errors import PackError
from gencatan.language.known_words import CLASS
from gencatan.language.pack import ROOT, Pack, available, load_pack, read_pack
from gencatan.language.triggers import Trigger
from gencatan.model import Claim
from gencatan.reading.language_reader import LanguageReader
from gencatan.reading.selection import Selection


def cases(pack: Pack) -> Iterator[tuple[Trigger, str, list[str]]]:
    """Each trigger, each of its words, and the sentences of which one must fire."""
    for trigger in pack.triggers:
        for word in trigger.words:
            inserted = " ".join(part for part in word.split() if part != "*")
            filled = [example.replace("{}", inserted) for example in trigger.examples]
            own = [text for text, example in zip(filled, trigger.examples, strict=True) if "{}" in example]
            yield trigger, word, own or [text for text in filled if _mentions(pack, trigger, word, text)] or filled


def _mentions(pack: Pack, trigger: Trigger, word: str, text: str) -> bool:
    first = word.split()[0]
    forms = {form for form, _ in pack.inflection.forms(first, trigger.part)} | {first}
    return any(form in text.lower() for form in forms)


def _fires(trigger: Trigger, claims: list[Claim]) -> bool:
    return any(
        claim.kind == trigger.kind and all(claim.slots.get(k) == v for k, v in trigger.values.items())
        for claim in claims
    )


def _read(reader: Reader, pack: Pack, text: str) -> list[Claim]:
    """The claims of an example as in a report on a conflict: one sentence alone may name no power."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Selection, "is_grave", lambda *_: True)
        return reader.read(Document.create(text, language=pack.code, published="2024-03-14"))


def _sum_up(failures: list[str], tried: int) -> None:
    if failures:
        pytest.fail("\n".join([f"{len(failures)} of {tried} fail:", *failures]), pytrace=False)


@pytest.mark.parametrize("code", available())
def test_every_example_fires(reader: Reader, code: str) -> None:
    pack = load_pack(code)
    failures, tried = [], 0
    for trigger, word, texts in cases(pack):
        tried += 1
        if not texts:
            failures.append(f"{trigger.name} {word!r}: no example")
        elif not any(_fires(trigger, _read(reader, pack, text)) for text in texts):
            failures.append(f"{trigger.name} {word!r}: {trigger.kind} {dict(trigger.values)}: {texts[0]}")
    _sum_up(failures, tried)


@pytest.mark.parametrize("code", available())
def test_every_entry_stays_silent_where_it_must(reader: Reader, code: str) -> None:
    pack = load_pack(code)
    failures, tried = [], 0
    for trigger in pack.triggers:
        for sentence in trigger.silent:
            for word in trigger.words if "{}" in sentence else trigger.words[:1]:
                tried += 1
                text = sentence.replace("{}", word)
                rule = f"{trigger.kind}:{trigger.name}"
                if any(claim.reader.rule == rule for claim in _read(reader, pack, text)):
                    failures.append(f"{trigger.name}: {text}")
    _sum_up(failures, tried)


@pytest.mark.parametrize("code", available())
def test_every_pack_names_its_sources(code: str) -> None:
    assert (ROOT / code / "SOURCES.md").read_text(encoding="utf-8").strip()


TOY = {
    "pack.toml": 'code = "xx"\nname = "Zorchish"\n',
    "classes.toml": 'village = ["village"]\n',
    "frames.toml": (
        '[default]\nevent.verb = "strike"\ncasualty.verb = "kill"\n'
        '[strike]\nsubj = "actor"\nobj = "target"\n[kill]\nsubj = "perpetrator"\nobj = "victims"\n'
    ),
    "inflection.toml": (
        "[[verb]]\npattern = '(.*)'\nforms = [['\\1', ''], ['\\1s', 'act'], ['\\1ed', ''], ['\\1ing', 'act']]\n"
    ),
    "triggers/event.toml": (
        '[[trigger]]\nverbs = ["zorch"]\nkind = "event"\nact = "attack"\nplover = "ASSAULT"\n'
        'example = "The rebels {} the village."\n'
    ),
}
BORROWED = ("sentences.toml", "dates.toml", "numbers.toml", "grammar.toml", "actors", "model")


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    """A pack of a language nobody speaks: its own triggers, English pipeline, dates and numbers."""
    for name, text in TOY.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in BORROWED:
        if (ROOT / "en" / name).exists():
            (tmp_path / name).symlink_to(ROOT / "en" / name)
    return tmp_path


def test_a_third_pack_is_read_with_from_its_folder(toy: Path) -> None:
    reader = Reader(packs=[toy])
    assert reader.languages == ("en", "id", "xx")
    document = Document.create("The rebels zorched the village on Tuesday.", language="xx", published="2023-09-20")
    (claim,) = reader.read(document)
    assert (claim.kind, claim.slots["act"], claim.status) == ("event", "attack", "asserted")
    assert claim.date
    assert claim.date.start == "2023-09-19"
    actors = claim.slots["actor"]
    assert isinstance(actors, tuple)
    assert actors[0].span.text in ("rebels", "The rebels")
    (claims,) = reader.read_many([document], workers=2)
    assert claims == [claim]
    english = Document.create("The rebels zorched the village on Tuesday.", language="en")
    assert reader.read(english) == []


@pytest.mark.parametrize(
    "name",
    [
        "words.toml",
        "numbers.toml",
        "dates.toml",
        "ignored.toml",
        "actors/names.toml",
        "triggers/event.toml",
        "model/meta.json",
    ],
)
def test_the_digest_is_of_all_that_a_pack_reads_with(toy: Path, name: str) -> None:
    before = read_pack(toy).digest
    assert read_pack(toy).digest == before
    _change(toy / name)
    assert read_pack(toy).digest != before


def test_words_for_comparing_are_not_read_with(toy: Path) -> None:
    before = read_pack(toy).digest
    (toy / "comparing.toml").write_text('percent = ["zorchth"]\n', encoding="utf-8")
    assert read_pack(toy).digest == before


def _change(path: Path) -> None:
    """Put a blank line behind a file, which is ours and no link to a shipped one."""
    for own in (path.parent, path):
        if own.is_symlink():
            shipped = own.resolve()
            own.unlink()
            if shipped.is_dir():
                own.mkdir()
                for inner in shipped.iterdir():
                    (own / inner.name).symlink_to(inner)
            else:
                own.write_bytes(shipped.read_bytes())
    with path.open("a", encoding="utf-8") as file:
        file.write("\n")


def test_a_pipeline_that_does_not_say_what_it_is_makes_no_digest(toy: Path) -> None:
    (toy / "second").mkdir()
    with pytest.raises(PackError, match=r"second/meta\.json"):
        read_pack(toy)


def test_a_pipeline_has_the_words_of_its_own_pack(toy: Path) -> None:
    (toy / "second").symlink_to(ROOT / "en" / "second")
    second = LanguageReader(read_pack(toy)).pipelines[1]
    with pytest.raises(PackError, match=r"words\.toml"):
        _ = second.nlp
    (toy / "words.toml").write_text('"n.person" = "zorcher"\n', encoding="utf-8")
    embed = second.nlp.get_pipe("tok2vec").model.layers[0].layers[0]  # type: ignore[attr-defined]
    doc = second.nlp.make_doc("zorcher soldier")
    (found,), _ = embed([doc], is_train=False)
    assert [int(sign) for sign in found[:, CLASS]] == [hash_string("n.person"), hash_string("?s")]


@pytest.mark.parametrize(
    ("name", "old", "new", "named"),
    [
        ("triggers/event.toml", 'act = "attack"', 'act = "atack"', ("event.toml", "act", "atack")),
        ("triggers/event.toml", 'kind = "event"', 'kind = "evnt"', ("event.toml", "kind", "evnt")),
        ("triggers/event.toml", '"ASSAULT"', '"ASSAULT/nope"', ("event.toml", "plover")),
        ("triggers/event.toml", "verbs =", "verb =", ("event.toml", "verbs")),
        ("frames.toml", '"actor"', '"actr"', ("frames.toml", "actr")),
        ("pack.toml", 'code = "xx"', "", ("pack.toml", "code")),
        ("pack.toml", "name =", "nmae =", ("pack.toml", "nmae")),
        ("classes.toml", '["village"]', '["@town"]', ("classes.toml", "town")),
        ("inflection.toml", "(.*)", "(.*", ("inflection.toml", "verb[0]")),
        ("triggers/event.toml", "[[trigger]]", "[[trigger]", ("event.toml",)),
    ],
)
def test_a_broken_pack_is_refused_by_file_and_key(
    toy: Path, name: str, old: str, new: str, named: tuple[str, ...]
) -> None:
    path = toy / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(toy)
    for word in named:
        assert word in str(caught.value)
