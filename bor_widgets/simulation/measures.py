"""What a world is measured by: each measure tied to the rule that it makes visible."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import (
    BREAKUP,
    COMPROMISE,
    DOCTRINES,
    HARD,
    MIX,
    SOFT,
    YIELD,
)
from bor_widgets.simulation.moves import own_mean
from bor_widgets.simulation.rules import (
    containment,
    double_standard_index,
    layering,
    perceived_confrontation,
    security_under_zeal,
    security_with_labels,
)
from bor_widgets.simulation.start import HEGEMON, RISER, border
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.tables import tables_for
from bor_widgets.simulation.tallies import Tallies
from bor_widgets.simulation.ties import reputation
from bor_widgets.theory.containment import Containment
from bor_widgets.theory.double_standard import KINDS


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    Attributes
    ----------
    name, label, meaning
        Its name, what it is called, and what it says.
    rules
        Ids of the rules that it makes visible. Its form is ours.
    """

    name: str
    label: str
    meaning: str
    rules: tuple[str, ...]


@cache
def measures() -> Mapping[str, Measure]:
    """All measures by name, in the order in which they are shown."""
    resource = files("bor_widgets.simulation").joinpath("measures.toml")
    entries = tomllib.loads(resource.read_text(encoding="utf-8"))["measure"]
    return MappingProxyType(
        {
            name: Measure(name, entry["label"], entry["meaning"], tuple(entry["rules"]))
            for name, entry in entries.items()
        }
    )


def strength_of(config: WorldConfig, worlds: Worlds) -> Any:
    """Return what is left of every tie, (R, n, n), 0..1."""
    return worlds.level.astype(float) * tables_for(config).fade[worlds.age]


def security_of(config: WorldConfig, worlds: Worlds, tallies: Tallies) -> Any:
    """Return every state's relational security, (R, n), 0..1 (R74, R75).

    The strength of its ties, on average, less what comes of calling others revisionists and of
    zeal for a value; both belong to a value-spreader in a high moment.
    """
    others = worlds.shape[1] - 1
    security = np.clip(tallies.strength / others, 0.0, 1.0)
    spreads = worlds.doctrine == DOCTRINES.index("values")
    if not spreads.any():
        return security
    zeal = np.where(spreads & (worlds.retrieving == 0), worlds.commitment, 0.0)
    labelled = tallies.kinds[..., KINDS.index("revisionist")] * (zeal > 0.0)
    confrontation = perceived_confrontation(labelled, float(others))
    return security_under_zeal(security_with_labels(security, confrontation), zeal)[0]


def measure(config: WorldConfig, worlds: Worlds, tallies: Tallies) -> dict[str, Any]:
    """Return every measure of a row of worlds, each an array of one number a world.

    Parameters
    ----------
    tallies
        What was counted since the last measurement.

    Returns
    -------
    By name; not a number where there is nothing to measure.
    """
    with np.errstate(all="ignore"):  # nothing divided by nothing is not a number, and means so
        return _measure(config, worlds, tallies)


def _measure(config: WorldConfig, w: Worlds, t: Tallies) -> dict[str, Any]:
    n = w.shape[1]
    ties = n * (n - 1)
    struck = t.moves.sum(axis=1)
    spreads = w.doctrine == DOCTRINES.index("values")
    spreaders = spreads.sum(axis=1)
    layers = layering(w.bargains, config.compensation)
    balancing = t.moves[:, SOFT] + t.moves[:, HARD]
    aimed = t.balanced / np.maximum(t.balanced.sum(axis=1, keepdims=True), 1)
    contained = _containment(config, w)
    nothing = np.full(len(w.numbers), np.nan)
    found = {
        "relational_security": security_of(config, w, t).mean(axis=1),
        "harmony": t.calm_strength / ties,
        "ties": t.strength.sum(axis=1) / ties,
        "compromise": t.moves[:, COMPROMISE] / struck,
        "mix": t.moves[:, MIX] / struck,
        "breakup": t.moves[:, BREAKUP] / struck,
        "conflict": t.fights.sum(axis=1) / (ties * t.rounds),
        "volatility": t.change / (ties * t.rounds),
        "worry": t.worry / (ties * t.rounds),
        "double_standard": _double_standard(t, spreaders),
        "enforcement": t.enforced.sum(axis=1) / _or_nothing(t.deviance),
        "commitment": np.where(spreads, w.commitment, 0.0).sum(axis=1) / _or_nothing(spreaders),
        "fatigue": np.where(spreads, w.fatigue, 0.0).sum(axis=1) / _or_nothing(spreaders),
        "containment": contained.threat if contained else nothing,
        "hegemon_tie": contained.hegemon_tie if contained and config.hegemon else nothing,
        "riser_power": _riser_power(config, w),
        "soft_share": t.moves[:, SOFT] / _or_nothing(balancing),
        "soft_balancing": t.against.sum(axis=1) / ties,
        "legitimacy": w.legitimacy.mean(axis=1),
        "dictation": layers.dictation,
        "club": layers.club,
        "concentration": np.where(t.balanced.sum(axis=1) > 0, (aimed**2).sum(axis=1), np.nan),
        "bandwagoning": t.moves[:, YIELD] / struck,
        "given_up": t.given_up.sum(axis=1) / (ties * t.rounds),
        "credibility": reputation(w).mean(axis=1),
        "left_open": t.left_open / struck,
    }
    return {name: np.asarray(found[name], float) for name in measures()}


def _or_nothing(count: Any) -> Any:
    return np.where(count > 0, count, np.nan)


def _double_standard(t: Tallies, spreaders: Any) -> Any:
    """Index of the partners that an average value-spreader has."""
    kinds = t.kinds.sum(axis=1) / np.maximum(spreaders, 1)[:, None]
    index = double_standard_index({kind: kinds[:, k] for k, kind in enumerate(KINDS)})
    return np.where(spreaders > 0, index, np.nan)


def _containment(config: WorldConfig, w: Worlds) -> Containment | None:
    around = border(config)
    if not (config.riser and len(around)):
        return None
    # of a single tie only what is left of it is asked: the whole table would be waste
    fade = tables_for(config).fade
    ties = [w.level[:, RISER, k].astype(float) * fade[w.age[:, RISER, k]] for k in around]
    forced = [w.forced[:, k] for k in around]
    own, other = own_mean(w.restraint[:, RISER, HEGEMON]), own_mean(w.restraint[:, HEGEMON, RISER])
    # how far the two hold back towards each other stands for their tie, -1..1 (ours)
    return containment(ties, forced, (own + other) / 2.0)


def _riser_power(config: WorldConfig, w: Worlds) -> Any:
    if not config.riser:
        return np.full(len(w.numbers), np.nan)
    return w.capability[:, RISER] / w.capability.sum(axis=1)
