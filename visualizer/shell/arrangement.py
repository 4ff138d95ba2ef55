"""Where the parts of the window stand, also where room is short."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from visualizer.shell.diagram_pane import DiagramPane
from visualizer.shell.dock import Dock
from visualizer.shell.front import (
    CODE_MOST,
    DOCK,
    LEFT,
    LOW,
    MARGIN,
    NARROW,
    SLIM,
    Lengths,
    is_tight,
    sides_height,
    usual_left,
)
from visualizer.shell.left_column import LeftColumn
from visualizer.shell.output_pane import OutputPane
from visualizer.shell.preferences import Preferences
from visualizer.shell.sides import Sides
from visualizer.shell.source_pane import SourcePane
from visualizer.shell.text_sizes import px
from visualizer.shell.transport import Transport
from visualizer.shell.words import Words

_LEFT_LEAST, _LEFT_MOST = 260, 560
_ALL = (1 << 24) - 1
"""Qt's word for no limit (QWIDGETSIZE_MAX)."""
_BELOW = 260
"""Height of what stands below the diagram, where it is shown."""
_CODE_PART = 0.4
"""How much of the width the code has where nothing else is beside the diagram."""


class Arrangement(QWidget):
    """Header, then editor and output, diagram, dock side by side, then the transport; or a lab.

    In a narrow window the dock floats over the diagram, and where that would leave too little of
    it, the dock stands in the place of the output until one of them is asked for. In one that is
    narrower still code or diagram is seen, which ``sides`` tells.

    While it is bare, code and diagram alone share its width, which ``shared`` tells; who hides
    the rest shows it again.
    """

    shared = Signal()

    def __init__(
        self,
        header: QWidget,
        source: SourcePane,
        output: OutputPane,
        centre: DiagramPane,
        below: QWidget,
        *,
        dock: Dock,
        transport: Transport,
        caption: QWidget,
        words: Words,
    ) -> None:
        super().__init__()
        self._transport, self._source = transport, source
        self._centre, self._dock, self._output = centre, dock, output
        self._floating = self._lodging = False
        self._gave_way = self._moving = False
        self._wanted = True
        self._bare = self._halving = False
        self._sizes: list[int] = []
        self._wide = QByteArray()
        self.left = LeftColumn(source, output)
        output.input_row.appeared.connect(self._give_way)
        dock.output_asked.connect(self._show_output)
        output.turns.buttons[0].clicked.connect(self._show_step)
        dock.lesson_shown.connect(self.left.give_more)
        dock.lesson_shown.connect(output.name_lesson)
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
        for splitter in (self.middle, self.whole):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.whole.setSizes([px(LEFT), 743, px(DOCK)])
        self.sides = Sides(self.left, self.middle, words)
        self.sides.currentChanged.connect(self._align)
        parts = (self.sides, self.whole, _rule(), transport, caption)
        self._program = _stacked(parts, self.whole)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._program)
        whole = _stacked((header, _rule(), self._pages), self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._place)
        centre.stage_moved.connect(self._follow)
        centre.resized.connect(self._align)
        self.whole.splitterMoved.connect(self._align)

    @property
    def dock_shown(self) -> bool:
        """Whether the dock is there, beside the diagram or over it."""
        return self._wanted and not self._gave_way

    def show_dock(self, shown: bool) -> None:
        """Show the dock, or give its room to the diagram."""
        self._wanted, self._gave_way = shown, False
        self._dock.setVisible(shown)
        self.left.show_guest(shown)
        if shown and not self._floating and not self.whole.sizes()[-1]:
            # Recalled from a time at which it was hidden, it has no width of its own.
            left, centre, _ = self.whole.sizes()
            self.whole.setSizes([left, centre - px(DOCK), px(DOCK)])
        self._place()

    def show_page(self, page: QWidget | None) -> None:
        """Below the header: this page, or with None the program and all that belongs to it."""
        if page is not None and self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page or self._program)

    def keep_sizes(self) -> None:
        """Note how wide everything is, before any of it is hidden; ``show_bare`` comes next."""
        self._sizes = self.whole.sizes()

    def show_bare(self, bare: bool) -> None:
        """Let code and diagram share the width, whatever it becomes, or be as wide as before."""
        self._bare = bare
        if bare:
            self._turn_sides(on=False)
            self._share()
        else:
            self._limit_code()
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
        self._fit_height()
        if self._bare:
            self._share()

    def fit_width(self, width: int) -> None:
        """Let the dock float or stand, show code or diagram or both, as ``width`` allows."""
        slim = width < SLIM and not self._bare
        if not slim:
            self._turn_sides(on=False)
        floating = width < px(NARROW)
        if floating != self._floating and not self._bare:
            # What moves meanwhile has no say in where the dock is.
            self._moving = True
            self._float(floating, width)
            self._moving = False
            self._place()
        if slim:
            self._turn_sides(on=True)

    def _turn_sides(self, *, on: bool) -> None:
        if on != self.sides.on:
            self._lodge(False)
            self.sides.turn(on)
            if on:
                # What they say is seen from either side.
                column = self._program.layout()
                assert isinstance(column, QVBoxLayout)
                column.insertWidget(column.indexOf(self.whole), self._centre.bands)
            else:
                self._centre.take_bands()
            self._limit_code()
            if self._floating:
                self._set_widths(self.width())
            self._align()
            self._place()

    def _limit_code(self) -> None:
        self.left.setMaximumWidth(_ALL if self.sides.on else px(_LEFT_MOST))

    def _float(self, floating: bool, width: int) -> None:
        self._lodge(False)
        self._floating = floating
        self._transport.set_narrow(floating)
        if floating:
            self._wide = self.whole.saveState()
            self._dock.setParent(self._centre)
        else:
            self.whole.addWidget(self._dock)
        self._dress_dock(floating=floating)
        self._dock.setVisible(self._wanted)
        self._set_widths(width)
        if not floating:
            self.whole.restoreState(self._wide)

    def _set_widths(self, width: int) -> None:
        """As wide as on the first day, in a window of that width."""
        left = usual_left(width)
        dock = [] if self._floating else [px(DOCK)]
        self.whole.setSizes([left, max(1, width - left - sum(dock)), *dock])

    def _align(self) -> None:
        """The buttons end where the diagram begins."""
        code = self.whole.sizes()[0]
        self._transport.left.setFixedWidth(usual_left(self.width()) if self.sides.on else code)
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

    def _fit_height(self) -> None:
        low = self.height() < px(LOW)
        self._transport.set_low(low)
        self.sides.setFixedHeight(sides_height())
        self._source.foot.setVisible(not low)

    def _lodge(self, lodging: bool) -> None:
        """Let the dock stand in the left column, or over the diagram."""
        if lodging == self._lodging:
            return
        self._lodging, self._gave_way = lodging, False
        self._dress_dock(floating=not lodging)
        self._dock.take_turns(lodging)
        self._output.take_turns(lodging)
        if lodging:
            self.left.take_in(self._dock)
            self.left.show_guest(self._wanted)
        else:
            self.left.let_go()
            self._dock.setParent(self._centre)
            self._dock.setVisible(self._wanted)

    def _dress_dock(self, *, floating: bool) -> None:
        self._dock.setProperty("floating", floating)
        self._dock.style().unpolish(self._dock)
        self._dock.style().polish(self._dock)

    def _give_way(self) -> None:
        """The output is wanted: the program asks for something there, or somebody picked it."""
        self.sides.bring_up(self._output)
        if self._lodging:
            self._gave_way = True
            self.left.show_guest(False)

    def _show_output(self) -> None:
        self._give_way()
        self._output.turns.buttons[1].setFocus()

    def _show_step(self) -> None:
        self.show_dock(True)
        self._dock.focus_page()

    @property
    def _is_tight(self) -> bool:
        """Whether the dock would leave too little of the diagram free."""
        return is_tight(self._centre.stage.width(), alone=self.sides.on)

    def _follow(self) -> None:
        """The diagram stands elsewhere.

        Qt may be going over all widgets, which another style does: where one would have to be
        deleted for it, the handle at the dock, that waits until it is done.
        """
        floats = self._floating and not self._bare and not self._moving
        if floats and self._is_tight != self._lodging:
            self._settling.start()
        else:
            self._place()

    def _place(self) -> None:
        if self._moving:
            return
        if self._centre.isVisible() and self._floating and not self._bare:
            self._moving = True
            self._lodge(self._is_tight)
            self._moving = False
        over = self._floating and self._wanted and not self._bare and not self._lodging
        self._centre.keep_clear(px(DOCK) + MARGIN if over else 0)
        if over:
            # Beside the bands: their buttons can be reached.
            stage = self._centre.stage
            width = min(px(DOCK), stage.width() - 2 * MARGIN)
            left, height = stage.right() + 1 - width - MARGIN, stage.height() - 2 * MARGIN
            self._dock.setGeometry(QRect(left, stage.top() + MARGIN, width, height))

    def resize_words(self) -> None:
        """Words are larger or smaller now: code and dock are as wide as they need."""
        self._fit_height()
        # Where the window is small, the diagram has more than half of it.
        self.left.setMinimumWidth(min(px(_LEFT_LEAST), round(CODE_MOST * self.width())))
        self._limit_code()
        self.fit_width(self.width())
        self._set_widths(self.width())
        self._align()
        self._place()

    def reset(self) -> None:
        """Every pane where and as large as it was on the first day."""
        self._wide = QByteArray()
        self.left.reset()
        self.middle.setSizes([400, _BELOW])
        self.show_dock(True)
        self._set_widths(self.width())
        self._align()
        self._place()

    def remember(self, preferences: Preferences) -> None:
        """Write down the sizes."""
        preferences.put("middle", self.middle.saveState())
        self.left.remember(preferences)
        wide = self._wide if self._floating else self.whole.saveState()
        if not wide.isEmpty():
            preferences.put("whole", wide)
        preferences.put("dock", self._wanted)
        self._lengths.remember(preferences)

    @property
    def _lengths(self) -> Lengths:
        left, _, *dock = self._sizes if self._bare else self.whole.sizes()
        return Lengths(
            left,
            sum(dock) if self._wanted and not self._floating else 0,
            sum(self.left.sizes()[1:]),
            int(self._pages.currentWidget() is not self._program),
        )

    def recall(self, preferences: Preferences) -> None:
        """Take the sizes that were written down, if there are any."""
        self.left.recall(preferences)
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
