/* node check.mjs SITE TESTS TOOLS: loads the site's Python from its packed files, runs the
 * acceptance tests of the theory in it, and opens every notebook of the site.
 * Prints a line for each; ends with 1 if one fails or is missing. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [site, tests, tools] = process.argv.slice(2).map((path) => resolve(path));
const FIRST = 1;
const LAST = 58;

const packed = join(site, "static", "pyodide");
const { loadPyodide } = await import(pathToFileURL(join(packed, "pyodide.mjs")));
const page = JSON.parse(readFileSync(join(site, "jupyter-lite.json"), "utf8"));
const options = page["jupyter-config-data"].litePluginSettings["@jupyterlite/pyodide-kernel-extension:kernel"].loadPyodideOptions;
const python = await loadPyodide({ indexURL: `${packed}/`, env: { ...options.env } });
const said = [];
await python.loadPackage(options.packages, { messageCallback: () => {}, errorCallback: (text) => said.push(text) });
for (const text of said) fail(text);

function fail(text) {
  console.log(text);
  process.exitCode = 1;
}
/** What a step answers; where it fails, only its last words, and no page of a script. */
async function told(step) {
  try {
    return await step();
  } catch (error) {
    fail(String(error.message).trim().split("\n").slice(-3).join("\n"));
    process.exit();
  }
}
function mount(place, folder) {
  python.FS.mkdirTree(place);
  python.mountNodeFS(place, folder);
}

// ---- the notebooks, before anything is added that a reader does not have

const files = join(site, "files");
for (const folder of readdirSync(files).sort()) {
  for (const name of readdirSync(join(files, folder)).sort()) {
    if (!name.endsWith(".ipynb")) continue;
    const { cells } = JSON.parse(readFileSync(join(files, folder, name), "utf8"));
    const sources = cells.filter((cell) => cell.cell_type === "code").map((cell) => [cell.source].flat().join(""));
    python.globals.set("cells", python.toPy(sources));
    const trouble = await python.runPythonAsync(`
import traceback
from pyodide.code import eval_code
def opened():
    space = {"__name__": "__main__", "display": lambda *things: None}
    for at, source in enumerate(cells, 1):
        try:
            eval_code(source, space)
        except Exception as error:
            return f"cell {at}: {traceback.format_exception_only(error)[-1].strip()}"
    return ""
opened()
`);
    if (trouble) fail(`${folder}/${name} fails: ${trouble}`);
    else console.log(`${folder}/${name} opens`);
  }
}

// ---- the acceptance tests, as they stand in the source tree

mount("/source/tests", tests);
mount("/tools", tools);
const outcome = await told(() => python.runPythonAsync(`
import contextlib, io, json, pathlib, re, sys, types

sys.path += ["/tools", "/source"]
import pytest

class Table(list):
    def __setitem__(self, place, value):
        row, column = place
        self[row][column] = value

class Seen:
    def __init__(self):
        self.counts, self.trouble = {}, []

    def pytest_collection(self):
        # the tests name NumPy while they are read, for arrays that are not tried here and for
        # one table of ties, which is a list of lists here; what is tested finds no NumPy
        sys.modules["numpy"] = named = types.ModuleType("numpy")
        named.__getattr__ = lambda name: lambda *_, **__: None
        named.full = lambda shape, value: Table([value] * shape[1] for _ in range(shape[0]))

    def pytest_collection_modifyitems(self, items):
        named = ((item, re.match(r"test_T(\\d\\d)_", item.name)) for item in items)
        items[:] = [item for item, name in named if name and ${FIRST} <= int(name[1]) <= ${LAST}]

    def pytest_collection_finish(self):
        del sys.modules["numpy"]

    def pytest_runtest_logreport(self, report):
        name = re.search(r"test_(T\\d\\d)_", report.nodeid)
        if report.failed:
            self.trouble.append(f"{report.nodeid}: {report.longreprtext}")
        if name and report.when == "call" and report.passed:
            self.counts[name[1]] = self.counts.get(name[1], 0) + 1

    def pytest_collectreport(self, report):
        if report.failed:
            self.trouble.append(f"{report.nodeid}: {report.longreprtext}")

seen, said = Seen(), io.StringIO()
theory = pathlib.Path("/source/tests/theory").glob("test_*.py")
found = sorted(str(path) for path in theory if "def test_T" in path.read_text())
with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
    code = pytest.main([*found, "-q", "--noconftest", "-p", "no:cacheprovider",
                        "-p", "no:faulthandler", "-c", "/dev/null", "--import-mode=importlib",
                        "--rootdir", "/source"], plugins=[seen])
json.dumps({"code": int(code), "counts": seen.counts, "trouble": seen.trouble, "said": said.getvalue()[-2000:],
            "numpy": "numpy" in sys.modules})
`));
const { code, counts, trouble, said: words, numpy } = JSON.parse(outcome);
for (let at = FIRST; at <= LAST; at += 1) {
  const name = `T${String(at).padStart(2, "0")}`;
  if (counts[name]) console.log(`${name} holds (${counts[name]})`);
  else fail(`${name} has no test that passes`);
}
trouble.forEach(fail);
if (code !== 0 && !trouble.length) fail(words);
if (numpy) fail("NumPy was found, which the browser does not have");
