"""The report of a session on the screen, and its end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import KnownError
from pdo_app.reports.session_record import SessionRecord
from pdo_app.texts import EN
from pdo_app.training.evaluation import Assessment
from pdo_app.ui.dialogs import ask
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.train import papers
from pdo_app.ui.train.parts import scrolled, sides
from pdo_app.ui.train.report_back import Draft, look_back_card, skipped_card
from pdo_app.ui.train.report_cards import coverage_card, figure_cards, minutes_card, rule_card
from pdo_app.ui.train.report_close import Check, Deeds, checks, close_panel
from pdo_app.ui.train.tab import SessionTab, Teaching
from pdo_app.ui.view import View
from pdo_app.ui.widgets.surface import column, row

_PANEL, _PANEL_WIDE = 288, 344


class ReportTab(SessionTab):
    """Figures on top, minutes and coverage, the trainer's look back; at the right what is missing
    and the end of the session."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        (Topic.ROSTER, Topic.ATTENDANCE, Topic.PRESENTING, Topic.WALL, Topic.CENTRE)
    )

    def __init__(self, view: View, teaching: Teaching, session: UUID) -> None:
        super().__init__(view, teaching, session)
        kept = self.training.evaluation.get(self.session)
        self._kept = kept
        self._draft = Draft(dict(kept.answers), dict(kept.reasons), kept.notes)

    def build(self) -> QWidget:
        """Return cards and panel, below each other where there is little room."""
        theme = self.theme
        record = papers.record(self)
        panel = close_panel(self.view, record, self._checks(record), self._deeds())
        if theme.layout not in (Layout.WIDE, Layout.A):
            return scrolled(theme, (*self._cards(record), panel))
        page = QWidget()
        _, top, right, _ = sides(theme)
        line = row(0)
        page.setLayout(line)
        line.addWidget(scrolled(theme, self._cards(record)), 1)
        side = column(margins=(0, top, right, top))
        wide = theme.layout is Layout.WIDE
        panel.setFixedWidth(theme.px(_PANEL_WIDE if wide else _PANEL))
        side.addWidget(panel)
        line.addLayout(side)
        return page

    def leave(self) -> None:
        """Save what was typed last."""
        self.save()

    def save(self) -> None:
        """Keep the look back where it has changed."""
        draft = self._draft
        reasons = {name: words.strip() for name, words in draft.reasons.items() if words.strip()}
        wanted = Assessment(dict(draft.answers), reasons, draft.notes.strip())
        if wanted == self._kept or not self.is_open:
            return
        try:
            self._kept = self.training.evaluation.save(self.session, wanted)
        except KnownError as error:
            self.view.report(error)

    def close(self) -> None:
        """Close the session, after a question."""
        self.save()
        words = self.language.words
        missing = [check.words for check in self._checks(papers.record(self)) if check.missing]
        said = words("It can be opened again. Until then nothing of it changes.")
        if missing:
            main = "、".join(one.main for one in missing)
            second = ", ".join(one.second or one.main for one in missing)
            english = self.language.texts.main == EN
            said = words(
                "Still open: {what}. The session can be opened again; until then nothing changes.",
                what=lambda tongue: second if tongue == EN or english else main,
            )
        answers = (words("Not yet"), words("Close the session"))
        if not ask(self.theme, self.view, words("Close this session?"), said, answers):
            return
        if self._done(lambda: self.training.sessions.close(self.session)):
            self.view.toast(words("The session is closed."))

    def change_rule(self, rule: int) -> None:
        """Give the certificate another rule: so many half-days, 0 for every one."""
        self.save()
        self._done(lambda: self.training.sessions.update(self.session, rule=rule))

    def reopen(self) -> None:
        """Open the session again."""
        if self._done(lambda: self.training.sessions.reopen(self.session)):
            self.view.toast(self.language.words("The session is open again."))

    def _done(self, deed: Callable[[], object]) -> bool:
        """Do something with the session; say what to do where that fails."""
        try:
            deed()
        except KnownError as error:
            self.view.report(error)
            return False
        return True

    def _cards(self, record: SessionRecord) -> tuple[QWidget, ...]:
        theme, can_change = self.theme, self.is_open
        charts = QWidget()
        beside = theme.layout in (Layout.WIDE, Layout.A)
        line: QBoxLayout = QHBoxLayout(charts) if beside else QVBoxLayout(charts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(16))
        top = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
        minutes = minutes_card(self.view, record)
        missed = coverage_card(self.view, record, partial(papers.save_reading_lists, self))
        rule = rule_card(self.view, record, self.change_rule if can_change else None)
        people = QWidget()
        below = column(theme.px(16))
        people.setLayout(below)
        below.addWidget(missed)
        below.addWidget(rule)
        line.addWidget(minutes, 3, top)
        line.addWidget(people, 2, top)
        return (
            figure_cards(self.view, record),
            charts,
            skipped_card(self.view, record, self._draft, self.save, can_change),
            look_back_card(self.view, self._draft, self.save, can_change),
        )

    def _checks(self, record: SessionRecord) -> list[Check]:
        reasons = self._draft.reasons
        without = sum(not reasons.get(one.id, "").strip() for one in record.left_out())
        return checks(record, self.language, without, len(self._draft.answers))

    def _deeds(self) -> Deeds:
        return Deeds(
            report=partial(self._after_saving, papers.save_report),
            workbook=partial(self._after_saving, papers.save_workbook),
            certificates=partial(self._after_saving, papers.save_certificates),
            sheet=lambda: papers.save_attendance_sheet(self, filled=True),
            close=self.close,
            reopen=self.reopen,
            mend=self._go,
        )

    def _after_saving(self, write: Callable[[SessionTab], object]) -> None:
        self.save()
        write(self)

    def _go(self, tab: str) -> None:
        self.router.go(Place.SESSION, session=str(self.session_id), tab=tab)
