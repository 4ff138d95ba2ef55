"""The main window: it makes the parts and connects them."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from visualizer.shell.actions import fill_menu, make_actions
from visualizer.shell.announcements import Announcements
from visualizer.shell.appearance import Appearance
from visualizer.shell.diagram_pane import DiagramPane
from visualizer.shell.dialogs import Dialogs
from visualizer.shell.dock import Dock
from visualizer.shell.fonts import code_font
from visualizer.shell.frame import Frame
from visualizer.shell.header import Header
from visualizer.shell.inspector import Inspector
from visualizer.shell.output_pane import OutputPane
from visualizer.shell.playback import Playback
from visualizer.shell.player import Player
from visualizer.shell.preferences import Preferences
from visualizer.shell.source_pane import SourcePane
from visualizer.shell.step_pane import StepPane
from visualizer.shell.transport import Transport
from visualizer.shell.words import Words
from visualizer.shell.workbench import Workbench
