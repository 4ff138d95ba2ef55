"""The table of commands: their keys, names and places in the menu."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from visualizer.explain.questions.choosing import Difficulty
from visualizer.shell.appearance.words import Words
from visualizer.shell.window.tabs import PAGES


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the window.

    ``key`` names it in code, and with the prefix "command." in the words. ``group`` is its submenu.
    Exactly one command of each ``choice`` is on; a ``toggle`` is on or off.
    """

    key: str
    group: str
    shortcuts: tuple[str, ...] = ()
    choice: str = ""
    toggle: bool = False


COMMANDS = (
    Command("new", "file", ("Ctrl+N",)),
    Command("open", "file", ("Ctrl+O",)),
    Command("save", "file", ("Ctrl+S",)),
    Command("save_as", "file", ("Ctrl+Shift+S",)),
    Command("print", "file", ("Ctrl+P",)),
    Command("keep_recording", "file"),
    Command("save_part", "file"),
    Command("share", "file", ("Ctrl+Alt+E",)),
    Command("preferences", "file", ("Ctrl+,",)),
    Command("quit", "file", ("Ctrl+Q",)),
    Command("undo_edit", "edit", ("Ctrl+Z",)),
    Command("redo_edit", "edit", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Command("cut", "edit", ("Ctrl+X",)),
    Command("copy", "edit", ("Ctrl+C",)),
    Command("paste", "edit", ("Ctrl+V",)),
    Command("select_all", "edit", ("Ctrl+A",)),
    Command("comment", "edit", ("Ctrl+/",)),
    Command("find", "edit", ("Ctrl+F",)),
    Command("find_object", "edit", ("Ctrl+Shift+F",)),
    Command("replace", "edit", ("Ctrl+H",)),
    Command("completion", "edit", toggle=True),
    Command("undo", "edit", ("Ctrl+Alt+Z",)),
    Command("record", "run", ("Ctrl+R",)),
    Command("record_same", "run", ("Ctrl+Alt+R",)),
    Command("record_inside", "run", ("Ctrl+F8",)),
    Command("live", "run", ("Ctrl+Shift+L",), toggle=True),
    Command("stop", "run", ("Shift+F5",)),
    Command("run_options", "run", ("Ctrl+Shift+R",)),
    Command("first", "step", ("Home",)),
    Command("back", "step", ("Left",)),
    Command("play", "step", ("Space",)),
    Command("forward", "step", ("Right",)),
    Command("last", "step", ("End",)),
    Command("inside", "step", ("F8",)),
    Command("inside_back", "step", ("Shift+F8",)),
    Command("over", "step", ("F10",)),
    Command("into", "step", ("F11",)),
    Command("out", "step", ("Shift+F11",)),
    Command("over_back", "step", ("Ctrl+F10",)),
    Command("into_back", "step", ("Ctrl+F11",)),
    Command("out_back", "step", ("Ctrl+Shift+F11",)),
    Command("to_breakpoint", "step", ("F5",)),
    Command("to_breakpoint_back", "step", ("Ctrl+F5",)),
    Command("breakpoint", "step", ("F9",)),
    Command("breakpoint_condition", "step", ("Ctrl+F9",)),
    Command("clear_breakpoints", "step"),
    Command("to_cursor", "step", ("Ctrl+Return", "Ctrl+Enter")),
    Command("printed", "step", ("P",)),
    Command("bookmark", "step", ("B",)),
    Command("bookmark_note", "step", ("Ctrl+B",)),
    Command("next_bookmark", "step", ("Shift+B",)),
    Command("previous_bookmark", "step", ("Ctrl+Shift+B",)),
    Command("ten_back", "step", ("PgUp",)),
    Command("ten_forward", "step", ("PgDown",)),
    Command("go_to_step", "step", ("Ctrl+G",)),
    Command("next_change", "jump", ("N",)),
    Command("previous_change", "jump", ("Shift+N",)),
    Command("birth", "jump", ("[",)),
    Command("death", "jump", ("]",)),
    Command("next_output", "jump", ("O",)),
    Command("previous_output", "jump", ("Shift+O",)),
    Command("next_exception", "jump", ("E",)),
    Command("previous_exception", "jump", ("Shift+E",)),
    Command("next_call", "jump", ("C",)),
    Command("previous_call", "jump", ("Shift+C",)),
    Command("next_return", "jump", ("R",)),
    Command("previous_return", "jump", ("Shift+R",)),
    *(Command(f"page_{entry.key}", "view", (entry.keys,), "page") for entry in PAGES),
    Command("level_1", "view", ("1",), "level"),
    Command("level_2", "view", ("2",), "level"),
    Command("level_3", "view", ("3",), "level"),
    Command("level_4", "view", ("4",), "level"),
    Command("addresses", "view", ("M",)),
    Command("zoom_in", "view", ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", "view", ("Ctrl+-",)),
    Command("fit", "view", ("Ctrl+0",)),
    Command("zoom_reset", "view", ("0",)),
    Command("text_larger", "view", ("Ctrl+Alt++", "Ctrl+Alt+=")),
    Command("text_smaller", "view", ("Ctrl+Alt+-",)),
    Command("text_usual", "view", ("Ctrl+Alt+0",)),
    Command("fit_change", "view"),
    Command("follow", "view", toggle=True),
    Command("watch", "view", ("W",)),
    Command("trace_table", "view", ("Shift+W",)),
    Command("variables", "view", ("V",)),
    Command("watch_expression", "view", ("Shift+V",)),
    Command("call_tree", "view", ("K",)),
    Command("next_thread", "view", ("T",)),
    Command("wrap", "view", ("Alt+Z",), toggle=True),
    Command("present", "view", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), toggle=True),
    Command("pen", "view", ("D",), toggle=True),
    Command("compare", "view", ("Ctrl+D",)),
    Command("keep_step", "view", ("Ctrl+Shift+D",)),
    Command("export_picture", "view", ("Ctrl+Shift+E",)),
    Command("copy_picture", "view", ("Ctrl+Shift+C",)),
    Command("copy_markdown", "view", ("Ctrl+Alt+C",)),
    Command("dock", "view", ("Ctrl+I",)),
    Command("reset_panes", "view"),
    Command("next_pane", "view", ("F6",)),
    Command("previous_pane", "view", ("Shift+F6",)),
    Command("predict", "learn", ("Q",), toggle=True),
    Command("reveal", "learn", ("A",)),
    *(Command(f"predict_{one.name.lower()}", "learn", choice="difficulty") for one in Difficulty),
    Command("new_lesson", "learn"),
    Command("leave_lesson", "learn"),
    Command("export_progress", "learn"),
    Command("reset_progress", "learn"),
    Command("theme_system", "theme", choice="theme"),
    Command("theme_light", "theme", choice="theme"),
    Command("theme_dark", "theme", choice="theme"),
    Command("theme_high_contrast", "theme", choice="theme"),
    Command("theme", "theme"),
    Command("language", "theme", ("Ctrl+L",)),
    Command("reduced_motion", "theme", toggle=True),
    Command("help", "help", ("F1",)),
    Command("guide", "help"),
    Command("about", "help"),
)
GROUPS = ("file", "edit", "run", "step", "jump", "learn", "view", "theme", "help")


def make_actions(owner: QObject, words: Words) -> dict[str, QAction]:
    """Return an action for each command by key; the names follow the language."""
    actions: dict[str, QAction] = {}
    choices: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        action = QAction(owner)
        action.setShortcuts([QKeySequence.fromString(keys) for keys in command.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        words.bind(action.setText, f"command.{command.key}")
        action.setCheckable(bool(command.choice or command.toggle))
        if command.choice:
            if command.choice not in choices:
                choices[command.choice] = QActionGroup(owner)
            choices[command.choice].addAction(action)
        actions[command.key] = action
    return actions


def fill_menu(menu: QMenu, actions: dict[str, QAction], words: Words) -> dict[str, QMenu]:
    """Add the groups to ``menu`` and return them by name; empty submenus are hidden."""
    parts = {}
    for group in GROUPS:
        parts[group] = part = menu.addMenu("")
        words.bind(part.setTitle, f"menu.{group}")
        for command in COMMANDS:
            if command.group == group:
                part.addAction(actions[command.key])
    menu.aboutToShow.connect(lambda: _hide_empty(parts))
    return parts


def _hide_empty(parts: dict[str, QMenu]) -> None:
    for part in parts.values():
        part.menuAction().setVisible(any(action.isVisible() for action in part.actions()))
