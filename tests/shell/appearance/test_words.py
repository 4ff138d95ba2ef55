"""Korean and English are equals: every visible word exists in both, and none is in the code."""

import ast
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from tokenize import COMMENT, generate_tokens

import pytest

from tests.cli.messages import templates
from visualizer.explain.calls import CallEnd
from visualizer.explain.questions.choosing import Difficulty
from visualizer.explain.questions.kinds import Kind, Sameness
from visualizer.explain.sentence import SIGNS
from visualizer.explain.source.bytecode import EFFECTS
from visualizer.explain.threads.lock_history import ASKS, GETS, GIVES_UP, LETS_GO
from visualizer.explain.watched.looks import ValueChange
from visualizer.labs.concurrency import sources as concurrency
from visualizer.labs.concurrency.contestants import CONTESTANTS
from visualizer.labs.concurrency.workloads import WORKLOADS
from visualizer.labs.shared_memory.methods import sources as shared_memory
from visualizer.labs.shared_memory.methods.registry import METHODS
from visualizer.labs.streaming import styles as streaming
from visualizer.labs.streaming.styles import STYLES
from visualizer.lessons.examples import SUBJECTS as EXAMPLE_SUBJECTS
from visualizer.lessons.examples import examples
from visualizer.lessons.lesson import SUBJECTS
from visualizer.model import CannotRun, EndReason, Event, NotKept
from visualizer.recorder import wire
from visualizer.recording.mapping.together import Pace
from visualizer.shell.appearance.look import SIZES
from visualizer.shell.appearance.theme_choice import MOTIONS, PARTS
from visualizer.shell.appearance.words import LANGUAGES, Words
from visualizer.shell.commands.actions import COMMANDS, GROUPS
from visualizer.shell.inspector.page import PARTS as SIZE_PARTS
from visualizer.shell.labs.shared_memory.cards.stages_card import LIMITS
from visualizer.shell.labs.shared_memory.figures import RUN_STAGES, STAGES
from visualizer.shell.labs.shared_memory.lines import FINDINGS
from visualizer.shell.notifications.announcements import BRIEF
from visualizer.shell.run.options import RECORDERS
from visualizer.shell.settings.preferences_window import PAGES
from visualizer.shell.source.signs import Sign
from visualizer.shell.start_page.shelf import SHELVES
from visualizer.words import EXTERNAL_MESSAGES, written_table

SHELL = Path(__file__).parents[3] / "visualizer" / "shell"
CONDITIONS = (
    *(SHELL.parent / "explain" / "conditions").glob("*.py"),
    SHELL.parent / "explain" / "recorded_values.py",
)
"""Their messages about a condition are words of the window."""
QUESTIONS = (
    *(SHELL.parent / "explain" / "questions").glob("*.py"),
    *(SHELL.parent / "lessons").glob("*.py"),
)
"""So are the questions and the judgements of answers."""
PICTURES = SHELL.parent / "diagram" / "painting" / "sheet_picture.py"
"""The window words its error messages."""
LABS = SHELL.parent / "labs"
VERDICTS = (*LABS.rglob("verdict.py"), LABS / "statistics.py")
"""So are the sentences about a lab's figures."""
PAGES_WORDS = (SHELL.parent / "export" / "page" / "document.py",)
"""So are the words of a page."""
MEMORY = ("memory_mb", "recording_mb")
QUIET = {EndReason.FINISHED}
SHOWING = {"setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setPlaceholderText",
           "setTitle", "addMenu", "addAction", "setStatusTip", "drawText"}  # fmt: skip
