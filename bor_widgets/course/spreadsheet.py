"""Tables for a spreadsheet: text of a student must never be taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

#: signs with which a spreadsheet begins a formula; some take the wide ones for the same
_FORMULA = "=+-@＝＋－＠"

#: a spreadsheet takes a file for UTF-8 only when it begins with this mark
_MARK = "\ufeff"


def harmless(value: Any) -> Any:
    """Keep a spreadsheet from taking a text for a formula; what is no text stays as it is."""
    if isinstance(value, str) and (
        value[:1] in tuple("\t\r\n") or value.lstrip()[:1] in tuple(_FORMULA)
    ):
        return f"'{value}"
    return value


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table as the text of a CSV file; what has no value becomes an empty cell."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(head)
    for row in rows:
        table.writerow(["" if value is None else harmless(value) for value in row])
    return _MARK + text.getvalue()
