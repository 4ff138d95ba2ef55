"""Arranges the parts of the window, also in a small window."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from visualizer.shell.appearance.look import px
from visualizer.shell.appearance.words import Words
from visualizer.shell.canvas.pane import DiagramPane
from visualizer.shell.dock.dock import Dock
from visualizer.shell.output.pane import OutputPane
from visualizer.shell.playback.transport import Transport
from visualizer.shell.settings.preferences import Preferences
from visualizer.shell.source.pane import SourcePane
from visualizer.shell.widgets.layouts import in_column, rule
from visualizer.shell.widgets.pane import Fitted
from visualizer.shell.window.dock_place import DockPlace
from visualizer.shell.window.left_column import LeftColumn
from visualizer.shell.window.sides import Sides
from visualizer.shell.window.skeleton import (
    CODE_MOST,
    DOCK,
    LEFT,
    LOW,
    NARROW,
    SLIM,
    Lengths,
    sides_height,
    usual_left,
)

_LEFT_LEAST, _LEFT_MOST = 260, 560
_ALL = (1 << 24) - 1
"""Qt's word for no limit (QWIDGETSIZE_MAX)."""
_CODE_PART = 0.4
"""The code's share of the width when only the diagram is next to it."""

_ABOVE, _BELOW = 400, 260
"""First heights of the diagram and of the part below it, in pixels."""


