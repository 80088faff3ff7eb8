"""Templates, style and script into one file: nothing from elsewhere, and nothing runs but what is ours.

The page's policy names the digests of its one style and one script, so that no markup of a report can run or load.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from gencatan.export.translate import Translator, numbers, shown
from gencatan.i18n import LANGUAGES

GENERATOR: Final = "gencatan evidence page"
"""By this name in its head a file is known to be ours."""


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has: the language it opens in, its title as plain text, who words it, and who made it."""

    language: str
    title: str
    translator: Translator
    generator: str = GENERATOR


def render(template: str, page: Page, look: str = "page", **values: object) -> str:
    """The page as HTML. `look` names the style and script that it has besides those of all pages."""
    style, script = _style(look), _script(look)
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; "
    return (
        _environment()
        .get_template(template)
        .render(
            page=page,
            words=page.translator,
            languages=LANGUAGES,
            policy=policy + "form-action 'none'",
            style=Markup(style),
            script=Markup(script),
            **values,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: _file("templates", name)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(shown=shown, numbers=numbers)
    return environment


@cache
def _style(look: str) -> str:
    return _file("static", "base.css") + _file("static", f"{look}.css").strip()


@cache
def _script(look: str) -> str:
    return f'(() => {{\n"use strict";\n{_file("static", "base.js")}{_file("static", f"{look}.js")}}})();'


def _file(folder: str, name: str) -> str:
    return files(__package__).joinpath(folder, name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
