"""The plan of a session: what is taught when, and how it is changed."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import InputError, KnownError
from pdo_app.records import PlannedSegment, SegmentKind, TrainingSession
from pdo_app.texts import EN, ZH
from pdo_app.training import agenda, planning
from pdo_app.training.objectives import Objectives
from pdo_app.ui import tokens
from pdo_app.ui.dialogs import ask
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.naming import segment_words
from pdo_app.ui.train.parts import scrolled
from pdo_app.ui.train.plan_board import BoardDeeds, Known, Plan, PlanBoard
from pdo_app.ui.train.plan_dialogs import ClassDialog, LessonDialog, ObjectivesDialog
from pdo_app.ui.train.plan_row import Deeds
from pdo_app.ui.train.plan_side import ClassCard
from pdo_app.ui.train.tab import SessionTab
from pdo_app.ui.widgets.notice import Banner
from pdo_app.ui.widgets.surface import column, row

_QUARTER, _FIRST, _LAST = 15, 6 * 60, 22 * 60
"""Minutes by which a half-day begins later, and between which minutes of the day it may."""
_BREAK = 15
_SIDE = 312


class PlanTab(SessionTab):
    """The half-days with their segments, which can be moved, left out, lengthened and added."""

    topics: ClassVar[frozenset[Topic]] = frozenset((Topic.SESSIONS, Topic.PRESENTING))

    def build(self) -> QWidget:
        """Return the half-days and, beside or below them, what is known of the class."""
        theme, language, session = self.theme, self.language, self.session
        self._shown = session
        deeds = self._deeds() if self.is_open else None
        self._board = PlanBoard(theme, language, session.plan, self._known(session), deeds)
        self._side = self._class_card(session)
        parts: list[QWidget] = []
        if not self.is_open:
            words = language.words("This session is closed. Its plan stays as it was.")
            parts.append(Banner(theme, "tip", words, language.words("Close")))
        holder = QWidget()
        beside = theme.layout in (Layout.A, Layout.WIDE)
        box: QBoxLayout = row(theme.px(tokens.Size.gutter)) if beside else column(theme.px(16))
        holder.setLayout(box)
        box.addWidget(self._board, 1)
        if beside:
            self._side.setFixedWidth(theme.px(_SIDE))
            box.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        else:
            box.addWidget(self._side)
        parts.append(holder)
        return scrolled(theme, parts, top=16)

    def touched(self, topics: frozenset[Topic]) -> bool:
        """Show other minutes in place, so that a button that is held down goes on."""
        now = self.session
        if Topic.PRESENTING in topics or replace(now, plan=(), updated_at=now.created_at) != (
            replace(self._shown, plan=(), updated_at=now.created_at)
        ):
            return False
        if not self._board.mend(now.plan):
            return False
        self._shown = now
        old, self._side = self._side, self._class_card(now)
        if self.theme.layout in (Layout.A, Layout.WIDE):
            self._side.setFixedWidth(self.theme.px(_SIDE))
        holder = old.parentWidget()
        layout = holder.layout() if holder is not None else None
        if layout is not None:
            layout.replaceWidget(old, self._side)
        old.hide()
        old.deleteLater()
        return True

    # What can be done with it.

    def step(self, segment: str, by: int) -> None:
        """Move a segment one place earlier or later."""
        self._replan(agenda.step(self.session.plan, segment, by))

    def move(self, segment: str, half: str, place: int) -> None:
        """Put a segment at a place of a half-day."""
        self._replan(agenda.move(self.session.plan, segment, half, place))

    def stretch(self, segment: str, by: int) -> None:
        """Lengthen a segment by five minutes, or shorten it by a negative number."""
        self._replan(agenda.stretch(self.session.plan, segment, by * agenda.STEP))

    def skip(self, segment: str) -> None:
        """Leave a segment out, or take it in again."""
        plan = self.session.plan
        turn = agenda.restore if agenda.find(plan, segment).skipped else agenda.skip
        self._replan(turn(plan, segment))

    def remove(self, segment: str) -> None:
        """Take a segment off the plan; a note offers to take that back."""
        before = self.session.plan
        removed, half = agenda.find(before, segment), agenda.half_of(before, segment)
        place = half.segments.index(removed)
        title = segment_words(self.language, removed).main
        plan = tuple(
            replace(one, segments=tuple(part for part in one.segments if part.id != segment))
            for one in before
        )
        if self._replan(plan):
            words = self.language.words("{title} is removed.", title=title)
            undo = self.language.words("Undo"), lambda: self._put_back(removed, half.id, place)
            self.view.toast(words, undo)

    def insert(self, after: str, what: str) -> None:
        """Put a break or a lesson after a segment."""
        half = agenda.half_of(self.session.plan, after)
        place = [one.id for one in half.segments].index(after) + 1
        self._insert(half.id, place, what)

    def add(self, half: str, what: str) -> None:
        """Put a break or a lesson at the end of a half-day."""
        found = next(one for one in self.session.plan if one.id == half)
        self._insert(half, len(found.segments), what)

    def explain(self, segment: str) -> None:
        """Tell what people can do after a segment."""
        found = agenda.find(self.session.plan, segment)
        dialog = ObjectivesDialog(self.view, found, Objectives(self.library).of(found.lessons))
        dialog.exec()
        dialog.deleteLater()

    def begin(self, half: str, by: int) -> None:
        """Let a half-day begin a quarter of an hour later, or earlier."""
        self._replan(
            tuple(
                replace(one, start=max(_FIRST, min(_LAST, one.start + by * _QUARTER)))
                if one.id == half
                else one
                for one in self.session.plan
            )
        )

    def change_class(self) -> None:
        """Change what is known of the class; where the template has parts for such a class, ask
        whether to plan anew."""
        before = self.session
        dialog = ClassDialog(self.view, self.teaching, before)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        after = dialog.session
        dialog.deleteLater()
        if accepted and before.template and planning.asks(before) != planning.asks(after):
            self._offer_anew(before, after)

    def print_plan(self) -> None:
        """Print the plan."""
        # The papers load what writes them, which a look at the plan can do without.
        from pdo_app.ui.train.papers import save_plan

        save_plan(self)

    def print_guide(self) -> None:
        """Print the guide."""
        from pdo_app.ui.train.papers import save_guide

        save_guide(self)

    # How it is done.

    def _offer_anew(self, before: TrainingSession, after: TrainingSession) -> None:
        """Ask whether the template should be laid out for the changed class, where that makes a
        difference."""
        try:
            template = self.library.template(before.template)
        except KeyError:
            return
        day = after.plan[0].day
        old = agenda.from_template(template, day, planning.asks(before))
        new = agenda.from_template(template, day, planning.asks(after))
        if old == new:
            return
        language = self.language
        title = language.words("Make the plan again for this class?")
        body = language.words(
            "The template has other parts for such a class. What you changed in the plan is lost."
        )
        answers = language.words("Keep the plan"), language.words("Make the plan again")
        if ask(self.theme, self.view, title, body, answers):
            self._replan(new)

    def _put_back(self, removed: PlannedSegment, half: str, place: int) -> None:
        """Take a removed segment in again; what was changed since then stays."""
        try:
            plan = agenda.insert(self.session.plan, removed, half, place)
        except KeyError:
            return  # session or half-day is gone
        self._replan(plan)

    def _insert(self, half: str, place: int, what: str) -> None:
        segment = self._break() if what == "break" else self._asked_lesson(half, place)
        if segment is not None:
            self._replan(agenda.insert(self.session.plan, segment, half, place))

    def _break(self) -> PlannedSegment:
        texts = self.language.texts
        return PlannedSegment(
            id="break",
            kind=SegmentKind.BREAK,
            title_zh=texts.say("Break", ZH),
            title_en=texts.say("Break", EN),
            minutes=_BREAK,
        )

    def _asked_lesson(self, half: str, place: int) -> PlannedSegment | None:
        """Ask for a lesson, beginning with those of the module that is taught there."""
        found = next(one for one in self.session.plan if one.id == half)
        taught = [one.module for one in found.segments[:place] if one.module]
        dialog = LessonDialog(self.view, self.library, taught[-1] if taught else "")
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.lesson
        dialog.deleteLater()
        if not accepted:
            return None
        lesson = self.library.lesson(chosen)
        head = next(
            head for head in self.library.module(lesson.module).lessons if head.id == chosen
        )
        return planning.segment_of(lesson, head)

    def _replan(self, plan: Plan) -> bool:
        """Save another plan; tell whether that was possible."""
        session = self.session
        if plan == session.plan:
            return False
        try:
            self.training.sessions.replan(session, plan)
        except (InputError, KnownError) as error:
            self.view.report(error)
            return False
        return True

    def _deeds(self) -> BoardDeeds:
        rows = Deeds(self.step, self.stretch, self.skip, self.remove, self.insert, self.explain)
        return BoardDeeds(rows, self.move, self.begin, self.add)

    def _class_card(self, session: TrainingSession) -> ClassCard:
        words = self.language.words
        papers = (
            (words("Print the plan"), "print_plan", self.print_plan),
            (words("Print the guide"), "print_guide", self.print_guide),
        )
        change = self.change_class if session.closed_at is None else None
        return ClassCard(self.theme, self.language, session, change, papers)

    def _known(self, session: TrainingSession) -> Known:
        show, objectives = self.language.show, Objectives(self.library)
        titles = {
            head.id: show(head.title).main
            for module in (*self.library.modules(), *self.library.guides())
            for head in module.lessons
        }
        afterwards = {
            one.id: tuple(show(text).main for text in objectives.of(one.lessons))
            for half in session.plan
            for one in half.segments
        }
        joint = "; " if self.language.texts.main == EN else "；"
        lessons = {
            one.id: joint.join(titles[name] for name in one.lessons if name in titles)
            for half in session.plan
            for one in half.segments
        }
        given = self.training.presenting.timing(session).given()
        return Known(self._room(session), lessons, afterwards, given)

    def _room(self, session: TrainingSession) -> dict[str, int]:
        """Return the minutes that the template gives each half-day."""
        if not session.template:
            return {}
        try:
            halves = self.library.template(session.template).halves
        except KeyError:
            return {}
        return {
            half.id: sum(one.minutes for one in known.segments if not one.for_groups)
            for half, known in zip(session.plan, halves, strict=False)
        }
