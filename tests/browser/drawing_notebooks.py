"""Notebooks that show the drawing widgets with data made for the tests."""

from __future__ import annotations

HOSTILE = "<img src=x onerror=alert(1)>\u202e" + "very long name " * 300

SHARED = """
import ipywidgets
from bor_widgets.widgets.decision_map_view import DecisionMapView
from bor_widgets.widgets.export_bar import ExportBar
from bor_widgets.widgets.restraint_bars import RestraintBars
from bor_widgets.widgets.tie_network import TieNetwork

axis = dict(low=0, high=1, scale="our scale, 0–1")
axes = dict(
    x=dict(axis, name="relationship", label="Relationship strength",
           low_label="no tie", high_label="close tie"),
    y=dict(axis, name="threat", label="Threat perception",
           low_label="no threat", high_label="grave threat"),
)
xs = [i / 20 for i in range(21)]
borders = [[0] * 21, *([cut * (1 + x) / 1.5 for x in xs] for cut in (0.15, 0.5, 0.9)), [1] * 21]
looks = [("none", "no threat", "carry on"), ("potential", "potential threat", "compromise"),
         ("indirect", "indirect threat", "mix"), ("direct", "direct threat", "break up")]
bands = [dict(grade=g, label=l, action_label=a, xs=xs,
              lower=borders[i], upper=[min(1, v) for v in borders[i + 1]])
         for i, (g, l, a) in enumerate(looks)]
"""

GALLERY = [
    SHARED,
    """
told = ipywidgets.Label(value="-")
told.add_class("told")
view = DecisionMapView(
    title="A strong tie makes a threat look smaller", alt="A map of four areas.", axes=axes,
    bands=bands, x=0.4, y=0.6, point_label="mix", marks=[dict(x=0.8, y=0.3, label="last week")])

def moved(_change=None):
    told.value = f"{view.x:.2f} {view.y:.2f}"
    view.point_label = "break up" if view.y > 0.7 else "mix"
view.observe(moved, names=["x", "y"])
slider = ipywidgets.FloatSlider(value=0.4, min=0, max=1, step=0.1, description="tie")
def slid(change):
    view.x = change["new"]
slider.observe(slid, names="value")
view
""",
    "told",
    "slider",
    """
trade = dict(area="trade", value=0.6, label="more restraint")
border = dict(area="the disputed border", value=-0.8, label="less restraint")
bars = RestraintBars(title="More restraint in trade, less at the border", alt="Two bars.",
                     bars=[trade, border, dict(area="culture", value=0, label="as before")])
def swap(change):
    up = change["new"] > 0.55
    bars.bars = [dict(trade, value=-1 if up else 0.6), border]
slider.observe(swap, names="value")
bars
""",
    """
def node(name, x, y, role):
    return dict(id=name, label=name, x=x, y=y, role=role, detail=f"{name} has ties.")
def edge(a, b, strength, tone):
    return dict(source=a, target=b, strength=strength, tone=tone, label=tone,
                detail=f"{a} and {b} are {tone}.")
net = TieNetwork(
    title="The tie is repaired", alt="Three states.",
    nodes=[node("Ruritania", 0.17, 0.5, "actor"), node("Syldavia", 0.83, 0.5, "counterpart"),
           node("Borduria", 0.5, 0.12, "third")],
    edges=[edge("Ruritania", "Syldavia", 0.8, "compromise"),
           edge("Borduria", "Syldavia", 0.2, "hostile")])
chosen = ipywidgets.Label(value="-")
chosen.add_class("chosen")
def choose(change):
    chosen.value = change["new"] or "nothing"
net.observe(choose, names="selected")
net
""",
    "chosen",
    """
stepped = ipywidgets.Label(value="-")
stepped.add_class("stepped")
def step(kind):
    stepped.value = kind
    bar.can_redo = True
def export(kind):
    return (f"numbers.{kind}", "threat,0.6\\n" if kind == "csv" else '{"threat": 0.6}')
bar = ExportBar(on_export=export, on_step=step, can_undo=True)
bar
""",
    "stepped",
]

ROUGH = [
    SHARED,
    f"hostile = {HOSTILE!r}",
    """
DecisionMapView(title=hostile, alt=hostile, axes=axes, point_label=hostile, x=0, y=1,
                bands=[dict(bands[3], label=hostile, lower=[0] * 21)],
                marks=[dict(x=1, y=1, label=hostile)])
""",
    """
RestraintBars(title=hostile, alt=hostile,
              bars=[dict(area=f"{i} {hostile}", value=(i - 5) / 5, label=hostile)
                    for i in range(11)])
""",
    """
TieNetwork(
    title=hostile, alt=hostile,
    nodes=[dict(id=str(i), label=f"{i} {hostile}", x=0.5, y=0.5, role="third", detail=hostile)
           for i in range(12)],
    edges=[dict(source="0", target=str(i), strength=i / 11, tone="unheard of", label=hostile,
                detail=hostile) for i in range(1, 12)])
""",
    "DecisionMapView()",
    "RestraintBars(title='Nothing')",
    "TieNetwork(title='Nobody')",
    """
def broken(kind):
    raise RuntimeError("a secret of the program")
ExportBar(on_export=broken)
""",
]
