"""Countries by their names in the interface's languages, from CLDR; their libraries are loaded when first asked for."""

from __future__ import annotations

from functools import cache


@cache
def alpha2(alpha3: str) -> str:
    """`KH` of `KHM`; "" for what is no country's code, as `UNO`."""
    import pycountry

    if alpha3 == "XKX":  # Kosovo, by the code in common use
        return "XK"
    country = pycountry.countries.get(alpha_3=alpha3) if alpha3.isupper() else None
    return country.alpha_2 if country else ""


@cache
def country_name(code: str, language: str) -> str:
    """`Kamboja` of `KH` or `KHM` in `id`; "" for what is no country's code."""
    from babel import Locale

    short = alpha2(code) if len(code) == len("KHM") else code
    return str(Locale(language).territories.get(short, "")) if short else ""
