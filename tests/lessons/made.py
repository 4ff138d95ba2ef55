"""A lesson as a teacher writes it, and variations."""

from pathlib import Path

LESSON = """+++
subject = "names"
level = 1
title = { en = "Two names, one list", ko = "이름 둘, 리스트 하나" }
about = { en = "A list with two names.", ko = "이름이 둘인 리스트." }
published = ["10.07"]

[marks]
alias = { line = "b = a" }
grow = { line = 4, time = 2 }
finish = { end = true }

[[questions]]
key = "count"
kind = "count"
mark = "alias"
name = "a"

[[questions]]
key = "same"
kind = "same"
mark = "alias"
names = ["a", "b"]

[[tasks]]
key = "three"
ask = { en = "Make it three.", ko = "셋으로 만드세요." }
check = [{ count = "a", is = 3 }, { type = "list", most = 1 }]
+++
```python
a = [1, 2]
b = a
for n in range(2):
    b.append(n)
print(a)
```
<!-- en -->
[Before](#alias) the count is {{count a @ alias}}, of {{steps}} steps.

{{question count}}

{{question same}}

{{task three}}
<!-- ko -->
[전에는](#alias) {{count a @ alias}}.

{{question count}}

{{question same}}

{{task three}}
"""


def write_lesson(folder: Path, text: str = LESSON, name: str = "two_names.md") -> Path:
    """Write a lesson to a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
