"""Where NumPy is missing, single situations are judged all the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import bor_widgets

PROGRAM = """
import json, sys

blocked = sys.argv[1] == "blocked"

class Block:
    def find_spec(self, name, path=None, target=None):
        if blocked and name.partition(".")[0] == "numpy":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Block())

from bor_widgets.situation import Situation
from bor_widgets.theory import (
    Calibration, compare, computed_rules, decision_map, judge, respond, spread, what_would_change
)

situations = [
    Situation(),
    Situation(threat=0.9, relationship=0.2, capability=-0.7, parties=5),
    Situation(threat=0.35, relationship=0.8, leadership=-0.4, punishment_means=0.1),
    Situation(grade="indirect", issue_areas=["sea", "trade", "borders"], instruments=["sanctions"]),
    Situation(threat=0.0, existential=False, deliberate=0.7, worldview="realist"),
]
told = []
for s in situations:
    for wording in ("introduction", "conclusion"):
        for calibration in (Calibration(), Calibration(sensitivity=1.0, cut_direct=0.9)):
            given = {"wording": wording, "calibration": calibration}
            response, judgement = respond(s, **given), judge(s, calibration=calibration)
            told.append([
                judgement.grade, judgement.recoverability, judgement.perceived, judgement.by,
                response.action, dict(response.restraint),
                [str(r) for r in (*response.reasons, *response.notes, *response.aims)],
                spread(s, calibration=calibration),
                [[v.label, [str(r) for r in v.reasons]] for v in compare(s, **given).verdicts],
            ])
    told.append([
        [c.name, c.before, c.after, c.action, round(c.size, 9)] for c in what_would_change(s)
    ])
    for pair in (("relationship", "threat"), ("leadership", "compromise_means")):
        drawn = decision_map(s, x=pair[0], y=pair[1], n=11)
        told.append([
            [float(x) for x in drawn.xs],
            [float(y) for y in drawn.ys],
            [[int(cell) for cell in row] for row in drawn.grade],
        ])
told.append(len(computed_rules()))
print(json.dumps({"numpy": "numpy" in sys.modules, "told": told}))
"""

SCALARS_ONLY = """
import sys
from bor_widgets.situation import Situation
from bor_widgets.theory import compare, judge, respond, spread

s = Situation(threat=0.8, relationship=0.3)
judge(s), respond(s), compare(s), spread(s), hash(s), s == Situation(), repr(s)
print("numpy" in sys.modules)
"""


def run(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        timeout=50,
        cwd=Path(bor_widgets.__file__).parents[1],
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_single_situations_never_load_numpy() -> None:
    assert run(SCALARS_ONLY).strip() == "False"


def test_everything_is_the_same_with_numpy_and_without() -> None:
    without: dict[str, Any] = json.loads(run(PROGRAM, "blocked"))
    with_numpy: dict[str, Any] = json.loads(run(PROGRAM, "free"))
    assert without["numpy"] is False
    assert with_numpy["numpy"] is True  # else the comparison would compare a thing with itself
    assert without["told"] == with_numpy["told"]
