"""The configuration of a world: every number of it in one frozen object."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from bor_widgets.simulation.doctrines import DOCTRINES, RuleTable
from bor_widgets.simulation.shocks import Shock
from bor_widgets.situation import Parameter
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.checks import whole, within
from bor_widgets.theory.commitment import PACE, Pace


@cache
def _data() -> Mapping[str, Any]:
    resource = files("bor_widgets.simulation").joinpath("parameters.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))


@cache
def world_parameters() -> Mapping[str, Parameter]:
    """Range, neutral value, label and meaning of every number of a world, by name."""
    declared = {}
    for name, entry in _data()["parameter"].items():
        values: dict[str, Any] = {
            key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()
        }
        values.setdefault("places", ())
        declared[name] = Parameter(name=name, **values)
    return MappingProxyType(declared)


@cache
def world_groups() -> Mapping[str, str]:
    """Labels of the groups of parameters, by name."""
    return MappingProxyType(dict(_data()["group"]))


def _neutral(name: str) -> Any:
    return world_parameters()[name].neutral


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

    states: int = _neutral("states")
    riser: bool = _neutral("riser")
    hegemon: bool = _neutral("hegemon")
    neighbours: int = _neutral("neighbours")
    forced: float = _neutral("forced")
    relationships: float = _neutral("relationships")
    power: float = _neutral("power")
    values: float = _neutral("values")
    soft: float = _neutral("soft")
    by_table: float = _neutral("by_table")
    riser_doctrine: str = _neutral("riser_doctrine")
    hegemon_doctrine: str = _neutral("hegemon_doctrine")
    value_spread: float = _neutral("value_spread")
    leadership_spread: float = _neutral("leadership_spread")
    culture: float = _neutral("culture")
    culture_spread: float = _neutral("culture_spread")
    horizon: int = _neutral("horizon")
    tie: float = _neutral("tie")
    tie_spread: float = _neutral("tie_spread")
    areas: int = _neutral("areas")
    decay: float = _neutral("decay")
    ritual_every: int = _neutral("ritual_every")
    mending: float = _neutral("mending")
    ceiling: float = _neutral("ceiling")
    floor: float = _neutral("floor")
    break_loss: float = _neutral("break_loss")
    wear: float = _neutral("wear")
    worry_loss: float = _neutral("worry_loss")
    reciprocity: float = _neutral("reciprocity")
    retaliation: float = _neutral("retaliation")
    restraint_fading: float = _neutral("restraint_fading")
    strikes: float = _neutral("strikes")
    gravity_low: float = _neutral("gravity_low")
    gravity_high: float = _neutral("gravity_high")
    gap_weight: float = _neutral("gap_weight")
    imposition: float = _neutral("imposition")
    choosing: float = _neutral("choosing")
    opposition: float = _neutral("opposition")
    alarm: float = _neutral("alarm")
    punishment_means: float = _neutral("punishment_means")
    compromise_means: float = _neutral("compromise_means")
    wording: str = _neutral("wording")
    capability_spread: float = _neutral("capability_spread")
    hegemon_capability: float = _neutral("hegemon_capability")
    growth: float = _neutral("growth")
    riser_growth: float = _neutral("riser_growth")
    violence: float = _neutral("violence")
    soft_violence: float = _neutral("soft_violence")
    ambition: float = _neutral("ambition")
    war_cost: float = _neutral("war_cost")
    coalition_rounds: int = _neutral("coalition_rounds")
    failed_rounds: int = _neutral("failed_rounds")
    undetermined: str = _neutral("undetermined")
    interdependence: float = _neutral("interdependence")
    defence_advantage: float = _neutral("defence_advantage")
    territorial_norm: float = _neutral("territorial_norm")
    expansionist_ideology: float = _neutral("expansionist_ideology")
    soft_from: int = _neutral("soft_from")
    sustained_from: int = _neutral("sustained_from")
    campaign_rounds: int = _neutral("campaign_rounds")
    soft_bite: float = _neutral("soft_bite")
    legitimacy_recovery: float = _neutral("legitimacy_recovery")
    institutions: int = _neutral("institutions")
    membership: float = _neutral("membership")
    inclusive: float = _neutral("inclusive")
    compensation: float = _neutral("compensation")
    determination: float = _neutral("determination")
    tolerance: float = _neutral("tolerance")
    revisionist_from: float = _neutral("revisionist_from")
    ally_from: float = _neutral("ally_from")
    memory: float = _neutral("memory")
    seed: int = _neutral("seed")
    precision: str = _neutral("precision")
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
            object.__setattr__(self, name, _tuple_of(name, getattr(self, name), part))
        object.__setattr__(self, "assigned", _tuple_of("assigned", self.assigned, str))
        object.__setattr__(self, "values_given", _values(self.values_given, self.states))
        object.__setattr__(self, "ties_given", _ties(self.ties_given, self.states))
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
        for shock in self.shocks:
            if max(shock.one, shock.other) >= self.states:
                raise ValueError(
                    f"a shock's one and other take places from 0 to {self.states - 1}; "
                    f"given was {max(shock.one, shock.other)}"
                )
            if shock.kind == "call for sides" and not (self.riser and self.hegemon):
                raise ValueError(
                    "a shock of call for sides takes a world with riser and hegemon; "
                    "given was one without"
                )

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
                values[name] = tuple(_part(name, part, entry) for entry in _list(name, values))
        for name in ("assigned", "values_given", "ties_given"):
            if name in values:
                values[name] = tuple(_list(name, values))
        for name, numbers in (("calibration", NEUTRAL), ("pace", PACE)):
            if name in values:
                values[name] = _numbers(name, numbers, values[name])
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


def _tuple_of(name: str, value: Any, part: type) -> tuple[Any, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError(f"{name} takes a list; given was {type(value).__name__}")
    entries = tuple(value)
    for entry in entries:
        if not isinstance(entry, part):
            raise TypeError(
                f"{name} takes a list of {part.__name__}; given was {type(entry).__name__}"
            )
    return entries


def _values(given: Any, states: int) -> tuple[float, ...]:
    values = _tuple_of("values_given", given, object)
    if values and len(values) != states:
        raise ValueError(
            f"values_given takes one value for each of {states} states, or none; "
            f"given were {len(values)}"
        )
    return tuple(
        float(within(f"values_given[{k}]", value, 0.0, 1.0)) for k, value in enumerate(values)
    )


def _ties(given: Any, states: int) -> tuple[tuple[int, int, float], ...]:
    ties = []
    for k, entry in enumerate(_tuple_of("ties_given", given, object)):
        if not isinstance(entry, list | tuple) or len(entry) != 3:
            raise ValueError(f"ties_given[{k}] takes two places and a level; given was another")
        one, other = (whole(f"ties_given[{k}]", place, 0, states - 1) for place in entry[:2])
        if one == other:
            raise ValueError(f"ties_given[{k}] takes two states; given was {one} twice")
        ties.append((one, other, float(within(f"ties_given[{k}]", entry[2], 0.0, 1.0))))
    return tuple(ties)


def _list(name: str, values: Mapping[str, Any]) -> list[Any]:
    if not isinstance(values[name], list | tuple):
        raise TypeError(f"{name} takes a list; given was {type(values[name]).__name__}")
    return list(values[name])


def _part(name: str, part: type, entry: Any) -> Any:
    if isinstance(entry, part):
        return entry
    if not isinstance(entry, Mapping):
        raise TypeError(f"{name} takes a list of tables; given was {type(entry).__name__}")
    known = {each.name for each in fields(part)}
    for key in entry:
        if key not in known:
            raise TypeError(f"{name} has no field {key!r:.80}")
    missing = {"name", "moves"} if part is RuleTable else {"round", "kind", "one"}
    if missing - set(entry):
        raise TypeError(f"{name} takes {sorted(missing - set(entry))[0]!r} too; it was missing")
    return part(**entry)


def _numbers(name: str, neutral: Any, given: Any) -> Any:
    if isinstance(given, type(neutral)):
        return given
    if not isinstance(given, Mapping):
        raise TypeError(f"{name} takes a table of numbers; given was {type(given).__name__}")
    known = {entry.name for entry in fields(neutral)}
    for key in given:
        if key not in known:
            raise TypeError(f"{name} has no number {key!r:.80}")
    return replace(neutral, **given)
