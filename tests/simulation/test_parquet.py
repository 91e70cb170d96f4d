"""Files of results: they hold what it takes to run it again, and come back as they were."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bor_widgets import __version__
from bor_widgets.simulation import Shock, WorldConfig
from bor_widgets.simulation.parquet import read_results, write_results
from bor_widgets.simulation.progress import Progress
from bor_widgets.simulation.results import Measured
from bor_widgets.simulation.sensitivity import KIND as ANALYSIS
from bor_widgets.simulation.sweep import KIND, Sweep, SweepResult

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

#: a configuration with everything that a file must carry
CONFIG = WorldConfig(
    states=4,
    neighbours=1,
    strikes=0.4,
    seed=7,
    assigned=("values", "power", "soft", "relationships"),
    shocks=(Shock(1, "embargo", 0, 2),),
)


@pytest.fixture(scope="module")
def result() -> SweepResult:
    """A small sweep."""
    axes = {"gap_weight": (0.0, 1.0), "pace.strain": (0.1, 0.2, 0.3)}
    return Sweep.over(CONFIG, axes, worlds=3, rounds=4, every=2).run(path="arrays")


def partial(result: SweepResult) -> SweepResult:
    """The same sweep, stopped after two of three worlds in one cell, and none in others."""
    measured = result.measured
    values, done = measured.values.copy(), measured.done.copy()
    done[1:, :], done[0, 2] = False, False
    values[~done] = np.nan
    fewer = Measured(measured.times, measured.names, values, done, measured.path)
    return SweepResult(result.sweep, fewer)


def test_a_sweep_comes_back_as_it_was(result: SweepResult, tmp_path: Path) -> None:
    file = result.save(tmp_path / "x.parquet")
    again = SweepResult.load(file)
    assert again.same_as(result)
    assert again.sweep == result.sweep
    assert again.sweep.config == CONFIG
    assert again.measured.versions == result.measured.versions
    assert again.measured.path == "arrays"
    assert again.complete


def test_what_can_be_read_again_can_be_run_again(result: SweepResult, tmp_path: Path) -> None:
    again = SweepResult.load(result.save(tmp_path / "x.parquet"))
    assert again.sweep.run(path=again.measured.path).same_as(result)  # type: ignore[arg-type]


def test_a_part_comes_back_as_a_part(result: SweepResult, tmp_path: Path) -> None:
    part = partial(result)
    again = SweepResult.load(part.save(tmp_path / "x.parquet"))
    assert again.same_as(part)
    assert not again.complete
    assert again.measured.done.sum() == 2


def test_nothing_comes_back_as_nothing(result: SweepResult, tmp_path: Path) -> None:
    measured = result.measured
    none = Measured(
        measured.times,
        measured.names,
        np.full_like(measured.values, np.nan),
        np.zeros_like(measured.done),
        "arrays",
    )
    empty = SweepResult(result.sweep, none)
    assert SweepResult.load(empty.save(tmp_path / "x.parquet")).same_as(empty)


def test_any_tool_can_read_table_and_configuration(result: SweepResult, tmp_path: Path) -> None:
    table = parquet.read_table(result.save(tmp_path / "x.parquet"))
    assert table.num_rows == 6 * 3 * 2
    rows = table.to_pydict()
    for row in range(table.num_rows):
        point = result.sweep.points[rows["cell"][row]]
        assert {name: rows[name][row] for name in point} == point
        time = result.measured.times.index(rows["round"][row])
        place = result.measured.names.index("harmony")
        value = result.measured.values[rows["cell"][row], rows["world"][row], time, place]
        assert rows["harmony"][row] == value
    told = {key.decode(): text.decode() for key, text in table.schema.metadata.items()}
    assert WorldConfig.from_json(told["bor_widgets.config"]) == CONFIG
    assert told["bor_widgets.version"] == __version__
    assert Sweep.from_plain(json.loads(told["bor_widgets.about"])["run"]) == result.sweep


def test_a_damaged_file_is_refused_in_one_sentence(result: SweepResult, tmp_path: Path) -> None:
    file = result.save(tmp_path / "x.parquet")
    whole = file.read_bytes()
    rng = np.random.default_rng(2)
    refused = 0
    for place in rng.integers(0, len(whole), 120):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        file.write_bytes(damaged)
        refused += told_in_one_sentence(file, result)
    for cut in (0, 1, 4, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:cut])
        assert told_in_one_sentence(file, result)
    # a byte that nothing reads may be changed; most are read
    assert refused > 60


def told_in_one_sentence(file: Path, result: SweepResult) -> bool:
    """Whether a file is refused; one that is not must hold what was written."""
    try:
        found = SweepResult.load(file)
    except ValueError as error:
        refusal = str(error)
    else:
        assert found.same_as(result)
        return False
    assert len(refusal.splitlines()) == 1
    assert file.name in refusal
    assert "nothing was read" in refusal
    return True


@pytest.mark.parametrize("text", [b"", b"PAR1", b"cell,world\n1,2\n", b"{}", bytes(5000)])
def test_a_file_of_another_kind_is_refused(text: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.parquet").write_bytes(text)
    with pytest.raises(ValueError, match=r"^x.parquet is no file of results, or it is damaged"):
        SweepResult.load(tmp_path / "x.parquet")
    assert (tmp_path / "x.parquet").read_bytes() == text


def test_a_table_of_somebody_elses_is_refused(tmp_path: Path) -> None:
    parquet.write_table(pyarrow.table({"cell": [1, 2]}), tmp_path / "x.parquet")
    with pytest.raises(ValueError, match=r"^x.parquet is no file of results"):
        SweepResult.load(tmp_path / "x.parquet")


def test_a_changed_configuration_is_found_out(result: SweepResult, tmp_path: Path) -> None:
    file = result.save(tmp_path / "x.parquet")
    table = parquet.read_table(file)
    header = dict(table.schema.metadata)
    header[b"bor_widgets.config"] = WorldConfig(states=5).to_json().encode()
    parquet.write_table(table.replace_schema_metadata(header), file)
    with pytest.raises(ValueError, match="is no file of results, or it is damaged"):
        SweepResult.load(file)


def test_no_file_and_no_folder_are_told(result: SweepResult, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"there is no file x.parquet"):
        SweepResult.load(tmp_path / "x.parquet")
    with pytest.raises(OSError, match=r"x.parquet cannot be written: No such file"):
        result.save(tmp_path / "missing" / "x.parquet")
    with pytest.raises(OSError, match="cannot be read"):
        SweepResult.load(tmp_path)


def test_a_file_of_one_kind_is_not_read_as_another(result: SweepResult, tmp_path: Path) -> None:
    file = result.save(tmp_path / "x.parquet")
    with pytest.raises(ValueError, match=f"x.parquet holds {KIND}, and here {ANALYSIS} is read"):
        read_results(file, ANALYSIS)


def columns_changed(result: SweepResult, file: Path, **changes: Any) -> None:
    """Write the sweep's file with other columns under the same header."""
    about = {**result.measured.about(), "run": result.sweep.to_plain()}
    columns = {**result.measured.columns(), **changes}
    write_results(file, KIND, CONFIG.to_json(), about, columns)


