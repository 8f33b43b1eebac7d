"""The route: all modules by stage on one thread, with the final test at its end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from pdo_app.changes import Topic
from pdo_app.content.model import LessonHead, Module
from pdo_app.errors import N_
from pdo_app.learning.overview import ModuleProgress, Overview, State, StepKind
from pdo_app.learning.progress import Progress
from pdo_app.learning.sittings import PASS_MARK
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.learn.contents import Contents, chapters
from pdo_app.ui.learn.home import KNOTS, STAGES
from pdo_app.ui.learn.route import LEAD, Head, RouteColumns, Station, Stretch
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button, IconButton
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.patch import Chip, Patch
from pdo_app.ui.widgets.surface import Hairline, column, row
from pdo_app.ui.widgets.thread import Knot, Stop

_MANY = 7
"""More modules than this go into two columns where there is room."""
_ONE_COLUMN = 918


class JourneyScreen(View):
    """A module opens the lesson to go on with; its own lessons can be unfolded below it."""

    topics = frozenset((Topic.LEARNERS, Topic.PROGRESS, Topic.ATTEMPTS))

    def __init__(self, frame: Frame, progress: Progress) -> None:
        super().__init__(frame)
        self._progress = progress
        self._turned: set[str] = set()

    def arrive(self, params: dict[str, str]) -> None:
        """Show the route with the present module unfolded."""
        self._turned = set()
        super().arrive(params)

    def build(self) -> QWidget:
        """Return bar and route."""
        theme = self.theme
        overview = self._progress.overview(self.frame.person.present)
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, self._title(overview), tools=(self._glossary(),)))
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        body = QWidget()
        inner = column(0, margins=(side, 0, side, theme.px(24)))
        body.setLayout(inner)
        two = self._two(overview)
        inner.addWidget(RouteColumns(theme, self._stretches(overview, two), two=two))
        inner.addStretch(1)
        widest = theme.px(tokens.Size.page_max if two else _ONE_COLUMN)
        body.setMaximumWidth(widest + 2 * side)
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        outer.addWidget(scroll, 1)
        return page

    def _glossary(self) -> Button:
        button = Button(self.theme, Words(self.language.say("Glossary")), "tool", icon="list")
        button.setObjectName("glossary")
        button.clicked.connect(lambda: self.router.go(Place.GLOSSARY))
        return button

    def _two(self, overview: Overview) -> bool:
        return len(overview.modules) > _MANY and self.theme.layout in (Layout.A, Layout.WIDE)

    def _title(self, overview: Overview) -> Words:
        texts = self.language.texts
        minutes = sum(part.module.minutes for part in overview.modules)
        modules = texts.count("{n} module", "{n} modules", len(overview.modules))
        if minutes < 90:
            time = texts.count("about {n} minute", "about {n} minutes", minutes)
        else:
            time = texts.count("about {n} hour", "about {n} hours", round(minutes / 60))
        words = self.language.words("Your route")
        about = [words.second] if words.second else []
        return Words(words.main, " · ".join([*about, modules, time]))

    def _stretches(self, overview: Overview, two: bool) -> list[Stretch]:
        learner = self.frame.person.present
        guide = self._progress.guide(learner, learner.destination)
        found: list[Stretch] = []
        sewn = False
        for stage, source in STAGES.items():
            parts = [part for part in overview.modules if part.module.stage is stage]
            cards = [self._module(part, overview, two) for part in parts]
            sewn = parts[-1].state is State.DONE if parts else sewn
            if guide is not None and guide.module.stage is stage:
                cards.append(self._module(guide, overview, two))
                cards[-1].head.passed = sewn
            if cards:
                found.append((partial(self._heading, source), cards))
        last = self._final(overview)
        if not found:
            return [(None, [last])]
        *before, (title, stations) = found
        return [*before, (title, [*stations, last])]

    def _heading(self, source: str) -> QLabel:
        return PairLabel(self.theme, self.language.words(source), "h3")

    def _module(self, part: ModuleProgress, overview: Overview, two: bool) -> Station:
        theme, module = self.theme, part.module
        here = part.state is State.HERE
        title = self.language.show(module.title)
        lesson = _lesson(part, overview)
        number = f"{module.number}. " if module.number else ""
        name = f"{number}{title.spoken}, {self._state(part)}"
        head = Head(theme, _stop(part), name, active=True, tab=not here)
        head.setObjectName(f"module_{module.id}")
        if lesson is not None:
            head.clicked.connect(lambda: self.router.go(Place.LESSON, lesson=lesson.id))
        head.line.addWidget(_through(self._lead(module)), 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(theme.px(8))
        words.addStretch(1)
        words.addWidget(_through(PairLabel(theme, title, "h3", below=True)))
        end = self._end(part, lesson, two)
        if theme.layout is Layout.C:
            words.addWidget(end if here else _through(flow(0, end)))
        words.addStretch(1)
        head.line.addLayout(words, 1)
        if theme.layout is not Layout.C:
            head.line.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
        station = Station(theme, head, "here" if here else "plain")
        if not two:
            unfolded = here is not (module.id in self._turned)
            head.line.addWidget(self._turn(part, title, unfolded))
            if unfolded:
                self._unfold(station, part, overview)
        return station

    def _lead(self, module: Module) -> QWidget:
        """Return the sign of a module, or the flag of a guide's country."""
        if not module.country:
            return Patch(self.theme, module.icon)
        flag = QLabel()
        flag.setPixmap(self.theme.flag(module.country, 40))
        return flag

    def _state(self, part: ModuleProgress) -> str:
        """Return how far a module is, for a screen reader."""
        language = self.language
        done = language.say("{done} of {total} done", done=part.done, total=part.total)
        if part.state is State.HERE:
            return f"{language.say('you are here')}, {done}"
        return f"{language.say('Optional')}, {done}" if part.module.country else done

    def _end(self, part: ModuleProgress, lesson: LessonHead | None, two: bool) -> QWidget:
        """Return what stands at the right: a score, minutes, or the button to go on."""
        theme, language = self.theme, self.language
        texts = language.texts
        if part.state is State.DONE:
            if part.best is None:
                return _through(Chip(theme, language.say("All read"), "done"))
            score = language.say("Quiz {share}", share=texts.percent(part.best))
            return _through(Chip(theme, score, "done" if part.best >= PASS_MARK else "plain"))
        if part.state is State.AHEAD:
            minutes = texts.count("{n} minute", "{n} minutes", part.minutes_left)
            if part.module.country:
                minutes = f"{language.say('Optional')} · {minutes}"
            return _through(Label(theme, minutes, "tool", "ink_2"))
        left = texts.count("{n} minute left", "{n} minutes left", part.minutes_left)
        still = _through(Label(theme, left, "tool", "ink_2"))
        words = language.words("Continue")
        button = Button(theme, Words(words.main) if two else words, "filled")
        button.setAccessibleName(words.spoken)
        button.setObjectName("continue")
        if lesson is not None:
            button.clicked.connect(lambda: self.router.go(Place.LESSON, lesson=lesson.id))
        if theme.layout is Layout.C:
            return flow(theme.px(8), still, button)
        holder = QWidget()
        line = row(theme.px(16))
        holder.setLayout(line)
        line.addWidget(still)
        line.addWidget(button)
        return holder

    def _turn(self, part: ModuleProgress, title: Words, unfolded: bool) -> IconButton:
        """Return the button that unfolds a module's lessons, or folds them up."""
        source = N_("Hide the lessons") if unfolded else N_("Show the lessons")
        words = Words(f"{self.language.words(source).spoken}: {title.main}")
        icon = "chevron-up" if unfolded else "chevron-down"
        button = IconButton(self.theme, words, icon)
        button.setObjectName(f"turn_{part.module.id}")
        button.clicked.connect(lambda: self._toggle(part.module.id))
        return button

    def _toggle(self, module: str) -> None:
        self._turned ^= {module}
        self.renew()

    def _unfold(self, station: Station, part: ModuleProgress, overview: Overview) -> None:
        theme = self.theme
        following = overview.next.id if overview.next is not None else None
        contents = Contents(
            theme,
            chapters(self.language, part.module.lessons, part.completed, following),
            lambda lesson: self.router.go(Place.LESSON, lesson=lesson),
            named=True,
            gap=2,
        )
        # The knots stand below the middle of the patch, which is 40 wide and 12 into the card.
        left = theme.px(LEAD + 12 + 20) - theme.px(tokens.Size.knot) // 2
        box = column(theme.px(12), margins=(left, theme.px(8), theme.px(16), theme.px(16)))
        line = row(0, margins=(theme.px(LEAD + 12), 0, theme.px(16), 0))
        line.addWidget(Hairline(theme))
        station.body.addLayout(line)
        box.addWidget(contents)
        station.body.addLayout(box)

    def _final(self, overview: Overview) -> Station:
        """Return the last stop: stitched until all lessons are read, then the next step."""
        theme, language = self.theme, self.language
        words = language.words("Final test and certificate")
        states = {step.kind: step.state for step in overview.steps}
        passed = states[StepKind.FINAL_TEST] is State.DONE
        certified = states[StepKind.CERTIFICATE] is State.DONE
        opened = overview.lessons_done or passed or certified
        knot = Knot.DONE if certified else Knot.HERE if overview.lessons_done else Knot.OPTIONAL
        place = Place.CERTIFICATE if passed or certified else Place.QUIZZES
        if not opened:
            note = language.words("Opens when all lessons are read")
            head = Head(
                theme,
                Stop(knot, icon="certificate"),
                f"{words.spoken}, {note.main}",
                active=False,
                tab=False,
            )
            end: QWidget = _through(Label(theme, note.main, "tool", "ink_2"))
        else:
            head = Head(theme, Stop(knot, icon="certificate"), words.spoken, active=True, tab=False)
            head.clicked.connect(lambda: self.router.go(place))
            name = N_("To the final test")
            if place is Place.CERTIFICATE:
                name = N_("Show the certificate")
            look = "outlined" if certified else "filled"
            button = Button(theme, language.words(name), look)
            button.setObjectName("final")
            button.clicked.connect(lambda: self.router.go(place))
            end = button
        head.setObjectName("last")
        box = column(theme.px(8))
        box.addStretch(1)
        box.addWidget(_through(PairLabel(theme, words, "h3", below=True)))
        box.addStretch(1)
        if theme.layout is Layout.C:
            box.insertWidget(2, end, 0, Qt.AlignmentFlag.AlignLeft)
        head.line.addLayout(box, 1)
        if theme.layout is not Layout.C:
            head.line.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
        look = "ahead" if not opened else "here" if knot is Knot.HERE else "plain"
        return Station(theme, head, look)


def _stop(part: ModuleProgress) -> Stop:
    """Return the knot of a module; that of a guide has no number."""
    if not part.module.country:
        return Stop(KNOTS[part.state], str(part.module.number))
    done = part.state is State.DONE
    return Stop(Knot.DONE if done else Knot.OPTIONAL, icon=part.module.icon)


def _lesson(part: ModuleProgress, overview: Overview) -> LessonHead | None:
    """Return the lesson that a module opens: the one to go on with, else the first open one,
    else the first."""
    if part.state is State.HERE:
        return overview.next
    lessons = part.module.lessons
    rest = [head for head in lessons if head.id not in part.completed]
    return next(iter(rest or lessons), None)


def _through(widget: QWidget) -> QWidget:
    """Let a click on a widget reach the card below it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
