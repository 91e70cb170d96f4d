"""The settings of each student's own server; what stands here is for comfort, not a fence.

A student may run any Python in it, so what keeps students apart is the system's account under
which each server runs, never a setting of the server.
"""

c = get_config()  # noqa: F821  # Jupyter puts it here

# The course needs none of these; each would take memory for every student. (That JupyterLab does
# not ask for the first is said in labconfig/page_config.json.)
c.ServerApp.jpserver_extensions = {
    "jupyter_lsp": False,
    "jupyter_server_terminals": False,
    "notebook_shim": False,
}
c.ServerApp.terminals_enabled = False

# What went wrong, not every picture that was fetched.
c.ServerApp.log_level = "WARN"

# Between processes of one machine: Python listens on no port that another student could reach.
c.KernelManager.transport = "ipc"

# A Python that nobody has used for an hour ends; the journal is on disk. One whose page is open
# stays, unless the hub ends the whole server.
c.MappingKernelManager.cull_idle_timeout = 3600
c.MappingKernelManager.cull_interval = 300

# One Python is kept ready, so that the next page opens at once.
c.OwnKernels.spares = 1
