"""A segment of the plan: when, what, how long; and the controls that change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from pdo_app.content.model import Text
from pdo_app.records import PlannedSegment, SegmentKind
from pdo_app.reports.session_words import METHODS
from pdo_app.texts import EN
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.train.naming import clock, minute_words, segment_words
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import ElidedLabel, Label, PairLabel
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.row_button import RowButton, step_of
from pdo_app.ui.widgets.stepper import Stepper
from pdo_app.ui.widgets.surface import column, row
from pdo_app.ui.widgets.thread import Knot, KnotWidget, Stop

_KINDS = {
    SegmentKind.OPENING: "message-circle",
    SegmentKind.BREAK: "clock",
    SegmentKind.WITNESS: "user",
    SegmentKind.CLOSING: "flag",
}


@dataclass(frozen=True, slots=True)
class Deeds:
    """What a row asks its tab to do with the segment of that id. ``insert`` gets "break" or
    "lesson" and puts it after the segment; ``explain`` tells what people can do afterwards."""

    step: Callable[[str, int], None]
    stretch: Callable[[str, int], None]
    skip: Callable[[str], None]
    remove: Callable[[str], None]
    insert: Callable[[str, str], None]
    explain: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows beside its segment: the minute of the day at which it begins, its number
    among the taught ones (0 for a break), the words about its lessons, what people can do
    afterwards, whether it was given, and whether the segments above and below were and will be:
    None where there is none."""

    begins: int
    number: int
    lessons: str
    objectives: tuple[str, ...]
    given: bool
    above: bool | None
    below: bool | None


