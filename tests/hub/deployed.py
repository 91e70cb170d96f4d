"""The modules beside the hub's configuration, which are no package."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

from tests.hub.proxy import DEPLOY


@cache
def deployed(name: str) -> ModuleType:
    """Return one of them by name."""
    path = Path(DEPLOY) / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # a dataclass looks its module up
    spec.loader.exec_module(module)
    return module
