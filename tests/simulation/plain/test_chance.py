"""The streams of chance against NumPy's: the same bits, whatever is drawn before."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.simulation import plain

SEEDS = st.integers(0, 2**200)
KEYS = st.lists(st.integers(0, 2**40), max_size=3).map(tuple)


def streams(seed: int, key: tuple[int, ...] = ()) -> tuple[Any, Any]:
    """Return the same stream twice: NumPy's, and the plain one."""
    return (
        np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key))),
        plain.random.Generator(plain.random.PCG64(plain.random.SeedSequence(seed, spawn_key=key))),
    )


def draw(stream: Any, kinds: Any, what: tuple[str, Any]) -> list[Any]:
    kind, size = what
    match kind:
        case "double":
            found = stream.random(size)
        case "single":
            found = stream.random(size, kinds.float32)
        case "few":
            found = stream.poisson(2.5, size)
        case "many":
            found = stream.poisson(31.7, size)
        case "order":
            found = stream.permutation(size)
        case _:
            found = stream.integers(0, 1 + size % 7, size, kinds.uint8)
    listed: list[Any] = found.tolist()
    return listed


DRAWS = st.lists(
    st.tuples(
        st.sampled_from(["double", "single", "few", "many", "order", "bytes"]), st.integers(0, 40)
    ),
    max_size=12,
)


@given(SEEDS, KEYS, DRAWS)
def test_whatever_is_drawn_in_whatever_order(
    seed: int, key: tuple[int, ...], draws: list[tuple[str, int]]
) -> None:
    one, other = streams(seed, key)
    for what in draws:
        assert draw(one, np, what) == draw(other, plain, what)


@pytest.mark.parametrize("kind", ["double", "single", "order", "bytes"])
def test_ten_thousand_draws(kind: str) -> None:
    one, other = streams(20260101, (3, 14))
    assert draw(one, np, (kind, 10_001)) == draw(other, plain, (kind, 10_001))


@pytest.mark.parametrize("mean", [0.0, 1e-9, 0.3, 4.0, 9.999, 10.0, 10.5, 60.0, 1234.5, 2e6])
def test_counts_of_events(mean: float) -> None:
    one, other = streams(8)
    assert one.poisson(mean, 10_000).tolist() == other.poisson(mean, 10_000).tolist()
    # nothing more and nothing less was taken from the stream
    assert one.random(5).tolist() == other.random(5).tolist()


@pytest.mark.parametrize("span", [1, 2, 3, 5, 128, 200, 256])
def test_bytes_below_any_bound(span: int) -> None:
    one, other = streams(9)
    drawn = other.integers(0, span, 3001, plain.uint8).tolist()
    assert one.integers(0, span, 3001, np.uint8).tolist() == drawn
    assert one.random(5, np.float32).tolist() == other.random(5, plain.float32).tolist()


def test_half_a_word_waits_for_the_next_single() -> None:
    one, other = streams(10)
    for stream, kinds in ((one, np), (other, plain)):
        stream.random(3, kinds.float32)
    assert one.random(1).tolist() == other.random(1).tolist()
    assert one.random(1, np.float32).tolist() == other.random(1, plain.float32).tolist()


@pytest.mark.parametrize(("seed", "key"), [(-1, ()), (1, (-1,))])
def test_a_seed_below_zero_is_refused(seed: int, key: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="from 0 upwards"):
        plain.random.SeedSequence(seed, spawn_key=key)
