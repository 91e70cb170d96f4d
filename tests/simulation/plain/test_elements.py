"""Functions of each element and folds of an axis, against NumPy's over random arrays."""

from __future__ import annotations

import operator
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as extra

from bor_widgets.simulation import plain
from tests.simulation.plain.twins import FEW, KINDS, REAL, WHOLE, arrays, numbers, told, twin


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Let NumPy say nothing of divisions by nothing, which are meant here."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


PAIRS = extra.mutually_broadcastable_shapes(num_shapes=2, min_dims=1, max_dims=3, max_side=4)
KIND = st.sampled_from(KINDS)

REAL_OPERATIONS = [
    operator.add, operator.sub, operator.mul, operator.truediv,
    operator.lt, operator.le, operator.eq, operator.ne, operator.ge, operator.gt,
]  # fmt: skip
WHOLE_OPERATIONS = [*REAL_OPERATIONS, operator.floordiv, operator.mod]
TRUTHS = [operator.and_, operator.or_, operator.xor, operator.add, operator.mul]


@pytest.mark.parametrize("operation", REAL_OPERATIONS, ids=lambda each: each.__name__)
@FEW
@given(st.data())
def test_arithmetic_of_two_arrays(operation: Any, data: st.DataObject) -> None:
    shapes = data.draw(PAIRS).input_shapes
    one, other = (data.draw(arrays(shape=shape)) for shape in shapes)
    # truths have no difference, and bytes over bytes are not what a world asks for
    assume(not (operation is operator.sub and one.dtype == other.dtype == np.bool_))
    assert told(operation(twin(one), twin(other))) == told(operation(one, other))


@pytest.mark.parametrize("operation", WHOLE_OPERATIONS, ids=lambda each: each.__name__)
@FEW
@given(st.data())
def test_arithmetic_of_whole_numbers(operation: Any, data: st.DataObject) -> None:
    shapes = data.draw(PAIRS).input_shapes
    one, other = (data.draw(arrays(WHOLE, shape)) for shape in shapes)
    # the least byte over -1 leaves the range, and each NumPy says something else of it
    assume(not (operation is operator.floordiv and (other == -1).any()))
    assert told(operation(twin(one), twin(other))) == told(operation(one, other))


@pytest.mark.parametrize("operation", TRUTHS, ids=lambda each: each.__name__)
@FEW
@given(st.data())
def test_arithmetic_of_truths(operation: Any, data: st.DataObject) -> None:
    shapes = data.draw(PAIRS).input_shapes
    one, other = (data.draw(arrays(["bool"], shape)) for shape in shapes)
    assert told(operation(twin(one), twin(other))) == told(operation(one, other))


@pytest.mark.parametrize("operation", REAL_OPERATIONS, ids=lambda each: each.__name__)
@FEW
@given(arrays(), st.one_of(st.integers(0, 100), st.floats(-50, 50)), st.booleans())
def test_a_bare_number_gives_way(operation: Any, one: Any, bare: Any, first: bool) -> None:
    if first:
        assert told(operation(bare, twin(one))) == told(operation(bare, one))
    else:
        assert told(operation(twin(one), bare)) == told(operation(one, bare))


@pytest.mark.parametrize("name", ["iadd", "isub", "imul"])
@FEW
@given(st.data())
def test_arithmetic_in_place(name: str, data: st.DataObject) -> None:
    one = data.draw(arrays(REAL))
    other = data.draw(arrays(["float64", "int64"], one.shape))
    mine = twin(one)
    getattr(operator, name)(mine, twin(other))
    assert told(mine) == told(getattr(operator, name)(one, other))


@FEW
@given(arrays(REAL))
def test_a_square(one: Any) -> None:
    assert told(twin(one) ** 2) == told(one**2)


@FEW
@given(st.floats(0.01, 0.99), arrays(["float64"]))
def test_a_power_is_pythons(base: float, one: Any) -> None:
    assume(np.isfinite(one).all() and (one >= 0).all())
    assert told(base ** twin(one)) == told(np.array([base**v for v in one.ravel().tolist()])
                                           .reshape(one.shape))  # fmt: skip


@pytest.mark.parametrize("name", ["maximum", "minimum"])
@FEW
@given(st.data())
def test_the_greater_and_the_lesser(name: str, data: st.DataObject) -> None:
    shapes = data.draw(PAIRS).input_shapes
    one, other = (data.draw(arrays(shape=shape)) for shape in shapes)
    assert told(getattr(plain, name)(twin(one), twin(other))) == told(getattr(np, name)(one, other))


@FEW
@given(st.data(), st.sampled_from(WHOLE))
def test_the_greater_of_each_with_each(data: st.DataObject, kind: str) -> None:
    one, other = (data.draw(arrays([kind], st.integers(0, 5))) for _ in range(2))
    assert told(plain.maximum.outer(twin(one), twin(other))) == told(np.maximum.outer(one, other))
    assert told(plain.minimum.outer(twin(one), twin(other))) == told(np.minimum.outer(one, other))


