"""A lesson: a column of blocks in one language or two, the module's contents beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from pdo_app.content.library import Library
from pdo_app.content.linking import TERM
from pdo_app.content.model import FOR_TRAINERS, Block, BlockKind, Lesson, LessonHead, Module
from pdo_app.errors import N_
from pdo_app.learning.grading import Answer, Grade
from pdo_app.learning.progress import Progress
from pdo_app.learning.quiz import Quizzes
from pdo_app.learning.sittings import PRACTICE, Given
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.learn.address import show_address
from pdo_app.ui.learn.blocks.block import block_widget, gap_above
from pdo_app.ui.learn.blocks.check import Check
from pdo_app.ui.learn.blocks.reading import Reading
from pdo_app.ui.learn.contents import Chapter, Contents, chapters
from pdo_app.ui.learn.lesson_page import LessonPage, Part
from pdo_app.ui.learn.lesson_title import lesson_title
from pdo_app.ui.learn.naming import one_line
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import ElidedLabel, PairLabel
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import Hairline, Upright, column, row

_COLUMN = {Layout.WIDE: 1080, Layout.A: 918}
_ONE = 760
"""How wide the text is: two languages beside each other; else one language, or one under the
other. In unscaled pixels, like what follows."""
_SIDE = {Layout.WIDE: 280, Layout.A: 216}
_SIDE_GAP = 64
_LESSON = "lesson:"


class LessonScreen(View):
    """Shows the lesson of its route (``lesson``: its id) and records that it was opened.

    What was answered on the page stays while the person is on it, also through a change of
    language or theme; opening the lesson again starts with open questions.
    """

    def __init__(
        self,
        frame: Frame,
        library: Library,
        progress: Progress,
        quizzes: Quizzes,
        today: Callable[[], date],
    ) -> None:
        super().__init__(frame)
        self._library, self._progress, self._quizzes = library, progress, quizzes
        self._today = today
        self._kept: dict[str, tuple[Given | None, Answer | None]] = {}
        self._page: LessonPage | None = None
        self._contents: Contents | None = None
        self._opened = self._leaving = False

    def arrive(self, params: dict[str, str]) -> None:
        """Show a lesson from its top."""
        self._kept, self._page = {}, None
        self._opened = self._leaving = False
        super().arrive(params)
        if self.isVisible():
            # At once: from lesson to lesson the page is never blank in between.
            self._build_if_stale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys of a reader."""
        if self._page is None or not self._page.press(event.key()):
            super().keyPressEvent(event)

    def build(self) -> QWidget:
        """Return bar, text and contents."""
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        lesson = self._lesson()
        module = self._library.module(lesson.module) if lesson else None
        outer.addWidget(self._bar(module))
        outer.addWidget(Hairline(self.theme))
        if lesson is None or module is None:
            outer.addWidget(self._missing(), 1)
        else:
            outer.addWidget(self._text(lesson, module), 1)
        return page

    def _lesson(self) -> Lesson | None:
        try:
            return self._library.lesson(self.params.get("lesson", ""))
        except KeyError:
            return None

    def _missing(self) -> QWidget:
        """Return the page of a lesson that the installed content does not have."""
        theme, language = self.theme, self.language
        body = QWidget()
        pad = theme.px(tokens.Size.page_padding)
        box = column(0, margins=(pad, pad, pad, pad))
        body.setLayout(box)
        words = language.words("This lesson is not in the installed content.")
        action = (language.words("To the route"), lambda: self.router.go(Place.JOURNEY))
        box.addWidget(EmptyState(theme, "book-2", words, action))
        box.addStretch(1)
        return ScrollPage(body)

    def _bar(self, module: Module | None) -> TopBar:
        theme, language = self.theme, self.language
        lead = QWidget()
        line = row(theme.px(12))
        lead.setLayout(line)
        guide = module is not None and module.country
        route = language.words(N_("My country") if guide else N_("Route"))
        wide = theme.layout in _SIDE
        words = Words(route.spoken if wide else route.main)
        back = Button(theme, words, "plain", icon="arrow-left")
        back.setObjectName("back")
        back.clicked.connect(lambda: self._back(module))
        line.addWidget(back)
        if module is not None and wide:
            line.addWidget(Upright(theme))
            line.addWidget(ElidedLabel(theme, one_line(language, module), "tool", "ink_2"), 1)
        line.addStretch(1)
        bar = TopBar(self.frame, language.words("Lesson"), lead=lead, person=False)
        bar.setMinimumHeight(theme.px(tokens.Size.lesson_bar))
        layout = bar.layout()
        assert layout is not None
        # The arrow, not the soft ground around it, stands where the text begins.
        edges = layout.contentsMargins()
        edges.setLeft(edges.left() - theme.px(8))
        layout.setContentsMargins(edges)
        return bar

    def _text(self, lesson: Lesson, module: Module) -> LessonPage:
        theme = self.theme
        reading = Reading(theme, self.language, self._library, self._today(), self._follow)
        wide = theme.layout in _SIDE
        width = theme.px(_COLUMN[theme.layout] if reading.beside else _ONE)
        pad = 24 if theme.layout is Layout.C else theme.px(tokens.Size.page_padding)
        right = theme.px(_SIDE_GAP) if wide else pad
        chapters = self._chapters(module, lesson)
        page = LessonPage(
            self._parts(reading, lesson, module, chapters),
            width,
            (pad, theme.px(20 if wide else 12), right, theme.px(40)),
            first=max(self.height(), theme.px(tokens.Size.safe_height)),
            spot=self._page.spot() if self._page is not None else None,
        )
        page.verticalScrollBar().setSingleStep(theme.px(24))
        page.built.connect(self._record_view)
        if wide:
            self._contents = Contents(theme, chapters, self._open, named=True)
            page.set_side(
                ScrollPage(self._contents),
                theme.px(_SIDE[theme.layout]),
                theme.px(tokens.Size.page_max) + 2 * pad,
                theme.px(16),
            )
        self._page = page
        return page

    def _parts(
        self, reading: Reading, lesson: Lesson, module: Module, chapters: tuple[Chapter, ...]
    ) -> list[Part]:
        theme = self.theme
        parts = []
        if theme.layout not in _SIDE:
            parts.append(Part("knots", lambda: self._knots(chapters)))
        parts.append(Part("title", lambda: lesson_title(reading, lesson)))
        before: BlockKind | None = None
        blocks = [block for block in lesson.blocks if block.kind not in FOR_TRAINERS]
        checks = [block.id for block in blocks if block.kind is BlockKind.CHECK]
        for block in blocks:
            count = (checks.index(block.id) + 1, len(checks)) if block.question else (0, 0)
            make = self._maker(reading, block, count)
            parts.append(Part(block.id, make, theme.px(gap_above(block.kind, before))))
            before = block.kind
        parts.append(Part("foot", lambda: self._foot(lesson, module, chapters), theme.px(32)))
        return parts

    def _maker(
        self, reading: Reading, block: Block, count: tuple[int, int]
    ) -> Callable[[], QWidget]:
        if block.question is None:
            return lambda: block_widget(reading, block)
        question = block.question

        def make() -> QWidget:
            before = self._kept.get(question, (None, None))
            found = self._library.question(question)
            check = Check(reading, found, count, self._mark, before)
            check.kept.connect(lambda given, draft: self._keep(question, given, draft))
            return check

        return make

    def _knots(self, chapters: tuple[Chapter, ...]) -> QWidget:
        return Contents(self.theme, chapters, self._open, named=False)

    def _chapters(self, module: Module, lesson: Lesson) -> tuple[Chapter, ...]:
        completed = self._progress.completed(self.frame.person.present)
        return chapters(self.language, module.lessons, completed, lesson.id)

    def _foot(self, lesson: Lesson, module: Module, chapters: tuple[Chapter, ...]) -> QWidget:
        """Return the end of the lesson: what comes next, and the one filled button."""
        theme, language = self.theme, self.language
        holder = QWidget()
        box = column(theme.px(24))
        holder.setLayout(box)
        box.addWidget(Hairline(theme))
        if theme.layout not in _SIDE:
            # Here the thread is seen to grow; the first row of knots is far above.
            self._contents = Contents(theme, chapters, self._open, named=False, again=True)
            box.addWidget(self._contents)
        stacked = theme.layout is Layout.C
        line: QBoxLayout = column(theme.px(16)) if stacked else row(theme.px(24))
        after = _after(module, lesson)
        about = language.words("Next: {title}", title=lambda tongue: _title_of(after, tongue))
        if after is None:
            about = (
                language.words("Next: practise this guide with short questions")
                if module.country
                else language.words("Next: practise this module with short questions")
            )
        line.addWidget(PairLabel(theme, about, "ui", below=True), 1)
        done = lesson.id in self._progress.completed(self.frame.person.present)
        name = N_("Continue") if done else N_("Mark as read and continue")
        button = Button(theme, language.words(name), "filled", after="arrow-right", large=True)
        button.setObjectName("complete")
        button.clicked.connect(lambda: self._complete(lesson, after, module))
        line.addWidget(button)
        box.addLayout(line)
        return holder

    def _complete(self, lesson: Lesson, after: LessonHead | None, module: Module) -> None:
        """Record that the lesson was read, let the thread grow, and go on."""
        if self._leaving:
            return
        self._progress.complete(self.frame.person.present, lesson.id)
        self._leaving = True
        if after is None or self._contents is None:
            self._go_on(after, module)
        else:
            self._contents.grow(lambda: self._go_on(after, module))

    def _go_on(self, after: LessonHead | None, module: Module) -> None:
        here = self.router.current
        if here is None or here.place is not Place.LESSON or not self._leaving:
            return  # the person has gone elsewhere while the thread grew
        if after is not None:
            self._open(after.id)
        elif module.country:
            self.router.go(Place.QUIZ, target=PRACTICE, module=module.id)
        else:
            self.router.go(Place.QUIZZES)

    def _back(self, module: Module | None) -> None:
        """Go to the list that the lesson stands in."""
        if module is not None and module.country:
            self.router.go(Place.COUNTRY, country=module.country)
        else:
            self.router.go(Place.JOURNEY)

    def _open(self, lesson: str) -> None:
        self.router.go(Place.LESSON, lesson=lesson)

    def _follow(self, address: str) -> None:
        """Open a lesson or the glossary; show any other address, since this application never
        goes online."""
        if address.startswith(_LESSON):
            self._open(address.removeprefix(_LESSON))
        elif address.startswith(TERM):
            self.router.go(Place.GLOSSARY, term=address.removeprefix(TERM))
        elif address.startswith("https://"):
            show_address(self.theme, self, self.language, address)

    def _mark(self, question: str, answer: Answer) -> Grade:
        return self._quizzes.record_practice(self.frame.person.present, question, answer)

    def _keep(self, question: str, given: Given | None, draft: Answer | None) -> None:
        self._kept[question] = (given, draft)

    def _record_view(self) -> None:
        """Record that the lesson was opened, once all of it stands on the page."""
        learner = self.frame.person.learner
        if self._opened or learner is None:
            return
        self._opened = True
        self._progress.view(learner, self.params["lesson"])


def _after(module: Module, lesson: Lesson) -> LessonHead | None:
    """Return the lesson that follows in the module, None for the last."""
    ids = [head.id for head in module.lessons]
    place = ids.index(lesson.id) + 1 if lesson.id in ids else len(ids)
    return module.lessons[place] if place < len(ids) else None


def _title_of(head: LessonHead | None, language: str) -> str:
    if head is None:
        return ""
    return head.title.zh if language == "zh" else head.title.en
