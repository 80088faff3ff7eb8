"""Texts that no reporter writes: each is read, in a process of its own that is given up on after a minute."""

from __future__ import annotations

import subprocess
import sys

import pytest

from gencatan import Document, Reader
from tests.conftest import ROOT
from tests.contract import check_claim

MINUTE = 60

# What makes the text, and at least how many claims it holds.
TEXTS = {
    "a line of 300 KB": ("'Rebels attacked the town and ' * 10_500", 0),
    "a word of 300 KB": ("'a' * 300_000 + ' attacked the town.'", 0),
    "of the of the": ("'Rebels attacked the chief ' + 'of the chief ' * 460 + '.'", 0),
    "of the within a sentence": ("'Rebels attacked the chief ' + 'of the chief ' * 145 + '.'", 0),
    "1,600 numbers": ("'Rebels killed ' + ', '.join(map(str, range(1_600))) + ' people.'", 0),
    "numbers within a sentence": ("'Rebels killed ' + ', '.join(map(str, range(350))) + ' people.'", 0),
    "number words": ("'Rebels killed ' + 'two hundred thousand and ' * 75 + 'one people.'", 0),
    "dates within a sentence": ("'Rebels attacked Goma on ' + '3 May 2021, ' * 150 + 'again.'", 0),
    "quotation marks": ("'“' * 2_000 + 'Rebels attacked Goma.'", 0),
    "brackets": ("'(' * 1_000 + 'Rebels attacked Goma' + ')' * 900 + '.'", 0),
    "a word on 30,000 lines": ("'attack\\n' * 30_000", 0),
    "600 sentences": (
        "' '.join(f'Rebels attacked the town of Goma {n} times on Monday and the army shelled the village of Sake, "
        "a minister said; they killed {n} of the soldiers and agreed to release the other hostages.' "
        "for n in range(2, 602))",
        600,
    ),
}
CODE = """
import gencatan
from tests.contract import check_claim

document = gencatan.Document.create({text}, published="2024-03-14", language="{language}")
claims = gencatan.read(document)
for claim in claims:
    check_claim(claim, document)
print(len(claims))
"""


@pytest.mark.parametrize("name", TEXTS)
def test_odd_texts_are_read(name: str) -> None:
    made, least = TEXTS[name]
    code = CODE.format(text=made, language="en")
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=MINUTE, check=False
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) >= least


COMMENTS = {
    "a page": """
import io
from gencatan.intake import IntakeSettings, read_sources

data = b"<!---->" * 290 + b" Rebels attacked Goma on Monday, officials said."
print(*(d.text[-15:] for d in read_sources(["-"], IntakeSettings(), stdin=io.BytesIO(data))))
""",
    "a feed": """
from gencatan.errors import FormatError
from gencatan.intake.feed import parse_feed
from gencatan.intake.fetch import Page

data = b"<!-- -->" * 290 + b'<rss version="2.0"><channel><title>officials said.</title></channel></rss>'
print(parse_feed(Page(data, "text/xml", "utf-8", "https://e.example/feed"), source="https://e.example/feed").title)
""",
}


@pytest.mark.parametrize("name", COMMENTS)
def test_hundreds_of_comments_are_passed_over(name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", COMMENTS[name]], cwd=ROOT, capture_output=True, text=True, timeout=MINUTE, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "officials said."


@pytest.mark.parametrize(
    "text",
    [
        "Rebels \ud800attacked Goma on Monday.",
        "\udc80 Rebels attacked Goma on Monday. \udfff",
        "Rebels attacked \ud83d\ude00 Goma.",
    ],
)
def test_lone_surrogates(reader: Reader, text: str) -> None:
    document = Document.create(text, published="2024-03-14", language="en")
    for claim in reader.read(document):
        check_claim(claim, document)
