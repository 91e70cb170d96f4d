"""Arrays and random numbers on lists: what a world needs of NumPy, where there is no NumPy.

A browser without a server has none. The names are NumPy's, so that the model is written once;
the results are NumPy's to the last bit, which ``tests/simulation/plain`` holds it to: the order of
adding (``folding``), the kinds of number (``dtypes``) and the streams of chance (``random``).
Only what the model uses is here. What is cut out of an array is always a copy.
"""

from __future__ import annotations

import math

from bor_widgets.simulation.plain import random
from bor_widgets.simulation.plain.array import Array
from bor_widgets.simulation.plain.dtypes import (
    bool_,
    float32,
    float64,
    int8,
    int16,
    int32,
    int64,
    uint8,
    uint16,
    uint32,
)
from bor_widgets.simulation.plain.elements import (
    absolute,
    add,
    array_equal,
    bincount,
    choose,
    clip,
    errstate,
    floor,
    isfinite,
    isin,
    isnan,
    maximum,
    minimum,
    rint,
    where,
)
from bor_widgets.simulation.plain.elements import divmod_ as divmod  # noqa: A004  (NumPy's name)
from bor_widgets.simulation.plain.joining import (
    argsort,
    concatenate,
    cumsum,
    einsum,
    flatnonzero,
    insert,
    repeat,
    sort,
    stack,
    take_along_axis,
    tile,
)
from bor_widgets.simulation.plain.making import (
    arange,
    array,
    asarray,
    ascontiguousarray,
    empty,
    eye,
    fill_diagonal,
    full,
    ones,
    triu_indices,
    zeros,
    zeros_like,
)

abs = absolute  # noqa: A001  (NumPy's name)
ndarray = Array
nan, inf = math.nan, math.inf

__all__ = [
    "Array", "abs", "absolute", "add", "arange", "argsort", "array", "array_equal", "asarray",
    "ascontiguousarray", "bincount", "bool_", "choose", "clip", "concatenate", "cumsum", "divmod",
    "einsum", "empty", "errstate", "eye", "fill_diagonal", "flatnonzero", "float32", "float64",
    "floor", "full", "inf", "insert", "int8", "int16", "int32", "int64", "isfinite", "isin",
    "isnan", "maximum", "minimum", "nan", "ndarray", "ones", "random", "repeat", "rint", "sort",
    "stack", "take_along_axis", "tile", "triu_indices", "uint8", "uint16", "uint32", "where",
    "zeros", "zeros_like",
]  # fmt: skip
