"""The half-days of a plan one below the other, and the dragging of segments between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from pdo_app.records import PlannedHalf, SegmentKind
from pdo_app.training import agenda
from pdo_app.ui import tokens
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.train.naming import clock, half_words, time_words
from pdo_app.ui.train.plan_row import Deeds, Line, SegmentRow
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.stepper import Stepper
from pdo_app.ui.widgets.surface import Card, Surface, column, row

Plan = tuple[PlannedHalf, ...]
_MARK = 4
_EDGE, _SCROLL, _BEAT = 48, 16, 30
"""Pixels from the edge of the page within which it scrolls, by how many, and how often (ms)."""


@dataclass(frozen=True, slots=True)
class BoardDeeds:
    """What the board asks its tab to do, beside the rows' own deeds: ``move`` a segment to a
    place of a half-day, ``begin`` a half-day later by minutes, ``add`` a break or a lesson."""

    row: Deeds
    move: Callable[[str, str, int], None]
    begin: Callable[[str, int], None]
    add: Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Known:
    """What the board shows beside the plan: the minutes that the template gives each half-day
    (none where there is no template), words about the lessons of each segment and about what
    people can do afterwards, and the segments that were given already."""

    room: Mapping[str, int]
    lessons: Mapping[str, str]
    objectives: Mapping[str, tuple[str, ...]]
    given: frozenset[str]


class PlanBoard(QWidget):
    """``deeds`` is None where the session is closed."""

    def __init__(
        self, theme: Theme, language: Language, plan: Plan, known: Known, deeds: BoardDeeds | None
    ) -> None:
        super().__init__()
        self._theme, self._deeds = theme, deeds
        self._plan, self._known = plan, known
        box = column(theme.px(tokens.Size.gutter))
        self.setLayout(box)
        lines = lines_of(plan, known)
        self._cards: list[HalfCard] = []
        for half in plan:
            card = HalfCard(theme, language, half, known, deeds)
            card.lay_out([lines[segment.id] for segment in half.segments])
            for made in card.rows:
                made.dragged.connect(lambda at, r=made: self._drag(r, at))
                made.dropped.connect(self._drop)
            self._cards.append(card)
            box.addWidget(card)
        self._mark = Surface(theme, "primary", None, radius=2)
        self._mark.setParent(self)
        self._mark.hide()
        self._goal: tuple[str, str, int] | None = None
        self._scroll = QTimer(self)
        self._scroll.setInterval(_BEAT)
        self._scroll.timeout.connect(self._scroll_on)
        self._at = 0
        self._drawn: SegmentRow | None = None

    def mend(self, plan: Plan) -> bool:
        """Show other times and lengths in place; False where more than those has changed."""
        if _shape(plan) != _shape(self._plan):
            return False
        self._plan = plan
        lines = lines_of(plan, self._known)
        for card, half in zip(self._cards, plan, strict=True):
            card.mend(half, lines)
        return True

    def _drag(self, drawn: SegmentRow, at: int) -> None:
        """Show where the segment would go if it were let go at this height of the screen."""
        if self._deeds is None:
            return
        self._drawn, self._at = drawn, at
        y = self.mapFromGlobal(QPoint(0, at)).y()
        card = min(self._cards, key=lambda card: card.distance(y))
        place, line = card.place(y, drawn)
        self._goal = (drawn.segment.id, card.half.id, place)
        left = card.mapTo(self, QPoint(0, 0)).x() + self._theme.px(16)
        wide = card.width() - 2 * self._theme.px(16)
        self._mark.setGeometry(left, line - _MARK // 2, wide, _MARK)
        self._mark.show()
        self._mark.raise_()
        self._scroll.start()

    def _drop(self) -> None:
        goal, self._goal, self._drawn = self._goal, None, None
        self._scroll.stop()
        self._mark.hide()
        if goal is not None and self._deeds is not None:
            self._deeds.move(*goal)

    def _scroll_on(self) -> None:
        """Scroll while the segment is held at the upper or lower edge of the page."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is None or self._drawn is None:
            self._scroll.stop()
            return
        y = page.mapFromGlobal(QPoint(0, self._at)).y()
        by = -_SCROLL if y < _EDGE else _SCROLL if y > page.height() - _EDGE else 0
        if by:
            bar = page.verticalScrollBar()
            bar.setValue(bar.value() + by)
            self._drag(self._drawn, self._at)


