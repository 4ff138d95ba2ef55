"""The style below the style sheets: it draws radio buttons and check boxes for every theme."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

STYLE = "Fusion"
_LINE, _CHECK_LINE, _CORNER = 1.5, 2.0, 3.0
_DOT = 0.24
"""The radius of a chosen radio button's dot, as a fraction of the ring's size."""
_CHECK = ((0.24, 0.52), (0.43, 0.71), (0.76, 0.31))
"""The corners of a check mark, as fractions of its square's size."""


class ControlStyle(QProxyStyle):
    """Fusion with other radio buttons and check boxes: its own ones vanish on a dark ground.

    The buttons of Qt's dialogs have no icons, like all buttons of the application.
    """

    def __init__(self) -> None:
        super().__init__(STYLE)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        """Leave the icons out."""
        if hint is QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 0
        return super().styleHint(hint, option, widget, data)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw both indicators in the colours of text and selection."""
        match element:
            case QStyle.PrimitiveElement.PE_IndicatorRadioButton:
                _draw(painter, option, is_round=True)
            case QStyle.PrimitiveElement.PE_IndicatorCheckBox:
                _draw(painter, option, is_round=False)
            case _:
                super().drawPrimitive(element, option, painter, widget)


def _draw(painter: QPainter, option: QStyleOption, *, is_round: bool) -> None:
    state, roles = option.state, QPalette.ColorRole
    is_chosen = bool(state & QStyle.StateFlag.State_On)
    is_enabled = bool(state & QStyle.StateFlag.State_Enabled)
    group = QPalette.ColorGroup.Active if is_enabled else QPalette.ColorGroup.Disabled
    palette = option.palette
    lit = palette.color(group, roles.Highlight if is_chosen and is_enabled else roles.Text)
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
