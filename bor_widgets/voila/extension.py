"""The pages inside a Jupyter server, under ``bor/`` beside JupyterLab.

`bor serve` has many readers and a server of its own. Where everybody has a server of their own
(JupyterLab, Binder, a hub), that server shows the same pages by this extension. Installing the
package does not switch it on: the settings in ``SETTINGS_FOLDER`` do, and
``bor pages FOLDER`` lays out what it shows.
"""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from traitlets.config import Config
from voila.configuration import VoilaConfiguration
from voila.paths import collect_static_paths, collect_template_paths
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import TemplateStaticFileHandler
from voila.utils import get_voila_labextensions_path

from bor_widgets.course.at_hand import FILE_NAME, FILE_VARIABLE
from bor_widgets.course.folder import lessons_folder
from bor_widgets.voila import DATA_FOLDER, TEMPLATE
from bor_widgets.voila.extension_kernels import OwnKernels
from bor_widgets.voila.extension_pages import PLACE, FirstPageHandler, PageHandler
from bor_widgets.voila.options import Options
from bor_widgets.voila.page_config import page_config_hook
from bor_widgets.voila.pages import let_the_page_say_goodbye
from bor_widgets.voila.routes import UnchangingFileHandler
from bor_widgets.voila.scripts import Scripts, ScriptsHandler
from bor_widgets.voila.settings import settings

#: For ``JUPYTER_CONFIG_PATH``: switches the extension on, and Voila's own off, whose pages
#: would ask for scripts from outside.
SETTINGS_FOLDER = Path(__file__).with_name("extension_settings")

#: Names the folder of pages that ``bor pages`` has laid out.
PAGES_VARIABLE = "BOR_PAGES"

WORDS = {
    "no_folder": "bor_widgets: no pages are shown, because {variable} names no folder with "
    "pages (given: {given}). Run `bor pages FOLDER` and set {variable}=FOLDER.",
    "shown": "bor_widgets: the pages are at {address}",
}


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Tell Jupyter's server where the extension is."""
    return [{"module": "bor_widgets.voila.extension"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    """Add the pages to a server; without a folder of pages it says so and goes on."""
    given = os.environ.get(PAGES_VARIABLE, "")
    pages = Path(given)
    if not given or not any(pages.glob("*.ipynb")):
        server.log.error(WORDS["no_folder"].format(variable=PAGES_VARIABLE, given=repr(given)))
        return
    keep_the_journal_in_a_file()
    find_our_template()
    add_pages(server, pages.resolve())
    server.log.info(WORDS["shown"].format(address=f"{server.base_url}{PLACE}/"))


def keep_the_journal_in_a_file() -> None:
    """Let the pages write where the notebooks do: this server has one reader.

    A page that runs in Voila would keep no file by itself, because Voila may have many readers.
    """
    try:
        lessons = lessons_folder()
        folder = lessons.parent if lessons.name == "lessons" else lessons
    except FileNotFoundError:
        folder = Path.cwd()
    folder = folder if os.access(folder, os.W_OK) else Path.home()
    os.environ.setdefault(FILE_VARIABLE, str(folder.resolve() / FILE_NAME))


def find_our_template() -> None:
    """Put the folder of our template among those where Voila looks, once."""
    known = os.environ.get("JUPYTER_PATH", "").split(os.pathsep)
    if str(DATA_FOLDER) not in known:
        os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(DATA_FOLDER), *known]))


def add_pages(server: ServerApp, pages: Path) -> None:
    """Add the routes of the pages and of their scripts.

    Parameters
    ----------
    server : ServerApp
        The server that has this extension.
    pages : Path
        A folder of notebooks.
    """
    static_paths = collect_static_paths(["voila", "nbconvert"], TEMPLATE)
    template_paths = collect_template_paths(["voila", "nbconvert"], TEMPLATE)
    labextensions = get_voila_labextensions_path()
    scripts = Scripts(static_paths, labextensions)
    configuration = VoilaConfiguration(config=page_settings())
    configuration.page_config_hook = page_config_hook(scripts)
    configuration.prelaunch_hook = let_the_page_say_goodbye
    page = {
        "voila_configuration": configuration,
        "template_paths": template_paths,
        "config": configuration.config,
        "pages": AsyncLargeFileManager(root_dir=str(pages), log=server.log),
        "templates": Environment(
            loader=FileSystemLoader(template_paths),
            autoescape=True,
            extensions=["jinja2.ext.i18n"],
        ),
    }
    root = re.escape(server.base_url)
    base, voila = f"{root}{PLACE}", f"{root}voila"
    routes: list[Any] = [
        (base, FirstPageHandler),
        (f"{base}/", FirstPageHandler),
        (f"{base}/(.+)", PageHandler, page),
        (f"{voila}/scripts/(.*)", ScriptsHandler, {"scripts": scripts}),
        (f"{voila}/static-{scripts.tag}/(.*)", UnchangingFileHandler, {"paths": static_paths}),
        (f"{voila}/templates/({TEMPLATE}/static/.*)", TemplateStaticFileHandler),
        (f"{voila}/labextensions/(.*)", FileFindHandler, {"path": labextensions}),
        (f"{voila}/api/shutdown/(.*)", VoilaShutdownKernelHandler),
    ]
    shared = server.web_app.settings
    # The names of these files contain a digest of what is in them.
    unchanging = shared.setdefault("static_immutable_cache", [])
    unchanging.append(f"{server.base_url}voila/labextensions/")
    server.web_app.add_handlers(".*$", routes)
    threading.Thread(target=scripts.compressed, daemon=True).start()
    if isinstance(server.kernel_manager, OwnKernels):
        server.io_loop.add_callback(server.kernel_manager.fill)


def page_settings() -> Config:
    """Return what `bor serve` sets for a page; its server and its limits are left out."""
    config = Config()
    config.VoilaConfiguration = settings(Options(port=0)).VoilaConfiguration
    return config