class HalfCard(Card):
    """A half-day: when it is, how long, its segments, and what can be added to it."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        half: PlannedHalf,
        known: Known,
        deeds: BoardDeeds | None,
    ) -> None:
        super().__init__(theme, padding=(12 if theme.layout is Layout.C else 20, 16), gap=0)
        self._language, self._deeds, self._known = language, deeds, known
        self.half = half
        self.rows: list[SegmentRow] = []
        self.setObjectName(f"half_{half.id}")
        self.body.addWidget(self._title())
        self._sums = QWidget()
        self._line: QBoxLayout | None = None
        self.body.addWidget(self._sums)
        self._sum()
        self.body.addSpacing(theme.px(12))

    def lay_out(self, lines: list[Line]) -> None:
        """Add the segments, and below them what can be added."""
        theme, language = self.theme, self._language
        for segment, line in zip(self.half.segments, lines, strict=True):
            deeds = self._deeds.row if self._deeds else None
            made = SegmentRow(theme, language, segment, line, deeds)
            self.rows.append(made)
            self.body.addWidget(made)
        if not self.rows:
            words = language.words("Nothing is planned here.")
            self.body.addWidget(PairLabel(theme, words, "ui", colour="ink_2"))
        if self._deeds is None:
            return
        add, name = self._deeds.add, self.half.id
        buttons = []
        for what, icon, words in (
            ("break", "clock", language.words("Add a break")),
            ("lesson", "plus", language.words("Add a lesson")),
        ):
            button = Button(theme, words, "quiet", icon=icon)
            button.setObjectName(f"add_{what}_{name}")
            button.clicked.connect(lambda _=False, w=what: add(name, w))
            buttons.append(button)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(flow(theme.px(8), *buttons))

    def mend(self, half: PlannedHalf, lines: Mapping[str, Line]) -> None:
        """Show other times and lengths of the same segments."""
        self.half = half
        self._sum()
        for made, segment in zip(self.rows, half.segments, strict=True):
            made.show_line(segment, lines[segment.id])

    def distance(self, y: int) -> int:
        """Return how far a height of the board is from this card."""
        return max(self.y() - y, 0, y - self.geometry().bottom())

    def place(self, y: int, drawn: SegmentRow) -> tuple[int, int]:
        """Return the place among the other segments for a height of the board, and the height of
        the gap that it would go to."""
        others = [made for made in self.rows if made is not drawn]
        at = sum(y > self.y() + made.geometry().center().y() for made in others)
        if not others:
            return 0, self.y() + self._sums.geometry().bottom() + self.theme.px(8)
        if at < len(others):
            return at, self.y() + others[at].y()
        return at, self.y() + others[-1].geometry().bottom()

    def _title(self) -> QWidget:
        theme, language, half = self.theme, self._language, self.half
        texts, title = language.texts, half_words(language, half)
        second = None
        if texts.second and title.second:
            second = f"{title.second}, {texts.date(half.day, 'weekday_day', texts.second)}"
        day = texts.date(half.day, "weekday_day")
        return PairLabel(theme, Words(f"{title.main} · {day}", second), "h2")

    def _sum(self) -> None:
        """Show when the half-day begins and ends, and how that compares with its template."""
        theme, language, half = self.theme, self._language, self.half
        # The stepper stays while it is held down: only the words behind it are new.
        if self._line is None:
            narrow = theme.layout is Layout.C
            self._line = column() if narrow else row(theme.px(8))
            self._sums.setLayout(self._line)
            if self._deeds is not None:
                self._start = Stepper(
                    theme,
                    Words(clock(half.start)),
                    language.words("Begin a quarter of an hour earlier"),
                    language.words("Begin a quarter of an hour later"),
                    name=f"start_{half.id}",
                )
                begin, name = self._deeds.begin, half.id
                self._start.stepped.connect(lambda by: begin(name, by))
                where = Qt.AlignmentFlag.AlignVCenter
                where |= Qt.AlignmentFlag.AlignLeft  # together, below each other too
                self._line.addWidget(self._start, 0, where)
            self._said = QWidget()
            self._line.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        old, self._said = self._said, self._ends()
        self._line.replaceWidget(old, self._said)
        old.hide()
        old.deleteLater()
        if self._deeds is not None:
            self._start.show_words(Words(clock(half.start)))

    def _ends(self) -> QWidget:
        theme, language, half = self.theme, self._language, self.half
        long = agenda.minutes(half.segments)
        ends = clock(half.start + long)
        start = "" if self._deeds is not None else f"{clock(half.start)} "
        said = f"{start}– {ends} · {time_words(language, long).main}"
        parts: list[QWidget] = [Label(theme, said, "ui", "ink_2", wrap=theme.layout is Layout.C)]
        room = self._known.room.get(half.id)
        if room is not None and long != room:
            less = time_words(language, abs(long - room))
            if long > room:
                words = language.say("{time} too long", time=less.main)
                parts.append(Chip(theme, words, "care"))
            else:
                words = language.say("{time} free", time=less.main)
                parts.append(Chip(theme, words, "plain"))
        holder = flow(theme.px(12), *parts)
        holder.setObjectName(f"sum_{half.id}")
        holder.setAccessibleName(said)
        return holder


def lines_of(plan: Plan, known: Known) -> dict[str, Line]:
    """Return what each row shows beside its segment."""
    lines: dict[str, Line] = {}
    number = 0
    for half in plan:
        at = half.start
        last = len(half.segments) - 1
        for place, segment in enumerate(half.segments):
            taught = not segment.skipped and segment.kind is not SegmentKind.BREAK
            number += taught
            given = segment.id in known.given
            before = half.segments[place - 1].id in known.given if place else None
            lines[segment.id] = Line(
                begins=at,
                number=number if taught else 0,
                lessons=known.lessons.get(segment.id, ""),
                objectives=known.objectives.get(segment.id, ()),
                given=given,
                above=before,
                below=None if place == last else given,
            )
            at += 0 if segment.skipped else segment.minutes
    return lines


def _shape(plan: Plan) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (half.id, half.day, *((one.id, one.skipped) for one in half.segments)) for half in plan
    )