WORDS = re.compile("[A-Z][a-z]|[a-z]{2} [a-z]{2}|[가-힣]")
"""A capital and a small letter, two words, or Korean: keys and colour names match none."""


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted((*SHELL.rglob("*.py"), PICTURES)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node


def named(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def keys_in_code() -> set[str]:
    """Find every text of the shell that looks like a key of the tables, and the computed keys."""
    found = {f"command.{command.key}" for command in COMMANDS}
    found |= {f"menu.{group}" for group in (*GROUPS, *(one.then for one in COMMANDS if one.then))}
    found |= {f"sign.{sign.name.lower()}" for sign in Sign}
    found |= {f"sign.{sign}" for sign in SIGNS}
    found |= {f"end.{reason}" for reason in EndReason if reason not in QUIET}
    found |= {f"end.{reason}.brief" for reason in BRIEF}
    found |= {f"level.{level}" for level in range(1, 5)}
    found |= {f"level.{level}.hint" for level in range(1, 5)}
    found |= {f"trace.{turn.value}" for turn in ValueChange}
    found |= {f"trace.{button}_hint" for button in ("add", "only", "counts", "save")}
    found |= {f"event.{event}" for event in Event if event is not Event.LINE}
    found |= {f"bytecode.{effect}" for effect in EFFECTS}
    found |= {f"output.show_{which}" for which in ("both", "output", "errors")}
    found |= {f"preferences.{part}" for part in PARTS}
    moments = (ASKS, GETS, LETS_GO, GIVES_UP, "gets-after-waiting")
    found |= {f"threads.lock_{kind.replace('-', '_')}" for kind in moments}
    found |= {f"dialog.{kind}" for kind in ("both", "programs", "all")}
    found |= {f"timeline.{row}" for row in ("calls", "events", "live", "bytes")}
    found |= {f"calls.{one.value}" for one in CallEnd if one is not CallEnd.NONE}
    found |= {f"preferences.{page}" for page in PAGES}
    found |= {f"preferences.{row}" for row in (*SIZES, "steps", "ahead", "seconds", *MEMORY)}
    found |= {f"preferences.language.{language}" for language in LANGUAGES}
    found |= {f"preferences.motion.{motion}" for motion in MOTIONS}
    found |= {f"preferences.recorder.{recorder}" for recorder in RECORDERS}
    found |= {f"preferences.made_by.{recorder}" for recorder in wire.RECORDERS}
    found |= {f"shm.{stage}" for stage in (*STAGES, "total")}
    found |= {f"shm.stage_{stage}" for stage in RUN_STAGES}
    found |= {f"shm.finding_{key}" for key in FINDINGS}
    found |= {f"shm.limit_{key}" for key in LIMITS}
    found |= {f"ask.{kind}" for kind in Kind}
    found |= {f"ask.is_{which}" for which in Sameness}
    found |= {f"question.{how}_{which}" for how in ("are", "would_be") for which in Sameness}
    found |= {f"lessons.{subject}" for subject in SUBJECTS}
    found |= {f"examples.{subject}" for subject in EXAMPLE_SUBJECTS}
    found |= {f"start.{shelf}" for shelf in SHELVES}
    found |= {f"ask.about_{one.name.lower()}" for one in Difficulty}
    found |= {f"compare.by_{pace}" for pace in Pace}
    found |= {f"inspector.part_{part}" for part in SIZE_PARTS}
    prefixes = {key.split(".")[0] for key in window_keys()}
    pattern = re.compile(rf"(?:{'|'.join(sorted(prefixes))})\.[a-z_.]+")
    for path in (*SHELL.rglob("*.py"), *CONDITIONS, *QUESTIONS, *VERDICTS, *PAGES_WORDS):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and pattern.fullmatch(value):
                found.add(value)
    # Without the beginnings of keys that the code completes.
    return {key for key in found if not key.endswith((".", "_"))}


def window_keys() -> set[str]:
    """Return the window's keys; keys of pictures and sentences contain no dot."""
    return {key for key in written_table("en").by_key if "." in key}


def test_every_key_asked_for_is_there_and_every_key_there_is_asked_for() -> None:
    assert keys_in_code() == window_keys()


def test_no_visible_word_stands_in_the_code() -> None:
    spoken = []
    for path, call in calls():
        if named(call) not in SHOWING:
            continue
        for argument in call.args:
            for part in ast.walk(argument):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    text = re.sub("<[^>]*>?", "", part.value)
                    if WORDS.search(text):
                        spoken.append(f"{path.name}: {text}")
    assert spoken == []


def test_bound_texts_follow_the_language(qapp: object) -> None:
    words = Words("en")
    seen: list[str] = []
    words.bind(seen.append, "step.title")
    words.speak("ko")
    words.speak("ko")
    assert seen == ["This step", "이 단계"]
    assert words("transport.of", steps="3") == "/ 3"


@pytest.mark.parametrize("language", LANGUAGES)
def test_particles_follow_the_last_sound(language: str, qapp: object) -> None:
    words = Words(language)
    three, two = (words("inspector.not_there", serial=number) for number in (3, 2))
    assert ("#3은" in three, "#2는" in two) == ((language == "ko"),) * 2


def small_programs() -> Iterator[str]:
    """The small programs that the labs and the start page open."""
    yield from (one.program for one in examples())
    yield from map(streaming.small_program, STYLES)
    yield from (shared_memory.small_program(one) for one in METHODS)
    for one in CONTESTANTS:
        yield from (concurrency.small_program(one.key, workload) for workload in WORKLOADS)


def comments_of_small_programs() -> set[str]:
    found = set()
    for program in small_programs():
        for node in ast.walk(ast.parse(program)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                found.add(ast.get_docstring(node) or "")
        for token in generate_tokens(StringIO(program).readline):
            if token.type == COMMENT:
                found.add(token.string.removeprefix("# "))
    return found - {""}


def test_small_programs_of_labs_and_start_page_have_comments_in_the_language_of_the_window(
    qapp: object,
) -> None:
    for program in small_programs():
        translated = Words("ko").program(program)
        assert ast.dump(without_docstrings(translated)) == ast.dump(without_docstrings(program))
        said = [*re.findall('# (.+)|"""(.+)"""', translated)]
        assert all(re.search("[가-힣]", "".join(one)) for one in said)
        assert len(said) == len(re.findall('# .|"""(?=.)', program))
        assert Words("en").program(program) == program


def without_docstrings(program: str) -> ast.Module:
    tree = ast.parse(program)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = node.body[ast.get_docstring(node) is not None :]
    return tree


def test_every_error_of_the_window_exists_in_korean(qapp: object) -> None:
    pytest.importorskip("h5py", reason="it has no wheel for Python 3.15")
    raised = {
        call.args[0].value
        for _, call in calls()
        if named(call)
        in (
            "CannotRun",
            "NotKept",
            "DamagedRecording",
            "Refused",
            "Undecoded",
            "NoAnswer",
            "WrongUsage",
        )
        and isinstance(call.args[0], ast.Constant)
    }
    assert len(raised) > 8
    # No message is left over: each is raised by the window, used by other rooms, or
    # part of the small programs of labs and start page.
    said = raised | templates() | {*EXTERNAL_MESSAGES} | comments_of_small_programs()
    assert written_table("ko").by_english.keys() == said
    words = Words("ko")
    error = CannotRun("{file}: no such file; check the path", file="{x}.py")
    assert words.error(error) == "{x}.py: 그런 파일이 없습니다. 경로를 확인하세요."
    reason = "h5py is not installed; install it with: pip install h5py"
    unsaved = NotKept("{file}: cannot be written: {reason}", file="x.h5", reason=reason)
    assert words.error(unsaved) == (
        "x.h5: 쓸 수 없습니다: h5py가 설치되어 있지 않습니다. 다음으로 설치하세요: pip install h5py"
    )
    assert words.error(CannotRun("said in full")) == "said in full"
