"""What the parts of one running server share."""

from __future__ import annotations

from dataclasses import dataclass, field

from bor_widgets.voila.endings import Endings
from bor_widgets.voila.logs import EventLog
from bor_widgets.voila.metrics import Metrics
from bor_widgets.voila.options import Options


@dataclass
class Serving:
    """One running server: what it was asked, what it counts, and whether it is about to stop."""

    options: Options
    log: EventLog
    metrics: Metrics = field(default_factory=Metrics)
    endings: Endings = field(default_factory=Endings)
    draining: bool = False
