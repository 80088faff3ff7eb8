"""Values of frozen dataclasses as short JSON and back: what is kept of an answer is its fields, in their order.

The types say how to read it, so nothing in it names code. Claim ids are numbers in a list that both sides have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from gencatan.i18n import Message

_PLAIN: Final = (int, float, bool, NoneType)
_MESSAGE: Final = "message"


def pack(value: Any, numbers: Mapping[str, int]) -> Any:
    """A value as JSON has it; `numbers` stand for claim ids."""
    if isinstance(value, str):
        return numbers.get(value, value)
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [pack(item, numbers) for item in value]
    if isinstance(value, Message):
        return [value.key, [{_MESSAGE: pack(arg, {})} if isinstance(arg, Message) else arg for arg in value.args]]
    kind: Any = type(value)
    return [pack(getattr(value, name), numbers) for name, _ in _fields(kind)]


def unpack(kind: Any, value: Any, ids: Sequence[str]) -> Any:
    """The inverse of `pack` for a value of type `kind`; `ids` are the claims' in the order of their numbers."""
    return _reader(kind)(value, ids)


_Reader = Callable[[Any, Sequence[str]], Any]


@cache
def _reader(kind: Any) -> _Reader:
    if kind is str:
        return _words
    if kind is date:
        return lambda value, ids: date.fromisoformat(value)
    if kind in _PLAIN:
        return lambda value, ids: value
    if kind is Message:
        return lambda value, ids: _message(value)
    if get_origin(kind) is tuple:
        return _tuple_of(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (_reader(part) for part in get_args(kind) if part is not NoneType)
        return lambda value, ids: None if value is None else inner(value, ids)
    parts = [_reader(type_) for _, type_ in _fields(kind)]
    return lambda value, ids: kind(*[read(part, ids) for read, part in zip(parts, value, strict=True)])


def _tuple_of(kind: Any) -> _Reader:
    if kind is str:
        return lambda value, ids: tuple([ids[one] if type(one) is int else one for one in value])
    read = _reader(kind)
    return lambda value, ids: tuple([read(one, ids) for one in value])


def _words(value: Any, ids: Sequence[str]) -> str:
    return ids[value] if type(value) is int else str(value)


def _message(value: Any) -> Message:
    key, args = value
    return Message(key, tuple(_message(arg[_MESSAGE]) if isinstance(arg, dict) else arg for arg in args))


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass that it is made from, with their types."""
    types = get_type_hints(kind)
    return tuple((field.name, types[field.name]) for field in fields(kind) if field.init)