@FEW
@given(st.data())
def test_one_or_the_other(data: st.DataObject) -> None:
    shapes = data.draw(
        extra.mutually_broadcastable_shapes(num_shapes=3, min_dims=1, max_dims=3, max_side=4)
    ).input_shapes
    asked = data.draw(arrays(["bool"], shapes[0]))
    yes, no = (data.draw(arrays(shape=shape)) for shape in shapes[1:])
    bare = data.draw(st.one_of(st.integers(0, 100), st.floats(-9, 9)))
    mine = twin(asked)
    assert told(plain.where(mine, twin(yes), twin(no))) == told(np.where(asked, yes, no))
    assert told(plain.where(mine, twin(yes), bare)) == told(np.where(asked, yes, bare))
    assert told(plain.where(mine, bare, twin(no))) == told(np.where(asked, bare, no))
    assert told(plain.where(mine, 1, bare)) == told(np.where(asked, 1, bare))


@pytest.mark.parametrize("name", ["rint", "floor", "isnan", "isfinite", "abs"])
@FEW
@given(arrays(REAL))
def test_functions_of_one(name: str, one: Any) -> None:
    assert told(getattr(plain, name)(twin(one))) == told(getattr(np, name)(one))


@FEW
@given(arrays(REAL), st.floats(-5, 0), st.floats(0, 5))
def test_bounds(one: Any, low: float, high: float) -> None:
    assert told(plain.clip(twin(one), low, high)) == told(np.clip(one, low, high))
    assert told(twin(one).clip(low, high)) == told(one.clip(low, high))


@FEW
@given(arrays(), KIND)
def test_another_kind(one: Any, kind: str) -> None:
    assume(np.isfinite(one).all())
    # what a kind cannot hold at all is left open, in NumPy too
    assume(not (one.dtype.kind == "f" and kind[0] in "iu" and (abs(one) > 100).any()))
    assume(not (one.dtype.kind == "f" and kind[0] == "u" and (one <= -1).any()))
    named = plain.bool_ if kind == "bool" else getattr(plain, kind)
    assert told(twin(one).astype(named)) == told(one.astype(kind))


# worlds sum no numbers that cannot be below 0
@FEW
@given(st.data(), arrays([kind for kind in KINDS if not kind.startswith("u")]))
def test_sums_and_means(data: st.DataObject, one: Any) -> None:
    axis = data.draw(st.one_of(st.none(), st.integers(-one.ndim, one.ndim - 1)))
    keep = data.draw(st.booleans())
    assume(0 not in one.shape)
    assert told(twin(one).sum(axis=axis, keepdims=keep)) == told(one.sum(axis=axis, keepdims=keep))
    assert told(twin(one).mean(axis=axis)) == told(one.mean(axis=axis))


@pytest.mark.parametrize("kind", REAL)
@pytest.mark.parametrize("size", [1, 7, 8, 9, 127, 128, 129, 136, 300, 1000, 6400])
def test_long_sums_are_added_in_numpys_order(kind: str, size: int) -> None:
    drawn = np.random.default_rng(size).random((2, size)).astype(kind) * 1e3
    assert told(twin(drawn).sum(axis=1)) == told(drawn.sum(axis=1))
    assert told(twin(drawn).sum()) == told(drawn.sum())
    across = drawn.reshape(size, 2)
    assert told(twin(across).sum(axis=0)) == told(across.sum(axis=0))


@pytest.mark.parametrize("name", ["any", "all", "max", "min"])
@FEW
@given(st.data(), arrays(["bool", *WHOLE, "float64"]))
def test_other_folds(name: str, data: st.DataObject, one: Any) -> None:
    axis = data.draw(st.one_of(st.none(), st.integers(-one.ndim, one.ndim - 1)))
    assume(0 not in one.shape and np.isfinite(one).all())
    assert told(getattr(twin(one), name)(axis=axis)) == told(getattr(one, name)(axis=axis))


@FEW
@given(arrays(WHOLE), st.lists(numbers("int8"), max_size=4).map(tuple))
def test_one_of_some(one: Any, wanted: tuple[int, ...]) -> None:
    assert told(plain.isin(twin(one), wanted)) == told(np.isin(one, wanted))


@FEW
@given(st.data())
def test_choices_by_code(data: st.DataObject) -> None:
    codes = data.draw(extra.arrays(np.int64, (5, 2), elements=st.integers(0, 2)))
    options = [data.draw(arrays(["int64", "float64"], (5, 2))) for _ in range(3)]
    mine = plain.choose(twin(codes), [twin(each) for each in options])
    assert told(mine) == told(np.choose(codes, options))


@FEW
@given(arrays(["int64"]), st.integers(1, 50))
def test_quotient_and_rest(one: Any, by: int) -> None:
    assert told(list(plain.divmod(twin(one), by))) == told(list(np.divmod(one, by)))


@FEW
@given(arrays(["float64", "int64"]), arrays(["float64", "int64"]))
def test_whether_two_are_equal(one: Any, other: Any) -> None:
    assert plain.array_equal(twin(one), twin(other)) is np.array_equal(one, other)
    assert plain.array_equal(twin(one), twin(one)) is np.array_equal(one, one)
    assert not plain.array_equal(twin(one), twin(one.reshape(1, *one.shape)))
