"""How fast worlds run: ours beside Mesa, loops over a graph, and the machine's memory.

A tie-update is one ordered pair in one round. A whole round is timed: what strikes, moves, ties
and states, and the measures every ten rounds. Beginning a world is not timed, for nobody.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks import bandwidth
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.engine import Engine, Path
from bor_widgets.simulation.measures import measure
from bor_widgets.simulation.start import begin
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.world import World
from tests.peers.compare import WHOLE, Peer, furthest, measured_by, measures_apart
from tests.peers.mesa_world import MesaWorld
from tests.peers.networkx_world import NetworkxWorld

#: one line of the table: what, value, and what stands beside it
Line = tuple[str, str, str]

PATHS: tuple[Path, Path] = ("arrays", "compiled")
MEASURE_EVERY = 10

#: how many times as often a world alone is timed: it takes moments, and so meets more noise
ALONE = 3
THREADS = 2

#: how far the peers' floats may lie from ours: they are added in another order
NEAR = 1e-9

#: how many times Mesa's rate a single world, and a batch, should reach with 100 states
AIMS = {"single": 30, "batch": 100}

PEERS: dict[str, type[Any]] = {"Mesa": MesaWorld, "networkx loops": NetworkxWorld}


@dataclass(frozen=True)
class Size:
    """What is timed for one number of states.

    Attributes
    ----------
    rounds
        Rounds that are timed: whole blocks of arrivals, so that none is drawn for nothing.
    checked
        Rounds after which the results are compared before anything is timed.
    batch, arrays_batch
        Worlds in a batch on the compiled path, and on the one of arrays.
    chunk
        Worlds that a thread runs together.
    repetitions, peer_repetitions
        How often each is timed.
    """

    states: int
    rounds: int
    checked: int
    batch: int
    arrays_batch: int
    chunk: int
    repetitions: int = 3
    peer_repetitions: int = 3


SIZES = (
    Size(states=20, rounds=96, checked=40, batch=1000, arrays_batch=200, chunk=100),
    Size(states=100, rounds=32, checked=20, batch=1000, arrays_batch=100, chunk=10),
    Size(
        states=500, rounds=16, checked=3, batch=20, arrays_batch=4, chunk=1, peer_repetitions=1
    ),
)  # fmt: skip

#: something that is made ready and then timed: called for each repetition, it returns what to run
Ready = Callable[[], Callable[[], object]]


def lines() -> Iterator[Line]:
    """Measure everything and give one line each."""
    yield from first_rounds()
    flow = bandwidth.measure(THREADS)
    yield (
        f"memory copied by {THREADS} threads",
        f"{flow / 1e9:.1f} GB/s",
        "the quickest of several copies; read and written bytes together",
    )
    for size in SIZES:
        yield from sized(size, flow)
    yield from small_rounds()


def first_rounds() -> Iterator[Line]:
    """Time the first round of the compiled path, which holds the compiling."""
    for precision in ("double", "single"):
        config = WorldConfig(states=4, precision=precision)
        engine = Engine.of(config, [0], "compiled")
        seconds = timed(engine.step)
        told = "once in a program, in none of the times below"
        yield f"compiling, {precision} precision", f"{seconds:.1f} s", told


def sized(size: Size, flow: float) -> Iterator[Line]:
    """Compare all ways for one number of states."""
    config = WorldConfig(states=size.states, precision="double")
    light = config.with_(precision="single")
    compare(config, size.checked)
    ready: dict[str, tuple[int, int, Ready]] = {}
    for name, peer in PEERS.items():
        ready[name] = (1, size.peer_repetitions, ready_peer(peer, config, size.rounds))
    for path in PATHS:
        one = ready_ours(config, size, path, worlds=1)
        ready[f"{path}, one world"] = (1, ALONE * size.repetitions, one)
    for path, worlds in zip(PATHS, (size.arrays_batch, size.batch), strict=True):
        many = ready_ours(config, size, path, worlds)
        ready[f"{path}, {worlds} worlds"] = (worlds, size.repetitions, many)
    many = ready_ours(light, size, "compiled", size.batch)
    ready[f"compiled, {size.batch} worlds, single"] = (size.batch, size.repetitions, many)

    rates = rates_of(ready, size)
    limits = {c.precision: flow / (2 * bytes_of_a_tie(c)) for c in (config, light)}
    for name, rate in rates.items():
        beside = f"{rate / rates['Mesa']:.1f} times Mesa"
        kind = "batch" if "worlds" in name else "single"
        if size.states == 100 and name.startswith("compiled"):
            beside += f"; aim: at least {AIMS[kind]}"
        if kind == "batch":
            limit = limits["single" if name.endswith("single") else "double"]
            beside += f"; {rate / limit:.0%} of what memory allows ({limit / 1e6:.0f})"
        yield f"{size.states} states, {name}", f"{rate / 1e6:.2f} million a second", beside


def compare(config: WorldConfig, rounds: int) -> None:
    """Check that all come to the same, before anything is timed.

    Raises
    ------
    RuntimeError
        If they do not: times of different models say nothing.
    """
    engines = {path: Engine.of(config, [0], path) for path in PATHS}
    measured = {path: played(engine, rounds) for path, engine in engines.items()}
    ours = engines["arrays"].worlds
    if not ours.same_as(engines["compiled"].worlds):
        raise RuntimeError(f"arrays and compiled differ after {rounds} rounds")
    for name, kind in PEERS.items():
        peer = kind(config, begin(config, [0]), MEASURE_EVERY)
        for _ in range(rounds):
            peer.step()
        check(name, peer, ours)
        for found in measured.values():
            if found and max(measures_apart(found, measured_by(peer)).values()) > NEAR:
                raise RuntimeError(f"{name} measures something else after {rounds} rounds")


def check(name: str, peer: Peer, ours: Worlds) -> None:
    """Check that a peer stands where our world stands.

    Raises
    ------
    RuntimeError
        If it does not.
    """
    for part, distance in furthest(peer, ours).items():
        if distance > (0.0 if part in WHOLE else NEAR):
            raise RuntimeError(f"{name} differs from ours in {part} by {distance:g}")


def played(engine: Engine, rounds: int) -> dict[str, float]:
    """Play some rounds of a row of worlds and return the last measures of the first of them."""
    total, found = None, {}
    for round_ in range(1, rounds + 1):
        full = round_ % MEASURE_EVERY == 0
        tallies = engine.step(full)
        total = tallies if total is None else tallies.after(total)
        if full:
            found = measure(engine.config, engine.worlds, total)
            total = None
    return {name: float(value[0]) for name, value in found.items()}


def ready_peer(peer: type[Any], config: WorldConfig, rounds: int) -> Ready:
    """Make a peer ready for its rounds."""

    def make() -> Callable[[], object]:
        model = peer(config, begin(config, [0]), MEASURE_EVERY)
        return lambda: [model.step() for _ in range(rounds)]

    return make


def ready_ours(config: WorldConfig, size: Size, path: Path, worlds: int) -> Ready:
    """Make worlds of ours ready: one alone, or many in chunks on threads."""

    def make() -> Callable[[], object]:
        chunks = [
            range(first, min(first + size.chunk, worlds)) for first in range(0, worlds, size.chunk)
        ]
        engines = [Engine.of(config, chunk, path) for chunk in chunks]
        if worlds == 1:
            return lambda: played(engines[0], size.rounds)
        return lambda: on_threads(engines, size.rounds)

    return make


def on_threads(engines: list[Engine], rounds: int) -> None:
    """Play rows of worlds on threads, each from its first round to its last."""
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda engine: played(engine, rounds), engines))


def rates_of(ready: dict[str, tuple[int, int, Ready]], size: Size) -> dict[str, float]:
    """Return the median tie-updates a second of each; they take turns, so that all meet alike.

    The comparison of results before has warmed all of them up.
    """
    ties = size.states * (size.states - 1) * size.rounds
    rates: dict[str, list[float]] = {name: [] for name in ready}
    for turn in range(max(repetitions for _, repetitions, _ in ready.values())):
        for name, (worlds, repetitions, make) in ready.items():
            if turn < repetitions:
                rates[name].append(worlds * ties / timed(make()))
    return {name: statistics.median(found) for name, found in rates.items()}


def bytes_of_a_tie(config: WorldConfig) -> float:
    """Return the bytes that the state of one tie takes."""
    worlds = begin(config, [0])
    of_ties = (getattr(worlds, name) for name in Worlds.__slots__ if name != "round")
    square = (1, config.states, config.states)
    taken = sum(int(each.nbytes) for each in of_ties if each.shape[:3] == square)
    return taken / config.states**2


def small_rounds(states: int = 30, rounds: int = 320) -> Iterator[Line]:
    """Time single rounds of a small world, as a live page plays them."""
    config = WorldConfig(states=states)
    for path in PATHS:
        engine = Engine.of(config, [0], path)
        bare = median_of(engine.step, rounds)
        world = World(config, path=path)
        whole = median_of(world.step, rounds)
        yield (
            f"one round of {states} states, {path}",
            f"{bare * 1e6:.0f} µs",
            f"{whole * 1e6:.0f} µs with measures and log; a screen is drawn every 16667",
        )


def median_of(step: Callable[[], object], times: int) -> float:
    """Return the median seconds of one step, after some that are not counted."""
    seconds = [timed(step) for _ in range(times)]
    return float(np.median(seconds[times // 10 :]))


def timed(run: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
