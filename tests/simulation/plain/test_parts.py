"""Parts of arrays, arrays put together, and new ones, against NumPy's over random arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as extra

from bor_widgets.simulation import plain
from tests.simulation.plain.twins import FEW, KINDS, WHOLE, arrays, told, twin

SOME = extra.array_shapes(min_dims=1, max_dims=4, min_side=1, max_side=5)


def places_in(length: int, shape: tuple[int, ...]) -> st.SearchStrategy[Any]:
    return extra.arrays(np.int64, shape, elements=st.integers(-length, length - 1))


@st.composite
def picked(draw: Any, mixed: bool = True) -> tuple[Any, Any]:
    """Draw an array and what picks from it: places, slices, new axes, an ellipsis, arrays."""
    one = draw(arrays(shape=SOME))
    picked_shape = draw(st.sampled_from([(3,), (2, 1), (0,)]))
    key: list[Any] = []
    kinds = ["place", "slice", "all"] + (["array"] if mixed else [])
    # an ellipsis moves parts to other axes: each is to fit all of them
    length = min(one.shape)
    for _ in range(draw(st.integers(0, one.ndim))):
        match draw(st.sampled_from(kinds)):
            case "place":
                key.append(draw(st.integers(-length, length - 1)))
            case "slice":
                key.append(draw(st.slices(length)))
            case "all":
                key.append(slice(None))
            case "array":
                key.append(draw(places_in(length, picked_shape)))
    for extra_part in draw(st.lists(st.sampled_from([None, Ellipsis]), max_size=2, unique=True)):
        key.insert(draw(st.integers(0, len(key))), extra_part)
    return one, tuple(key)


def twin_key(key: Any) -> Any:
    return tuple(twin(part) if isinstance(part, np.ndarray) else part for part in key)


@FEW
@given(picked())
def test_what_an_index_picks(drawn: tuple[Any, Any]) -> None:
    one, key = drawn
    assert told(twin(one)[twin_key(key)]) == told(one[key])


@FEW
@given(picked(), st.data())
def test_what_is_put_where_an_index_points(drawn: tuple[Any, Any], data: st.DataObject) -> None:
    one, key = drawn
    shape = one[key].shape
    value = data.draw(st.one_of(st.integers(0, 100), arrays([one.dtype.name], shape)))
    mine = twin(one)
    mine[twin_key(key)] = twin(value) if isinstance(value, np.ndarray) else value
    one[key] = value
    assert told(mine) == told(one)


@FEW
@given(arrays(shape=SOME), st.data())
def test_what_truths_pick(one: Any, data: st.DataObject) -> None:
    depth = data.draw(st.integers(1, one.ndim))
    truths = data.draw(arrays(["bool"], one.shape[:depth]))
    mine = twin(one)
    assert told(mine[twin(truths)]) == told(one[truths])
    mine[twin(truths)] = 1
    one[truths] = 1
    assert told(mine) == told(one)


@FEW
@given(arrays(shape=SOME))
def test_what_is_cut_out_is_a_copy(one: Any) -> None:
    mine = twin(one)
    before = told(mine)
    for part in (mine[...], mine[:], mine[None], mine.reshape(-1), mine.copy(), mine.ravel()):
        part[...] = 1 - int(bool(mine.flat[0]))
    assert told(mine) == before


@pytest.mark.parametrize("key", [9, -9, (0, 0, 0, 0, 0), slice(0, 1, 0), "a", 1.5])
def test_an_index_that_points_nowhere_is_refused(key: Any) -> None:
    for each in (np.zeros((2, 3)), plain.zeros((2, 3))):
        with pytest.raises((IndexError, ValueError)):
            each[key]


@FEW
@given(st.data())
def test_values_added_at_places_named_twice(data: st.DataObject) -> None:
    one = data.draw(arrays(["int64", "float64"], (3, 4)))
    rows, columns = (data.draw(places_in(length, (7,))) for length in one.shape)
    value = data.draw(st.one_of(st.integers(0, 9), arrays(["bool", one.dtype.name], (7,))))
    mine = twin(one)
    given_value = twin(value) if isinstance(value, np.ndarray) else value
    plain.add.at(mine, (twin(rows), twin(columns)), given_value)
    np.add.at(one, (rows, columns), value)
    assert told(mine) == told(one)


@FEW
@given(arrays(shape=SOME), st.data())
def test_other_forms(one: Any, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(one.ndim)))
    mine = twin(one)
    assert told(mine.transpose(*order)) == told(one.transpose(*order))
    assert told(mine.T) == told(one.T)
    assert told(mine.ravel()) == told(one.ravel())
    assert told(mine.reshape(one.shape[0], -1)) == told(one.reshape(one.shape[0], -1))
    assert repr(mine.tolist()) == repr(one.tolist())
    assert (len(mine), mine.size, mine.ndim, mine.nbytes) == (
        len(one), one.size, one.ndim, one.nbytes,
    )  # fmt: skip
    assert mine.tobytes() == np.ascontiguousarray(one).tobytes() or np.isnan(one).any()
    assert told(list(mine)) == told(list(one))


@FEW
@given(st.data())
def test_arrays_put_together(data: st.DataObject) -> None:
    shape = data.draw(extra.array_shapes(min_dims=1, max_dims=3, min_side=0, max_side=4))
    parts = data.draw(st.lists(arrays(shape=shape), min_size=1, max_size=4))
    axis = data.draw(st.integers(-len(shape), len(shape) - 1))
    mine = [twin(part) for part in parts]
    assert told(plain.concatenate(mine, axis=axis)) == told(np.concatenate(parts, axis=axis))
    assert told(plain.stack(mine, axis=axis)) == told(np.stack(parts, axis=axis))


@FEW
@given(st.data(), arrays(shape=st.integers(0, 6)))
def test_rows_repeated_and_grown(data: st.DataObject, one: Any) -> None:
    counts = data.draw(extra.arrays(np.int64, one.shape, elements=st.integers(0, 3)))
    at = data.draw(extra.arrays(np.int64, 5, elements=st.integers(0, len(one))))
    new = data.draw(arrays([one.dtype.name], 5))
    mine = twin(one)
    assert told(plain.repeat(mine, twin(counts))) == told(np.repeat(one, counts))
    assert told(plain.repeat(mine, 3)) == told(np.repeat(one, 3))
    assert told(plain.tile(mine, 2)) == told(np.tile(one, 2))
    assert told(plain.insert(mine, twin(at), twin(new))) == told(np.insert(one, at, new))


@FEW
@given(arrays([*WHOLE, "float64"], SOME))
def test_order(one: Any) -> None:
    assume(np.isfinite(one).all())
    mine, order = twin(one), np.argsort(one, axis=-1, kind="stable")
    assert told(plain.argsort(mine, axis=-1, kind="stable")) == told(order)
    assert told(plain.sort(mine)) == told(np.sort(one))
    taken = np.take_along_axis(one, order[..., :2], axis=-1)
    assert told(plain.take_along_axis(mine, twin(order[..., :2]), axis=one.ndim - 1)) == told(taken)


@FEW
@given(arrays(["bool", *WHOLE], SOME))
def test_places_and_counts(one: Any) -> None:
    mine = twin(one)
    assert told(plain.flatnonzero(mine)) == told(np.flatnonzero(one))
    assert told(plain.cumsum(mine.astype(plain.int64))) == told(np.cumsum(one.astype(np.int64)))
    counted = abs(one.astype(np.int64)).ravel() % 7
    assert told(plain.bincount(twin(counted), minlength=4)) == told(
        np.bincount(counted, minlength=4)
    )


@pytest.mark.parametrize("said", ["rki,rkj->rij", "ij,jk->ik", "ij,ij->j"])
@FEW
@given(st.data())
def test_products_of_tables(said: str, data: st.DataObject) -> None:
    length = {"r": 2, "k": 3, "i": 4, "j": 4}
    length["i"] = length["j"] = length["k"] = data.draw(st.integers(0, 4))
    one, other = (
        data.draw(extra.arrays(np.int64, tuple(length[n] for n in names),
                               elements=st.integers(-5, 5)))
        for names in said.split("->", maxsplit=1)[0].split(",")
    )  # fmt: skip
    assert told(plain.einsum(said, twin(one), twin(other))) == told(np.einsum(said, one, other))


@pytest.mark.parametrize("kind", KINDS)
def test_new_arrays(kind: str) -> None:
    mine = plain.bool_ if kind == "bool" else getattr(plain, kind)
    for shape in (3, (2, 3), (0, 2), ()):
        assert told(plain.zeros(shape, mine)) == told(np.zeros(shape, kind))
        assert told(plain.ones(shape, mine)) == told(np.ones(shape, kind))
        assert told(plain.full(shape, 1, mine)) == told(np.full(shape, 1, kind))
        assert told(plain.zeros_like(plain.ones(shape, mine))) == told(np.zeros(shape, kind))
    assert told(plain.eye(4, dtype=mine)) == told(np.eye(4, dtype=kind))
    assert told(plain.array([[0, 1], [1, 0]], mine)) == told(np.array([[0, 1], [1, 0]], kind))


def test_new_arrays_from_lists() -> None:
    for listed in ([1, 2], [1.0, 2], [True, False], [[1, 2], [3, 4]], [], [[0.5], [1.5]]):
        assert told(plain.array(listed)) == told(np.array(listed))
    rows = [np.array([1, 2]), np.array([3, 4])]
    assert told(plain.array([twin(row) for row in rows])) == told(np.array(rows))
    assert told(plain.arange(5)) == told(np.arange(5))
    assert told(plain.arange(2, 7)) == told(np.arange(2, 7))
    assert told(plain.arange(3, dtype=plain.int8)) == told(np.arange(3, dtype=np.int8))
    assert told(plain.full(3, 0.5)) == told(np.full(3, 0.5))
    assert told(plain.full(3, plain.nan)) == told(np.full(3, np.nan))
    for size, above in ((4, 1), (3, 0), (1, 1)):
        assert told(list(plain.triu_indices(size, above))) == told(
            list(np.triu_indices(size, above))
        )
    table, mine = np.ones((3, 3)), plain.ones((3, 3))
    np.fill_diagonal(table, 0.25)
    plain.fill_diagonal(mine, 0.25)
    assert told(mine) == told(table)


@pytest.mark.parametrize(
    "asked",
    [
        lambda k: k.zeros((2, 3)) + k.zeros((2, 2)),
        lambda k: k.zeros((2, 3)).reshape(4, 2),
        lambda k: k.zeros(3).sum(axis=1),
        lambda k: bool(k.zeros(3) > 0),
        lambda k: k.concatenate([]),
        lambda k: k.concatenate([k.zeros((2, 3)), k.zeros((2, 2))]),
        lambda k: k.array([[1, 2], [3]]),
        lambda k: k.zeros((2, 2)).__setitem__(0, k.zeros(3)),
        lambda k: k.zeros(3, k.bool_) - k.zeros(3, k.bool_),
        lambda k: k.zeros(3, k.uint8) + 300,
        lambda k: k.zeros(3).astype("no kind"),
        lambda k: k.zeros(2, k.int64).__iadd__(0.5),
        lambda k: len(k.zeros(())),
    ],
)  # fmt: skip
def test_what_numpy_refuses_is_refused(asked: Any) -> None:
    for kind in (np, plain):
        with pytest.raises((ValueError, TypeError, IndexError, OverflowError)):
            asked(kind)
