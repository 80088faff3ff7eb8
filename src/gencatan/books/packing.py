"""Values of frozen dataclasses as short JSON and back: what is kept of an answer is its fields, in their order.

The types say how to read it, so nothing in it names code. Claim ids are numbers in a list that both sides have; values
of a type that an answer repeats (its citations) are numbers in a table beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from gencatan.i18n import Message

_PLAIN: Final = (int, float, bool, NoneType)
_MESSAGE: Final = "message"


@dataclass
class Table:
    """The values of one type that were met, each with its number."""

    kind: type
    numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, value: Any) -> int:
        """The value's number; a new one for a new value."""
        return self.numbers.setdefault(value, len(self.numbers))


@dataclass(frozen=True)
class Names:
    """What numbers stand for when a value is read: claim ids, and the repeated values of type `kind`."""

    ids: Sequence[str] = ()
    kind: type | None = None
    shared: Sequence[Any] = ()


def pack(value: Any, numbers: Mapping[str, int], table: Table | None = None) -> Any:
    """A value as JSON has it; `numbers` stand for claim ids, those of `table` for its values."""
    if table is not None and type(value) is table.kind:
        return table.number(value)
    if isinstance(value, str):
        return numbers.get(value, value)
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [pack(item, numbers, table) for item in value]
    if isinstance(value, Mapping):
        return {key: pack(item, numbers, table) for key, item in value.items()}
    if isinstance(value, Message):
        return [value.key, [{_MESSAGE: pack(arg, {})} if isinstance(arg, Message) else arg for arg in value.args]]
    kind: Any = type(value)
    return [pack(getattr(value, name), numbers, table) for name, _ in _fields(kind)]


def unpack(kind: Any, value: Any, names: Names) -> Any:
    """The inverse of `pack` for a value of type `kind`."""
    return _reader(kind)(value, names)


_Reader = Callable[[Any, Names], Any]


@cache
def _reader(kind: Any) -> _Reader:
    if kind is str:
        return _words
    if kind is date:
        return lambda value, names: date.fromisoformat(value)
    if kind in _PLAIN:
        return lambda value, names: value
    if kind is Message:
        return lambda value, names: _message(value)
    if get_origin(kind) is tuple:
        args = get_args(kind)
        return _tuple_of(args[0]) if args[-1] is Ellipsis else _row_of([_reader(part) for part in args])
    if get_origin(kind) in (dict, Mapping):
        read = _reader(get_args(kind)[1])
        return lambda value, names: {key: read(item, names) for key, item in value.items()}
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (_reader(part) for part in get_args(kind) if part is not NoneType)
        return lambda value, names: None if value is None else inner(value, names)
    parts = [_reader(type_) for _, type_ in _fields(kind)]

    def made(value: Any, names: Names) -> Any:
        if kind is names.kind and type(value) is int:
            return names.shared[value]
        return kind(*[read(part, names) for read, part in zip(parts, value, strict=True)])

    return made


def _tuple_of(kind: Any) -> _Reader:
    if kind is str:
        return lambda value, names: tuple([names.ids[one] if type(one) is int else one for one in value])
    read = _reader(kind)

    def several(value: Any, names: Names) -> tuple[Any, ...]:
        if kind is names.kind:
            return tuple([names.shared[one] for one in value])
        return tuple([read(one, names) for one in value])

    return several


def _row_of(parts: Sequence[_Reader]) -> _Reader:
    return lambda value, names: tuple([read(part, names) for read, part in zip(parts, value, strict=True)])


def _words(value: Any, names: Names) -> str:
    return names.ids[value] if type(value) is int else str(value)


def _message(value: Any) -> Message:
    key, args = value
    return Message(key, tuple(_message(arg[_MESSAGE]) if isinstance(arg, dict) else arg for arg in args))


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass that it is made from, with their types."""
    types = get_type_hints(kind)
    return tuple((one.name, types[one.name]) for one in fields(kind) if one.init)
