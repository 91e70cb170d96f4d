"""Tables of numbers, as nested lists or as arrays."""

from __future__ import annotations

from typing import Any

#: rows of numbers: nested lists, or a two-dimensional array
Table = Any


def rows_of(name: str, table: Table) -> list[list[float]]:
    """Read a table as lists.

    Raises
    ------
    ValueError
        For a table without rows or columns, or with rows of unlike length.
    """
    rows = [[float(value) for value in row] for row in table]
    if not rows or not rows[0] or len({len(row) for row in rows}) > 1:
        raise ValueError(
            f"{name} takes a table with at least one row and rows of one length; "
            f"given were rows of lengths {[len(row) for row in rows]}"
        )
    return rows
