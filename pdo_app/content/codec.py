"""Frozen values to JSON and back, driven by their type hints.

A value is an object of its fields; fields that have their default are left out, so that a pack
of an older version still opens when a field is added. Reading trusts nothing: what does not fit
raises ValueError.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Decode = Callable[[Any], Any]


def dump(thing: object) -> str:
    """Return ``thing``, a frozen dataclass of this package, as compact JSON."""
    return json.dumps(_plain(thing), ensure_ascii=False, separators=(",", ":"))


def _plain(thing: object) -> object:
    if is_dataclass(thing) and not isinstance(thing, type):
        pairs = ((field, getattr(thing, field.name)) for field in fields(thing))
        return {
            field.name: _plain(value)
            for field, value in pairs
            if field.default is MISSING or value != field.default
        }
    if isinstance(thing, tuple):
        return [_plain(item) for item in thing]
    return thing.isoformat() if isinstance(thing, date) else thing


def load(kind: type[T], words: str) -> T:
    """Return the value of class ``kind`` that :func:`dump` wrote. Raises ValueError."""
    try:
        found: T = _decoder(cast(Any, kind))(json.loads(words))
    except (TypeError, AttributeError, LookupError, RecursionError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error
    return found


@cache
def _decoder(kind: Any) -> _Decode:
    origin = get_origin(kind)
    if origin is tuple:
        item = _decoder(get_args(kind)[0])
        return lambda raw: tuple([item(part) for part in raw])
    if origin is UnionType:
        (only,) = (part for part in get_args(kind) if part is not NoneType)
        some = _decoder(only)
        return lambda raw: None if raw is None else some(raw)
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if is_dataclass(kind):
        return _dataclass_decoder(kind)
    return _scalar_decoder(kind)


def _scalar_decoder(kind: Any) -> _Decode:
    accepted = (int, float) if kind is float else (kind,)

    def decode(raw: Any) -> Any:
        if type(raw) not in accepted:
            raise ValueError(f"{raw!r} is no {kind.__name__}")
        return raw

    return decode


def _dataclass_decoder(kind: Any) -> _Decode:
    hints = get_type_hints(kind)
    parts = {field.name: _decoder(hints[field.name]) for field in fields(kind)}

    def decode(raw: Any) -> Any:
        return kind(**{name: parts[name](value) for name, value in raw.items()})

    return decode
