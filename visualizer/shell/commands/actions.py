"""The table of commands: their keys, names and places in the menu."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from visualizer.shell.appearance.words import Words
from visualizer.shell.commands.mnemonics import letters_of, name_entry
from visualizer.shell.window.tabs import PAGES


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the window.

    ``key`` names it in code, and with the prefix "command." in the words. ``group`` is its submenu;
    a line separates it from the commands above if it ``begins`` a part of it. Exactly one command
    of each ``choice`` is on; a ``toggle`` is on or off. ``then`` is the submenu after it.
    """

    key: str
    group: str
    shortcuts: tuple[str, ...] = ()
    choice: str = ""
    toggle: bool = False
    begins: bool = False
    then: str = ""


COMMANDS = (
    Command("new", "file", ("Ctrl+N",)),
    Command("open", "file", ("Ctrl+O",), then="recent"),
    Command("save", "file", ("Ctrl+S",), begins=True),
    Command("save_as", "file", ("Ctrl+Shift+S",)),
    Command("keep_recording", "file", begins=True),
    Command("save_part", "file"),
    Command("share", "file", ("Ctrl+Alt+E",)),
    Command("print", "file", ("Ctrl+P",), begins=True),
    Command("preferences", "file", ("Ctrl+,",), begins=True),
    Command("quit", "file", ("Ctrl+Q",), begins=True),
    Command("undo_edit", "edit", ("Ctrl+Z",)),
    Command("redo_edit", "edit", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Command("cut", "edit", ("Ctrl+X",), begins=True),
    Command("copy", "edit", ("Ctrl+C",)),
    Command("paste", "edit", ("Ctrl+V",)),
    Command("select_all", "edit", ("Ctrl+A",)),
    Command("comment", "edit", ("Ctrl+/",), begins=True),
    Command("completion", "edit", toggle=True),
    Command("find", "edit", ("Ctrl+F",), begins=True),
    Command("replace", "edit", ("Ctrl+H",)),
    Command("find_object", "edit", ("Ctrl+Shift+F",)),
    Command("undo", "edit", ("Ctrl+Alt+Z",), begins=True),
    Command("record", "run", ("Ctrl+R",)),
    Command("record_same", "run", ("Ctrl+Alt+R",)),
    Command("record_inside", "run", ("Ctrl+F8",)),
    Command("live", "run", ("Ctrl+Shift+L",), toggle=True),
    Command("stop", "run", ("Shift+F5",), begins=True),
    Command("run_options", "run", ("Ctrl+Shift+R",), begins=True),
    Command("play", "step", ("Space",)),
    Command("first", "step", ("Home",)),
    Command("back", "step", ("Left",)),
    Command("forward", "step", ("Right",)),
    Command("last", "step", ("End",)),
    Command("over", "step", ("F10",), begins=True),
    Command("into", "step", ("F11",)),
    Command("out", "step", ("Shift+F11",)),
    Command("over_back", "step", ("Ctrl+F10",)),
    Command("into_back", "step", ("Ctrl+F11",)),
    Command("out_back", "step", ("Ctrl+Shift+F11",)),
    Command("inside", "step", ("F8",), begins=True),
    Command("inside_back", "step", ("Shift+F8",)),
    Command("to_breakpoint", "step", ("F5",), begins=True),
    Command("to_breakpoint_back", "step", ("Ctrl+F5",)),
    Command("to_cursor", "step", ("Ctrl+Return", "Ctrl+Enter")),
    Command("ten_back", "step", ("PgUp",), begins=True),
    Command("ten_forward", "step", ("PgDown",)),
    Command("go_to_step", "step", ("Ctrl+G",)),
    Command("next_change", "jump", ("N",)),
    Command("previous_change", "jump", ("Shift+N",)),
    Command("birth", "jump", ("[",)),
    Command("death", "jump", ("]",)),
    Command("next_output", "jump", ("O",), begins=True),
    Command("previous_output", "jump", ("Shift+O",)),
    Command("printed", "jump", ("P",)),
    Command("next_exception", "jump", ("E",), begins=True),
    Command("previous_exception", "jump", ("Shift+E",)),
    Command("next_call", "jump", ("C",), begins=True),
    Command("previous_call", "jump", ("Shift+C",)),
    Command("next_return", "jump", ("R",)),
    Command("previous_return", "jump", ("Shift+R",)),
    Command("breakpoint", "marks", ("F9",)),
    Command("breakpoint_condition", "marks", ("Ctrl+F9",)),
    Command("clear_breakpoints", "marks"),
    Command("bookmark", "marks", ("B",), begins=True),
    Command("bookmark_note", "marks", ("Ctrl+B",)),
    Command("next_bookmark", "marks", ("Shift+B",)),
    Command("previous_bookmark", "marks", ("Ctrl+Shift+B",)),
    Command("level_1", "picture", ("1",), "level"),
    Command("level_2", "picture", ("2",), "level"),
    Command("level_3", "picture", ("3",), "level"),
    Command("level_4", "picture", ("4",), "level"),
    Command("addresses", "picture", ("M",), begins=True),
    Command("zoom_in", "picture", ("Ctrl++", "Ctrl+="), begins=True),
    Command("zoom_out", "picture", ("Ctrl+-",)),
    Command("zoom_reset", "picture", ("0",)),
    Command("fit", "picture", ("Ctrl+0",)),
    Command("fit_change", "picture", begins=True),
    Command("follow", "picture", toggle=True),
    Command("export_picture", "picture", ("Ctrl+Shift+E",), begins=True),
    Command("copy_picture", "picture", ("Ctrl+Shift+C",)),
    Command("copy_markdown", "picture", ("Ctrl+Alt+C",)),
    *(Command(f"page_{entry.key}", "view", (entry.keys,), "page") for entry in PAGES),
    Command("dock", "view", ("Ctrl+I",), begins=True),
    Command("variables", "view", ("V",)),
    Command("call_tree", "view", ("K",)),
    Command("next_thread", "view", ("T",)),
    Command("watch", "view", ("W",), begins=True),
    Command("watch_expression", "view", ("Shift+V",)),
    Command("trace_table", "view", ("Shift+W",)),
    Command("compare", "view", ("Ctrl+D",), begins=True),
    Command("keep_step", "view", ("Ctrl+Shift+D",)),
    Command("present", "view", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), toggle=True, begins=True),
    Command("pen", "view", ("D",), toggle=True),
    Command("wrap", "view", ("Alt+Z",), toggle=True, begins=True),
    Command("next_pane", "view", ("F6",), begins=True),
    Command("previous_pane", "view", ("Shift+F6",)),
    Command("reset_panes", "view"),
    Command("predict", "learn", ("Q",), toggle=True),
    Command("reveal", "learn", ("A",)),
    Command("predict_output", "learn", choice="difficulty", begins=True),
    Command("predict_names", "learn", choice="difficulty"),
    Command("predict_counts", "learn", choice="difficulty"),
    Command("new_lesson", "learn", begins=True),
    Command("leave_lesson", "learn"),
    Command("export_progress", "learn", begins=True),
    Command("reset_progress", "learn"),
    Command("theme_system", "theme", choice="theme"),
    Command("theme_light", "theme", choice="theme"),
    Command("theme_dark", "theme", choice="theme"),
    Command("theme_high_contrast", "theme", choice="theme"),
    Command("theme", "theme"),
    Command("language", "theme", ("Ctrl+L",), begins=True),
    Command("text_larger", "theme", ("Ctrl+Alt++", "Ctrl+Alt+="), begins=True),
    Command("text_smaller", "theme", ("Ctrl+Alt+-",)),
    Command("text_usual", "theme", ("Ctrl+Alt+0",)),
    Command("reduced_motion", "theme", toggle=True, begins=True),
    Command("help", "help", ("F1",)),
    Command("guide", "help"),
    Command("about", "help", begins=True),
)
_MENU = (
    ("file", "edit", "run"),
    ("step", "jump", "marks"),
    ("picture", "view", "learn"),
    ("theme", "help"),
)
"""The groups, in the parts of the menu."""
GROUPS = tuple(group for part in _MENU for group in part)


