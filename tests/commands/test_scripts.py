"""The scripts that are handed out wait for the widgets of a large page."""

from __future__ import annotations

import sys
from pathlib import Path

from bor_widgets.voila.scripts import Scripts, patient

SHARE = Path(sys.prefix) / "share" / "jupyter"


def test_the_widgets_of_a_busy_machine_are_waited_for() -> None:
    static = [str(path) for path in SHARE.glob("voila/templates/*/static")]
    extensions = [str(SHARE / "voila" / "labextensions"), str(SHARE / "labextensions")]
    text = Scripts(static, extensions).plain()
    # a newer version of the upstream script may be worded otherwise: then this has to follow
    assert b'"Control comm did not respond in time"),12e4)' in text
    assert b'"Control comm did not respond in time"),4e3)' not in text
    at = text.index(b"widget model not found")
    assert b"<12e4;" in text[at - 200 : at]


def test_another_script_is_left_as_it_is() -> None:
    other = b"setTimeout(()=>f(),4e3);for(;Date.now()-o<2e3;){go()}"
    assert patient(other) == other
