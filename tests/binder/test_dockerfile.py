"""What repo2docker makes of ``binder/``: the Dockerfile that it prints, without building it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.repo.product import ROOT, named, product_files

#: Seconds that printing may take on a busy machine.
PRINTED_WITHIN = 120.0


def copied(folder: Path) -> Path:
    """Copy the product's files into a folder, as a fresh clone has them."""
    for source in product_files():
        target = folder / named(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
    return folder


def printed(repository: Path) -> subprocess.CompletedProcess[str]:
    """Let repo2docker print the Dockerfile of a repository."""
    return subprocess.run(
        [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "."],
        cwd=repository,
        capture_output=True,
        text=True,
        timeout=PRINTED_WITHIN,
        check=False,
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("clone"))


@pytest.fixture(scope="module")
def dockerfile(repository: Path) -> str:
    done = printed(repository)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout + done.stderr


def line_of(dockerfile: str, pattern: str) -> int:
    """Return where the one line stands that a pattern finds."""
    found = [at for at, line in enumerate(dockerfile.splitlines()) if re.search(pattern, line)]
    assert len(found) == 1, (pattern, found)
    return found[0]


def test_the_python_is_the_one_that_we_name(dockerfile: str) -> None:
    version = (ROOT / "binder" / "runtime.txt").read_text().strip().removeprefix("python-")
    # in the names of files that are copied, dots and dashes are written as numbers
    plain = dockerfile.replace("-2e", ".").replace("-2d", "-")
    line_of(plain, rf"^COPY .*/?environment\.py-{re.escape(version)}-linux-.*\.lock")
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["classifiers"]
    assert f"Programming Language :: Python :: {version}" in classifiers


def test_the_steps_come_in_their_order(dockerfile: str) -> None:
    """The requirements lead to ``requirements/``, which has to be there by then."""
    order = [
        line_of(dockerfile, r"^COPY .* src/ \$\{REPO_DIR\}/"),
        line_of(dockerfile, r"^RUN .*pip install --no-cache-dir -r \"binder/requirements\.txt\""),
        line_of(dockerfile, r"^RUN \./binder/postBuild$"),
        line_of(dockerfile, r"^ENV R2D_ENTRYPOINT=\"\$\{REPO_DIR\}/binder/start\"$"),
    ]
    assert order == sorted(order)


def test_the_requirements_are_the_pins_and_nothing_else() -> None:
    lines = (ROOT / "binder" / "requirements.txt").read_text().splitlines()
    (reference,) = [line for line in lines if line and not line.startswith("#")]
    assert reference.startswith("-r ")
    # pip reads it from the file's own folder
    pins = (ROOT / "binder" / reference.removeprefix("-r ")).resolve()
    assert pins == ROOT / "requirements" / "run.txt"


@pytest.mark.parametrize("name", ["postBuild", "start"])
def test_our_scripts_can_be_run(name: str) -> None:
    script = ROOT / "binder" / name
    assert script.stat().st_mode & 0o111
    done = subprocess.run(["sh", "-n", str(script)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_a_visitor_needs_is_not_left_out(repository: Path) -> None:
    from docker.utils.build import exclude_paths  # type: ignore[import-untyped]

    lines = (ROOT / "binder" / ".dockerignore").read_text().splitlines()
    kept = exclude_paths(str(repository), [line for line in lines if not line.startswith("#")])
    for needed in ("lessons/01-the-puzzle.md", "notebooks/index.ipynb", "pyproject.toml",
                   "bor_widgets/cli.py", "binder/start", "requirements/run.txt"):  # fmt: skip
        assert needed in kept
    assert not any(path.startswith("tests") for path in kept)


def test_a_python_that_binder_does_not_have_is_told_here(tmp_path: Path) -> None:
    """This check can fail: another version in ``runtime.txt`` is refused."""
    clone = copied(tmp_path)
    (clone / "binder" / "runtime.txt").write_text("python-3.99\n")
    done = printed(clone)
    assert done.returncode != 0
    assert "3.99" in done.stdout + done.stderr
