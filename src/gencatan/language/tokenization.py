"""Tokenizers shared by training and product, and the loader of the shipped pipelines.

The treebanks decide what a token is, since the parser learns from them; spaCy's defaults are changed only
where they part from the treebanks or break names of the news. All changes are plain rules and exceptions of
spaCy's own tokenizer, so they are stored inside each model: ``spacy.load`` needs nothing from here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.lang.char_classes import ALPHA
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from gencatan.language.known_words import words_of_pack  # the layer that stored pipelines name is registered there

# Never split at the hyphen after these: Arabic articles and first parts that are no name by themselves …
NAME_HEADS = (
    "[Aa]l", "[Ee]l", "[Aa]s", "[Aa]r", "[Aa]d", "[Aa]n", "[Uu]l", "[Ee]d", "[Aa]sh", "[Aa]bd", "[Aa]bu",
    "Abdul", "[Ii]bn", "[Bb]en", "Nagorno", "Gorno", "Timor", "Guinea", "Bosnia", "Jean", "Ki", "Kabardino",
)  # fmt: skip
# … and bound prefixes, which EWT keeps on their word ("anti-American", "co-sponsor").
BOUND_PREFIXES = (
    "anti", "co", "counter", "de", "e", "ex", "extra", "inter", "intra", "mid", "mis", "multi", "non", "over",
    "para", "post", "pre", "pro", "pseudo", "quasi", "re", "semi", "sub", "super", "trans", "ultra", "un",
    "under", "wi",
)  # fmt: skip

# English names that are one token although EWT writes three ("al - Sadr"); training joins the same spans.
HYPHENATED_NAME = re.compile(rf"\b(?:{'|'.join(NAME_HEADS)})-(?:(?:{'|'.join(NAME_HEADS)})-)*[A-Z]\w*")
# Indonesian: reduplications, names and clitics after a hyphen ("KTT-nya") are one token throughout.
HYPHENATED_WORD = re.compile(r"\b\w+(?:-[^\W\d]\w*)+\b")
JOINED = {"en": HYPHENATED_NAME, "id": HYPHENATED_WORD}

# Abbreviations that spaCy's lists lack: the full stop belongs to them.
TITLES = {
    "en": ("Maj.", "Lt.", "Col.", "Capt.", "Cpt.", "Sgt.", "Cpl.", "Brig.", "Cmdr.", "Adm.", "Ft.", "Gov.", "Hon."),
    "id": ("Tn.", "Ny.", "Nn.", "Ltd.", "Pte.", "Co.", "Inc.", "Tbk.", "Jend.", "Letjen.", "Mayjen.", "Brigjen.",
           "Kol.", "Letkol.", "May.", "Kapt.", "Sdr.", "Bpk.", "Ms.", "Mr.", "Mrs."),
}  # fmt: skip

_RUNS = (r"-{2,}", r"={2,}", r"\*{2,}", r"_{2,}", r"\.{2,}", r"`{2}", r"'{2}", r">{2,}", r"<{2,}")
_QUOTES = ("«", "»", "‹", "›", "“", "”", "„", "‘", "’", '"')


def make_nlp(code: str) -> Language:
    """A blank pipeline of the language whose tokenizer follows the treebanks."""
    nlp = spacy.blank(code)
    customise_tokenizer(nlp)
    return nlp


def customise_tokenizer(nlp: Language) -> Language:
    """Puts the project's rules into ``nlp.tokenizer``; a language without rules here keeps spaCy's own."""
    if nlp.lang not in TITLES:
        return nlp
    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    code = nlp.lang
    runs = _RUNS if code == "id" else (r"[!?]+", *_RUNS)
    prefixes = [*runs, *_QUOTES, *(defaults.prefixes or ())]
    suffixes = [
        *runs,
        *_QUOTES,
        *(rule for rule in defaults.suffixes or () if not _splits_too_much(str(rule))),
    ]
    infixes = [*(rule for rule in defaults.infixes or () if not _splits_too_much(str(rule)))]
    infixes += [r"\.{2,}", r"-{2,}", "[—…]", r"[“”«»„]", rf"(?<=[{ALPHA}0-9])–(?=[{ALPHA}0-9])"]
    infixes.append(rf"(?<=[{ALPHA}])\((?=[{ALPHA}0-9])")
    if code != "id":
        kept = "".join(rf"(?<!\b{head})" for head in (*NAME_HEADS, *_either_case(BOUND_PREFIXES)))
        infixes.append(rf"(?<=[{ALPHA}0-9]){kept}-(?=[{ALPHA}])")
        infixes.append(rf"(?<=[A-Z]\.)-(?=[{ALPHA}])")
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.rules = {form: parts for form, parts in tokenizer.rules.items() if _wanted(form, code)}
    for title in TITLES[code]:
        tokenizer.add_special_case(title, [{"ORTH": title}])
    return nlp


def _splits_too_much(rule: str) -> bool:
    samples = ("rata-rata", "AS-nya", "KTT-ku", "ke-2", "1990-an", "20/9")
    return any(re.search(rule, sample) for sample in samples)


def _either_case(words: Iterable[str]) -> Iterable[str]:
    return (f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


def _wanted(form: str, code: str) -> bool:
    """Some emoticons eat brackets and colons of the news; Indonesian hyphens are handled by rule."""
    if form in ("and/or",) or form[0] in ")8":
        return False
    if code != "id":
        return True
    return "-" not in form and (any(map(str.isalnum, form)) and form[0] not in ":;=([")


def load_pipeline(path: str | Path, beside: Language | None = None) -> Language:
    """A pack's pipeline that reads each Doc as exactly one sentence, with the words of the pack's folder.

    Sentences are split beforehand, so the parser must not start new ones, and a Doc must have one root for
    the rules over its tree to hold. It takes its tokenizer and words from the pipeline `beside` it, whose tokenizer
    has the same rules: thousands of exceptions take as long to load as the weights.
    """
    # spaCy would first build the language's thousands of default exceptions, only to replace them by the stored ones
    bare = {"nlp": {"tokenizer": {"@tokenizers": "gencatan.bare_tokenizer.v1"}}}
    with words_of_pack(Path(path).parent):
        if beside is None:
            nlp = spacy.load(path, config=bare)
        else:
            nlp = spacy.load(path, config=bare, vocab=beside.vocab, exclude=["tokenizer"])
            nlp.tokenizer = beside.tokenizer
    nlp.add_pipe("gencatan_one_sentence", first=True)
    nlp.add_pipe("gencatan_one_root", after="parser")
    return nlp


@registry.tokenizers("gencatan.bare_tokenizer.v1")  # type: ignore[untyped-decorator]
def bare_tokenizer() -> Callable[[Language], Tokenizer]:
    """A tokenizer without rules, to be filled from a stored pipeline."""
    return lambda nlp: Tokenizer(nlp.vocab)


@Language.component("gencatan_one_sentence", assigns=["token.is_sent_start"])
def one_sentence(doc: Doc) -> Doc:
    """Tells the parser that no sentence starts inside the Doc."""
    for at in range(1, len(doc)):  # by number: a span takes longer to go through than all else that is done here
        doc[at].is_sent_start = False
    return doc


@Language.component("gencatan_one_root", requires=["token.head", "token.dep"], assigns=["token.head"])
def one_root(doc: Doc) -> Doc:
    """Hangs surplus roots under the first one that is no punctuation, as UD's ``parataxis``."""
    roots = [token for token in doc if token.head.i == token.i and not token.is_space]
    if len(roots) > 1:
        top = next((token for token in roots if not token.is_punct), roots[0])
        for token in roots:
            if token.i != top.i:
                token.head = top
                token.dep_ = "punct" if token.is_punct else "parataxis"
    return doc
