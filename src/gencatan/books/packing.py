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
from gencatan.model.ids import claim_and_side, id_of_part

_PLAIN: Final = (int, float, bool, NoneType)
_MESSAGE: Final = "message"


@dataclass
class Table:
    """The values of one type that were met, each with its number."""

    kind: type
    numbers: dict[Any, int] = field(default_factory=dict)
    _met: dict[int, tuple[Any, int]] = field(default_factory=dict)

    def number(self, value: Any) -> int:
        """The value's number; a new one for a new value."""
        met = self._met.get(id(value))  # a value that is met again mostly is the very same: then none of it is hashed
        if met is not None and met[0] is value:
            return met[1]
        number = self.numbers.setdefault(value, len(self.numbers))
        self._met[id(value)] = value, number
        return number


@dataclass(frozen=True)
class Names:
    """What numbers stand for when a value is read: claim ids, and the repeated values of type `kind`."""

    ids: Sequence[str] = ()
    kind: type | None = None
    shared: Sequence[Any] = ()


def pack(value: Any, numbers: Mapping[str, int], table: Table | None = None) -> Any:
    """A value of a dataclass as JSON has it; `numbers` stand for claim ids, those of `table` for its values."""
    kind: Any = type(value)
    return _writer(kind)(value, numbers, table)


_Writer = Callable[[Any, Mapping[str, int], Table | None], Any]


@cache
def _writer(kind: Any) -> _Writer:
    """What writes values of a type: the counterpart of `_reader`."""
    if kind is str:
        return lambda value, numbers, table: _words_written(value, numbers)
    if kind is date:
        return lambda value, numbers, table: value.isoformat()
    if kind in _PLAIN:
        return lambda value, numbers, table: value
    if kind is Message:
        return lambda value, numbers, table: _message_written(value)
    if get_origin(kind) is tuple:
        args = get_args(kind)
        return _tuple_written(args[0]) if args[-1] is Ellipsis else _row_written([_writer(part) for part in args])
    if get_origin(kind) in (dict, Mapping):
        write = _writer(get_args(kind)[1])
        return lambda value, numbers, table: {key: write(item, numbers, table) for key, item in value.items()}
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (_writer(part) for part in get_args(kind) if part is not NoneType)
        return lambda value, numbers, table: None if value is None else inner(value, numbers, table)
    parts = [(name, _writer(type_)) for name, type_ in _fields(kind)]

    def written(value: Any, numbers: Mapping[str, int], table: Table | None) -> Any:
        if table is not None and kind is table.kind:
            return table.number(value)
        return [write(getattr(value, name), numbers, table) for name, write in parts]

    return written


def _tuple_written(kind: Any) -> _Writer:
    if kind is str:
        return lambda value, numbers, table: [_words_written(one, numbers) for one in value]
    write = _writer(kind)
    return lambda value, numbers, table: [write(one, numbers, table) for one in value]


def _words_written(value: str, numbers: Mapping[str, int]) -> Any:
    """Words as they are, a claim's id as its number, that of a side's part in a duty as the number and the side."""
    number = numbers.get(value)
    if number is not None:
        return number
    claim, side = claim_and_side(value)
    return [numbers[claim], side] if side and claim in numbers else value


def _row_written(parts: Sequence[_Writer]) -> _Writer:
    return lambda value, numbers, table: [write(part, numbers, table) for write, part in zip(parts, value, strict=True)]


def _message_written(value: Message) -> list[Any]:
    return [
        value.key,
        [{_MESSAGE: _message_written(arg)} if isinstance(arg, Message) else arg for arg in value.args],
    ]


def unpack(kind: Any, value: Any, names: Names) -> Any:
    """The inverse of `pack` for a value of type `kind`.

    Raises ValueError, TypeError or LookupError for JSON that holds no such value.
    """
    return _reader(kind)(value, names)


_Reader = Callable[[Any, Names], Any]


@cache
def _reader(kind: Any) -> _Reader:
    if kind is str:
        return _words
    if kind is date:
        return lambda value, names: date.fromisoformat(value)
    if kind in _PLAIN:
        return _plain(kind)
    if kind is Message:
        return lambda value, names: _message(value)
    if get_origin(kind) is tuple:
        args = get_args(kind)
        return _tuple_of(args[0]) if args[-1] is Ellipsis else _row_of([_reader(part) for part in args])
    if get_origin(kind) in (dict, Mapping):
        read = _reader(get_args(kind)[1])
        return lambda value, names: {key: read(item, names) for key, item in _held(dict, value).items()}
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (_reader(part) for part in get_args(kind) if part is not NoneType)
        return lambda value, names: None if value is None else inner(value, names)
    parts = [_reader(type_) for _, type_ in _fields(kind)]

    def made(value: Any, names: Names) -> Any:
        if kind is names.kind and type(value) is int:
            return _numbered(names.shared, value)
        return kind(*[read(part, names) for read, part in zip(parts, _held(list, value), strict=True)])

    return made


def _tuple_of(kind: Any) -> _Reader:
    if kind is str:
        return lambda value, names: tuple([_words(one, names) for one in _held(list, value)])
    read = _reader(kind)

    def several(value: Any, names: Names) -> tuple[Any, ...]:
        if kind is names.kind:
            return tuple([_numbered(names.shared, one) for one in _held(list, value)])
        return tuple([read(one, names) for one in _held(list, value)])

    return several


def _row_of(parts: Sequence[_Reader]) -> _Reader:
    return lambda value, names: tuple([read(part, names) for read, part in zip(parts, _held(list, value), strict=True)])


def _words(value: Any, names: Names) -> str:
    if type(value) is str:
        return value
    if type(value) is list:
        number, side = value
        return id_of_part(_numbered(names.ids, number), _held(str, side))
    return str(_numbered(names.ids, value))


def _message(value: Any) -> Message:
    key, args = _held(list, value)
    return Message(
        _held(str, key),
        tuple(_message(arg[_MESSAGE]) if isinstance(arg, dict) else _argument(arg) for arg in _held(list, args)),
    )


def _argument(value: Any) -> str | int | float:
    if not isinstance(value, str | int | float):
        raise TypeError(f"{type(value).__name__} goes into no message")
    return value


def _plain(kind: type) -> _Reader:
    taken = (float, int) if kind is float else (kind,)

    def read(value: Any, names: Names) -> Any:
        if type(value) not in taken:
            raise TypeError(f"{type(value).__name__} is no {kind.__name__}")
        return value

    return read


def _held(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{type(value).__name__} is no {kind.__name__}")
    return value


def _numbered(values: Sequence[Any], number: Any) -> Any:
    """The value of a number in a list, which does not count from its end."""
    if type(number) is not int or number < 0:
        raise TypeError("not a number in a list")
    return values[number]


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass that it is made from, with their types."""
    types = get_type_hints(kind)
    return tuple((one.name, types[one.name]) for one in fields(kind) if one.init)
