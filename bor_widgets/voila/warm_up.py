"""What a Python that is kept ready does in advance: read the data that every page reads.

Importing this module is the doing. It makes no widget, so that a page starts clean.
"""

from __future__ import annotations

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.benches.text import bench_kinds, bench_text, bench_view
from bor_widgets.charts.browse import all_rows
from bor_widgets.charts.inputs import input_specs
from bor_widgets.charts.restraint import restraint_picture
from bor_widgets.charts.situation_map import map_alt, map_picture
from bor_widgets.charts.verdict import verdict_card
from bor_widgets.situation import Situation
from bor_widgets.theory import NEUTRAL, respond
from bor_widgets.widgets import bench, board, console, landing, page_header
from bor_widgets.widgets.tension_links import tension_links

#: loaded for the pages, which find them ready
MODULES = (bench, console, landing, page_header)


def read_ahead() -> None:
    """Fill the caches behind the first view of a console."""
    s = Situation()
    response = respond(s)
    verdict_card(response)
    restraint_picture(response)
    map_picture(s, NEUTRAL, "introduction")
    map_alt(s, response, NEUTRAL)
    input_specs()
    all_rows()
    for entry in bench_names().values():
        open_a_bench(entry.slug.replace("-", "_"))
    tension_links()


def open_a_bench(name: str) -> None:
    """Fill the caches behind the first view of a bench."""
    text = bench_text(name)
    bench_view(name)(text.neutral(), **({"calibration": NEUTRAL} if text.calibrated else {}))
    kinds = tuple(sorted(set(bench_kinds(name))))
    board.board_script(kinds)
    board.board_style(kinds)


read_ahead()
