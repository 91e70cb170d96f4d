"""Voila's settings for our pages."""

from __future__ import annotations

import logging
import os

from traitlets.config import Config

from bor_widgets.voila import TEMPLATE
from bor_widgets.voila.limits import ClassKernels
from bor_widgets.voila.metrics import CountedChannels
from bor_widgets.voila.options import Options
from bor_widgets.voila.page_config import EXTENSIONS

#: Seconds between two looks at whether Python still runs behind a page.
LOOK_EVERY = 1.0

#: Most seconds between two looks for pages that nobody uses.
LOOK_FOR_THE_FORGOTTEN_EVERY = 300


def settings(options: Options) -> Config:
    """Return Voila's settings.

    Parameters
    ----------
    options : Options
        What the server was asked to do.
    """
    config = Config()
    config.Voila.ip = options.host
    config.Voila.port = options.port
    config.Voila.base_url = options.base_url
    config.Voila.open_browser = options.open_browser
    config.Voila.log_level = logging.ERROR
    config.Voila.kernel_websocket_connection_class = CountedChannels
    # Ours is the door; see bor_widgets.voila.doors.
    config.Voila.token = ""
    config.VoilaConfiguration.template = TEMPLATE
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.extension_allowlist = list(EXTENSIONS)
    config.VoilaConfiguration.file_allowlist = []
    config.VoilaConfiguration.show_tracebacks = False
    config.VoilaConfiguration.strip_sources = True
    config.VoilaConfiguration.multi_kernel_manager_class = ClassKernels
    config.SpareKernelManager.spares = options.spares
    if os.name == "posix":
        # Between processes of one machine: nothing listens on a port that needs none.
        config.KernelManager.transport = "ipc"
    # A new Python knows nothing of the page's controls: it is better to say that it has ended.
    config.KernelRestarter.restart_limit = 0
    config.KernelRestarter.time_to_poll = LOOK_EVERY
    seconds = max(1, int(60 * options.forget))
    config.MappingKernelManager.cull_idle_timeout = seconds
    config.MappingKernelManager.cull_interval = min(
        LOOK_FOR_THE_FORGOTTEN_EVERY, max(1, seconds // 4)
    )
    # A page asks for all its widgets at once; a limit meant for a runaway print would drop some.
    config.QuietChannels.limit_rate = False
    return config
