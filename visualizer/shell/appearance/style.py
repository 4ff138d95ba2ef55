"""The style sheet and palette of a theme."""

import re

from PySide6.QtGui import QPalette

from visualizer.diagram.themes import Theme
from visualizer.shell.appearance.look import px, sign_px

_LENGTH = re.compile(r"((?:font-size|min-height|max-height): )(\d+)px")
"""Lengths that scale with the text."""
_WIDTH = re.compile(r"((?:min-width|max-width|padding-right): )(\d+)px")
"""Lengths that scale with the icons."""
_SHEET = """
QMainWindow, QSplitter {{ background: {app}; }}
QSplitter::handle {{ background: {rule}; }}
*[pane="true"] {{ background: {pane}; }}
*[pane="canvas"] {{ background: {canvas}; }}
QPlainTextEdit, QTextEdit {{ background: {pane}; color: {ink}; border: none;
    selection-background-color: {accent}; selection-color: {onAccent}; }}
QLabel[words="title"] {{ font-size: 14px; font-weight: 600; }}
QLabel[words="head"] {{ font-size: 13px; font-weight: 600; }}
QLabel[words="large"] {{ font-size: 18px; font-weight: 600; }}
QLabel[words="second"] {{ color: {ink2}; }}
QLabel[words="empty"] {{ color: {ink2}; padding: 6px 12px 0 20px; }}
QLabel[words="caption"] {{ color: {ink3}; font-size: 12px; }}
QLabel[words="number"] {{ color: {ink}; font-size: 13px; font-weight: 600; }}
QLabel[words="loss"] {{ color: {loss}; font-weight: 600; }}
QFrame[rule="true"] {{ background: {rule}; border: none; }}
QPushButton {{ border-radius: 6px; padding: 0 10px; min-height: 32px; background: transparent;
    border: 2px solid transparent; outline: none; }}
QPushButton:focus {{ border: 2px solid {accent}; }}
QPushButton:disabled {{ color: {ink3}; }}
QPushButton[role="icon"] {{ padding: 0; min-width: 32px; max-width: 36px; }}
QPushButton[role="icon"]:hover, QPushButton[role="plain"]:hover,
QDialogButtonBox QPushButton:hover, QPrintDialog QPushButton:hover {{ background: {cardHead}; }}
QPushButton[role="icon"]:pressed, QPushButton[role="plain"]:pressed,
QDialogButtonBox QPushButton:pressed, QPrintDialog QPushButton:pressed,
QPushButton[role="icon"]:checked {{ background: {accentSoft}; }}
QPushButton[role="more"] {{ min-height: 20px; padding: 0 4px; font-size: 12px; text-align: left; }}
QPushButton[role="more"]:hover {{ background: {cardHead}; }}
QPushButton[role="section"] {{ padding: 0 4px; font-size: 14px; font-weight: 600;
    text-align: left; }}
QPushButton[role="section"]:hover {{ background: {cardHead}; }}
QPushButton[role="plain"],
QDialogButtonBox QPushButton, QPrintDialog QPushButton {{ border: 1px solid {line};
    background: {pane}; }}
QPushButton[role="plain"]:focus,
QDialogButtonBox QPushButton:focus, QPrintDialog QPushButton:focus {{
    border: 2px solid {accent}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[role="plain"]:checked {{ border: 2px solid {accent}; background: {accentSoft}; }}
QPushButton[role="primary"] {{ background: {accent}; color: {onAccent}; font-weight: 600; }}
QPushButton[role="primary"]:hover {{ border: 2px solid {accentSoft}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {ink}; }}
QPushButton[role="primary"]:disabled {{ background: {cardHead}; color: {ink3}; }}
QPushButton[role="soft"] {{ background: {accentSoft}; color: {accent}; font-weight: 600; }}
QPushButton[role="soft"]:hover {{ border: 2px solid {line}; }}
QPushButton[role="soft"]:focus {{ border: 2px solid {accent}; }}
QPushButton[role="danger"] {{ border: 1px solid {loss}; color: {loss}; font-weight: 600;
    background: {pane}; }}
QPushButton[role="danger"]:hover {{ background: {lossSoft}; }}
QPushButton[role="danger"]:focus {{ border: 2px solid {accent}; }}
QPushButton[move="wide"] {{ min-width: 36px; max-width: 36px; }}
QPushButton[move="narrow"] {{ min-width: 34px; max-width: 34px; }}
QPushButton[move] {{ min-height:36px; max-height:36px; padding: 0; }}
QWidget[role="segments"] {{ background: {cardHead}; border: 1px solid {hair};
    border-radius: 8px; }}
QPushButton[role="segment"] {{ min-height: 22px; padding: 0 10px; border-radius: 6px;
    color: {ink2}; }}
QPushButton[role="segment"]:hover {{ color: {ink}; }}
QPushButton[role="segment"]:checked {{ background: {accent}; color: {onAccent};
    font-weight: 600; }}
QPushButton[role="segment"]:checked:focus {{ border: 2px solid {ink}; }}
QTabWidget::pane {{ border: 1px solid {hair}; }}
QTabBar::tab {{ background: transparent; color: {ink2}; padding: 6px 10px; min-height: 18px;
    border: none; border-bottom: 3px solid transparent; }}
QTabBar::tab:hover {{ color: {ink}; }}
QTabBar::tab:selected {{ color: {ink}; font-weight: 600; border-bottom: 3px solid {accent}; }}
QTabBar:focus {{ border: 2px solid {accent}; border-radius: 6px; }}
QDialog {{ background: {pane}; }}
QLineEdit, QSpinBox {{ background: {card}; color: {ink}; border: 1px solid {line};
    border-radius: 6px; padding: 0 8px; min-height: 28px; selection-background-color: {accent};
    selection-color: {onAccent}; }}
QLineEdit:focus, QSpinBox:focus {{ border: 2px solid {accent}; padding: 0 7px; }}
QLineEdit:disabled, QSpinBox:disabled {{ background: {cardHead};
    color: {ink3}; border-color: {hair}; }}
QFrame[question="true"] {{ background: {card}; border: 1px solid {accent}; border-radius: 8px; }}
QFrame[inset="true"] {{ margin: 4px 12px 8px 12px; }}
QFrame[question="true"] QPlainTextEdit {{ border: 1px solid {line}; border-radius: 6px;
    padding: 4px; }}
QFrame[question="true"] QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 3px; }}
QFrame[question="true"] QRadioButton, QFrame[question="true"] QCheckBox {{ padding: 3px;
    border: 2px solid transparent; border-radius: 4px; }}
QFrame[question="true"] QRadioButton:focus, QFrame[question="true"] QCheckBox:focus {{
    border: 2px solid {accent}; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QSpinBox QLineEdit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QComboBox {{ min-height: 24px; }}
QComboBox[small="true"] {{ min-height: 18px; }}
QComboBox QAbstractItemView {{ background: {pane}; color: {ink}; border: 1px solid {line};
    selection-background-color: {accentSoft}; selection-color: {ink}; }}
QPlainTextEdit[note="true"] {{ background: {card}; border: 1px solid {line}; border-radius: 6px;
    padding: 4px; }}
QPlainTextEdit[note="true"]:focus {{ border: 2px solid {accent}; padding: 3px; }}
QListView {{ background: {pane}; color: {ink}; border: none; outline: none; }}
QListView::item {{ border-radius: 6px; padding: 0 4px; }}
QListView[padded="true"]::item {{ padding: 4px; }}
QListView::item:hover {{ background: {cardHead}; }}
QListView::item:selected {{ background: {accentSoft}; color: {ink}; }}
QListView[completions="true"] {{ background: {card}; border: 1px solid {line};
    border-radius: 6px; padding: 4px; }}
QFrame[notification="info"] {{ background: {accentSoft}; border: none;
    border-left: 4px solid {accent}; }}
QFrame[notification="loss"] {{ background: {lossSoft}; border: none;
    border-left: 4px solid {loss}; }}
QFrame[notification="change"] {{ background: {changeSoft}; border: none;
    border-left: 4px solid {changeLine}; }}
QWidget[lab="true"] {{ background: {app}; }}
QFrame[card="true"] {{ background: {pane}; border: 1px solid {rule}; border-radius: 8px; }}
QFrame[card="verdict"] {{ background: {accentSoft}; border: 1px solid {accent};
    border-radius: 8px; }}
QProgressBar {{ background: {hair}; border: none; border-radius: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QFrame[errors="true"] {{ background: {lossSoft}; border: none; border-left: 3px solid {loss};
    border-top: 1px solid {loss}; }}
QFrame[errors="true"] QPlainTextEdit {{ background: {lossSoft}; color: {loss}; }}
QFrame[asks="true"] {{ background: {accentSoft}; border: none; border-left: 3px solid {accent};
    border-top: 1px solid {accent}; }}
QFrame[floating="true"] {{ background: {pane}; border: 2px solid {line}; border-radius: 10px; }}
QTableView, QTreeView {{ background: {pane}; color: {ink}; border: 1px solid {hair};
    selection-background-color: {accentSoft}; selection-color: {ink}; }}
QTreeView::item {{ min-height: 24px; }}
QTableView[results="true"] {{ border: none; }}
QTableView:focus, QTreeView:focus {{ border: 2px solid {accent}; }}
QTableView[results="true"]::item {{ padding: 0 6px; }}
QTableView[results="true"] QHeaderView::section {{ background: {cardHead}; padding: 4px 8px; }}
QHeaderView {{ background: {pane}; border: none; }}
QHeaderView::section {{ background: {pane}; color: {ink2}; border: none; padding: 4px 16px 4px 6px;
    border-bottom: 1px solid {hair}; }}
QMenu {{ background: {pane}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px; padding-right: 28px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accentSoft}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::indicator {{ min-width: 14px; min-height: 14px; }}
QMenu::separator {{ height: 1px; background: {hair}; margin: 4px 8px; }}
QToolTip {{ background: {pane}; color: {ink}; border: 1px solid {line}; padding: 4px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; min-height: 24px;
    min-width: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page
    {{ background: none; border: none; width: 0; height: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
"""


def style_sheet(theme: Theme, *, strong: bool) -> str:
    """Return the style sheet; ``strong`` draws the rules between panes as dark as outlines."""
    sheet = _LENGTH.sub(lambda found: f"{found[1]}{px(int(found[2]))}px", _SHEET)
    sheet = _WIDTH.sub(lambda found: f"{found[1]}{sign_px(int(found[2]))}px", sheet)
    colours = {name: colour.name() for name, colour in theme.colours.items()}
    return sheet.format(**colours, rule=colours["line" if strong else "hair"])


def palette(theme: Theme) -> QPalette:
    """Return colours for parts outside style sheets: Qt's dialogs, disabled text, links."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, "pane"),
        (roles.WindowText, "ink"),
        (roles.Base, "pane"),
        (roles.AlternateBase, "cardHead"),
        (roles.Text, "ink"),
        (roles.Button, "cardHead"),
        (roles.ButtonText, "ink"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "onAccent"),
        (roles.Link, "accent"),
        (roles.ToolTipBase, "pane"),
        (roles.ToolTipText, "ink"),
        (roles.PlaceholderText, "ink3"),
    ):
        made.setColor(role, theme.colour(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ink3"))
    return made
