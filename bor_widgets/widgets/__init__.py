"""Widgets, one to a file; import the one that is needed from its own module."""
