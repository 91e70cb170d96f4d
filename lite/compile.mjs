/* node compile.mjs PACKED FOLDER: opens what a reader opens, and writes every module that this
 * imported into FOLDER in compiled form. Only the browser's own Python can compile for itself. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [packed, folder] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(packed, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: `${packed}/`, env: { BOR_JOURNAL: "none" } });
await python.loadPackage(Object.keys(python.lockfile.packages), { messageCallback: () => {} });

const compiled = await python.runPythonAsync(`
import importlib._bootstrap_external as external
import importlib.util, pathlib, sys, types

# what the kernel puts in the place of parts that a browser lacks
for name in ("fcntl", "pexpect", "resource", "termios"):
    sys.modules.setdefault(name, types.ModuleType(name))
import IPython, micropip, piplite, comm
import IPython.core.interactiveshell, IPython.core.application, IPython.core.shellapp
import bor_widgets
from bor_widgets import Lesson
from bor_widgets.dashboards.console import page
page()
for part in (Lesson(3).start(), Lesson(3).predict("power"), Lesson(3).bench(), Lesson(3).quiz()):
    pass

site = pathlib.Path(bor_widgets.__file__).parents[1]
held = {}
for module in list(sys.modules.values()):
    path = getattr(module, "__file__", None)
    if not path or not path.endswith(".py") or not path.startswith(f"{site}/"):
        continue
    source = pathlib.Path(path).read_bytes()
    code = compile(source, path, "exec", dont_inherit=True)
    cached = pathlib.Path(importlib.util.cache_from_source(path)).relative_to(site)
    # the sources never change in the browser: nothing has to be looked up before use
    held[str(cached)] = external._code_to_hash_pyc(code, importlib.util.source_hash(source), False)
held
`);
for (const [path, content] of compiled.toJs({ dict_converter: Array.from })) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
