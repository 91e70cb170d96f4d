"""The figures of a running server, in the form that Prometheus reads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from tornado.web import RequestHandler

from bor_widgets.voila.channels import QuietChannels

#: Seconds that separate the classes of the histogram.
SECONDS = (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 30.0)


class Metrics:
    """What is counted while it happens."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.opened = Counter("bor_pages_opened", "Pages that were opened", registry=self.registry)
        self.refusals = Counter(
            "bor_refusals", "Requests that were refused", ["reason"], registry=self.registry
        )
        self.seconds = Histogram(
            "bor_page_seconds",
            "Seconds until the whole page was sent",
            buckets=SECONDS,
            registry=self.registry,
        )
        self.messages = Counter(
            "bor_messages", "Messages from pages to their Pythons", registry=self.registry
        )


class Now(Collector):
    """What is looked up when somebody asks.

    Parameters
    ----------
    kernels : ClassKernels
        The Pythons of the class.
    """

    def __init__(self, kernels: Any) -> None:
        self.kernels = kernels

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Look, and tell."""
        pythons = GaugeMetricFamily("bor_pythons", "Pythons that run", labels=["kind"])
        pythons.add_metric(["page"], self.kernels.taken())
        pythons.add_metric(["spare"], self.kernels.waiting())
        yield pythons
        serving = self.kernels.serving
        yield GaugeMetricFamily("bor_places", "Pages at once", serving.options.students)
        yield GaugeMetricFamily("bor_draining", "1 while it stops", int(serving.draining))
        memory = GaugeMetricFamily("bor_memory_bytes", "Memory in use", labels=["of"])
        memory.add_metric(["server"], memory_of(os.getpid()))
        memory.add_metric(["pythons"], sum(map(memory_of, self._processes())))
        yield memory

    def _processes(self) -> Iterator[int]:
        for kernel_id in self.kernels.list_kernel_ids():
            provisioner = self.kernels.get_kernel(kernel_id).provisioner
            pid = getattr(provisioner, "pid", None)
            if pid:
                yield pid


def memory_of(pid: int) -> int:
    """Return a process's share of the memory in bytes; 0 where the system does not tell.

    Memory that several hold together is divided among them.
    """
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))


class MetricsHandler(RequestHandler):
    """Hands the figures out; who may ask is the gate's business."""

    def get(self) -> None:
        """Answer in the form that Prometheus reads."""
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.set_header("Cache-Control", "no-store")
        self.write(generate_latest(self.settings["bor"].metrics.registry))


class CountedChannels(QuietChannels):
    """The line between a page and its Python, with a count of what comes from the page."""

    def handle_incoming_message(self, incoming_msg: Any) -> None:
        """Count a message and hand it on."""
        self.websocket_handler.settings["bor"].metrics.messages.inc()
        super().handle_incoming_message(incoming_msg)