class SegmentRow(QWidget):
    """``segment`` at its place. ``deeds`` is None where the session is closed. ``dragged`` tells
    the height on the screen that the grip was drawn to, ``dropped`` that it was let go."""

    dragged = Signal(int)
    dropped = Signal()

    def __init__(
        self,
        theme: Theme,
        language: Language,
        segment: PlannedSegment,
        line: Line,
        deeds: Deeds | None,
    ) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self.segment, self.line, self._deeds = segment, line, deeds
        self._title = segment_words(language, segment)
        self.setObjectName(f"row_{segment.id}")
        self._when = Label(theme, "", "ui_bold", "ink_3" if segment.skipped else "ink")
        box = row(theme.px(12 if theme.layout is not Layout.C else 8))
        self.setLayout(box)
        top = Qt.AlignmentFlag.AlignTop
        if deeds is not None:
            grip = _Grip(theme, language.words("Move {title}", title=self._title.main), self)
            grip.setObjectName(f"grip_{segment.id}")
            box.addWidget(grip, 0, top)
        box.addWidget(self._knot())
        words = self._words()
        if theme.layout in (Layout.A, Layout.WIDE):
            self._when.setContentsMargins(0, theme.px(8), 0, 0)
            box.addWidget(self._when, 0, top)
            box.addLayout(words, 1)
        else:
            words.insertWidget(0, self._when)
            box.addLayout(words, 1)
        self._stepper: Stepper | None = None
        if deeds is not None:
            controls = self._controls(deeds)
            if theme.layout is Layout.C:
                words.addWidget(controls)
            else:
                box.addWidget(controls, 0, top)
        elif not segment.skipped:
            long = Label(theme, minute_words(language, segment.minutes).main)
            if theme.layout is Layout.C:
                words.addWidget(long)
            else:
                long.setContentsMargins(0, theme.px(8), 0, 0)
                box.addWidget(long, 0, top)
        self.show_line(segment, line)

    def show_line(self, segment: PlannedSegment, line: Line) -> None:
        """Show another time and length of the same segment."""
        self.segment, self.line = segment, line
        self._when.setText(clock(line.begins))
        said = minute_words(self._language, segment.minutes)
        if self._stepper is not None:
            self._stepper.show_words(said)
        self.setAccessibleName(f"{clock(line.begins)} {self._title.spoken} {said.spoken}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrow keys moves the segment; other keys go on to the page."""
        step = step_of(event)
        if step and self._deeds:
            self._deeds.step(self.segment.id, step)
        else:
            event.ignore()

    def _knot(self) -> KnotWidget:
        line, segment = self.line, self.segment
        if line.given:
            stop = Stop(Knot.DONE)
        elif segment.skipped or segment.kind is SegmentKind.BREAK:
            stop = Stop(Knot.OPTIONAL, icon=_KINDS.get(segment.kind, ""))
        else:
            icon = _KINDS.get(segment.kind, "")
            stop = Stop(Knot.AHEAD, "" if icon else str(line.number), icon)
        return KnotWidget(self._theme, stop, above=line.above, below=line.below, offset=6)

    def _words(self) -> QVBoxLayout:
        theme, language, segment = self._theme, self._language, self.segment
        box = column(theme.px(2), margins=(0, theme.px(8), 0, theme.px(12)))
        ink, ink_2 = ("ink_3", "ink_3") if segment.skipped else ("ink", "ink_2")
        below = theme.layout not in (Layout.A, Layout.WIDE)
        head, top = row(theme.px(8)), Qt.AlignmentFlag.AlignTop
        head.addWidget(
            PairLabel(theme, self._title, "h3", colour=ink, second=ink_2, below=below), 1
        )
        box.addLayout(head)
        chip = self._chip()
        if chip is not None and theme.layout is Layout.C:
            box.addWidget(chip)
        elif chip is not None:
            head.addWidget(chip, 0, top)
        how = []
        if segment.method:
            how.append(language.say(METHODS.get(segment.method, segment.method)))
        material = language.show(Text(segment.material_zh, segment.material_en)).main
        if material:
            how.append(material)
        for words in (self.line.lessons, " · ".join(how)):
            if words:
                box.addWidget(Label(theme, words, "caption", ink_2, wrap=True))
        if self.line.objectives:
            gap = " " if language.texts.main == EN else ""
            said = gap.join(self.line.objectives)
            # One line is enough to plan by; the menu has the rest, which a closed plan has not.
            words = language.say("Afterwards: {objectives}", objectives=said)
            if self._deeds is not None:
                box.addWidget(ElidedLabel(theme, words, "caption", "ink_3"))
            else:
                box.addWidget(Label(theme, words, "caption", "ink_3", wrap=True))
        return box

    def _chip(self) -> Chip | None:
        if self.segment.skipped:
            return Chip(self._theme, self._language.say("Left out"), "plain")
        if self.segment.essential:
            return Chip(self._theme, self._language.say("Essential"), "soft")
        return None

    def _controls(self, deeds: Deeds) -> QWidget:
        theme, language, segment = self._theme, self._language, self.segment
        name, title = segment.id, self._title.main
        parts: list[QWidget] = []
        if not segment.skipped:
            self._stepper = Stepper(
                theme,
                minute_words(language, segment.minutes),
                language.words("Five minutes less for {title}", title=title),
                language.words("Five minutes more for {title}", title=title),
                name=f"minutes_{name}",
                widest=minute_words(language, 240).main,
            )
            self._stepper.stepped.connect(lambda by: deeds.stretch(name, by))
            parts.append(self._stepper)
        buttons: list[tuple[str, str, Words, Callable[[], None]]] = [
            ("up", "arrow-up", language.words("Earlier: {title}", title=title), self._earlier),
            ("down", "arrow-down", language.words("Later: {title}", title=title), self._later),
        ]
        if segment.skipped:
            words = language.words("Take {title} in again", title=title)
            buttons.append(("skip", "arrow-back-up", words, lambda: deeds.skip(name)))
        for which, icon, words, act in buttons:
            button = RowButton(theme, words, icon, role="ink_2")
            button.setObjectName(f"{which}_{name}")
            button.clicked.connect(act)
            parts.append(button)
        more = RowButton(theme, language.words("More for {title}", title=title), "dots")
        more.setObjectName(f"more_{name}")
        more.clicked.connect(lambda: self._open_menu(more, deeds))
        parts.append(more)
        return flow(0, *parts)

    def _earlier(self) -> None:
        if self._deeds is not None:
            self._deeds.step(self.segment.id, -1)

    def _later(self) -> None:
        if self._deeds is not None:
            self._deeds.step(self.segment.id, 1)

    def _open_menu(self, button: QWidget, deeds: Deeds) -> None:
        language, theme, name = self._language, self._theme, self.segment.id
        menu = QMenu(button)
        menu.setFont(theme.font("ui"))
        menu.aboutToHide.connect(menu.deleteLater)
        skip = language.words("Put back" if self.segment.skipped else "Leave out")
        entries: tuple[tuple[Words, str, Callable[[], None]], ...] = (
            (skip, "ban", lambda: deeds.skip(name)),
            (
                language.words("Put a break after it"),
                "clock",
                lambda: deeds.insert(name, "break"),
            ),
            (
                language.words("Put a lesson after it"),
                "plus",
                lambda: deeds.insert(name, "lesson"),
            ),
            (language.words("Remove from the plan"), "trash", lambda: deeds.remove(name)),
        )
        if self.line.given:
            entries = entries[:-1]  # who has had it is reckoned by the plan
        if self.line.objectives:
            words = language.words("What people can do afterwards")
            entries = (*entries, (words, "flag", lambda: deeds.explain(name)))
        for words, icon, act in entries:
            action = QAction(theme.icon(icon, 20), words.spoken, menu)
            action.triggered.connect(lambda _=False, a=act: a())
            menu.addAction(action)
        # Its right edge at the button's, which stands at the edge of the page.
        left = button.width() - menu.sizeHint().width()
        menu.popup(button.mapToGlobal(QPoint(left, button.height() + 4)))


class _Grip(RowButton):
    """Is drawn up and down with the mouse; by keyboard Alt with the arrow keys moves its row."""

    def __init__(self, theme: Theme, words: Words, owner: SegmentRow) -> None:
        super().__init__(theme, words, "grip-vertical", role="ink_3")
        self._owner = owner
        self._from: int | None = None
        self._drawn = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedWidth(theme.px(28))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._from, self._drawn = round(event.globalPosition().y()), False
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where to, once it is more than a tremble."""
        if self._from is None:
            return
        at = round(event.globalPosition().y())
        if self._drawn or abs(at - self._from) > 6:
            self._drawn = True
            self._owner.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        drawn, self._from = self._drawn, None
        self._drawn = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if drawn:
            self._owner.dropped.emit()
