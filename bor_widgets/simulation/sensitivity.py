"""Which numbers of a world matter most: a sample over many of them, and what it tells.

The sample and its reading are SALib's: Sobol's indices, which share out the variance of a
measure, and Morris's elementary effects, which need fewer worlds and rank the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from threading import Event
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bor_widgets.simulation import engine
from bor_widgets.simulation.arrays import check_many
from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.batch import run_on
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.fields import configs_of, field_value, numeric_field
from bor_widgets.simulation.plan import MOST_WORLDS, Plan, check_numbers
from bor_widgets.simulation.progress import Tell
from bor_widgets.simulation.results import Measured
from bor_widgets.theory.checks import one_of, whole

if TYPE_CHECKING:
    from bor_widgets.simulation.influence import SensitivityResult

#: what a file of a sensitivity analysis is called in its header
KIND = "a sensitivity analysis"

#: how a sample is drawn and read
METHODS = ("sobol", "morris")

#: numbers that decide no rule: chance, and how exactly it is computed
NO_RULE = ("seed",)

#: levels on which Morris's paths walk
LEVELS = 4

WORDS = {
    "missing": "the package SALib is not installed: `make worlds` brings it, and so does "
    '`pip install "bor-widgets[worlds]"`',
    "ranges": "a sensitivity analysis takes two numbers at least, each with its range; "
    "given were {given}",
    "range": "the range of {name} takes a low end and a high end above it; given was {given!r:.80}",
    "no_rule": "{name} decides no rule, and no analysis varies it",
    "power": "samples takes a power of two for Sobol's indices, such as {near}; given was {given}",
    "large": "the analysis takes at most {most:,} worlds; given were {given:,}",
    "plain": "a sensitivity analysis takes config, ranges, method, samples, worlds, rounds, every "
    "and seed; given was something else",
}


@dataclass(frozen=True)
class Sensitivity:
    """What is analysed: which numbers vary, in which ranges, and how they are sampled.

    Attributes
    ----------
    config
        What all worlds share.
    ranges
        By field its low and high end, or None for its whole range.
    method
        ``"sobol"`` or ``"morris"``.
    samples
        Size of the sample: for Sobol a power of two, run for each number and two times more;
        for Morris the number of paths, each one step longer than there are numbers.
    worlds, rounds, every
        Worlds of each setting, rounds, and rounds between two measurements.
    seed
        The chance of the sample, apart from that of the worlds.

    Raises
    ------
    TypeError, ValueError
        Before anything is run, for a name that is none, or a range outside the field's own.
    """

    config: WorldConfig
    ranges: Mapping[str, tuple[float, float] | None]
    method: str = "sobol"
    samples: int = 64
    worlds: int = 20
    rounds: int = 100
    every: int = 10
    seed: int = 1

    def __post_init__(self) -> None:
        if not isinstance(self.config, WorldConfig):
            given = type(self.config).__name__
            raise TypeError(f"config takes a WorldConfig; given was {given}")
        if not isinstance(self.ranges, Mapping) or len(self.ranges) < 2:
            count = len(self.ranges) if isinstance(self.ranges, Mapping) else "none"
            raise ValueError(WORDS["ranges"].format(given=count))
        kept = {name: _range(name, given) for name, given in self.ranges.items()}
        object.__setattr__(self, "ranges", MappingProxyType(kept))
        one_of("method", self.method, METHODS)
        whole("samples", self.samples, 2, MOST_WORLDS)
        whole("seed", self.seed, 0, 2**31 - 1)
        check_numbers(self.worlds, self.rounds, self.every)
        if self.method == "sobol" and self.samples & (self.samples - 1):
            near = 2 ** round(np.log2(self.samples))
            raise ValueError(WORDS["power"].format(near=near, given=self.samples))
        if self.settings * self.worlds > MOST_WORLDS:
            given_worlds = self.settings * self.worlds
            raise ValueError(WORDS["large"].format(most=MOST_WORLDS, given=given_worlds))

    @property
    def settings(self) -> int:
        """How many settings of the numbers are run."""
        more = 2 if self.method == "sobol" else 1
        return self.samples * (len(self.ranges) + more)

    @cached_property
    def problem(self) -> dict[str, Any]:
        """The numbers and their bounds, as SALib takes them."""
        bounds = []
        for name, ends in self.ranges.items():
            assert ends is not None
            # each whole number gets a stretch of the same length
            more = 1.0 if numeric_field(name).kind == "count" else 0.0
            bounds.append([float(ends[0]), float(ends[1]) + more])
        return {"num_vars": len(bounds), "names": list(self.ranges), "bounds": bounds}

    @cached_property
    def sample(self) -> Any:
        """The sample, (settings, numbers), each number within its bounds.

        Raises
        ------
        ModuleNotFoundError
            If SALib is not installed; the sentence says what brings it.
        """
        tool = salib(f"SALib.sample.{self.method}")
        if self.method == "sobol":
            drawn = tool.sample(self.problem, self.samples, calc_second_order=False, seed=self.seed)
        else:
            drawn = tool.sample(self.problem, self.samples, num_levels=LEVELS, seed=self.seed)
        return np.ascontiguousarray(drawn, float)

    def points(self, sample: Any) -> tuple[dict[str, float], ...]:
        """Return the numbers of each setting; where a number is whole, its stretch's number."""
        columns: list[list[float]] = []
        for k, (name, ends) in enumerate(self.ranges.items()):
            column = sample[:, k]
            if numeric_field(name).kind == "count":
                assert ends is not None
                columns.append([int(v) for v in np.clip(np.floor(column), *ends)])
            else:
                columns.append([float(v) for v in column])
        return tuple(dict(zip(self.ranges, row, strict=True)) for row in zip(*columns, strict=True))

    def plan(self, path: engine.Path | None = None) -> Plan:
        """Return what is to be run.

        Raises
        ------
        ValueError
            If the ranges meet numbers that do not fit together.
        """
        configs = configs_of(self.config, self.points(self.sample))
        return Plan(configs, self.worlds, self.rounds, self.every, path)

    def to_plain(self) -> dict[str, Any]:
        """Return the analysis as plain data for a file."""
        return {
            "kind": KIND,
            "config": self.config.changed(),
            "ranges": [[name, *(ends or ())] for name, ends in self.ranges.items()],
            "method": self.method,
            "samples": self.samples,
            "worlds": self.worlds,
            "rounds": self.rounds,
            "every": self.every,
            "seed": self.seed,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Sensitivity:
        """Build an analysis from plain data, as :meth:`to_plain` gives it.

        Raises
        ------
        TypeError, ValueError
            For data that are none, or hold what a field refuses.
        """
        refusal = ValueError(WORDS["plain"])
        numbers = ("method", "samples", "worlds", "rounds", "every", "seed")
        if not isinstance(plain, Mapping) or plain.get("kind") != KIND:
            raise refusal
        if set(plain) != {"kind", "config", "ranges", *numbers}:
            raise refusal
        entries = plain["ranges"]
        if not isinstance(entries, list | tuple):
            raise refusal
        ranges = {}
        for entry in entries:
            if not isinstance(entry, list | tuple) or len(entry) != 3:
                raise refusal
            ranges[entry[0]] = (entry[1], entry[2])
        config = WorldConfig.from_plain(plain["config"])
        return cls(config, ranges, **{name: plain[name] for name in numbers})

    def run(
        self,
        scheduler: str | None = None,
        *,
        threads: int = 2,
        path: engine.Path | None = None,
        checkpoint: str | Path | None = None,
        on_progress: Tell | None = None,
        stop: Event | None = None,
    ) -> SensitivityResult:
        """Run the analysis; see :func:`~bor_widgets.simulation.batch.run_on`."""
        from bor_widgets.simulation.influence import SensitivityResult

        runs = run_on(
            self.plan(path),
            scheduler,
            threads=threads,
            checkpoint=None if checkpoint is None else Path(checkpoint),
            about={"run": self.to_plain()},
            on_progress=on_progress,
            stop=stop,
        )
        return SensitivityResult(self, self.sample, Measured.of(runs))


def _range(name: str, given: Any) -> tuple[float, float]:
    parameter = numeric_field(name)
    if name in NO_RULE:
        raise ValueError(WORDS["no_rule"].format(name=name))
    if given is None:
        given = (parameter.low, parameter.high)
    refusal = ValueError(WORDS["range"].format(name=name, given=given))
    if isinstance(given, str) or not isinstance(given, list | tuple) or len(given) != 2:
        raise refusal
    low, high = (field_value(name, value) for value in given)
    if not low < high:
        raise refusal
    return low, high


def salib(module: str) -> Any:
    """Return a module of SALib.

    Raises
    ------
    ModuleNotFoundError
        If SALib is not installed; the sentence says what brings it.
    """
    check_many()  # SALib too takes NumPy
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise ModuleNotFoundError(WORDS["missing"]) from None
