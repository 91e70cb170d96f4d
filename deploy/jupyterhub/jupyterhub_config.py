"""A class's hub on one Debian machine; README.md in this folder goes through it step by step.

What differs between two machines comes from the environment (`bor-hub.env` beside the service):

=====================  ==================================================  ====================
variable               meaning                                             without it
=====================  ==================================================  ====================
BOR_HUB_LOGIN          ``native``: students sign up, the teacher lets      native
                       them in; ``class``: one password for the class
BOR_HUB_TEACHERS       sign-in names of the teachers, with commas          nobody
BOR_HUB_STUDENTS       a file of the names that may sign in, one a line    every name
BOR_HUB_SPAWNER        ``unit``: each student apart (root, systemd);       unit
                       ``try-out``: all in one account, nobody apart
BOR_HUB_STATE          the hub's own folder: database, keys, passwords     /var/lib/bor-hub
BOR_HUB_URL            where the hub listens, its path included            http://127.0.0.1:8000/
BOR_HUB_MOST           how many students may work at once                  100
BOR_HUB_IDLE           seconds after which an unused server ends           3600
BOR_HUB_CULL_EVERY     seconds between two looks for unused servers        300
=====================  ==================================================  ====================
"""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # the modules beside this file

from hub_settings import Settings, kept_secret, read_settings  # noqa: E402
from student_unit import StudentUnit  # noqa: E402

c = get_config()  # noqa: F821  # JupyterHub puts it here
the: Settings = read_settings()

# ---------------------------------------------------------------- where it listens

# Only this machine reaches the hub; a web server with a certificate stands in front (README.md).
# Three ports in a row: the proxy, the hub behind it, and the door by which the hub steers it.
c.JupyterHub.bind_url = the.url
port = urlsplit(the.url).port or 8000
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{port + 1}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{port + 2}"
c.ConfigurableHTTPProxy.command = [str(the.proxy)]
c.ConfigurableHTTPProxy.log_level = "warn"  # not a line for every student who comes
c.ConfigurableHTTPProxy.pid_file = str(the.state / "proxy.pid")

# ---------------------------------------------------------------- what must stay secret

# Files of mode 600, made when they are missing. A restarted hub reads them again: cookies stay
# good, and it can steer a proxy that it had started before.
c.JupyterHub.cookie_secret_file = str(the.state / "cookie-secret")
c.ConfigurableHTTPProxy.auth_token = kept_secret(the.state / "proxy-token")
c.JupyterHub.db_url = f"sqlite:///{the.state / 'hub.sqlite'}"
# A week after signing in one signs in anew.
c.JupyterHub.cookie_max_age_days = 7

# ---------------------------------------------------------------- who may come in

# A name becomes the name of a folder and of a service: letters, digits and hyphens only.
c.Authenticator.username_pattern = r"[a-z][a-z0-9-]{0,30}"
c.Authenticator.admin_users = set(the.teachers)
if the.students is None:
    c.Authenticator.allow_all = True
else:
    c.Authenticator.allowed_users = set(the.students)
# Whoever was taken off the list stays out, even though the hub remembers the name.
c.Authenticator.allow_existing_users = False

if the.login == "class":
    # Whoever knows the class's password can sign in under any student's name: for a class that
    # trusts itself, for an afternoon. The teachers have a password of their own.
    c.JupyterHub.authenticator_class = "shared-password"
    c.SharedPasswordAuthenticator.user_password = the.class_password()
    c.SharedPasswordAuthenticator.admin_password = kept_secret(the.state / "teacher-password")
else:
    c.JupyterHub.authenticator_class = "native"
    c.NativeAuthenticator.open_signup = False  # the teacher lets each one in: /hub/authorize
    c.NativeAuthenticator.minimum_password_length = 10
    c.NativeAuthenticator.check_common_password = True
    c.NativeAuthenticator.allowed_failed_logins = 5
    c.NativeAuthenticator.seconds_before_next_try = 300
# A teacher sees who works and can stop a server, but opens nobody's work.
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "services": ["idle-culler"],
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
    },
]

# ---------------------------------------------------------------- a student's own server

if the.spawner == "unit":
    c.JupyterHub.spawner_class = StudentUnit
    c.SystemdSpawner.dynamic_users = True
    c.SystemdSpawner.isolate_tmp = True
    c.SystemdSpawner.isolate_devices = True
    c.SystemdSpawner.disable_user_sudo = True
    c.SystemdSpawner.unit_extra_properties = {
        "StateDirectoryMode": "0700",
        "UMask": "0077",
        "TasksMax": "256",
    }
    # Only this spawner holds a server to these; a page needs about a third of the memory.
    c.Spawner.mem_limit = "1G"
    c.Spawner.cpu_limit = 1.0
else:
    c.JupyterHub.spawner_class = "simple"
    c.SimpleLocalProcessSpawner.home_dir_template = str(the.state / "homes" / "{username}")

# The student's part runs as the student: it lays out the lessons and becomes the server.
c.Spawner.cmd = [sys.executable, str(HERE / "start_student.py")]
c.Spawner.default_url = the.landing_page
c.Spawner.environment = the.for_students()
# A start on a busy machine, many at once, takes its time.
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120

# ---------------------------------------------------------------- not more than the machine bears

c.JupyterHub.active_server_limit = the.most
c.JupyterHub.concurrent_spawn_limit = 8  # the ninth is asked to wait a moment and try again
# The culler goes by what the hub last knew of a student's doings: that must be newer than the time
# after which a server counts as unused, or it would end servers that are in use.
c.JupyterHub.last_activity_interval = max(1, min(60, the.idle // 3))
c.JupyterHub.activity_resolution = max(1, min(30, the.idle // 6))
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [
            sys.executable,
            "-m",
            "jupyterhub_idle_culler",
            f"--timeout={the.idle}",
            f"--cull-every={the.cull_every}",
        ],
    },
]

# ---------------------------------------------------------------- coming and going

# A student whose server has ended (unused, or broken down) comes back to the page by reloading
# it: the hub starts the server without another question. It notices within these seconds.
c.JupyterHub.implicit_spawn_seconds = 1.0
c.Spawner.poll_interval = the.look_every

# A new version of the hub, or a hub that broke down: the students' servers go on.
c.JupyterHub.cleanup_servers = False
# Signing out ends what was running, on a computer that several share.
c.JupyterHub.shutdown_on_logout = True
# Students have one server each.
c.JupyterHub.allow_named_servers = False
c.JupyterHub.log_level = "WARN"
