"""Lessons on a real X server: by keys alone, by the mouse alone, and in a class."""

from pathlib import Path

import pytest

from tests.end_to_end.real_window import PATIENCE, Keyboard, started
from visualizer.resources import resource

WINDOW = ("-m", "tests.end_to_end.watched_window")


def settled(keyboard: Keyboard) -> None:
    """Wait for a window that has the keys."""
    keyboard.until("there is a window", lambda state: state["still"])
    keyboard.point_keys_at(".")


def leave(keyboard: Keyboard) -> None:
    """Close the window by its key, and check that it has complained of nothing."""
    keyboard.press("ctrl+q")
    assert keyboard.window.wait(PATIENCE) == 0
    for reader in keyboard.readers:
        reader.join(PATIENCE)
    assert keyboard.errors == []


@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("ko", 200)])
def test_a_lesson_is_done_by_keys_alone(
    language: str, percent: int, screen: str, tmp_path: Path
) -> None:
    settings = tmp_path / "config" / "visualizer" / "window.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[General]\ntext_percent={percent}\n")
    with started(screen, tmp_path, *WINDOW, language=language) as keyboard:
        settled(keyboard)
        keyboard.press("Tab", "Tab", "Tab")
        keyboard.write("pieces")
        keyboard.press("Tab", "Return")
        keyboard.until("it asks", lambda state: state["asked"] == "value" and state["ended"])
        assert keyboard.states[-1]["lesson"] == "first_program"
        for number, answer in enumerate(("12", "5", "15", "for 5 pieces: 15"), 1):
            keyboard.goes("F6", focus="QLineEdit" if number < 4 else "_Text")
            keyboard.write(answer)
            keyboard.press("Return")
            keyboard.until(f"{answer} is right", lambda state: state["right"] == number)  # noqa: B023
        goes_to_the_program(keyboard)
        keyboard.press("ctrl+Home", "Down", "End", "BackSpace", "7", "ctrl+r")
        keyboard.until("the task is done", lambda state: state["done"] == ["seven"])
        assert keyboard.errors == []


def goes_to_the_program(keyboard: Keyboard) -> None:
    """Go to the program by the key that leads from pane to pane."""
    for _ in range(9):
        told = len(keyboard.states)
        keyboard.press("F6")
        state = keyboard.until("the focus moves", lambda _: len(keyboard.states) > told)  # noqa: B023
        if state["focus"] == "CodeEditor":
            return
    raise AssertionError(f"the program is not come to: {keyboard.states[-1]}")


def test_a_lesson_is_answered_by_the_mouse_alone(screen: str, tmp_path: Path) -> None:
    lesson = str(resource("lessons/aliasing.md"))
    with started(screen, tmp_path, *WINDOW, lesson) as keyboard:
        settled(keyboard)
        state = keyboard.until(
            "it asks", lambda state: state["asked"] and state["ended"] and "handle" in at(state)
        )
        # A click on the arrow's handle goes to the step before the question's line.
        while "object" not in at(state):
            place = at(state)["handle"]
            keyboard.click(place)
            state = keyboard.until(
                "the object is seen, or the arrow has moved before it was clicked",
                lambda state: "object" in at(state) or at(state).get("handle") != place,  # noqa: B023
            )
        keyboard.drag(at(state)["handle"], at(state)["object"])
        keyboard.click(at(state)["answer"])
        keyboard.until("it is right", lambda state: state["right"] == 1)
        leave(keyboard)


def test_a_class_gets_a_question_and_a_click_reveals_the_answer(
    screen: str, tmp_path: Path
) -> None:
    program = str(resource("examples/two_names.py"))
    with started(screen, tmp_path, *WINDOW, program) as keyboard:
        settled(keyboard)
        keyboard.goes("ctrl+r", ended=True, step=1)
        keyboard.goes("ctrl+shift+Return", presenting=True)
        keyboard.press("q")
        keyboard.goes("Right", step=2, asked="refers")
        keyboard.press("Right")
        # A letter would answer for the class.
        keyboard.goes("Return", asked="", told=True, step=2)
        keyboard.goes("Right", step=3)
        leave(keyboard)


def at(state: dict[str, object]) -> dict[str, list[int]]:
    """Return the places in a state."""
    places = state["at"]
    assert isinstance(places, dict)
    return places
