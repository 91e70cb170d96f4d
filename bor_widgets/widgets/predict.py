"""Predict: the reader commits to an answer before the answer is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import assets, panel

WORDS = {
    "panel": "Predict first",
    "hint": "A hint",
    "commit": "Commit my answer",
    "choose_first": "Choose an answer first.",
    "stays": "Your answer stays as it is: the surprise is where you learn.",
    "yours": "Your answer",
    "theirs": "The answer",
    "same": "You expected this.",
    "different": "You expected something else. Read why.",
    "sources": "Who says so?",
    "waiting": "The answer is on its way.",
    "kept": "Your answer is kept.",
    "in_class": "It is discussed in class, and it is not in this page.",
    **assets.SOURCE_WORDS,
}


class Predict(panel.Panel):
    """One question whose answer is not in the page until the reader has committed.

    Parameters
    ----------
    question
        What is asked.
    options
        The answers to choose from: list of ``key`` and ``label``.
    answer
        ``key``, ``text`` and ``sources``. It stays in Python until the commitment. None for a
        question that is handed out without its answer: after the commitment the page says
        that it is discussed in class.
    hint
        Shown when the reader unfolds it; may be empty.

    Attributes
    ----------
    committed
        The key of the reader's answer, empty before the commitment. Once set it stays.
    answer
        Empty before the commitment.

    Raises
    ------
    ValueError
        If the options repeat a key, or the answer is none of them.
    """

    _esm: ClassVar[Any] = panel.script("predict")
    _css: ClassVar[Any] = panel.style("predict")

    question = traitlets.Unicode("").tag(sync=True)
    options = traitlets.List(traitlets.Dict()).tag(sync=True)
    hint = traitlets.Unicode("").tag(sync=True)
    committed = traitlets.Unicode("").tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(
        self,
        question: str,
        options: Sequence[Mapping[str, str]],
        answer: Mapping[str, Any] | None,
        hint: str = "",
    ) -> None:
        keys = [option["key"] for option in options]
        if len(set(keys)) != len(keys) or "" in keys:
            raise ValueError(f"options need different keys; given were {keys}")
        if answer is None:
            answer = {"key": "", "text": WORDS["in_class"]}
        elif answer.get("key") not in keys:
            raise ValueError(f"the answer's key is one of {keys}; given was {answer.get('key')!r}")
        self._kept = {
            "key": answer["key"],
            "text": answer.get("text", ""),
            "sources": list(answer.get("sources", [])),
        }
        self._chosen = ""
        super().__init__(question=question, options=[dict(option) for option in options], hint=hint)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message is the first commitment to one of the options."""
        known = any(option["key"] == message.get("key") for option in self.options)
        return message["kind"] == "commit" and known and not self.committed

    def respond(self, message: dict[str, Any]) -> None:
        """Keep the answer that was committed to, then show ours beside it."""
        self.commit(message["key"])

    def commit(self, key: str) -> None:
        """Commit to an answer, as the button does.

        Raises
        ------
        ValueError
            If the key is none of the options, or another answer was committed before.
        """
        if key not in self._keys():
            raise ValueError(f"key must be one of {self._keys()}; given was {key!r}")
        if self.committed and self.committed != key:
            raise ValueError(f"{self.committed!r} is committed and stays; given was {key!r}")
        self.committed = key

    def _keys(self) -> list[str]:
        return [option["key"] for option in self.options]

    @traitlets.validate("committed")
    def _once(self, proposal: Any) -> str:
        # a page that was tampered with may try to write the trait itself
        key = str(proposal["value"])
        if self._chosen:
            return self._chosen
        if key and key not in self._keys():
            raise traitlets.TraitError(f"committed takes one of {self._keys()}; given was {key!r}")
        return key

    @traitlets.observe("committed")
    def _reveal(self, _change: Any) -> None:
        self._chosen = str(self.committed)
        self.answer = dict(self._kept) if self.committed else {}
