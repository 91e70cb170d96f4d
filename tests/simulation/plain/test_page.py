"""The page of a running world where NumPy cannot be imported, and what needs NumPy all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bor_widgets.simulation.arrays import MOST_PLAIN_STATES, WORDS

ROOT = Path(__file__).parents[3]

#: refuses NumPy, as a browser does that has none
WITHOUT_NUMPY = """
import json, sys

class Without:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "numpy":
            raise ImportError("there is no NumPy here")

sys.meta_path.insert(0, Without())

def refusal(asked):
    try:
        asked()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "nothing was refused"
"""


def without_numpy(code: str) -> Any:
    """Run a program that NumPy is kept from; return what it prints as its last line."""
    environment = {key: value for key, value in os.environ.items() if key != "BOR_ARRAYS"}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_NUMPY + code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_page_opens_runs_looks_back_and_is_shocked() -> None:
    told = without_numpy(
        """
from bor_widgets.dashboards.world import page
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.widgets.world_run import WorldRun

run = next(each for each in page().children if isinstance(each, WorldRun))
sent = []
run.stage.send = lambda content, buffers=None: sent.append([content, buffers])
ask = run.stage.respond
for _ in range(12):
    ask({"kind": "next", "rounds": 1})
found = {"played": run.course.round, "sent": len(sent)}
ask({"kind": "look", "round": 5})
found["looked"] = sent[-1][0]["shown"]
found["bytes"] = [len(part) for part in sent[-1][1]]
ask({"kind": "resume"})
found["resumed"] = run.course.round
ask({"kind": "shock", "what": "betrayal", "one": 0, "other": 2})
ask({"kind": "next", "rounds": 1})
found["shocks"] = sent[-1][0]["shocks"]
found["finding"] = sent[-1][0]["finding"]["headline"]
found["scenes"] = []
for scene in run.start.scenes:
    run.open_scene(scene["name"])
    ask({"kind": "next", "rounds": 1})
    found["scenes"].append([scene["name"], run.course.config.states, run.course.round])
found["words"] = run.start.words["ours"]
run.fold.open = True
groups = run.inputs.specs + (run.more.specs if run.more else [])
from bor_widgets.charts.world_run import settings
found["states"] = settings.setting_spec("states")
run.inputs.values = {**run.inputs.values, "states": 200}
found["error"] = run.inputs.errors.get("states", "")
found["still"] = run.course.config.states
found["numpy"] = "numpy" in sys.modules
print(json.dumps(found))
"""
    )
    assert (told["played"], told["looked"], told["resumed"]) == (12, 5, 5)
    # 12 states: four numbers of each as four bytes, two codes of each as one
    assert told["bytes"][:2] == [12 * 4 * 4, 12 * 2]
    assert told["shocks"] == [[5, "betrayal", 0, 2]]
    assert told["finding"]
    assert [name for name, _, _ in told["scenes"]] == [
        "neighbours-free",
        "neighbours-forced",
        "three-partners",
        "three-compliers",
        "determined",
        "two-rivals",
        "concert",
        "interwar",
        "unipolar",
        "all-relationships",
        "all-power",
        "mixed",
    ]
    assert all(round_ == 1 for _, _, round_ in told["scenes"])
    assert str(MOST_PLAIN_STATES) in told["words"]
    assert "smaller" in told["words"]
    assert "same" in told["words"]
    assert told["states"]["high"] == MOST_PLAIN_STATES
    assert str(MOST_PLAIN_STATES) in told["states"]["meaning"]
    assert told["error"] == WORDS["states"].format(most=MOST_PLAIN_STATES, given=200)
    assert told["still"] == 30
    assert told["numpy"] is False


def test_two_worlds_are_compared() -> None:
    told = without_numpy(
        """
from bor_widgets.widgets.world_pair import TwoWorlds

two = TwoWorlds()
two.stage.send = lambda content, buffers=None: None
two.stage.respond({"kind": "next"})
two.asked, two.rounds = 10, 10
two.stage.again(two._change(*two.configs))
two.stage.compare()
for _ in range(2 * 10 * 10):
    two.stage.more()
print(json.dumps([two.stage.result["pairs"], len(two.stage.result["rows"]) > 10]))
"""
    )
    assert told == [10, True]


def test_every_public_name_is_there() -> None:
    told = without_numpy(
        """
import bor_widgets
found = [name for name in bor_widgets.__all__ if getattr(bor_widgets, name) is None]
world = bor_widgets.World(bor_widgets.WorldConfig(states=6, seed=2)).run(3)
print(json.dumps([found, world.round, "numpy" in sys.modules]))
"""
    )
    assert told == [[], 3, False]


NEEDS_IT = {
    "sweep": """
from bor_widgets.simulation.sweep import Sweep
asked = lambda: Sweep.over(WorldConfig(), {"tie": (0.2, 0.4)}, worlds=2, rounds=2).run()
""",
    "sensitivity": """
from bor_widgets.simulation.sensitivity import Sensitivity
asked = Sensitivity(WorldConfig(), {"tie": (0.2, 0.4), "wear": (0.1, 0.2)}).run
""",
    "replicate": """
from bor_widgets.simulation.replicate import replicate
asked = lambda: replicate(WorldConfig(), worlds=2, rounds=2)
""",
    "tournament": """
from bor_widgets.simulation.entries import admit
from bor_widgets.simulation.settings import setting_named
from bor_widgets.simulation.tournament import Tournament
entries, _ = admit(["relationships", "power"])
asked = Tournament(entries, (setting_named("free"),), worlds=2, rounds=2).run
""",
    "compiled": """
from bor_widgets.simulation.world import World
asked = lambda: World(path="compiled")
""",
}


@pytest.mark.parametrize("name", NEEDS_IT)
def test_what_needs_numpy_says_so_in_one_sentence(name: str) -> None:
    told = without_numpy(
        "from bor_widgets.simulation import WorldConfig\n"
        + NEEDS_IT[name]
        + "print(json.dumps(refusal(asked)))"
    )
    kind, _, sentence = told.partition(": ")
    assert kind in ("ModuleNotFoundError", "ValueError")
    assert "runs only where NumPy is installed" in sentence
    assert "JupyterLab" in sentence
    assert "Binder" in sentence
    assert "server" in sentence


def test_a_world_that_is_too_large_is_refused_and_one_at_the_limit_runs() -> None:
    told = without_numpy(
        f"""
from bor_widgets.simulation import WorldConfig
from bor_widgets.simulation.world import World
most = {MOST_PLAIN_STATES}
print(json.dumps([
    World(WorldConfig(states=most)).step().round,
    refusal(lambda: World(WorldConfig(states=most + 1))),
]))
"""
    )
    sentence = WORDS["states"].format(most=MOST_PLAIN_STATES, given=MOST_PLAIN_STATES + 1)
    assert told == [1, f"ValueError: {sentence}"]


def test_another_word_on_the_switch_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import bor_widgets.simulation.arrays"],
        cwd=ROOT,
        env={**os.environ, "BOR_ARRAYS": "lists"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert done.stderr.splitlines()[-1] == (
        "ValueError: BOR_ARRAYS takes plain, or nothing for the usual arrays; given was 'lists'"
    )
