"""What is not answered, in words: a page that says why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tornado.web import RequestHandler

#: reason -> status, title, sentences
WORDS: dict[str, tuple[int, str, tuple[str, ...]]] = {
    "full": (
        503,
        "The room is full",
        (
            "{taken} of {places} places are taken.",
            "Try again in a minute. Your work is kept in your browser.",
        ),
    ),
    "draining": (
        503,
        "The server is about to stop",
        (
            "Pages that are open can be used until they are closed, but no new one is opened.",
            "Try again in a few minutes. Your work is kept in your browser.",
        ),
    ),
    "missing": (
        404,
        "There is no such page",
        ("The address may have a typing mistake, or the page was moved.",),
    ),
    "method": (
        405,
        "That cannot be done here",
        ("Pages here can be looked at and used, and nothing else.",),
    ),
    "long": (
        414,
        "The address is too long",
        (
            "What follows the question mark may have {most} characters at most, but this has "
            "{given}.",
            "If it is a link to a situation, load the situation from a file instead.",
        ),
    ),
    "name": (
        403,
        "This server does not answer to that name",
        ("Open the address that was printed when the server was started.",),
    ),
    "elsewhere": (
        403,
        "Another site may not ask this",
        ("Open the page itself, and use it there.",),
    ),
    "not_here": (
        403,
        "Only this machine may see the figures",
        ("Ask from the machine that serves, or start the server with a token and give it.",),
    ),
}

if TYPE_CHECKING:
    Handler = RequestHandler
else:
    Handler = object

#: Seconds after which a browser that was sent away may come back.
COME_BACK_AFTER = 60


class Refusal(RequestHandler):
    """Answers with a page in words, whatever was asked.

    It knows nothing of who asks, and starts nothing.
    """

    def initialize(self, reason: str, **fields: Any) -> None:
        """Keep why, and the numbers that the words name."""
        self.why = reason
        self.fields = fields

    async def prepare(self) -> None:
        """Answer before any method is looked for."""
        refuse(self, self.why, **self.fields)

    def check_xsrf_cookie(self) -> None:
        """Nothing is done, so nothing needs to be proved."""


class InWords(Handler):
    """Put before a library's handler: what goes wrong is told by our page.

    The library's own needs to know who asks and has files that are not here, so that it would
    fail in its turn and tell nobody but the log.
    """

    def write_error(self, status_code: int, **_fault: Any) -> None:
        """Answer with what the status alone says."""
        name = "404.html" if status_code == 404 else "error.html"
        template = self.settings["voila_jinja2_env"].get_template(name)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(template.render(base_url=self.settings["base_url"], status_code=status_code))


def refuse(handler: RequestHandler, reason: str, **fields: Any) -> None:
    """Finish an answer with a page in words.

    Parameters
    ----------
    handler : RequestHandler
        Whose answer it is; nothing of it may have been sent.
    reason : str
        A key of ``WORDS``.
    fields
        What the words leave open.
    """
    status, title, sentences = WORDS[reason]
    settings = handler.settings
    serving = settings["bor"]
    serving.metrics.refusals.labels(reason=reason).inc()
    serving.log.event("refused", reason=reason, status=status)
    handler.set_status(status)
    if status == 503:
        handler.set_header("Retry-After", str(COME_BACK_AFTER))
    handler.set_header("Content-Type", "text/html; charset=utf-8")
    handler.set_header("Cache-Control", "no-store")
    template = settings["voila_jinja2_env"].get_template("refused.html")
    handler.finish(
        template.render(
            title=title,
            sentences=[sentence.format(**fields) for sentence in sentences],
            again=status == 503,
            base_url=settings["base_url"],
        )
    )
