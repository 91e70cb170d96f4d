"""A small course of one lesson, written for the tests of assignments."""

from __future__ import annotations

import shutil
from pathlib import Path

LESSONS = Path(__file__).parents[2] / "lessons"

NAME = "13-locks"

SOLUTION = "solution = [number for number, twice in doubled.items() if twice > 4]"
CHECK = "[number for number in numbers if number not in (1, 2)]"
MESSAGE = "Keep every number whose double is large enough."
SHOWN = "Two of the numbers stay, namely three and four."
HALF = "Whoever doubles the others sees that they stay small"
EXPLANATION = "A quarrel between neighbours is not enough by itself, says the story."
FEEDBACK = "A growing neighbour is what the other theory is afraid of."
REVEAL = "The same lock is judged in two ways by two owners."
GUIDE = "The class should see that nobody is right from the beginning."

#: the lesson tells this openly, and an explanation says it again
TAUGHT = "A lock on a gate does not say what it means."

LESSON = f"""# Locks

```{{code-cell}} ipython3
---
tags: [hide-input]
---
from bor_widgets import Lesson
lesson = Lesson(13)
```

{TAUGHT}

```{{code-cell}} ipython3
---
tags: [hide-input]
---
lesson.predict("lock")
```

## For the curious

```{{code-cell}} ipython3
numbers = [1, 2, 3, 4]
```

**Exercise.** Make a list of the numbers whose double is above four. Try it before you open ours.

```{{code-cell}} ipython3
---
jupyter:
  source_hidden: true
tags: [hide-input, solution]
---
# Solution: click on the three dots
doubled = {{number: number * 2 for number in numbers}}
{SOLUTION}
```

```{{code-cell}} ipython3
---
jupyter:
  source_hidden: true
tags: [hide-input, check]
---
assert solution == {CHECK}, "{MESSAGE}"
```

+++ {{"tags": ["solution"]}}

<details><summary>What the solution shows</summary>

{SHOWN} {HALF}, and nothing else was asked.

</details>
"""

QUIZ = f"""# In this file the answers stand.

[[item]]
id = "L13-needed"
kind = "single"
prompt = "When is a lock needed?"
options = [
    {{ key = "rise", label = "when a neighbour grows" }},
    {{ key = "tie", label = "when no tie is in sight" }},
]
answer = "tie"
hint = "Think of the gate."
explanation = "{EXPLANATION} {TAUGHT}"
feedback = {{ rise = "{FEEDBACK}" }}
source = "R01"

[[item]]
id = "L13-steps"
kind = "order"
prompt = "In which order?"
options = [
    {{ key = "mutual", label = "something is lost" }},
    {{ key = "alone", label = "one is alone" }},
    {{ key = "uncertain", label = "nothing is certain" }},
]
answer = ["mutual", "alone", "uncertain"]
hint = "From first to last."
explanation = "So it is told in the story of the two neighbours."
source = "R01"

[[item]]
id = "L13-pairs"
kind = "match"
prompt = "Which belongs to which?"
left = [{{ key = "gate", label = "the gate" }}, {{ key = "well", label = "the well" }}]
options = [
    {{ key = "tom", label = "Tom" }},
    {{ key = "mira", label = "Mira" }},
    {{ key = "nobody", label = "nobody" }},
]
hint = "Who draws water?"
explanation = "Each of them owns what the other one needs."
source = "R01"

[item.answer]
gate = "tom"
well = "mira"

[[item]]
id = "L13-many"
kind = "number"
prompt = "How many locks are there?"
answer = 7
tolerance = 1
hint = "Count."
explanation = "There are six gates and one barn with a lock."
source = "R01"

[[item]]
id = "L13-word"
kind = "short"
prompt = "What is it called?"
answer = ["breach"]
hint = "It begins with a b."
explanation = "What is broken between two neighbours has this name."
source = "R01"
"""

PREDICTIONS = f"""[lock]
question = "What does Mira do?"
options = [
    {{ key = "compromise", label = "She leaves more water." }},
    {{ key = "breakup", label = "She closes the barn." }},
]
answer = "breakup"
reveal = "She closes the barn. {REVEAL}"
sources = ["R02"]
hint = "Is the tie finished?"
"""


def write_course(folder: Path) -> Path:
    """Write the course and return its folder."""
    files = {
        f"{NAME}.md": LESSON,
        "quizzes/13.toml": QUIZ,
        "predictions/13.toml": PREDICTIONS,
        "plans/13.toml": 'title = "Locks"\nclaims = ["R01"]\nbench = "ThreatDial"\n',
        f"instructor/{NAME}.md": f"# Locks: guide\n\n## Answers\n\n{GUIDE}\n\n## More\n\nNo.\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def copy_lesson(folder: Path, number: str) -> Path:
    """Copy a lesson of the course with its questions, and return its folder."""
    for kind in ("predictions", "quizzes"):
        (folder / kind).mkdir(parents=True)
        shutil.copy(LESSONS / kind / f"{number}.toml", folder / kind)
    shutil.copy(next(LESSONS.glob(f"{number}-*.md")), folder)
    return folder
