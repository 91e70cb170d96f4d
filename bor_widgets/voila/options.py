"""What a server of pages was asked to do, in one record."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

#: Only this machine can see the pages, unless something else was asked for.
LOCAL = "127.0.0.1"

#: Environment variable: "off" keeps visitors from running functions of their own. It is read by
#: :mod:`bor_widgets.widgets.lab_extra`.
OWN_CODE = "BOR_OWN_CODE"


@dataclass(frozen=True)
class Options:
    """What `bor serve` was told, checked.

    Parameters
    ----------
    port : int
        The port to take.
    port_is_fixed : bool
        If false, the next free port is taken when this one is in use.
    host : str
        The address to listen on.
    base_url : str
        The part of the address before the pages; begins and ends with a slash.
    open_browser : bool
        Open the first page here.
    spares : int
        How many Pythons are kept ready for the next pages.
    students : int
        How many pages may be open at once.
    memory : int
        Megabytes that one page's Python may hold; 0 sets no limit.
    forget : float
        Minutes after which the Python behind a page that has gone is ended.
    token : str
        What a visitor must show to come in; empty lets everybody in.
    show_token : bool
        Whether the printed address holds the token: one that was made here nobody knows yet.
    behind_hub : bool
        Whether something in front has looked at who comes, and speaks for them.
    log : str
        One of ``logs.FORMS``.
    drain : float
        Seconds that open pages are given when the server is told to stop.
    """

    port: int
    port_is_fixed: bool = False
    host: str = LOCAL
    base_url: str = "/"
    open_browser: bool = False
    spares: int = 1
    students: int = 40
    memory: int = 1024
    forget: float = 60.0
    token: str = ""
    show_token: bool = False
    behind_hub: bool = False
    log: str = "quiet"
    drain: float = 0.0

    @property
    def only_here(self) -> bool:
        """Whether nothing but this machine can reach the pages."""
        return is_local(self.host)

    @property
    def any_name(self) -> bool:
        """Whether the pages may be asked for under any name.

        A page elsewhere must not reach Python here through a name that points to this machine.
        Behind a proxy (another base address) the name is the proxy's business; where others may
        come in, the door looks at them.
        """
        return self.base_url != "/" or not self.only_here or self.behind_hub

    @property
    def for_others(self) -> bool:
        """Whether somebody else than the person who serves is expected."""
        return self.any_name or bool(self.token)


def is_local(host: str) -> bool:
    """Tell whether an address or name is this machine's own for itself."""
    bare = host.removeprefix("[").removesuffix("]")
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return bare == "localhost"


def in_an_address(host: str) -> str:
    """Return the host as it stands in an address that this machine can open."""
    if host in ("0.0.0.0", "::", ""):
        return LOCAL
    return f"[{host}]" if ":" in host else host
