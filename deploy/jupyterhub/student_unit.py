"""Each student's server as a service of systemd, under an account of its own while it runs."""

from __future__ import annotations

from systemdspawner import SystemdSpawner

#: stands before a student's name wherever the system sees it
PREFIX = "bor-student-"


class StudentUnit(SystemdSpawner):
    """The spawner for systemd, with names that can belong to nobody else.

    A home is a state directory of systemd, `/var/lib/<name>`, and is handed to the account that
    uses it. Without the prefix a student who signs in as `dpkg` would be handed the package
    manager's.
    """

    def _expand_user_vars(self, string: str) -> str:
        return string.format(USERNAME=f"{PREFIX}{self.user.name}", USERID=self.user.id)
