"""What a sensitivity analysis found: how much each number does to a measure."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.parquet import read_results, write_results
from bor_widgets.simulation.plan import times_of
from bor_widgets.simulation.results import Measured
from bor_widgets.simulation.sensitivity import KIND, LEVELS, Sensitivity, salib

#: what each method tells of a number: its name there, and what it is called
TOLD: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sobol": MappingProxyType({"S1": "alone", "ST": "with all others"}),
        "morris": MappingProxyType({"mu_star": "effect", "sigma": "unevenness of the effect"}),
    }
)

WORDS = {
    "partial": "{done} of {total} worlds were run, and the analysis takes all: resume the run",
    "nothing": "{measure} had nothing to measure in {count} of {total} settings, and the analysis "
    "takes a number in each",
    "unread": "{name} does not hold what its beginning promises: nothing was read",
}


@dataclass(frozen=True, slots=True)
class Influence:
    """How much one number does to a measure.

    Attributes
    ----------
    field
        The number.
    values
        What the method tells of it, by the names in TOLD.
    reach
        For each of them how far its interval of 95 % reaches to either side.
    """

    field: str
    values: Mapping[str, float]
    reach: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SensitivityResult:
    """What came of an analysis. It forecasts nothing (R61, P0 L1397-1403).

    Attributes
    ----------
    sensitivity
        What was analysed.
    sample : (settings, numbers)
        The sample, as it was drawn.
    measured
        Its settings, in the order of the sample.
    """

    sensitivity: Sensitivity
    sample: Any
    measured: Measured

    @property
    def complete(self) -> bool:
        """Whether all worlds were run."""
        return self.measured.complete

    def influences(self, measure: str, after: int | None = None) -> tuple[Influence, ...]:
        """Return how much each number does to the mean of a measure, the most first.

        Raises
        ------
        ValueError
            For a measure that there is not, or that some setting had nothing of, and for a run
            that is not complete.
        """
        mean = self.measured.mean(measure, after).mean
        done = self.measured.done
        if not self.complete:
            raise ValueError(WORDS["partial"].format(done=int(done.sum()), total=done.size))
        if np.isnan(mean).any():
            count = int(np.isnan(mean).sum())
            raise ValueError(WORDS["nothing"].format(measure=measure, count=count, total=len(mean)))
        asked = self.sensitivity
        if np.ptp(mean) == 0.0:  # nothing moved it: shares of no variance would be no numbers
            nothing = dict.fromkeys(TOLD[asked.method], 0.0)
            return tuple(Influence(name, nothing, nothing) for name in asked.ranges)
        tool = salib(f"SALib.analyze.{asked.method}")
        if asked.method == "sobol":
            found = tool.analyze(asked.problem, mean, calc_second_order=False, seed=asked.seed)
        else:
            found = tool.analyze(
                asked.problem, self.sample, mean, num_levels=LEVELS, seed=asked.seed
            )
        names = TOLD[asked.method]
        listed = [
            Influence(
                name,
                {each: float(found[each][k]) for each in names},
                {
                    each: float(found[f"{each}_conf"][k])
                    for each in names
                    if f"{each}_conf" in found
                },
            )
            for k, name in enumerate(asked.ranges)
        ]
        by = "ST" if asked.method == "sobol" else "mu_star"
        return tuple(sorted(listed, key=lambda one: -one.values[by]))

    def same_as(self, other: SensitivityResult) -> bool:
        """Whether both are the same analysis and hold the same bits."""
        return (
            self.sensitivity == other.sensitivity
            and bool(np.array_equal(self.sample, other.sample))
            and self.measured.same_as(other.measured)
        )

    def save(self, path: str | Path) -> Path:
        """Write a Parquet file with the configuration inside; see :func:`write_results`."""
        columns = self.measured.columns()
        place = columns.pop("cell")
        points = self.sensitivity.points(self.sample)
        varied = {
            name: np.array([point[name] for point in points])[place]
            for name in self.sensitivity.ranges
        }
        packed = base64.b64encode(zlib.compress(self.sample.astype("<f8").tobytes()))
        about = {
            **self.measured.about(),
            "run": self.sensitivity.to_plain(),
            "sample": packed.decode("ascii"),
        }
        config = self.sensitivity.config.to_json()
        return write_results(path, KIND, config, about, {"cell": place, **varied, **columns})

    @classmethod
    def load(cls, path: str | Path) -> SensitivityResult:
        """Read a file that :meth:`save` wrote.

        Raises
        ------
        FileNotFoundError, ValueError
            If there is none, or it is damaged or of another kind; nothing is read in part.
        """
        _, about, columns = read_results(path, KIND)
        name = Path(path).name
        try:
            asked = Sensitivity.from_plain(about["run"])
            packed = zlib.decompress(base64.b64decode(about["sample"], validate=True))
            flat = np.frombuffer(packed, "<f8")
            sample = flat.reshape(asked.settings, len(asked.ranges)).astype(float)
        except (KeyError, TypeError, ValueError, zlib.error):
            raise ValueError(WORDS["unread"].format(name=name)) from None
        shape = (asked.settings, asked.worlds)
        times = times_of(asked.rounds, asked.every)
        measured = Measured.from_columns(name, columns, about, shape, times)
        return cls(asked, sample, measured)
