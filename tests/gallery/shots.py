"""What the gallery shows: which program, at which of its lines, in which look."""

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
OWN = HERE / "programs"
RECORDED = HERE.parent / "programs"
EXAMPLES = HERE.parents[1] / "resources" / "examples"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture, of the last step at ``line``, or of the last of all where that is 0.

    ``selected`` is a global name whose object is selected; ``zoom`` under 1 leaves detail out.
    """

    name: str
    program: Path
    line: int = 0
    level: int = 3
    theme: str = "light"
    language: str = "en"
    selected: str = ""
    zoom: float = 1.0


CALL_EXAMPLE = EXAMPLES / "call_example.py"
DEEPEST = 3
"""The line of the call example at which both of its functions are running and x has moved."""

DIAGRAMS = (
    Shot("call-light", CALL_EXAMPLE, DEEPEST),
    Shot("call-dark-korean", CALL_EXAMPLE, DEEPEST, theme="dark", language="ko"),
    Shot("call-regions-high-contrast", CALL_EXAMPLE, DEEPEST, level=4, theme="high-contrast"),
    Shot("call-names-only", CALL_EXAMPLE, DEEPEST, level=1),
    Shot("parts-dark", OWN / "parts.py", theme="dark"),
    Shot("parts-selected", OWN / "parts.py", selected="parts"),
    Shot("parts-half-size", OWN / "parts.py", zoom=0.55),
    Shot("parts-a-third", OWN / "parts.py", zoom=0.35, theme="dark"),
    Shot("search-tree", OWN / "search_tree.py"),
    Shot("linked-list", RECORDED / "linked_list.py", theme="dark"),
    Shot("doubly-linked", OWN / "doubly_linked.py", line=17, theme="high-contrast"),
    Shot("closure", OWN / "closure.py", line=7),
    Shot("nested", OWN / "nested.py"),
    Shot("shared", OWN / "shared.py", theme="dark"),
    Shot("generator", RECORDED / "generator.py", language="ko"),
    Shot("exception", RECORDED / "exception.py", theme="dark"),
    Shot("recursion", RECORDED / "recursion.py", line=4),
    Shot("cycle-alive", OWN / "cycle.py", line=20),
    Shot("cycle-freed", OWN / "cycle.py"),
    Shot("two-threads", RECORDED / "two_threads.py", level=4),
)

WINDOWS = (
    Shot("window-light", CALL_EXAMPLE, DEEPEST),
    Shot("window-dark", OWN / "parts.py", theme="dark", selected="parts"),
    Shot(
        *("window-korean", CALL_EXAMPLE, DEEPEST),
        theme="high-contrast",
        language="ko",
        selected="f2",
    ),
)
