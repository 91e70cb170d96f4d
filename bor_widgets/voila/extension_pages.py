"""How a Jupyter server answers when one of our pages is asked for."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, Template
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.contents.manager import AsyncContentsManager
from tornado.web import HTTPError, authenticated
from voila.tornado.handler import TornadoVoilaHandler

#: Where the pages stand, after the server's own base address.
PLACE = "bor"

#: The page that opens first.
FIRST_PAGE = "index.ipynb"


class FirstPageHandler(JupyterHandler):
    """Leads to the first page."""

    @authenticated
    async def get(self) -> None:
        """Go on to the first page, with whatever the address carries."""
        query = f"?{self.request.query}" if self.request.query else ""
        self.redirect(f"{self.base_url}{PLACE}/{FIRST_PAGE}{query}")


class PageHandler(TornadoVoilaHandler):  # type: ignore[misc]  # Voila has no types
    """Voila's own, but its pages lie elsewhere than the server's files, and look like ours."""

    def initialize(
        self, *, pages: AsyncContentsManager, templates: Environment, **rest: Any
    ) -> None:
        """Keep the folder of the pages, and the templates of what is said in their place."""
        super().initialize(**rest)
        self._pages = pages
        self._templates = templates

    @property
    def contents_manager(self) -> AsyncContentsManager:
        """Where pages are read: never in the server's own folder."""
        return self._pages

    @property
    def template_namespace(self) -> dict[str, Any]:
        """What a template knows: its way back leads to the pages, not to the server's files."""
        return {**super().template_namespace, "base_url": f"{self.base_url}{PLACE}/"}

    def get_template(self, name: str) -> Template:
        """Return one of our templates."""
        return self._templates.get_template(name)

    @authenticated
    async def get(self, path: str) -> None:
        """Show a page; there is nothing else here."""
        if not path.endswith(".ipynb"):
            raise HTTPError(404)
        await super().get(path)
