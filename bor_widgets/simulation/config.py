"""The configuration of a world: every number of it in one frozen object."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from typing import Any

from bor_widgets.simulation.config_parts import (
    check_shocks,
    list_in,
    numbers_of,
    part_of,
    ties_of,
    tuple_of,
    values_of,
)
from bor_widgets.simulation.doctrines import DOCTRINES, RuleTable
from bor_widgets.simulation.parameters import neutral_of, world_groups, world_parameters
from bor_widgets.simulation.shocks import Shock
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.commitment import PACE, Pace

__all__ = ["WorldConfig", "world_groups", "world_parameters"]


@dataclass(frozen=True, slots=True)
class WorldConfig:
    """Everything that decides a world, bar the number of rounds.

    The numbers are declared in ``parameters.toml`` (see :func:`world_parameters`); all are
    on our scale. The same configuration gives the same world, bit for bit on one machine.

    Attributes
    ----------
    assigned
        What each state follows, by name (a doctrine or one of `tables`), in the order of the
        states; empty: drawn by the weights.
    tables
        Rule tables that `assigned` may name.
    values_given
        The value of each state, 0..1, in the order of the states; empty: drawn.
    ties_given
        Ties at the start that are set and not drawn: two places and a level each, 0..1.
    shocks
        What happens from outside, and when.
    calibration
        The numbers of the judgement.
    pace
        The numbers of a value-spreader's fatigue. What it says of a tie (wear, pull) plays no
        part: the ties are the world's own.

    Raises
    ------
    TypeError, ValueError
        For a value outside its range, of the wrong type, or that fits no other; the sentence
        names the field, what it takes and what was given.
    """

    states: int = neutral_of("states")
    riser: bool = neutral_of("riser")
    hegemon: bool = neutral_of("hegemon")
    neighbours: int = neutral_of("neighbours")
    forced: float = neutral_of("forced")
    relationships: float = neutral_of("relationships")
    power: float = neutral_of("power")
    values: float = neutral_of("values")
    soft: float = neutral_of("soft")
    by_table: float = neutral_of("by_table")
    riser_doctrine: str = neutral_of("riser_doctrine")
    hegemon_doctrine: str = neutral_of("hegemon_doctrine")
    value_spread: float = neutral_of("value_spread")
    leadership_spread: float = neutral_of("leadership_spread")
    culture: float = neutral_of("culture")
    culture_spread: float = neutral_of("culture_spread")
    horizon: int = neutral_of("horizon")
    tie: float = neutral_of("tie")
    tie_spread: float = neutral_of("tie_spread")
    areas: int = neutral_of("areas")
    decay: float = neutral_of("decay")
    ritual_every: int = neutral_of("ritual_every")
    mending: float = neutral_of("mending")
    ceiling: float = neutral_of("ceiling")
    floor: float = neutral_of("floor")
    break_loss: float = neutral_of("break_loss")
    wear: float = neutral_of("wear")
    worry_loss: float = neutral_of("worry_loss")
    reciprocity: float = neutral_of("reciprocity")
    retaliation: float = neutral_of("retaliation")
    restraint_fading: float = neutral_of("restraint_fading")
    strikes: float = neutral_of("strikes")
    gravity_low: float = neutral_of("gravity_low")
    gravity_high: float = neutral_of("gravity_high")
    gap_weight: float = neutral_of("gap_weight")
    imposition: float = neutral_of("imposition")
    choosing: float = neutral_of("choosing")
    opposition: float = neutral_of("opposition")
    alarm: float = neutral_of("alarm")
    punishment_means: float = neutral_of("punishment_means")
    compromise_means: float = neutral_of("compromise_means")
    wording: str = neutral_of("wording")
    capability_spread: float = neutral_of("capability_spread")
    hegemon_capability: float = neutral_of("hegemon_capability")
    growth: float = neutral_of("growth")
    riser_growth: float = neutral_of("riser_growth")
    violence: float = neutral_of("violence")
    soft_violence: float = neutral_of("soft_violence")
    ambition: float = neutral_of("ambition")
    war_cost: float = neutral_of("war_cost")
    coalition_rounds: int = neutral_of("coalition_rounds")
    failed_rounds: int = neutral_of("failed_rounds")
    undetermined: str = neutral_of("undetermined")
    interdependence: float = neutral_of("interdependence")
    defence_advantage: float = neutral_of("defence_advantage")
    territorial_norm: float = neutral_of("territorial_norm")
    expansionist_ideology: float = neutral_of("expansionist_ideology")
    soft_from: int = neutral_of("soft_from")
    sustained_from: int = neutral_of("sustained_from")
    campaign_rounds: int = neutral_of("campaign_rounds")
    soft_bite: float = neutral_of("soft_bite")
    legitimacy_recovery: float = neutral_of("legitimacy_recovery")
    institutions: int = neutral_of("institutions")
    membership: float = neutral_of("membership")
    inclusive: float = neutral_of("inclusive")
    compensation: float = neutral_of("compensation")
    determination: float = neutral_of("determination")
    tolerance: float = neutral_of("tolerance")
    revisionist_from: float = neutral_of("revisionist_from")
    ally_from: float = neutral_of("ally_from")
    memory: float = neutral_of("memory")
    seed: int = neutral_of("seed")
    precision: str = neutral_of("precision")
    assigned: tuple[str, ...] = ()
    tables: tuple[RuleTable, ...] = ()
    shocks: tuple[Shock, ...] = ()
    values_given: tuple[float, ...] = ()
    ties_given: tuple[tuple[int, int, float], ...] = ()
    calibration: Calibration = field(default=NEUTRAL)
    pace: Pace = field(default=PACE)

    def __post_init__(self) -> None:
        for name, parameter in world_parameters().items():
            value = parameter.check(getattr(self, name))
            if parameter.kind == "slider" and hasattr(value, "__array__"):
                raise TypeError(f"{name} takes {parameter.allowed}; given was an array")
            if parameter.kind == "switch" and value is None:
                raise TypeError(f"{name} takes True or False; given was None")
            object.__setattr__(self, name, value)
        for name, kind in (("calibration", Calibration), ("pace", Pace)):
            given = getattr(self, name)
            if not isinstance(given, kind):
                raise TypeError(f"{name} takes a {kind.__name__}; given was {type(given).__name__}")
        for name, part in (("tables", RuleTable), ("shocks", Shock)):
            object.__setattr__(self, name, tuple_of(name, getattr(self, name), part))
        object.__setattr__(self, "assigned", tuple_of("assigned", self.assigned, str))
        object.__setattr__(self, "values_given", values_of(self.values_given, self.states))
        object.__setattr__(self, "ties_given", ties_of(self.ties_given, self.states))
        self._check_together()

    def _check_together(self) -> None:
        if not self.gravity_low <= self.gravity_high:
            raise ValueError(
                "gravity_low takes at most gravity_high; given were "
                f"{self.gravity_low:g} and {self.gravity_high:g}"
            )
        if not self.floor < self.ceiling:
            raise ValueError(
                f"floor takes less than ceiling; given were {self.floor:g} and {self.ceiling:g}"
            )
        if self.hegemon and self.states < 3:
            raise ValueError(
                f"hegemon takes three states at least; given was True for {self.states} states"
            )
        if not self.assigned and sum(self.weights) <= 0.0:
            raise ValueError(
                f"{', '.join(DOCTRINES)} take at least one weight above 0; given was 0 for all"
            )
        known = (*DOCTRINES, *(table.name for table in self.tables))
        if len(set(known)) < len(known):
            raise ValueError("tables takes different names; given was one twice")
        if self.assigned and len(self.assigned) != self.states:
            raise ValueError(
                f"assigned takes one doctrine for each of {self.states} states, or none; "
                f"given were {len(self.assigned)}"
            )
        for name in self.assigned:
            if name not in known:
                raise ValueError(
                    f"assigned takes names out of {', '.join(known)}; given was {name!r:.80}"
                )
        check_shocks(self.shocks, self.states, self.riser and self.hegemon)

    @property
    def bordering(self) -> int:
        """How many states border on the riser: all others but the hegemon at most."""
        others = self.states - (2 if self.hegemon else 1)
        return min(self.neighbours, others) if self.riser else 0

    @property
    def weights(self) -> tuple[float, ...]:
        """The weights of the doctrines, in their order."""
        return tuple(float(getattr(self, name)) for name in DOCTRINES)

    def with_(self, **changes: Any) -> WorldConfig:
        """Return the same configuration with some fields changed.

        Raises
        ------
        TypeError
            For a field that there is not.
        """
        unknown = set(changes) - {entry.name for entry in fields(self)}
        if unknown:
            raise TypeError(f"a world has no field {sorted(unknown)[0]!r}")
        return replace(self, **changes)

    def changed(self) -> dict[str, Any]:
        """Only what differs from a world of neutral values, as plain data for a file."""
        plain: dict[str, Any] = {
            name: getattr(self, name)
            for name, parameter in world_parameters().items()
            if getattr(self, name) != parameter.neutral
        }
        if self.assigned:
            plain["assigned"] = list(self.assigned)
        if self.values_given:
            plain["values_given"] = list(self.values_given)
        if self.ties_given:
            plain["ties_given"] = [list(tie) for tie in self.ties_given]
        if self.tables:
            plain["tables"] = [{"name": t.name, "moves": list(t.moves)} for t in self.tables]
        if self.shocks:
            plain["shocks"] = [
                {"round": s.round, "kind": s.kind, "one": s.one, "other": s.other}
                for s in self.shocks
            ]
        if self.calibration != NEUTRAL:
            plain["calibration"] = self.calibration.changed()
        if self.pace != PACE:
            plain["pace"] = {
                entry.name: getattr(self.pace, entry.name)
                for entry in fields(Pace)
                if getattr(self.pace, entry.name) != getattr(PACE, entry.name)
            }
        return plain

    def to_json(self) -> str:
        """Return everything that differs from neutral as one line of JSON."""
        return json.dumps(self.changed(), sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> WorldConfig:
        """Build a configuration from plain data, as :meth:`changed` gives it.

        Raises
        ------
        TypeError, ValueError
            For a field that there is not, or a value that a field refuses.
        """
        if not isinstance(plain, Mapping):
            raise TypeError(f"a world takes a table of fields; given was {type(plain).__name__}")
        known = {entry.name for entry in fields(cls)}
        for name in plain:
            if name not in known:
                raise TypeError(f"a world has no field {name!r:.80}")
        values = dict(plain)
        for name, part in (("tables", RuleTable), ("shocks", Shock)):
            if name in values:
                values[name] = tuple(part_of(name, part, entry) for entry in list_in(name, values))
        for name in ("assigned", "values_given", "ties_given"):
            if name in values:
                values[name] = tuple(list_in(name, values))
        for name, numbers in (("calibration", NEUTRAL), ("pace", PACE)):
            if name in values:
                values[name] = numbers_of(name, numbers, values[name])
        return cls().with_(**values)

    @classmethod
    def from_json(cls, text: str) -> WorldConfig:
        """Build a configuration from the text of :meth:`to_json`.

        Raises
        ------
        TypeError, ValueError
            For a text that is no such thing.
        """
        try:
            plain = json.loads(text)
        except (TypeError, ValueError, RecursionError):
            raise ValueError("a world takes a table in JSON; given was another text") from None
        return cls.from_plain(plain)

    def fingerprint(self) -> str:
        """Return a short name that only this configuration has."""
        return sha256(self.to_json().encode("utf-8")).hexdigest()[:16]
