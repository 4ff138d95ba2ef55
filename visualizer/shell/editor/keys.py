"""Keys of the Python editor: indent, dedent, begin a line, comment."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor

from visualizer.shell.editor.code_layout import text_of
from visualizer.shell.editor.emphasis import characters
from visualizer.shell.editor.python_scan import LARGEST, EndState, end_state

INDENT = 4
_END_A_BLOCK = ("return", "break", "continue", "pass", "raise")


def type_key(cursor: QTextCursor, event: QKeyEvent) -> bool:
    """Handle a key at ``cursor``; return False to leave it to the text field."""
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    key = event.key()
    if key == Qt.Key.Key_Tab and plain:
        _indent(cursor)
    elif key == Qt.Key.Key_Backtab:
        _each_line(cursor, _dedent_line)
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
        _new_line(cursor)
    elif key == Qt.Key.Key_Backspace and plain and _only_indent_before(cursor):
        _back_one_level(cursor)
    elif key == Qt.Key.Key_Slash and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        comment(cursor)
    else:
        return False
    return True


def _indent(cursor: QTextCursor) -> None:
    level = _level(_spaces_up(cursor))

    def put_level(edit: QTextCursor) -> None:
        if edit.block().text().strip():
            edit.insertText(level)

    if cursor.hasSelection():
        _each_line(cursor, put_level)
    else:
        cursor.insertText(level[cursor.positionInBlock() % len(level) :])


def comment(cursor: QTextCursor) -> None:
    """Comment out the selected lines; uncomment them if all are comments."""
    written = [text for block in _selected(cursor) if (text := block.text()).strip()]
    if not written:
        return
    if all(text.lstrip().startswith("#") for text in written):
        _each_line(cursor, _uncomment_line)
        return
    depth = min(len(text) - len(text.lstrip()) for text in written)

    def put_sign(edit: QTextCursor) -> None:
        if edit.block().text().strip():
            edit.setPosition(edit.position() + depth)
            edit.insertText("# ")

    _each_line(cursor, put_sign)


def _uncomment_line(cursor: QTextCursor) -> None:
    text = cursor.block().text()
    start = text.find("#")
    if start < 0:
        return
    cursor.setPosition(cursor.position() + start)
    for _ in "# " if text[start:].startswith("# ") else "#":
        cursor.deleteChar()


def _each_line(cursor: QTextCursor, change: Callable[[QTextCursor], None]) -> None:
    edit = QTextCursor(cursor)
    edit.beginEditBlock()
    for block in _selected(cursor):
        edit.setPosition(block.position())
        change(edit)
    edit.endEditBlock()


def _selected(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the lines with selected text, or else that of the cursor."""
    block = cursor.document().findBlock(cursor.selectionStart())
    found = [block]
    while (block := block.next()).isValid() and block.position() < cursor.selectionEnd():
        found.append(block)
    return found


def _spaces_up(cursor: QTextCursor) -> Iterable[str]:
    """Return the space before each statement from the selected ones up; of a large text, before
    each line.
    """
    document = cursor.document()
    if document.characterCount() > LARGEST:
        return (_space(line) for line in _from_selected_up(cursor) if line.strip())
    below = _selected(cursor)[-1].blockNumber() + 1
    text = "\n".join(text_of(document).split("\n")[:below])
    return _spaces(text, end_state(text))


def _from_selected_up(cursor: QTextCursor) -> Iterator[str]:
    """Yield the selected lines, then those above them from the nearest on."""
    blocks = _selected(cursor)
    yield from (block.text() for block in blocks)
    block = blocks[0]
    while (block := block.previous()).isValid():
        yield block.text()


def _dedent_line(cursor: QTextCursor) -> None:
    text = cursor.block().text()
    spaces = min(INDENT, len(text) - len(text.lstrip(" ")))
    for _ in range(1 if text.startswith("\t") else spaces):
        cursor.deleteChar()


def _new_line(cursor: QTextCursor) -> None:
    edit = QTextCursor(cursor)
    edit.setPosition(cursor.selectionStart())
    cursor.insertText("\n" + _indent_after(edit))


def _indent_after(cursor: QTextCursor) -> str:
    """Return the indentation of a new line at ``cursor``; in a large text, use only its line."""
    line = cursor.block().text()
    column = characters(line, cursor.positionInBlock())
    large = cursor.document().characterCount() > LARGEST
    above = [] if large else text_of(cursor.document()).split("\n")[: cursor.blockNumber()]
    return space_after([*above, line[:column]], line[column:])


def _only_indent_before(cursor: QTextCursor) -> bool:
    before = cursor.block().text()[: cursor.positionInBlock()]
    return not cursor.hasSelection() and bool(before) and not before.strip(" ")


def _back_one_level(cursor: QTextCursor) -> None:
    count = (cursor.positionInBlock() - 1) % INDENT + 1
    cursor.beginEditBlock()
    for _ in range(count):
        cursor.deletePreviousChar()
    cursor.endEditBlock()


def space_after(lines: list[str], rest: str) -> str:
    """Return the indentation of a new line below ``lines``.

    The last line ends at the cursor; ``rest`` is the text after the cursor.
    """
    before = lines[-1]
    here = _space(before)
    text = "\n".join(lines)
    state, start = end_state(text), len(text) - len(before)
    if state.in_string or state.end <= start:
        return here
    spaces = _spaces(text, state)
    own, level = spaces[0], _level(spaces)
    if state.brackets:
        return _within_brackets(state, start, here, level)
    if state.joined:
        return here if state.statements[-1] < start else here + level
    if state.last == ":":
        return own + level
    continues = rest.partition("#")[0].strip()
    if state.word in _END_A_BLOCK and not continues:
        above = (_space(line) for line in reversed(lines) if line.strip())
        return next((space for space in above if len(space) < len(own)), "")
    return own


def _spaces(text: str, state: EndState) -> list[str]:
    """Return the space before each statement, from the last one up.

    Not before each line: spaces may align a continued statement in a program with tabs.
    """
    return [text[text.rfind("\n", 0, at) + 1 : at] for at in reversed(state.statements)]


def _within_brackets(state: EndState, start: int, here: str, level: str) -> str:
    """Indent after a new bracket at the end of the line; else align with the text inside it."""
    innermost = state.brackets[-1]
    if innermost < start:
        return here
    if state.end == innermost + 1:
        return here + level
    return " " * (innermost + 1 - start)


def _space(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _level(spaces: Iterable[str]) -> str:
    """Return one level of indentation, in the style of the first of ``spaces`` with any."""
    return "\t" if next(filter(None, spaces), "").endswith("\t") else " " * INDENT
