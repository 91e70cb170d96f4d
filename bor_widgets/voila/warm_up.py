"""What a Python that is kept ready does in advance: read the data that every page reads.

Importing this module is the doing. It makes no widget, so that a page starts clean.
"""

from __future__ import annotations

from bor_widgets.charts.inputs import input_specs
from bor_widgets.charts.restraint import restraint_picture
from bor_widgets.charts.situation_map import map_alt, map_picture
from bor_widgets.charts.verdict import verdict_card
from bor_widgets.situation import Situation
from bor_widgets.theory import NEUTRAL, respond
from bor_widgets.widgets import console, page_header

#: loaded for the pages, which find them ready
MODULES = (console, page_header)


def read_ahead() -> None:
    """Fill the caches behind the first view of a console."""
    s = Situation()
    response = respond(s)
    verdict_card(response)
    restraint_picture(response)
    map_picture(s, NEUTRAL, "introduction")
    map_alt(s, response, NEUTRAL)
    input_specs()


read_ahead()
