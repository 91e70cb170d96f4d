"""The Pythons of a reader's own server: the next page or notebook finds one ready."""

from __future__ import annotations

from typing import Any

from traitlets import Bool

from bor_widgets.voila.spare_kernels import SpareKernelManager


class OwnKernels(SpareKernelManager):
    """Keeps spares out of sight.

    JupyterLab lists every Python that runs and offers to shut it down; one that nobody uses yet
    would only puzzle its reader.
    """

    # One reader needs one Python at a time: a program to fork from would only take memory, and a
    # notebook that runs for hours had better be a process like any other.
    forked = Bool(False, help="Fork Pythons where the system can.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._given: set[str] = set()

    async def _async_start_kernel(self, **kwargs: Any) -> str:
        kernel_id = await super()._async_start_kernel(**kwargs)
        self._given.add(kernel_id)
        return kernel_id

    # Upstream assigns the public name in the same way, which would keep its own method.
    start_kernel = _async_start_kernel

    def list_kernels(self) -> list[dict[str, Any]]:
        """Return the Pythons that a page or a notebook has."""
        running: list[dict[str, Any]] = super().list_kernels()  # type: ignore[no-untyped-call]
        return [kernel for kernel in running if kernel["id"] in self._given]
