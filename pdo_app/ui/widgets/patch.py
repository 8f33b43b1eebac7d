"""Things sewn on: patches with a pictogram, source labels, chips, the application's mark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.theme import Theme, svg_pixmap
from pdo_app.ui.widgets.label import Label
from pdo_app.ui.widgets.surface import stitch


class Patch(QWidget):
    """An indigo square with an inset stitch and a cream icon or picture.

    ``size`` is 40, 48, 64 or 128 unscaled pixels; ``svg`` is a pictogram of the pack, drawn
    instead of the icon ``name``.
    """

    def __init__(
        self, theme: Theme, name: str = "", *, size: int = 40, svg: bytes = b"", alt: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        side = theme.px(size)
        self.setFixedSize(side, side)
        self._radius = tokens.Radius.patch_large if size > 64 else tokens.Radius.patch_small
        inner = {40: 26, 48: 26, 64: 36, 128: 80}.get(size, size // 2)
        self._picture = self._draw(name, inner, svg)
        self._inner = theme.px(inner)
        self.setAccessibleName(alt)

    def _draw(self, name: str, inner: int, svg: bytes) -> QPixmap:
        if not svg:
            return self._theme.pixmap(name, inner, "on_coat")
        cream = self._theme.hex("on_coat")
        text = svg.decode("utf-8", "replace").replace("currentColor", cream)
        if "fill=" not in text.split(">", 1)[0] and "stroke=" not in text.split(">", 1)[0]:
            text = text.replace("<svg", f'<svg fill="{cream}"', 1)
        ratio = self.devicePixelRatioF()
        side = self._theme.px(inner)
        return svg_pixmap(text.encode(), QSize(side, side), ratio)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cloth, its stitch and the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("patch"))
        painter.drawRoundedRect(self.rect(), self._radius, self._radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(stitch(self._theme.colour("on_coat_2"), tokens.Stitch.patch))
        inset = QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5)
        painter.drawRoundedRect(inset, self._radius - 3, self._radius - 3)
        at = (self.width() - self._inner) // 2
        painter.drawPixmap(at, at, self._picture)


class SourceLabel(QWidget):
    """A sewn-in label: where a statement stands and when it was checked.

    ``stale`` gives it the colour of things to check; ``on_soft`` is for labels on a soft fill.
    """

    def __init__(
        self, theme: Theme, text: str, *, stale: bool = False, on_soft: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._fill = "warn_soft" if stale else ("surface" if on_soft else "sunken")
        layout = QVBoxLayout(self)
        across = theme.px(18)
        layout.setContentsMargins(across, theme.px(2), across, theme.px(2))
        layout.addWidget(Label(theme, text, "caption", "ink_2", wrap=True))
        self.setAccessibleName(text)
        self._wanted = QFontMetrics(theme.font("caption")).horizontalAdvance(text) + 2 * across + 4
        self.setMaximumWidth(self._wanted)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the text in one line."""
        return QSize(self._wanted, self.heightForWidth(self._wanted))

    def minimumSizeHint(self) -> QSize:
        """Return a width below which the text is unreadable; the height follows from it."""
        return QSize(self._theme.px(120), self._theme.px(tokens.Size.label))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the label and the stitches that hold it left and right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._fill))
        painter.drawRoundedRect(self.rect(), tokens.Radius.label, tokens.Radius.label)
        painter.setPen(stitch(self._theme.colour("thread"), tokens.Stitch.label))
        for x in (self._theme.px(9), self.width() - self._theme.px(9)):
            painter.drawLine(QPointF(x, 4), QPointF(x, self.height() - 4))


class Chip(QWidget):
    """A small mark that says a state in a word: ``kind`` is plain, today, done, care or wrong.
    Never clickable."""

    _LOOKS = {  # noqa: RUF012 - a table of the look, not state
        "plain": ("surface", "line_strong", "ink_2", ""),
        "today": ("thread_soft", None, "thread_text", ""),
        "done": ("right_soft", None, "right", "check"),
        "care": ("warn_soft", None, "warn", "alert-triangle"),
        "wrong": ("wrong_soft", None, "wrong", "x"),
        "soft": ("primary_soft", None, "primary", ""),
    }

    def __init__(self, theme: Theme, text: str, kind: str = "plain") -> None:
        super().__init__()
        self._theme, self._text = theme, text
        self._fill, self._edge, self._ink, self._icon = self._LOOKS[kind]
        self._font = theme.font("caption", bold=kind == "today")
        self.setAccessibleName(text)
        metrics = QFontMetrics(self._font)
        icon = theme.px(16 + 4) if self._icon else 0
        self._lead = icon
        width = metrics.horizontalAdvance(text) + icon + 2 * theme.px(9)
        self.setFixedSize(width, max(theme.px(tokens.Size.chip), metrics.height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour(self._fill))
        painter.setPen(QPen(theme.colour(self._edge), 1) if self._edge else Qt.PenStyle.NoPen)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, tokens.Radius.chip, tokens.Radius.chip)
        left = theme.px(9)
        if self._icon:
            side = theme.px(16)
            top = (self.height() - side) // 2
            painter.drawPixmap(left, top, theme.pixmap(self._icon, 16, self._ink))
        painter.setFont(self._font)
        painter.setPen(theme.colour(self._ink))
        box = self.rect().adjusted(left + self._lead, 0, 0, 0)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text
        )


class Mark(QWidget):
    """The application's mark: a cream patch with a piece of the route."""

    def __init__(self, theme: Theme, size: int = 52) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the patch, its stitch and the thread from knot to ring."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 52, self.height() / 52)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("cream"))
        painter.drawRoundedRect(QRectF(0, 0, 52, 52), 9, 9)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(stitch(theme.colour("cream_text_2"), (1, 4, 3)))
        painter.drawRoundedRect(QRectF(4.5, 4.5, 43, 43), 6, 6)
        path = QPainterPath(QPointF(12, 34))
        path.cubicTo(22, 30, 18, 16, 27, 18)
        path.cubicTo(33, 20, 31, 28, 40, 19)
        painter.setPen(QPen(theme.colour("#C4511E"), 3.5))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("cream_ink"))
        painter.drawEllipse(QPointF(12, 34), 4.5, 4.5)
        painter.setBrush(theme.colour("cream"))
        painter.setPen(QPen(theme.colour("cream_ink"), 3))
        painter.drawEllipse(QPointF(41, 19), 4.5, 4.5)
