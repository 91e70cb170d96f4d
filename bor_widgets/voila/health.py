"""Whether the server is well, for whatever looks after it."""

from __future__ import annotations

from tornado.web import RequestHandler


class HealthHandler(RequestHandler):
    """Answers anybody, with a few numbers and nothing about anyone."""

    def get(self) -> None:
        """Answer 200 while pages are opened, 503 when no more are."""
        serving = self.settings["bor"]
        kernels = self.settings["kernel_manager"]
        self.set_header("Cache-Control", "no-store")
        self.set_status(503 if serving.draining else 200)
        self.write(
            {
                "ok": not serving.draining,
                "pages": kernels.taken(),
                "places": serving.options.students,
                "spares": kernels.waiting(),
                "draining": serving.draining,
            }
        )
