"""The lessons of a module on their thread: a column beside the text, or a row of knots above."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEasingCurve, QPointF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pdo_app.content.model import LessonHead
from pdo_app.errors import N_
from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Pressable
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.thread import Knot, Stop, paint_knot, paint_thread

_HIT = 40
"""The target of a knot without words, in unscaled pixels."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A lesson as a stop on the thread. ``spoken`` tells all of it to a screen reader; ``done``
    counts also where the person is now."""

    id: str
    number: int
    words: Words
    spoken: str
    knot: Knot
    done: bool


_SAID = {
    Knot.HERE: N_("you are here"),
    Knot.DONE: N_("read"),
    Knot.AHEAD: N_("not read yet"),
}
"""What a screen reader hears of a lesson's knot."""


def chapters(
    language: Language, heads: Iterable[LessonHead], completed: frozenset[str], here: str | None
) -> tuple[Chapter, ...]:
    """Return lessons as stops. ``completed`` are ids of lessons; the person is at ``here``."""
    found = []
    for head in heads:
        done = head.id in completed
        knot = Knot.HERE if head.id == here else Knot.DONE if done else Knot.AHEAD
        title = language.show(head.title)
        spoken = f"{head.number}. {title.spoken}, {language.say(_SAID[knot])}"
        found.append(Chapter(head.id, head.number, title, spoken, knot, done))
    return tuple(found)


class _Stop(Pressable):
    """A knot that is a button; ``words`` beside it where there is room for them."""

    def __init__(self, theme: Theme, chapter: Chapter, *, named: bool) -> None:
        super().__init__()
        self._theme, self.chapter, self._named = theme, chapter, named
        self.knot = chapter.knot
        self.diameter = theme.px(tokens.Size.knot)
        self.setText(chapter.words.spoken.replace("&", "&&"))
        self.setAccessibleName(chapter.spoken)
        self.setObjectName(f"chapter_{chapter.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", tokens.Radius.button)
        if named:
            self._add_words()
        else:
            self.setToolTip(chapter.words.spoken)
            self.setFixedSize(theme.px(_HIT), theme.px(_HIT))

    def _add_words(self) -> None:
        theme, chapter = self._theme, self.chapter
        here = chapter.knot is Knot.HERE
        line = QHBoxLayout(self)
        pad = theme.px(4)
        line.setContentsMargins(self.diameter + theme.px(12), pad, 0, pad)
        label = PairLabel(
            theme,
            chapter.words,
            "tool",
            colour="ink_2" if chapter.done and not here else "ink",
            below=True,
            bold=here,
        )
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme.px(48))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def centre(self) -> QPointF:
        """Where the knot sits in the parent: at the left of its larger target, so that the
        first one stands where the text begins."""
        return QPointF(self.x() + self.diameter / 2, self.y() + self.height() / 2)

    def sizeHint(self) -> QSize:
        """Return the size of the words, or of the target."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize(self.width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width."""
        layout = self.layout()
        width = layout.minimumSize().width() if layout is not None else self.width()
        return QSize(width, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the knot, on a soft ground under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = self.centre - QPointF(self.pos())
        if self.underMouse() and self._named:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunken"))
            left = self.diameter + self._theme.px(4)
            area = self.rect().adjusted(left, 0, 0, 0)
            painter.drawRoundedRect(area, tokens.Radius.button, tokens.Radius.button)
        stop = Stop(self.knot, str(self.chapter.number))
        paint_knot(painter, self._theme, at, self.diameter, stop)


class Contents(QWidget):
    """``chosen`` is called with the id of the lesson that was clicked.

    ``named`` shows the titles in a column, ``gap`` unscaled pixels apart; else the knots stand in
    a row. ``again`` is for a second row on the same page, which Tab passes over.
    """

    def __init__(
        self,
        theme: Theme,
        chapters: tuple[Chapter, ...],
        chosen: Callable[[str], None],
        *,
        named: bool,
        gap: int = 12,
        again: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._stops = [_Stop(theme, chapter, named=named) for chapter in chapters]
        for stop in self._stops if again else ():
            stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            stop.setObjectName("")
        self._grown = 0.0
        line = QVBoxLayout(self) if named else QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(gap) if named else 0)
        for stop in self._stops:
            stop.clicked.connect(lambda _=False, i=stop.chapter.id: chosen(i))
            line.addWidget(stop)
            if not named and stop is not self._stops[-1]:
                line.addStretch(1)
        if named:
            line.addStretch(1)
        else:
            spread = (len(chapters) - 1) * theme.px(83) + theme.px(_HIT)
            self.setMaximumWidth(spread)

    def grow(self, then: Callable[[], None]) -> None:
        """Sew the thread from where the person is to the next stop, then call ``then``."""
        here = next((s for s in self._stops if s.knot is Knot.HERE), None)
        if here is None:
            then()
            return
        here.knot = Knot.DONE
        here.update()
        animation = QVariantAnimation(self)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.setEasingCurve(QEasingCurve.Type.InOutQuad)
        animation.setDuration(0 if self._theme.less_motion else tokens.Motion.thread_grow)
        animation.valueChanged.connect(self._grow_to)
        animation.finished.connect(then)
        animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)

    def _grow_to(self, share: float) -> None:
        self._grown = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread below the knots: sewn after what is done, else stitched."""
        painter = QPainter(self)
        for stop, after in pairwise(self._stops):
            start, end = stop.centre, after.centre
            just_done = stop.chapter.knot is Knot.HERE
            sewn = stop.chapter.done and not just_done
            paint_thread(painter, self._theme, start, end, done=sewn)
            if just_done and self._grown:
                paint_thread(
                    painter, self._theme, start, start + (end - start) * self._grown, done=True
                )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