@cache
def _letters() -> dict[str, str]:
    """Return the letter of each entry by the key of its message."""
    found = letters_of(f"menu.{group}" for group in GROUPS)
    for group in GROUPS:
        own = [one for one in COMMANDS if one.group == group]
        inner = [f"menu.{one.then}" for one in own if one.then]
        found |= letters_of([*(f"command.{one.key}" for one in own), *inner])
    return found


def make_actions(owner: QObject, words: Words) -> dict[str, QAction]:
    """Return an action for each command by key; the names follow the language."""
    actions: dict[str, QAction] = {}
    choices: dict[str, QActionGroup] = {}
    for command in COMMANDS:
        action = QAction(owner)
        action.setShortcuts([QKeySequence.fromString(keys) for keys in command.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        key = f"command.{command.key}"
        name_entry(words, action.setText, key, _letters()[key], action)
        action.setCheckable(bool(command.choice or command.toggle))
        if command.choice:
            if command.choice not in choices:
                choices[command.choice] = QActionGroup(owner)
            choices[command.choice].addAction(action)
        actions[command.key] = action
    return actions


def fill_menu(
    menu: QMenu, actions: dict[str, QAction], words: Words, inner: Mapping[str, QMenu]
) -> dict[str, QMenu]:
    """Add the groups to ``menu`` and return them by name; empty submenus are hidden.

    ``inner`` has the submenus of the groups.
    """
    parts: dict[str, QMenu] = {}
    for part in _MENU:
        menu.addSeparator()
        for group in part:
            parts[group] = menu.addMenu("")
            parts[group].setToolTipsVisible(True)
            _name_menu(parts[group], group, words)
    for command in COMMANDS:
        if command.begins:
            parts[command.group].addSeparator()
        parts[command.group].addAction(actions[command.key])
        if command.then:
            parts[command.group].addMenu(inner[command.then])
            _name_menu(inner[command.then], command.then, words)
    menu.aboutToShow.connect(lambda: _hide_empty(parts))
    return parts


def _name_menu(menu: QMenu, group: str, words: Words) -> None:
    """Give a submenu its title, with the letter that opens it."""
    key = f"menu.{group}"
    name_entry(words, menu.setTitle, key, _letters()[key], menu)


def _hide_empty(parts: dict[str, QMenu]) -> None:
    for part in parts.values():
        commands = (action for action in part.actions() if not action.isSeparator())
        part.menuAction().setVisible(any(action.isVisible() for action in commands))
