"""What a build says when it cannot go on."""

from __future__ import annotations


class BuildFailed(Exception):
    """The site cannot be built; the message is one sentence for whoever asked for it."""