def test_a_table_that_is_not_what_its_header_says_is_refused(
    result: SweepResult, tmp_path: Path
) -> None:
    file = tmp_path / "x.parquet"
    rows = result.measured.columns()
    columns_changed(result, file)
    assert SweepResult.load(file).same_as(result)
    twice = rows["world"].copy()
    twice[:2] = twice[2:4]
    for name, column in (
        ("cell", rows["cell"] + 1),
        ("world", rows["world"] - 1),
        ("round", rows["round"] + 1),
        ("world", twice),
        ("cell", rows["cell"].astype(float)),
    ):
        columns_changed(result, file, **{name: column})
        with pytest.raises(ValueError, match=r"x\.parquet does not hold what its beginning"):
            SweepResult.load(file)


def test_writing_that_fails_leaves_the_old_file(
    result: SweepResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = partial(result).save(tmp_path / "x.parquet")
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match=r"x.parquet cannot be written: No space left"):
            result.save(file)
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["x.parquet"]


def test_a_missing_package_is_named(
    result: SweepResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ModuleNotFoundError, match=r"pyarrow is not installed: `make worlds`"):
        result.save(tmp_path / "x.parquet")


def test_a_resumed_run_writes_the_same_file(result: SweepResult, tmp_path: Path) -> None:
    from threading import Event

    stop = Event()

    def tell(progress: Progress) -> None:
        if progress.done >= 6:
            stop.set()

    sweep = result.sweep
    first = sweep.run(path="arrays", checkpoint=tmp_path / "p", on_progress=tell, stop=stop)
    assert not first.complete
    last = sweep.run(checkpoint=tmp_path / "p")
    one, other = result.save(tmp_path / "a.parquet"), last.save(tmp_path / "b.parquet")
    assert one.read_bytes() == other.read_bytes()
