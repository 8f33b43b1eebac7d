"""The agenda under the slide: a thread from part to part, sewn as far as the class has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pdo_app.records import PlannedHalf, SegmentKind
from pdo_app.training.agenda import Slot, timetable
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.surface import stitch
from pdo_app.ui.widgets.thread import Knot, Stop, paint_knot

_LINE = 34
_WORDS = 58


@dataclass(frozen=True, slots=True)
class _Mark:
    slot: Slot
    x: float
    width: float


class AgendaStrip(QWidget):
    """The parts of ``half`` in proportion to their minutes. ``jumped`` tells the id of a part
    that was clicked, or chosen with the arrow keys and Enter."""

    jumped = Signal(str)

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self._half: PlannedHalf | None = None
        self._segment, self._share = "", 0.0
        self._now: datetime | None = None
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(112))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(language.say("Agenda"))
        self.setObjectName("agenda")

    def show_half(
        self, half: PlannedHalf, segment: str, taught: Mapping[str, float], now: datetime
    ) -> None:
        """Show where ``half`` is: the part that is on, the seconds taught, the local time."""
        self._half, self._segment, self._now = half, segment, now
        planned = {one.id: one.minutes * 60 for one in half.segments}
        whole = planned.get(segment, 0)
        self._share = min(1.0, taught.get(segment, 0.0) / whole) if whole else 0.0
        if self._chosen not in planned or not self.hasFocus():
            self._chosen = segment
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width in which a few names can be read."""
        return QSize(self._theme.px(600), self._theme.px(112))

    def minimumSizeHint(self) -> QSize:
        """Ask for little width: names are cut, all of them are in the tool tip."""
        return QSize(self._theme.px(240), self._theme.px(112))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a part with the arrow keys, jump there with Enter."""
        ids = [mark.slot.segment.id for mark in self._marks()]
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None and self._chosen in ids:
            at = max(0, min(len(ids) - 1, ids.index(self._chosen) + step))
            self._chosen = ids[at]
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self.jumped.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the part under the mouse."""
        for mark in reversed(self._marks()):
            if event.position().x() >= mark.x - self._theme.px(14):
                self._chosen = mark.slot.segment.id
                self.jumped.emit(self._chosen)
                return

    def _marks(self) -> list[_Mark]:
        if self._half is None:
            return []
        slots = [slot for slot in timetable((self._half,)) if not slot.segment.skipped]
        total = sum(slot.segment.minutes for slot in slots) or 1
        least = self._theme.px(64)
        room = self.width() - self._theme.px(32)
        # Short parts keep enough width for their knot and the time below it.
        free = max(0.0, room - least * len(slots))
        x = float(self._theme.px(16))
        marks = []
        for slot in slots:
            width = least + free * slot.segment.minutes / total
            marks.append(_Mark(slot, x, width))
            x += width
        return marks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw thread, knots, names, and where the plan would be now."""
        marks = self._marks()
        if not marks:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = float(theme.px(_LINE))
        ids = [mark.slot.segment.id for mark in marks]
        here = ids.index(self._segment) if self._segment in ids else 0
        at = marks[here].x + marks[here].width * self._share
        end = marks[-1].x + marks[-1].width
        painter.setPen(stitch(theme.colour("line_strong"), (2, 6, 5)))
        painter.drawLine(QPointF(at, y), QPointF(end, y))
        painter.setPen(QPen(theme.colour("thread"), 4))
        painter.drawLine(QPointF(marks[0].x, y), QPointF(at, y))
        for place, mark in enumerate(marks):
            self._part(painter, mark, place - here, y)
        knot = theme.px(20)
        paint_knot(painter, theme, QPointF(at, y), knot, Stop(Knot.HERE))
        self._plan(painter, marks, y)

    def _part(self, painter: QPainter, mark: _Mark, ahead: int, y: float) -> None:
        theme, segment = self._theme, mark.slot.segment
        state = Knot.DONE if ahead <= 0 else Knot.AHEAD
        if segment.kind is SegmentKind.BREAK and ahead > 0:
            state = Knot.OPTIONAL
        size = theme.px(18)
        if state is Knot.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            painter.drawEllipse(QPointF(mark.x, y), size / 2, size / 2)
        else:
            paint_knot(painter, theme, QPointF(mark.x, y), size, Stop(state))
        title = segment.title_en if self._language.texts.main == "en" else segment.title_zh
        font = theme.font("tool", bold=ahead == 0)
        colour = "thread_text" if ahead == 0 else "ink"
        left = mark.x - size / 2
        room = mark.width - theme.px(10)
        lines = ((title, font, colour), (self._times(mark), theme.font("caption"), "ink_2"))
        top = float(theme.px(_WORDS))
        for words, face, role in lines:
            metrics = QFontMetrics(face)
            painter.setFont(face)
            painter.setPen(theme.colour(role))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QPointF(left, top + metrics.ascent()), shown)
            top += metrics.height()
        if segment.id == self._chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("primary"), 2))
            painter.drawEllipse(QPointF(mark.x, y), size / 2 + 4, size / 2 + 4)

    def _times(self, mark: _Mark) -> str:
        minutes = self._language.texts.count("{n} min", "{n} min", mark.slot.segment.minutes)
        return f"{mark.slot.begins:%H:%M} · {minutes}"

    def _plan(self, painter: QPainter, marks: list[_Mark], y: float) -> None:
        """Mark where the plan would be now."""
        now = self._now
        if now is None:
            return
        for mark in marks:
            slot = mark.slot
            if slot.begins <= now < slot.ends:
                share = (now - slot.begins) / (slot.ends - slot.begins)
                x = mark.x + mark.width * share
                theme = self._theme
                painter.setPen(stitch(theme.colour("ink_2"), (2, 4, 3)))
                painter.drawLine(QPointF(x, y - theme.px(26)), QPointF(x, y + theme.px(14)))
                words: Words = self._language.words("Plan at {time}", time=f"{now:%H:%M}")
                font = theme.font("caption")
                painter.setFont(font)
                painter.setPen(theme.colour("ink_2"))
                wide = QFontMetrics(font).horizontalAdvance(words.main)
                left = x + 6 if x + 6 + wide < self.width() else x - 6 - wide
                box = QRectF(left, 0, wide + 2, theme.px(20))
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft, words.main)
                return
