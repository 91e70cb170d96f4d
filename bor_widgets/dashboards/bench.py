"""The page of a bench."""

from __future__ import annotations

import ipywidgets

from bor_widgets.widgets import benches
from bor_widgets.widgets.page_header import PageHeader


def page(name: str) -> ipywidgets.Widget:
    """Return a bench with its header.

    Parameters
    ----------
    name
        Name of the class, for example ``"TwoRestraints"``.

    Raises
    ------
    ValueError
        If there is no such bench.
    """
    if name not in benches.__all__:
        raise ValueError(f"a bench is one of {', '.join(benches.__all__)}; given was {name!r}")
    bench = getattr(benches, name)()
    box = ipywidgets.VBox([PageHeader(bench.text.title, bench.text.first), bench])
    box.add_class("bor-page")
    return box
