"""Bytes to text: UTF-8 with or without BOM, UTF-16, Windows-1252; anything else is refused, never guessed.

Windows-1252 gives nearly any bytes *some* letters, so it is taken only where the result can be text in a
Latin alphabet: a file in KOI8-R or Shift JIS, or UTF-8 that was cut or damaged, is an error, not gibberish.
"""

from __future__ import annotations

import re
from typing import Final

from gencatan.errors import EncodingError

SUPPORTED: Final = "UTF-8, UTF-16, Windows-1252"

_SIGNATURES: Final = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF file"),
)

# Labels that the WHATWG encoding standard reads as Windows-1252, besides its own.
_LABELS: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "x-cp1252": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "l1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}

_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MAX_HIGH_SHARE: Final = 0.25
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE: Final = 0.01
_SAMPLE: Final = 4096


def decode_text(data: bytes, *, source: str, declared: str | None = None) -> str:
    """The text that `data` holds; `declared` is a charset label from a header or a page, outranked by a BOM.

    Raises EncodingError that names the byte offset: for binary data, for bytes in none of the supported
    encodings, and for a declared charset that is unsupported or does not fit the bytes.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise EncodingError(f"is {what}, not text (byte offset 0)", source=source)
    text = _decode(data, source, declared)
    _refuse_binary(text, data, source)
    return text


def _decode(data: bytes, source: str, declared: str | None) -> str:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise EncodingError(f"is UTF-32 (byte offset 0); supported: {SUPPORTED}", source=source)
    if data.startswith(b"\xef\xbb\xbf"):
        return _strict(data, "utf-8", 3, source)
    if data.startswith(b"\xff\xfe"):
        return _strict(data, "utf-16-le", 2, source)
    if data.startswith(b"\xfe\xff"):
        return _strict(data, "utf-16-be", 2, source)
    if declared is not None:
        codec = _LABELS.get(declared.strip().lower())
        if codec is None:
            raise EncodingError(f"declares the encoding {declared[:40]!r}; supported: {SUPPORTED}", source=source)
        return _strict(data, "utf-16-le" if codec == "utf-16" else codec, 0, source)
    wide = _unmarked_utf16(data)
    if wide:
        return _strict(data, wide, 0, source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1252(data, error, source)


def _strict(data: bytes, codec: str, skip: int, source: str) -> str:
    try:
        return data[skip:].decode(codec)
    except UnicodeDecodeError as error:
        name = {"cp1252": "Windows-1252"}.get(codec, codec.upper())
        at = error.start + skip
        raise EncodingError(f"is not valid {name} at byte offset {at} ({_show(data, at)})", source=source) from error


def _show(data: bytes, at: int) -> str:
    return f"byte 0x{data[at]:02X}" if at < len(data) else "cut short"


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without BOM shows in Latin text as a zero in every second byte and hardly any in the others."""
    sample = data[: _SAMPLE & ~1]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= 0.7 * pairs and even == 0:
        return "utf-16-le"
    if even >= 0.7 * pairs and odd == 0:
        return "utf-16-be"
    return None


def _windows_1252(data: bytes, not_utf8: UnicodeDecodeError, source: str) -> str:
    at = not_utf8.start
    undefined = _UNDEFINED_1252.search(data)
    high = len(_HIGH.findall(data))
    sequences = _UTF8_SEQUENCE.findall(data)
    stray = high - sum(map(len, sequences))
    printed = len(data) - data.count(b" ") - data.count(b"\n")
    if len(sequences) > stray or (sequences and undefined):
        message = f"is damaged UTF-8: invalid at byte offset {at} ({_show(data, at)})"
    elif undefined:
        at = undefined.start()
        message = f"is in an unknown encoding: byte offset {at} ({_show(data, at)}); supported: {SUPPORTED}"
    elif high > _MAX_HIGH_SHARE * printed and high > 2:
        message = f"is in an unknown encoding from byte offset {at} ({_show(data, at)}); supported: {SUPPORTED}"
    else:
        return data.decode("cp1252")
    raise EncodingError(message, source=source) from not_utf8


def _refuse_binary(text: str, data: bytes, source: str) -> None:
    found = control_problem(text)
    if found is None:
        return
    # The offset counts bytes of the input: exact for one-byte control characters in UTF-8 and Windows-1252.
    byte = re.compile(re.escape(text[found].encode("latin-1"))).search(data)
    raise EncodingError(
        f"is binary data, not text: control character U+{ord(text[found]):04X} "
        f"at byte offset {byte.start() if byte else found}",
        source=source,
    )


def control_problem(text: str) -> int | None:
    """Where `text` shows that it is no text: its first NUL, else its first control character if many."""
    nul = text.find("\0")
    if nul >= 0:
        return nul
    first = _CONTROL.search(text)
    if first is None:
        return None
    many = len(_CONTROL.findall(text)) > max(4, _MAX_CONTROL_SHARE * len(text))
    return first.start() if many else None
