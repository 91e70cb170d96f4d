"""`bor sweep`: what is asked for is run, kept, shown, stopped and resumed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest

from bor_widgets.cli import main
from bor_widgets.commands import sweep
from bor_widgets.commands.sweep_told import ProgressLine, clock
from bor_widgets.simulation import WorldConfig
from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.fields import numeric_fields
from bor_widgets.simulation.influence import SensitivityResult
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.progress import Progress
from bor_widgets.simulation.sweep import Sweep, SweepResult
from tests.commands.terminal import held
from tests.hostile import TEXTS

pytest.importorskip("pyarrow")

#: few small worlds
QUICK = ["--worlds", "6", "--rounds", "4", "--every", "2", "--path", "arrays", "--set", "states=4"]

R61 = "guarantees no systemic consequence (R61, P0 L1397-1403)"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """What a run prints."""
    assert main(["sweep", *words]) == code
    printed = capsys.readouterr()
    return printed.out if code == 0 else printed.err


def test_two_numbers_are_swept_written_and_shown(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = ["--x", "gap_weight", "0", "1", "3", "--y", "pace.strain", "0.1", "0.2", "2"]
    out = told(capsys, *words, *QUICK, "--measure", "harmony", "--out", "mine.parquet")
    result = SweepResult.load("mine.parquet")
    assert held(tmp_path) == ["mine.parquet"]
    assert result.complete
    axes = (Axis("gap_weight", (0.0, 0.5, 1.0)), Axis("pace.strain", (0.1, 0.2)))
    assert result.sweep == Sweep(WorldConfig(states=4), axes, 6, 4, 2)
    assert R61 in out
    assert "no forecast" in out
    assert measures()["harmony"].label in out
    # each row of the table is a cell of the file
    rows = [line.split() for line in out.splitlines() if re.match(r" +[\d.]+ +0\.[12] ", line)]
    mean = result.measured.mean("harmony")
    assert len(rows) == 6
    for row, point, cell in zip(rows, result.sweep.points, range(6), strict=True):
        assert [float(row[0]), float(row[1])] == [point[axis.field] for axis in axes]
        for text, number in zip(
            row[2:5], (mean.mean[cell], mean.low[cell], mean.high[cell]), strict=True
        ):
            assert float(text) == pytest.approx(number, rel=0.006)
        assert row[5] == "6"


def test_a_share_and_its_interval_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    out = told(capsys, "--x", "tie", *QUICK, "--measure", "ties", "--above", "0")
    assert "share of worlds above 0" in out
    # ties are never all gone: the share is 1, and Wilson's lower end for 6 of 6 is 0.610
    assert re.search(r"\n +0\.25 +1 +0\.61 +1 +6\n", out)


def test_a_scene_and_changed_fields_make_the_world(capsys: pytest.CaptureFixture[str]) -> None:
    name, preset = next(iter(presets().items()))
    words = ["--x", "tie", "0.2", "0.4", "2", "--worlds", "1", "--rounds", "1"]
    words += ["--set", "calibration.sensitivity=0.3", "--set", "wording=conclusion"]
    if "conclusion" not in numeric_fields():
        words[-1] = "undetermined=" + WorldConfig().undetermined
    told(capsys, *words, "--preset", name, "--set", "pace.wear=0.4", "--path", "arrays")
    config = SweepResult.load("sweep.parquet").sweep.config
    assert (config.calibration.sensitivity, config.pace.wear) == (0.3, 0.4)
    assert config.with_(calibration=preset.config.calibration, pace=preset.config.pace) == (
        preset.config.with_(undetermined=WorldConfig().undetermined)
    )


@pytest.mark.parametrize(("method", "count"), [("sobol", 4 * 4), ("morris", 4 * 3)])
def test_an_analysis_ranks_numbers(
    method: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("SALib")
    words = [f"--{method}", "--over", "strikes", "--over", "tie", "0.2", "0.6", "--samples", "4"]
    out = told(capsys, *words, *QUICK, "--measure", "harmony", "--measure", "fatigue")
    result = SensitivityResult.load("sweep.parquet")
    assert len(result.measured.values) == count
    assert dict(result.sensitivity.ranges) == {"strikes": (0.0, 1.0), "tie": (0.2, 0.6)}
    first = result.influences("harmony")[0]
    assert re.search(rf"\n +{first.field} +[\d.e-]+ ± ", out)
    assert R61 in out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "say what is varied"),
        (["--y", "tie"], "--y takes --x beside it"),
        (["--x", "tie", "--sobol"], "--x and --y belong to a sweep"),
        (["--over", "tie"], "--over takes --sobol or --morris beside it"),
        (["--x", "tie", "--samples", "4"], "--samples takes --sobol or --morris beside it"),
        (["--x", "tie", "0", "1"], "--x takes FIELD, or FIELD LOW HIGH STEPS"),
        (["--x", "tie", "0", "one", "3"], "--x takes numbers after tie; given was 'one'"),
        (["--x", "tie", "0", "2", "3"], "tie takes a number from 0 to 1; given was 2"),
        (["--x", "tie", "-1", "1", "3"], "tie takes a number from 0 to 1; given was -1"),
        (["--x", "tie", "0", "1", "2.5"], "the steps of tie take a whole number"),
        (["--x", "tiy"], "'tiy' is no number of a world; did you mean tie?"),
        (["--x", "tie", "--set", "states"], "--set takes FIELD=VALUE; given was 'states'"),
        (["--x", "tie", "--set", "states=many"], "--set takes numbers after states"),
        (["--x", "tie", "--set", "staats=4"], "--set takes a field of a world"),
        (["--x", "tie", "--set", "states=4", "--set", "states=5"], "--set takes each field once"),
        (["--x", "tie", "--set", "riser=maybe"], "riser takes True, False"),
        (["--x", "tie", "--set", "wording=mine"], "wording takes one of"),
        (["--x", "tie", "--preset", "nowhere"], "--preset takes one of"),
        (["--x", "tie", "--measure", "peace"], "--measure takes one of relational_security"),
        (["--x", "tie", "--worlds", "0"], "worlds takes a whole number from 1"),
        (["--x", "tie", "--rounds", "0"], "rounds takes a whole number from 1"),
        (["--x", "tie", "--threads", "0"], "threads takes a whole number from 1 to 256"),
        (["--x", "tie", "--scheduler", "nowhere"], "scheduler takes an address such as tcp"),
        (["--x", "tie", "--out", "no/where.parquet"], "there is no folder no"),
        (["--resume"], "there is nothing to resume: no file sweep.parquet.part"),
    ],
)
def test_words_that_make_no_sense_get_one_sentence_and_no_file(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    last = told(capsys, *words, code=1).splitlines()[-1]
    assert last.startswith(f"bor sweep: {sentence}")
    assert held(tmp_path) == []


@pytest.mark.parametrize("text", [text for text in TEXTS if "\u0000" not in text])
def test_hostile_words_are_refused_in_a_line(
    text: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for words in ([f"--set={text}={text}"], [f"--set=wording={text}"], [f"--preset={text}"]):
        lines = told(capsys, "--x", "tie", *words, code=1).splitlines()
        assert len(lines) == 1
        assert len(lines[0]) < 500
    assert held(tmp_path) == []


def test_results_that_are_there_are_not_lost(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "sweep.parquet").write_text("precious")
    assert "is there already" in told(capsys, "--x", "tie", *QUICK, code=1)
    assert (tmp_path / "sweep.parquet").read_text() == "precious"
    told(capsys, "--x", "tie", *QUICK, "--force")
    assert SweepResult.load("sweep.parquet").complete


def test_the_lists_name_everything(capsys: pytest.CaptureFixture[str]) -> None:
    out = told(capsys, "--list")
    for name in (*numeric_fields(), *measures(), *presets()):
        assert re.search(rf"^  {re.escape(name)} ", out, re.MULTILINE)


LONG = ["--x", "tie", "0", "1", "20", "--worlds", "100", "--rounds", "60", "--every", "30"]


def test_from_the_keyboard_it_is_stopped_in_good_order_and_resumed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = [sys.executable, "-m", "bor_widgets.cli", "sweep", *LONG, "--path", "arrays"]
    words += ["--set", "states=5", "--measure", "ties", "--out", "my results.parquet"]
    part = tmp_path / "my results.parquet.part"
    package = str(Path(__file__).parents[2])
    running = subprocess.Popen(
        words,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": package},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        end = time.monotonic() + 60
        # the header is short: a file that is longer holds finished worlds
        while not (part.is_file() and part.stat().st_size > 20_000):
            assert running.poll() is None
            assert time.monotonic() < end
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    finally:
        if running.poll() is None:
            running.kill()
            running.wait()
    assert running.returncode == 130
    assert "Traceback" not in err
    assert "stopping" in err
    stopped = re.search(r"stopped at ([\d,]+) of 2,000 worlds, which are kept in (.*)\n", out)
    assert stopped
    assert 0 < int(stopped[1].replace(",", "")) < 2_000
    assert "go on with: bor sweep --out 'my results.parquet' --resume" in out
    assert R61 in out
    assert held(tmp_path) == [part.name]

    # without --resume nothing is overwritten, and a run that is resumed says itself what it is
    file = ["--out", "my results.parquet"]
    assert "holds a run that was stopped" in told(capsys, *LONG, *file, code=1)
    assert "leave out --x" in told(capsys, *LONG, *file, "--resume", code=1)
    out = told(capsys, *file, "--resume", "--measure", "ties")
    assert "2,000 worlds, written to my results.parquet" in out
    assert held(tmp_path) == ["my results.parquet"]
    result = SweepResult.load("my results.parquet")
    never_stopped = Sweep(WorldConfig(states=5), (Axis.evenly("tie", 0, 1, 20),), 100, 60, 30)
    assert result.same_as(never_stopped.run(path="arrays"))


def test_progress_is_a_line_on_a_terminal_and_sparse_elsewhere() -> None:
    class Terminal(StringIO):
        """A stream that is one."""

        def isatty(self) -> bool:
            return True

    steps = [Progress(done, 1_000, done / 10, (1_000 - done) / 10) for done in range(0, 1_001, 4)]
    terminal, file = Terminal(), StringIO()
    for stream in (terminal, file):
        line = ProgressLine(stream)
        for step in steps:
            line.tell(step)
        line.end()
    assert terminal.getvalue().count("\n") == 1
    assert terminal.getvalue().split("\r")[-1].startswith("1,000 of 1,000 worlds, 100%, 1:40")
    lines = file.getvalue().splitlines()
    assert len(lines) == 11
    assert "\r" not in file.getvalue()
    assert lines[5] == "500 of 1,000 worlds, 50%, 0:50 so far, about 0:50 left"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (6.2, "0:07"), (750, "12:30"), (3900, "1:05:00")]
)
def test_times_are_read_as_clocks(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


def test_without_the_library_for_files_it_runs_and_says_that_none_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweep, "find_spec", lambda name: None)
    out = told(capsys, "--x", "forced", "0", "1", "2", *QUICK, "--measure", "harmony")
    assert "12 worlds; no file was written, because pyarrow is not installed" in out
    assert "make worlds" in out
    assert held(tmp_path) == []
