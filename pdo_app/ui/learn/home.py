"""Home answers one question: what do I do next?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.content.model import Stage
from pdo_app.errors import N_
from pdo_app.learning.checklists import Checklists, Task
from pdo_app.learning.due import TaskState
from pdo_app.learning.overview import ModuleProgress, Overview, State, Step, StepKind
from pdo_app.learning.progress import Progress
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.learn.hero import Hero
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import CheckBox
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.route_map import Land
from pdo_app.ui.widgets.surface import Card, Hairline, column, row
from pdo_app.ui.widgets.thread import Knot, KnotWidget, Stop, ThreadRow

STAGES = {
    Stage.DECIDE: N_("Decide"),
    Stage.PREPARE: N_("Prepare"),
    Stage.ARRIVE: N_("Arrive"),
    Stage.LIVE: N_("Live and work"),
    Stage.RETURN: N_("Return"),
}
_CARD = 408
KNOTS = {State.DONE: Knot.DONE, State.HERE: Knot.HERE, State.AHEAD: Knot.AHEAD}


class HomeScreen(View):
    """The next step on the cloth; below it what is due, how far it is, the way to the
    certificate."""

    topics = frozenset((Topic.LEARNERS, Topic.PROGRESS, Topic.CHECKLISTS, Topic.ATTEMPTS))

    def __init__(
        self,
        frame: Frame,
        progress: Progress,
        checklists: Checklists,
        land: Land,
        today: Callable[[], date],
    ) -> None:
        super().__init__(frame)
        self._progress, self._checklists = progress, checklists
        self._land, self._today = land, today

    def build(self) -> QWidget:
        """Return bar, cloth and three cards."""
        theme, learner = self.theme, self.frame.person.present
        overview = self._progress.overview(learner)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(TopBar(self.frame, self._greeting()))
        body = QWidget()
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        inner = column(theme.px(tokens.Size.gutter), margins=(side, 0, side, theme.px(24)))
        body.setLayout(inner)
        inner.addWidget(Hero(self, overview, self._land, self._today()))
        inner.addLayout(self._cards(overview))
        inner.addStretch(1)
        body.setMaximumWidth(theme.px(tokens.Size.page_max) + 2 * side)
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        layout.addWidget(scroll, 1)
        return page

    def _greeting(self) -> Words:
        language, today = self.language, self._today()
        name = " ".join(self.frame.person.present.name.split())
        short = name if len(name) <= 24 else name[:23] + "…"
        texts = language.texts
        day = texts.date(today, "weekday_day")
        if texts.second:
            day += f" · {texts.date(today, 'weekday', texts.second)}"
        return Words(language.say("Hello, {name}", name=short), day)

    def _cards(self, overview: Overview) -> QGridLayout:
        layout = self.theme.layout
        grid = QGridLayout()
        if layout in (Layout.A, Layout.WIDE):
            grid.setRowMinimumHeight(0, self.theme.px(_CARD))
        gap = self.theme.px(tokens.Size.gutter)
        grid.setSpacing(gap)
        cards = (
            _due_card(self, self._tasks(), self._tick),
            _progress_card(self, overview),
            _certificate_card(self, overview),
        )
        if layout is Layout.C:
            for i, card in enumerate(cards):
                grid.addWidget(card, i, 0)
        elif layout is Layout.B:
            grid.addWidget(cards[0], 0, 0)
            grid.addWidget(cards[1], 0, 1)
            grid.addWidget(cards[2], 1, 0, 1, 2)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
        else:
            for i, (card, share) in enumerate(zip(cards, (470, 424, 256), strict=True)):
                grid.addWidget(card, 0, i)
                grid.setColumnStretch(i, share)
        return grid

    def _tasks(self) -> tuple[Task, ...]:
        """Return what is due within the week and, where there is room, what was done last."""
        learner, today = self.frame.person.present, self._today()
        due = self._checklists.due_within(learner, today)[:4]
        if len(due) < 4:
            tasks = self._checklists.tasks(learner, today)
            done = [task for task in tasks if task.state is TaskState.DONE]
            due += tuple(done[-1:])
        return due

    def _tick(self, task: Task, on: bool) -> None:
        act = self._checklists.tick if on else self._checklists.untick
        act(self.frame.person.present, task.item.id)


def _head(view: View, title: Words, end: QWidget | None = None) -> QHBoxLayout:
    head = row(view.theme.px(8))
    head.addWidget(PairLabel(view.theme, title, "h2"), 1, Qt.AlignmentFlag.AlignVCenter)
    head.addStrut(view.theme.px(tokens.Size.button))
    if end is not None:
        head.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
    return head


def _due_card(view: View, tasks: tuple[Task, ...], tick: Callable[[Task, bool], None]) -> Card:
    theme, language = view.theme, view.language
    card = Card(theme, gap=0)
    link = Button(theme, Words(language.say("All checklists")), "quiet", after="chevron-right")
    link.setObjectName("all_checklists")
    link.clicked.connect(lambda: view.router.go(Place.CHECKLISTS))
    card.body.addLayout(_head(view, language.words("Due this week"), link))
    for task in tasks:
        card.body.addWidget(Hairline(theme))
        card.body.addLayout(_task_row(view, task, tick), 1)
    if not tasks:
        card.body.addSpacing(theme.px(12))
        card.body.addWidget(
            PairLabel(theme, language.words("Nothing due this week."), "ui", below=True)
        )
    if len(tasks) < 3:
        card.body.addStretch(1)
    return card


def _task_row(view: View, task: Task, tick: Callable[[Task, bool], None]) -> QHBoxLayout:
    theme, language = view.theme, view.language
    done = task.state is TaskState.DONE
    line = row(0, margins=(0, theme.px(6), 0, theme.px(6)))
    words = language.show(task.item.title)
    box = CheckBox(theme, words, silent=True)
    box.setObjectName(f"tick_{task.item.id}")
    box.setChecked(done)
    box.clicked.connect(lambda on: tick(task, on))
    top = Qt.AlignmentFlag.AlignTop
    line.addWidget(box, 0, top)
    title = PairLabel(
        theme, words, "h3", below=True, bold=not done, colour="ink_2" if done else "ink"
    )
    beside = column(0, margins=(0, theme.px(6), 0, 0))
    beside.addWidget(title)
    beside.addStretch(1)
    line.addLayout(beside, 1)
    line.addSpacing(theme.px(12))
    mark = column(0, margins=(0, theme.px(8), 0, 0))
    mark.addWidget(task_chip(view, task))
    mark.addStretch(1)
    line.addLayout(mark)
    return line


def task_chip(view: View, task: Task) -> Chip:
    """Return the chip that says when a task is due, or that it is done."""
    theme, texts = view.theme, view.language.texts
    match task.state:
        case TaskState.DONE:
            return Chip(theme, texts.say("Done"), "done")
        case TaskState.TODAY:
            return Chip(theme, texts.say("Today"), "today")
        case TaskState.LATE:
            return Chip(theme, texts.say("Overdue"), "care")
        case _ if task.due is not None:
            when = f"{texts.date(task.due, 'short_weekday')} {texts.date(task.due, 'day')}"
            return Chip(theme, when)
        case _:
            return Chip(theme, texts.say("No date yet"))


def _progress_card(view: View, overview: Overview) -> Card:
    theme, language = view.theme, view.language
    card = Card(theme, gap=0)
    done, total = overview.modules_done, len(overview.modules)
    count = language.texts.count("{done} / {n} module", "{done} / {n} modules", total, done=done)
    card.body.addLayout(
        _head(view, language.words("Progress"), Label(theme, count, "tool", "ink_2"))
    )
    titles = {stage: language.words(source) for stage, source in STAGES.items()}
    metrics = QFontMetrics(theme.font("h3"))
    longest = max(metrics.horizontalAdvance(title.main) for title in titles.values())
    wide = max(theme.px(100), longest + 4)
    # Beside a card that may become very high the rows keep together.
    beside = theme.layout is Layout.B
    first = True
    for stage, title in titles.items():
        parts = [part for part in overview.modules if part.module.stage is stage]
        if not parts:
            continue
        if not first:
            card.body.addWidget(Hairline(theme))
        first = False
        card.body.addLayout(_stage_row(view, title, parts, wide), 0 if beside else 1)
    if beside:
        card.body.addStretch(1)
    return card


def _stage_row(view: View, title: Words, parts: list[ModuleProgress], wide: int) -> QBoxLayout:
    """Return the row of a stage; ``wide`` is the room of every stage's name, so that the knots of
    all stages stand in columns. Where that is too much, the name stands above its knots."""
    theme = view.theme
    label = PairLabel(theme, title, "h3", below=True)
    stops = tuple(Stop(KNOTS[part.state], str(part.module.number)) for part in parts)
    done = sum(part.state is State.DONE for part in parts)
    count = f"{done} / {len(parts)}"
    thread = ThreadRow(theme, stops, spread=40, name=f"{title.spoken} {count}")
    middle, number = Qt.AlignmentFlag.AlignVCenter, Label(theme, count, "tool", "ink_2")
    line = row(theme.px(12), margins=(0, theme.px(6), 0, theme.px(6)))
    if theme.tight:
        line.addWidget(label, 1, middle)
        line.addWidget(number, 0, middle)
        above = column(theme.px(4))
        above.addLayout(line)
        above.addWidget(thread)
        return above
    label.setFixedWidth(wide)
    line.addWidget(label, 0, middle)
    line.addWidget(thread, 1, middle)
    line.addWidget(number, 0, middle)
    return line


_STEPS = {
    StepKind.LESSONS: N_("Finish all modules"),
    StepKind.FINAL_TEST: N_("Final test"),
    StepKind.CERTIFICATE: N_("Certificate (PDF)"),
}


def _certificate_card(view: View, overview: Overview) -> Card:
    theme, language = view.theme, view.language
    card = Card(theme, gap=0)
    card.body.addLayout(_head(view, language.words("Certificate")))
    card.body.addSpacing(theme.px(12))
    last = len(overview.steps) - 1
    for i, step in enumerate(overview.steps):
        icon = "certificate" if step.kind is StepKind.CERTIFICATE else ""
        stop = Stop(KNOTS[step.state], str(i + 1), icon)
        before = overview.steps[i - 1].state is State.DONE if i else None
        after = (step.state is State.DONE) if i < last else None
        line = row(theme.px(14))
        line.addWidget(KnotWidget(theme, stop, above=before, below=after))
        line.addLayout(_step_words(view, step), 1)
        card.body.addLayout(line, 1 if i < last else 0)
    return card


def _step_words(view: View, step: Step) -> QVBoxLayout:
    theme, language = view.theme, view.language
    box = column(theme.px(2), margins=(0, 0, 0, theme.px(12)))
    box.addWidget(PairLabel(theme, language.words(_STEPS[step.kind]), "h3", below=True))
    match step.kind:
        case StepKind.LESSONS:
            text = language.say("{done} of {total} done", done=step.done, total=step.total)
        case StepKind.FINAL_TEST:
            text = language.say("Pass mark {share}", share=language.texts.percent(0.8))
        case _:
            text = ""
    if text:
        box.addWidget(Label(theme, text, "caption", "ink_2", wrap=True))
    box.addStretch(1)
    return box
