"""Dataclasses as JSON and back, so that nothing but plain data comes out of the other process."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def written(value: Any) -> bytes:
    """Write a dataclass as JSON.

    Args:
        value: A dataclass of texts, numbers, tuples and such dataclasses.

    Returns:
        The JSON, in UTF-8.
    """
    return json.dumps(asdict(value), ensure_ascii=False).encode("utf-8", errors="surrogatepass")


def read(kind: type[T], raw: bytes) -> T:
    """Read a dataclass from JSON.

    Args:
        kind: The dataclass.
        raw: What :func:`written` made of it.

    Returns:
        The same.

    Raises:
        ValueError: It is no JSON, or not that of such a dataclass.
    """
    try:
        value: T = _made(kind, json.loads(raw.decode("utf-8", errors="surrogatepass")))
    except (KeyError, TypeError, AttributeError) as error:
        msg = f"This is no {kind.__name__}."
        raise ValueError(msg) from error
    return value


def _made(kind: Any, value: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{one.name: _made(hints[one.name], value[one.name]) for one in fields(kind)})
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        inner = kinds[:1] * len(value) if kinds[-1] is Ellipsis else kinds
        return tuple(_made(one, part) for one, part in zip(inner, value, strict=True))
    options = get_args(kind) if get_origin(kind) in {Union, type(int | None)} else ()
    if options and value is not None:
        return _made(next(one for one in options if one is not type(None)), value)
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
