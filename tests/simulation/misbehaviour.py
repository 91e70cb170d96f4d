"""What a student's function can do wrong, by accident, with what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "def doctrine(grade, tie, power, other):\n"


@dataclass(frozen=True)
class Wrong:
    """A text, and how it is to be refused: kind, line, words of the sentence."""

    source: str
    kind: str
    line: int | None
    words: tuple[str, ...]
    asked: bool = True


def _body(text: str, before: str = "") -> str:
    return before + HEAD + "".join(f"    {line}\n" for line in text.splitlines())


_LATE = 'if (grade, other) == ("direct", "neither"):\n    return "war"\nreturn "none"'

WRONG: dict[str, Wrong] = {
    # time
    "loops for ever": Wrong(
        _body("while True:\n    pass"), "computing", None, ("1 s of computing", "more")
    ),
    "loops and swallows every error": Wrong(
        _body("while True:\n    try:\n        x = 1\n    except BaseException:\n        pass"),
        "computing",
        None,
        ("1 s of computing",),
    ),
    "loops where no line of Python is run": Wrong(
        _body("return sum(itertools.count())", "import itertools\n"),
        "computing",
        3,
        ("1 s of computing", "(line 3)"),
    ),
    "computes a number without end": Wrong(
        _body("return 10 ** 10 ** 9"), "computing", 2, ("1 s of computing",)
    ),
    "loops while it is read": Wrong(
        "while True:\n    pass\n", "computing", None, ("while its text was read",), asked=False
    ),
    "loops in the text of its error": Wrong(
        _body(
            "raise E",
            "class E(Exception):\n    def __str__(self):\n        while True:\n            pass\n",
        ),
        "computing",
        None,
        ("1 s of computing",),
    ),
    # memory
    "allocates without end": Wrong(
        _body('x = []\nwhile True:\n    x.append("a" * 10**6)'),
        "memory",
        4,
        ("128 MB of memory", "more", "(line 4)"),
    ),
    "allocates little things without end": Wrong(
        # at times not even its line can be kept
        _body("x = []\nwhile True:\n    x.append([])"),
        "memory",
        None,
        ("128 MB of memory",),
    ),
    "allocates too much at once": Wrong(
        _body('return "a" * 10**11'), "memory", 2, ("128 MB of memory",)
    ),
    "allocates while it is read": Wrong(
        "x = [0] * 10**10\n", "memory", 1, ("while its text was read", "128 MB"), asked=False
    ),
    "calls itself": Wrong(
        _body("return doctrine(grade, tie, power, other)"), "recursion", 2, ("call itself",)
    ),
    # output and input
    "prints without end": Wrong(
        _body('while True:\n    print("hello")'), "printed", 3, ("20,000 bytes", "(line 3)")
    ),
    "writes to the output itself": Wrong(
        _body('while True:\n    os.write(1, b"x" * 1000)', "import os\n"),
        "printed",
        None,
        ("20,000 bytes",),
    ),
    "asks for input": Wrong(_body('return input("move? ")'), "refused", 2, ("input", "(line 2)")),
    "reads the input": Wrong(
        _body("return sys.stdin.read()", "import sys\n"), "refused", 3, ("input",)
    ),
    "waits for a debugger": Wrong(_body("breakpoint()"), "refused", 2, ("input",)),
    # processes, files, network
    "forks": Wrong(
        # few times only: were it let through one day, the machine should not suffer
        _body("for _ in range(3):\n    os.fork()", "import os\n"),
        "refused",
        4,
        ("start a process",),
    ),
    "forks and swallows the error": Wrong(
        _body(
            "for _ in range(3):\n    try:\n        os.fork()\n    except OSError:\n        pass",
            "import os\n",
        ),
        "refused",
        5,
        ("start a process",),
    ),
    "starts a program": Wrong(
        _body('subprocess.run(["true"])', "import subprocess\n"), "refused", 3, ("a process",)
    ),
    "asks the shell": Wrong(
        _body('os.system("true")', "import os\n"), "refused", 3, ("start a process",)
    ),
    "starts a thread": Wrong(
        _body("threading.Thread(target=print).start()", "import threading\n"),
        "refused",
        3,
        ("start a thread",),
    ),
    "sends a signal": Wrong(
        _body("os.kill(os.getppid(), 0)", "import os\n"), "refused", 3, ("signal",)
    ),
    "reads a file": Wrong(_body("return open('notes.txt').read()"), "refused", 2, ("a file",)),
    "writes a file": Wrong(_body("open('notes.txt', 'w')"), "refused", 2, ("change a file",)),
    "removes a file": Wrong(
        _body("os.remove('notes.txt')", "import os\n"), "refused", 3, ("change a file",)
    ),
    "uses the network": Wrong(
        _body("socket.create_connection(('127.0.0.1', 9))", "import socket\n"),
        "refused",
        3,
        ("the network",),
    ),
    "loads a library": Wrong(
        _body("ctypes.string_at(0)", "import ctypes\n"), "refused", 1, ("library",), asked=False
    ),
    # ends
    "raises": Wrong(
        _body("return 1 / 0"), "raised", 2, ("ZeroDivisionError", "division by zero", "(line 2)")
    ),
    "raises what nobody catches": Wrong(
        _body("raise E", "class E(BaseException):\n    pass\n"), "raised", 4, ("it raised E",)
    ),
    "ends the program": Wrong(_body("sys.exit(0)", "import sys\n"), "left", 3, ("ended",)),
    "ends the process": Wrong(_body("os._exit(0)", "import os\n"), "died", None, ("broke down",)),
    "breaks down": Wrong(_body("os.abort()", "import os\n"), "died", 3, ("broke down",)),
    # nonsense
    "has an error in its form": Wrong(
        "def doctrine(:\n", "raised", 1, ("SyntaxError", "(line 1)"), asked=False
    ),
    "has brackets without end": Wrong(
        "x = " + "(" * 5_000, "raised", 1, ("SyntaxError",), asked=False
    ),
    "holds a nought": Wrong("\0", "raised", None, ("SyntaxError",), asked=False),
    "holds half a letter": Wrong("x = '\ud800'", "raised", None, ("Unicode",), asked=False),
    "is empty": Wrong("", "no function", None, ("doctrine(grade, tie, power, other)",), False),
    "names no function": Wrong("doctrine = 7\n", "no function", None, ("called doctrine",), False),
    "takes other arguments": Wrong(
        "def doctrine(grade):\n    return 'none'\n", "raised", None, ("TypeError", "4 were given")
    ),
    "returns nothing": Wrong(_body("pass"), "move", None, ("compromise", "given was None")),
    "returns a number": Wrong(_body("return 3"), "move", None, ("given was 3",)),
    "returns an endless number": Wrong(_body("return 10**5000"), "move", None, ("long number",)),
    "returns a list": Wrong(_body("return ['none']"), "move", None, ("the type list",)),
    "returns another word": Wrong(
        _body(_LATE), "move", None, ("given was 'war'", "grade direct", "other neither")
    ),
    "returns what only a value-spreader does": Wrong(
        _body("return 'enforcement'"), "move", None, ("given was 'enforcement'",)
    ),
    "promises a move": Wrong(
        "async def doctrine(*question):\n    return 'none'\n", "move", None, ("coroutine",)
    ),
    # chance
    "throws dice": Wrong(
        _body("return random.choice(['none', 'mix'])", "import random\n"),
        "changes",
        None,
        ("same move", "given was first"),
    ),
    "throws dice that always fall alike": Wrong(
        _body("return random.choice(['none', 'mix'])", "import random\nrandom.seed(1)\n"),
        "changes",
        None,
        ("same move",),
    ),
    "counts how often it was asked": Wrong(
        _body("asked.append(1)\nreturn 'none' if len(asked) < 50 else 'mix'", "asked = []\n"),
        "changes",
        None,
        ("first none, then mix",),
    ),
}
