"""The style below the style sheets: it draws radio buttons, check boxes and combo boxes."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QMenu, QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget

from visualizer.shell.appearance.look import THEME, sign_px

STYLE = "Fusion"
_LINE, _CHECK_LINE, _CORNER = 1.5, 2.0, 3.0
_DOT = 0.24
"""The radius of a chosen radio button's dot, as a fraction of the ring's size."""
_CHECK = ((0.24, 0.52), (0.43, 0.71), (0.76, 0.31))
"""The corners of a check mark, as fractions of its square's size, and those of arrows."""
_ARROW_LINE = ((0.25, 0.375), (0.5, 0.625), (0.75, 0.375))
_RIGHT_ARROW = ((0.375, 0.25), (0.625, 0.5), (0.375, 0.75))
_ARROW, _EDGE, _TEXT_EDGE, _GAP = 14, 8, 12, 8
"""A combo box's arrow: its size, and the spaces beside it."""
type Corners = tuple[tuple[float, float], ...]
_BOX_CORNER, _FOCUS_LINE = 6.0, 2.0


class ControlStyle(QProxyStyle):
    """Fusion with other radio buttons and check boxes: its own ones vanish on a dark ground.

    A style sheet that frames combo boxes would remove the arrows from those in Qt's dialogs, so
    they are drawn here.

    Override only what is called for few widgets: Qt asks a style thousands of questions while a
    window opens, and each answer in Python costs as much as a widget.
    """

    def __init__(self) -> None:
        super().__init__(STYLE)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw indicators in the colours of text and selection, and the signs of menus as large."""
        match element:
            case QStyle.PrimitiveElement.PE_IndicatorRadioButton:
                _draw(painter, option, is_round=True)
            case QStyle.PrimitiveElement.PE_IndicatorCheckBox:
                _draw(painter, option, is_round=False)
            case QStyle.PrimitiveElement.PE_IndicatorMenuCheckMark:
                _draw_sign(painter, option, _CHECK)
            case QStyle.PrimitiveElement.PE_IndicatorArrowRight if isinstance(widget, QMenu):
                _draw_sign(painter, option, _RIGHT_ARROW)
            case _:
                super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw combo boxes like the text fields."""
        if control is QStyle.ComplexControl.CC_ComboBox:
            _draw_box(painter, option)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Return the place of a combo box's text, between the left edge and the arrow."""
        # Parts of other controls have the same number.
        is_box = control is QStyle.ComplexControl.CC_ComboBox
        if is_box and part is QStyle.SubControl.SC_ComboBoxEditField:
            return option.rect.adjusted(_EDGE, 2, -_EDGE - sign_px(_ARROW), -2)
        # Qt's stub forgets that there may be no widget.
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]


def beside_text() -> int:
    """Return the part of a combo box's width that is not for its text."""
    return _TEXT_EDGE + _GAP + sign_px(_ARROW) + _EDGE


def _draw_box(painter: QPainter, option: QStyleOption) -> None:
    state, flags, colour = option.state, QStyle.StateFlag, THEME.colour
    has_focus, is_enabled = bool(state & flags.State_HasFocus), bool(state & flags.State_Enabled)
    line = _FOCUS_LINE if has_focus else 1.0
    frame = QRectF(option.rect).adjusted(line / 2, line / 2, -line / 2, -line / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("accent" if has_focus else "line" if is_enabled else "hair"), line))
    painter.setBrush(colour("card" if is_enabled else "cardHead"))
    painter.drawRoundedRect(frame, _BOX_CORNER, _BOX_CORNER)
    painter.setPen(QPen(colour("ink" if is_enabled else "ink3"), _LINE))
    size = sign_px(_ARROW)
    place = QPointF(option.rect.right() + 1 - size - _EDGE, frame.center().y() - size / 2)
    painter.drawPolyline([place + QPointF(x, y) * size for x, y in _ARROW_LINE])
    painter.restore()


def _draw_sign(painter: QPainter, option: QStyleOption, corners: Corners) -> None:
    """Draw a line in the colour of the text; Fusion's has the same size in every menu."""
    size = min(option.rect.width(), option.rect.height())
    place = QRectF(option.rect).center() - QPointF(size / 2, size / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(option.palette.color(_group(option), QPalette.ColorRole.Text), size / 8))
    painter.drawPolyline([place + QPointF(x, y) * size for x, y in corners])
    painter.restore()


def _group(option: QStyleOption) -> QPalette.ColorGroup:
    is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    return QPalette.ColorGroup.Active if is_enabled else QPalette.ColorGroup.Disabled


def _draw(painter: QPainter, option: QStyleOption, *, is_round: bool) -> None:
    roles, palette, group = QPalette.ColorRole, option.palette, _group(option)
    is_chosen = bool(option.state & QStyle.StateFlag.State_On)
    is_lit = is_chosen and group is QPalette.ColorGroup.Active
    lit = palette.color(group, roles.Highlight if is_lit else roles.Text)
    size = min(option.rect.width(), option.rect.height()) - _LINE
    place = QRectF(0, 0, size, size)
    place.moveCenter(QRectF(option.rect).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(lit, _LINE))
    if is_round:
        painter.setBrush(palette.color(roles.Base))
        painter.drawEllipse(place)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(lit)
            painter.drawEllipse(place.center(), size * _DOT, size * _DOT)
    else:
        painter.setBrush(lit if is_chosen else palette.color(roles.Base))
        painter.drawRoundedRect(place, _CORNER, _CORNER)
        if is_chosen:
            painter.setPen(QPen(palette.color(roles.HighlightedText), _CHECK_LINE))
            corners = [place.topLeft() + QPointF(x, y) * size for x, y in _CHECK]
            painter.drawPolyline(corners)
    painter.restore()
