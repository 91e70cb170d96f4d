"""What a lesson shows where no kernel answers: HTML with a plain text beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

#: signs that no page can hold; a line break and a tab can stay
_CONTROL = {code: None for code in range(32) if code not in (9, 10)} | {127: None}


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """A part of a lesson as a page holds it.

    Attributes
    ----------
    html
        Markup of ours around texts that are escaped.
    text
        The same for a reader without markup; holds no answer.
    """

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


def render(template: str, **values: Any) -> str:
    """Fill a template; every text in it is escaped.

    Parameters
    ----------
    template
        Name of a file in ``templates``, without its ending.
    **values
        What the template asks for; one that is missing is an error.
    """
    return _environment().get_template(f"{template}.html").render(**values)


def lines(*parts: str | Sequence[str]) -> str:
    """Join sentences and lists to a plain text, one below the other; empty ones are left out."""
    told: list[str] = []
    for part in parts:
        told += [part] if isinstance(part, str) else [f"- {entry}" for entry in part]
    return "\n".join(line for line in told if line)


def letter(place: int) -> str:
    """Return the letter by which an option is called, beginning with a."""
    return chr(ord("a") + place)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("bor_widgets.printed"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
    )
    made.globals["letter"] = letter
    return made


def _plain(value: Any) -> Any:
    # a sign of control would make the page invalid; markup of ours has none
    return value.translate(_CONTROL) if type(value) is str else value
