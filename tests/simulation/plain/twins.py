"""Arrays that come twice, as NumPy's and plain, and how they are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as extra

from bor_widgets.simulation import plain

#: the kinds of number that worlds are made of
KINDS = ("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "float32", "float64")
WHOLE = ("int8", "int16", "int64", "uint8")
REAL = ("float32", "float64")

#: examples of each of the many functions
FEW = settings(max_examples=40)

SHAPES = extra.array_shapes(min_dims=1, max_dims=4, min_side=0, max_side=6)


def numbers(kind: str) -> st.SearchStrategy[Any]:
    """Return a strategy for numbers of a kind; those of 64 bits stay far from their ends."""
    if kind == "bool":
        return st.booleans()
    if kind.startswith("float"):
        single = kind == "float32"
        usual = st.floats(-1e3, 1e3, width=32 if single else 64, allow_subnormal=False)
        return st.one_of(usual, st.sampled_from([0.0, -0.0, 1.0, 0.5, float("nan"), float("inf")]))
    info = np.iinfo(kind)
    return st.integers(max(int(info.min), -10_000), min(int(info.max), 10_000))


def arrays(kinds: Sequence[str] = KINDS, shape: Any = SHAPES) -> st.SearchStrategy[Any]:
    """Return a strategy for arrays of NumPy's."""
    return st.sampled_from(list(kinds)).flatmap(
        lambda kind: extra.arrays(np.dtype(kind), shape, elements=numbers(kind))
    )


def twin(array: Any) -> Any:
    """Return the plain twin of a NumPy array."""
    kind = plain.bool_ if array.dtype == np.bool_ else getattr(plain, array.dtype.name)
    return plain.Array(array.ravel().tolist(), array.shape, kind)


def told(found: Any) -> Any:
    """Return kind, shape and every bit of a result; what is no number is so in one way only."""
    if isinstance(found, tuple | list):
        return [told(each) for each in found]
    if isinstance(found, np.ndarray | plain.Array) and found.shape == ():
        # an array without axes is a number by another name; plain arrays are often the number
        found = found.item() if isinstance(found, np.ndarray) else found.flat[0]
    if isinstance(found, np.ndarray | plain.Array):
        values = np.ravel(found) if isinstance(found, np.ndarray) else found.flat
        return (str(found.dtype), tuple(found.shape), [_one(value) for value in values])
    return _one(found)


def _one(value: Any) -> str:
    value = value.item() if isinstance(value, np.generic) else value
    # 0 and -0 are equal, and nothing in a world tells them apart
    return repr(abs(value) if isinstance(value, float) and value == 0.0 else value)
