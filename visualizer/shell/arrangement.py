"""Where the parts of the window stand; the dock floats over the diagram where room is short."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from visualizer.shell.diagram_pane import DiagramPane
from visualizer.shell.dock import WIDTH, Dock
from visualizer.shell.output_pane import OutputPane
from visualizer.shell.preferences import Preferences
from visualizer.shell.text_sizes import px
from visualizer.shell.transport import Transport

NARROW = 1180
"""Width of the window under which the dock floats."""
_LEFT, _LEFT_NARROW, _LEFT_LEAST, _LEFT_MOST = 352, 280, 260, 560
_HEIGHTS = [480, 200]
"""Of editor and output."""
_MARGIN = 8
_BELOW = 260
"""Height of what stands below the diagram, where it is shown."""
_CODE_PART = 0.4
"""How much of the width the code has where nothing else is beside the diagram."""


class Arrangement(QWidget):
    """Header, then editor and output, diagram, dock side by side, then the transport; or a lab.

    While it is bare, code and diagram alone share its width, which ``shared`` tells; who hides
    the rest shows it again.
    """

    shared = Signal()

    def __init__(
        self,
        header: QWidget,
        source: QWidget,
        output: OutputPane,
        centre: DiagramPane,
        below: QWidget,
        *,
        dock: Dock,
        transport: Transport,
        caption: QWidget,
    ) -> None:
        super().__init__()
        self._transport = transport
        self._centre, self._dock = centre, dock
        self._floating = False
        self._wanted = True
        self._bare = self._halving = False
        self._sizes: list[int] = []
        self._wide = QByteArray()
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.left.addWidget(source)
        self.left.addWidget(output)
        self.left.setSizes(_HEIGHTS)
        self._lent: list[int] = []
        self._lends = True
        output.room_wanted.connect(self._lend)
        self.left.splitterMoved.connect(self._keep_lent)
        self.left.setMinimumWidth(px(_LEFT_LEAST))
        self.left.setMaximumWidth(px(_LEFT_MOST))
        self.whole = QSplitter(Qt.Orientation.Horizontal)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(centre)
        self.middle.addWidget(below)
        self._below = below
        self.middle.setStretchFactor(0, 1)
        self.middle.setSizes([400, _BELOW])
        for part in (self.left, self.middle, dock):
            self.whole.addWidget(part)
        self.whole.setStretchFactor(1, 1)
        for splitter in (self.left, self.middle, self.whole):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.whole.setSizes([px(_LEFT), 784, px(WIDTH)])
        self._program = _stacked((self.whole, _rule(), transport, caption), self.whole)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._program)
        whole = _stacked((header, _rule(), self._pages), self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)
        centre.stage_moved.connect(self._place)
        centre.resized.connect(self._align)
        self.whole.splitterMoved.connect(self._align)

    @property
    def dock_shown(self) -> bool:
        """Whether the dock is there, beside the diagram or over it."""
        return self._wanted

    def show_dock(self, shown: bool) -> None:
        """Show the dock, or give its room to the diagram."""
        self._wanted = shown
        self._dock.setVisible(shown)
        if shown and not self._floating and not self.whole.sizes()[-1]:
            # Recalled from a time at which it was hidden, it has no width of its own.
            left, centre, _ = self.whole.sizes()
            self.whole.setSizes([left, centre - px(WIDTH), px(WIDTH)])
        self._place()

    def show_page(self, page: QWidget | None) -> None:
        """Below the header: this page, or with None the program and all that belongs to it."""
        if page is not None and self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page or self._program)

    def show_bare(self, bare: bool) -> None:
        """Let code and diagram share the width, whatever it becomes, or be as wide as before."""
        if bare:
            self._sizes = self.whole.sizes()
        self._bare = bare
        if bare:
            self._share()
        else:
            self.left.setMaximumWidth(px(_LEFT_MOST))
            self.whole.setSizes(self._sizes)
            self.fit_width(self.width())
        self._place()

    def _share(self) -> None:
        code = max(px(_LEFT_LEAST), round(_CODE_PART * self.width()))
        self.left.setMaximumWidth(max(code, self.width() // 2))
        self.whole.setSizes([code, self.width() - code])
        self.shared.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share again what there is."""
        super().resizeEvent(event)
        if self._bare:
            self._share()

    def _lend(self, height: int) -> None:
        """Let the output have so much of the editor's room, up to half of what both have.

        It keeps it when one steps back, so that no line of code moves to and fro; another
        recording gives it back.
        """
        sizes = self.left.sizes()
        wanted = min(height, sum(sizes) // 2)
        if height and wanted > sizes[1] and self._lends:
            self._lent = self._lent or sizes
            self.left.setSizes([sum(sizes) - wanted, wanted])
        elif not height:
            if self._lent:
                self.left.setSizes(self._lent)
            self._lent, self._lends = [], True

    def _keep_lent(self) -> None:
        """Someone has chosen the heights."""
        self._lent, self._lends = [], False

    def fit_width(self, width: int) -> None:
        """Let the dock float or stand, as ``width`` of the window allows."""
        floating = width < px(NARROW)
        if floating == self._floating or self._bare:
            return
        self._floating = floating
        self._transport.set_narrow(floating)
        if floating:
            self._wide = self.whole.saveState()
        self._dock.setProperty("floating", floating)
        if floating:
            self._dock.setParent(self._centre)
        else:
            self.whole.addWidget(self._dock)
        self._dock.style().unpolish(self._dock)
        self._dock.style().polish(self._dock)
        self._dock.setVisible(self._wanted)
        left = px(_LEFT_NARROW) if floating else px(_LEFT)
        rest = max(1, width - left - (0 if floating else px(WIDTH)))
        self.whole.setSizes([left, rest, *([] if floating else [px(WIDTH)])])
        if not floating:
            self.whole.restoreState(self._wide)
        self._place()

    def _align(self) -> None:
        """The buttons end where the diagram begins."""
        self._transport.left.setFixedWidth(self.whole.sizes()[0])
        if not self._below.isHidden() and not self._halving:
            # Not now: the splitter is giving out room itself, and tells what was before.
            self._halving = True
            QTimer.singleShot(0, self, self._halve)

    def _halve(self) -> None:
        """What stands below the diagram leaves it half the height, as far as both have room."""
        sizes, below = self.middle.sizes(), self._most_below
        if sizes[1] > below:
            self.middle.setSizes([sum(sizes) - below, below])
        self._halving = False

    @property
    def _most_below(self) -> int:
        """Half the height at most; with nothing to show it wants less."""
        return min(sum(self.middle.sizes()) // 2, self._below.maximumHeight())

    def _place(self) -> None:
        over = self._floating and self._wanted and not self._bare
        self._centre.keep_clear(px(WIDTH) + _MARGIN if over else 0)
        if over:
            # Below the bands: their buttons can be reached.
            stage = self._centre.stage
            width = min(px(WIDTH), stage.width() - 2 * _MARGIN)
            left, height = stage.right() - width - _MARGIN, stage.height() - 2 * _MARGIN
            self._dock.setGeometry(QRect(left, stage.top() + _MARGIN, width, height))

    def resize_words(self) -> None:
        """Words are larger or smaller now: code and dock are as wide as they need."""
        # Where the window is small, the diagram has more than half of it.
        self.left.setMinimumWidth(min(px(_LEFT_LEAST), round(0.45 * self.width())))
        self.left.setMaximumWidth(px(_LEFT_MOST))
        self.fit_width(self.width())
        left = px(_LEFT_NARROW if self._floating else _LEFT)
        dock = [] if self._floating else [px(WIDTH)]
        self.whole.setSizes([left, max(1, self.width() - left - sum(dock)), *dock])
        self._align()
        self._place()

    def reset(self) -> None:
        """Every pane where and as large as it was on the first day."""
        self._lend(0)
        self._wide = QByteArray()
        self.left.setSizes(_HEIGHTS)
        self.middle.setSizes([400, _BELOW])
        self.show_dock(True)
        narrow = self._floating
        left = px(_LEFT_NARROW) if narrow else px(_LEFT)
        rest = max(1, self.width() - left - (0 if narrow else px(WIDTH)))
        self.whole.setSizes([left, rest, *([] if narrow else [px(WIDTH)])])
        self._align()
        self._place()

    def remember(self, preferences: Preferences) -> None:
        """Write down the sizes."""
        self._lend(0)
        preferences.put("middle", self.middle.saveState())
        preferences.put("left", self.left.saveState())
        wide = self._wide if self._floating else self.whole.saveState()
        if not wide.isEmpty():
            preferences.put("whole", wide)
        preferences.put("dock", self._wanted)

    def recall(self, preferences: Preferences) -> None:
        """Take the sizes that were written down, if there are any."""
        self.left.restoreState(preferences.blob("left"))
        self.middle.restoreState(preferences.blob("middle"))
        self._wide = preferences.blob("whole")
        if not self._floating:
            self.whole.restoreState(self._wide)
        if preferences.has("dock"):
            self.show_dock(preferences.flag("dock"))


def _stacked(parts: Iterable[QWidget], wide: QWidget) -> QWidget:
    """One below the other; ``wide`` has what room there is."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(part is wide))
    return whole


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", "true")
    rule.setFixedHeight(1)
    return rule
