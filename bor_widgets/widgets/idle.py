"""Whether there is a page that will say when it has been shown."""

from __future__ import annotations

from IPython import get_ipython


def in_a_kernel() -> bool:
    """Whether a notebook's kernel runs this, so that work can wait for its page's word."""
    shell = get_ipython()
    return shell is not None and hasattr(shell, "kernel")