class Middle(QSplitter):
    """Limits the part below the diagram to half of the height."""

    def __init__(self, above: QWidget, below: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, handleWidth=1, childrenCollapsible=False)
        self._below = below
        self._is_halving = False
        self.addWidget(above)
        self.addWidget(below)
        self.setStretchFactor(0, 1)
        self.reset()

    def reset(self) -> None:
        """Give both parts their first heights."""
        self.setSizes([_ABOVE, _BELOW])

    def halve_later(self) -> None:
        """Limit the lower part once Qt has distributed the height.

        Until then the splitter reports its former sizes.
        """
        if not self._below.isHidden() and not self._is_halving:
            self._is_halving = True
            QTimer.singleShot(0, self, self._halve)

    def _halve(self) -> None:
        # An empty lower part needs less than half.
        sizes = self.sizes()
        most = min(sum(sizes) // 2, self._below.maximumHeight())
        if sizes[1] > most:
            self.setSizes([sum(sizes) - most, most])
        self._is_halving = False


class Arrangement(Fitted):
    """Lays out header, code and output, diagram, dock and transport; or the page of a lab.

    ``DockPlace`` places the dock. In a window narrower than ``SLIM`` either code or diagram is
    visible (``sides``). While the arrangement is bare, code and diagram share its width, and it
    emits ``shared``; the caller who hid the other parts shows them again.
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
        self._centre, self._dock, self._bare = centre, dock, False
        self._sizes: list[int] = []
        self._wide = QByteArray()
        self.left = LeftColumn(source, output)
        dock.lesson_shown.connect(output.head.name_lesson)
        self.left.setMinimumWidth(px(_LEFT_LEAST))
        self.left.setMaximumWidth(px(_LEFT_MOST))
        self.whole = QSplitter(Qt.Orientation.Horizontal, handleWidth=1, childrenCollapsible=False)
        self.middle = Middle(centre, below)
        for part in (self.left, self.middle, dock):
            self.whole.addWidget(part)
        self.whole.setStretchFactor(1, 1)
        self.whole.setSizes([px(LEFT), 743, px(DOCK)])
        self.sides = Sides(self.left, self.middle, words)
        self.sides.currentChanged.connect(self._align)
        parts = (self.sides, self.whole, rule(), transport, caption)
        self._program = _stacked(parts, self.whole)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._program)
        whole = _stacked((header, rule(), self._pages), self._pages)
        in_column(self, whole)
        self._place = DockPlace(dock, centre, self.left, output, self.sides)
        centre.resized.connect(self._align)
        self.whole.splitterMoved.connect(self._align)

    @property
    def dock_shown(self) -> bool:
        """Whether the dock is visible, next to the diagram or over it."""
        return self._place.is_shown

    def show_dock(self, shown: bool) -> None:
        """Show the dock, or give its room to the diagram."""
        self._place.show(shown)
        # Until then, the splitter reports no width for a dock that was hidden.
        self.whole.refresh()
        is_beside = not self._bare and not self._place.is_floating
        if shown and is_beside and not self.whole.sizes()[-1]:
            # A dock that was hidden when the sizes were saved has no width.
            left, centre, _ = self.whole.sizes()
            self.whole.setSizes([left, centre - px(DOCK), px(DOCK)])
        self._place.update()

    def show_page(self, page: QWidget | None) -> None:
        """Show ``page`` below the header; None shows the program."""
        if page is not None and self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page or self._program)

    def keep_sizes(self) -> None:
        """Store all widths before ``show_bare`` hides parts."""
        self._sizes = self.whole.sizes()

    def show_bare(self, bare: bool) -> None:
        """Let code and diagram share the width, or restore the widths of ``keep_sizes``."""
        self._bare = bare
        self._place.suspend(bare, self.whole)
        if bare:
            self._turn_sides(on=False)
            self._share()
        else:
            self._limit_code()
            self.whole.setSizes(self._sizes)
            self.fit_width(self.width())
        self._place.update()

    def _share(self) -> None:
        code = max(px(_LEFT_LEAST), round(_CODE_PART * self.width()))
        self.left.setMaximumWidth(max(code, self.width() // 2))
        self.whole.setSizes([code, self.width() - code])
        self.shared.emit()

    def fit(self) -> None:
        """Distribute the current size."""
        self._fit_height()
        if self._bare:
            self._share()

    def fit_width(self, width: int) -> None:
        """Let the dock float or not, and show code, diagram or both, as ``width`` allows."""
        slim = width < SLIM and not self._bare
        if not slim:
            self._turn_sides(on=False)
        floating = width < px(NARROW)
        if floating != self._place.is_floating and not self._bare:
            with self._place.held():
                self._float(floating, width)
        if slim:
            self._turn_sides(on=True)

    def _turn_sides(self, *, on: bool) -> None:
        if on != self.sides.on:
            self._place.lodge(False)
            self.sides.turn(on)
            if on:
                # Notifications stay visible on both sides.
                column = self._program.layout()
                assert isinstance(column, QVBoxLayout)
                column.insertWidget(column.indexOf(self.whole), self._centre.notifications)
            else:
                self._centre.reclaim_notifications()
            self._limit_code()
            if self._place.is_floating:
                self._set_widths(self.width())
            self._align()
            self._place.update()

    def _limit_code(self) -> None:
        self.left.setMaximumWidth(_ALL if self.sides.on else px(_LEFT_MOST))

    def _float(self, floating: bool, width: int) -> None:
        self._transport.set_narrow(floating)
        if floating:
            self._wide = self.whole.saveState()
        self._place.float(floating, self.whole)
        self._set_widths(width)
        if not floating:
            self.whole.restoreState(self._wide)

    def _set_widths(self, width: int) -> None:
        """Use the default widths for a window of ``width``."""
        left = usual_left(width)
        dock = [] if self._place.is_floating else [px(DOCK)]
        self.whole.setSizes([left, max(1, width - left - sum(dock)), *dock])

    def _align(self) -> None:
        """Align the transport's buttons with the left edge of the diagram."""
        code = self.whole.sizes()[0]
        self._transport.left.setFixedWidth(usual_left(self.width()) if self.sides.on else code)
        self.middle.halve_later()

    def _fit_height(self) -> None:
        low = self.height() < px(LOW)
        self._transport.set_low(low)
        self.sides.setFixedHeight(sides_height())
        self._source.foot.hide_for("low", low)

    def resize_words(self) -> None:
        """Adapt all sizes to a new text size."""
        self._fit_height()
        # In a small window the diagram gets more than half of the width.
        self.left.setMinimumWidth(min(px(_LEFT_LEAST), round(CODE_MOST * self.width())))
        self._limit_code()
        self.fit_width(self.width())
        self._set_widths(self.width())
        self._align()
        self._place.update()
        if self._bare:
            self._share()

    def reset(self) -> None:
        """Restore the default place and size of every pane."""
        self._wide = QByteArray()
        self.left.reset()
        self.middle.reset()
        self.show_dock(True)
        self._set_widths(self.width())
        self._align()
        self._place.update()

    def remember(self, preferences: Preferences) -> None:
        """Save the sizes."""
        preferences.put("middle", self.middle.saveState())
        self.left.remember(preferences)
        wide = self._wide if self._place.is_floating else self.whole.saveState()
        if not wide.isEmpty():
            preferences.put("whole", wide)
        preferences.put("dock", self._place.is_wanted)
        self._lengths.remember(preferences)

    @property
    def _lengths(self) -> Lengths:
        left, _, *dock = self._sizes if self._bare else self.whole.sizes()
        return Lengths(
            left,
            sum(dock) if self._place.is_wanted and not self._place.is_floating else 0,
            sum(self.left.sizes()[1:]),
            int(self._pages.currentWidget() is not self._program),
        )

    def recall(self, preferences: Preferences) -> None:
        """Restore the saved sizes, if there are any."""
        self.left.recall(preferences)
        self.middle.restoreState(preferences.blob("middle"))
        self._wide = preferences.blob("whole")
        if not self._place.is_floating:
            self.whole.restoreState(self._wide)
        if preferences.has("dock"):
            self.show_dock(preferences.flag("dock"))


def _stacked(parts: Iterable[QWidget], wide: QWidget) -> QWidget:
    """Stack ``parts`` in a column; ``wide`` takes the remaining height."""
    whole = QWidget()
    in_column(whole, *((part, int(part is wide)) for part in parts), spacing=0)
    return whole
