"""`bor lab`: JupyterLab on the lessons, which open as notebooks by double click."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

#: The folder that is shown when nothing else is asked for.
DEFAULT_FOLDER = "lessons"

#: Settings of ours: text files open as notebooks, and JupyterLab asks nobody for news. They
#: are read from here; the reader's own settings come first and are not touched.
SETTINGS_FOLDER = Path(__file__).with_name("lab_settings")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor lab`."""
    parser.add_argument(
        "folder",
        nargs="?",
        metavar="FOLDER",
        help=f"the folder to show (default: {DEFAULT_FOLDER})",
    )
    parser.add_argument("--port", type=int, metavar="NUMBER", help="the port to begin with")
    parser.add_argument(
        "--open",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="open JupyterLab in the browser of this machine (default: yes)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Run JupyterLab until it is stopped; 1 when it could not start.

    Parameters
    ----------
    arguments : argparse.Namespace
        What `add_arguments` declared.
    """
    beside_the_package = Path(__file__).resolve().parents[2] / DEFAULT_FOLDER
    asked = [Path(arguments.folder)] if arguments.folder else [Path(DEFAULT_FOLDER)]
    choices = asked if arguments.folder else [*asked, beside_the_package]
    folder = next((choice for choice in choices if choice.is_dir()), None)
    if folder is None:
        print(
            f"bor lab: There is no folder {asked[0]}: change to the project's folder, "
            "or name another after `bor lab`.",
            file=sys.stderr,
        )
        return 1
    try:
        from jupyterlab.labapp import LabApp
    except ModuleNotFoundError as missing:
        print(
            f"bor lab: The package {missing.name} is not installed: run `make lab`, "
            "or `pip install bor-widgets` in the environment you use.",
            file=sys.stderr,
        )
        return 1
    others = os.environ.get("JUPYTER_CONFIG_PATH")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
        [str(SETTINGS_FOLDER), *([others] if others else [])]
    )
    options = [
        f"--ServerApp.root_dir={folder.resolve()}",
        f"--ServerApp.open_browser={arguments.open}",
        # In a container everybody is root; the server listens to this machine only.
        "--allow-root",
        "--ServerApp.log_level=WARN",
        "--LabApp.log_level=WARN",
        # Its list of extensions would be fetched from outside.
        "--LabApp.extension_manager=readonly",
    ]
    if arguments.port is not None:
        options.append(f"--ServerApp.port={arguments.port}")
    LabApp.launch_instance(options)
    return 0
