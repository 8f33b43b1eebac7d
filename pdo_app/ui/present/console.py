"""The console: this slide and the next, notes, clock and agenda. It is built once for a
presentation and only refreshed while slides change, since a page that is built anew takes longer
than a slide may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from pdo_app.content.model import Lesson
from pdo_app.errors import N_
from pdo_app.records import Mode
from pdo_app.training.pacing import advice, pace
from pdo_app.training.presentation import Curtain
from pdo_app.ui.language import Words
from pdo_app.ui.present import notes
from pdo_app.ui.present.agenda_strip import AgendaStrip
from pdo_app.ui.present.framed import FramedSlide
from pdo_app.ui.present.head import Head
from pdo_app.ui.present.keys import Deed, Pressed
from pdo_app.ui.present.painting import SlidePainter
from pdo_app.ui.present.shown import Shown
from pdo_app.ui.present.stage import MODES, Stage
from pdo_app.ui.theme import Layout
from pdo_app.ui.view import Frame
from pdo_app.ui.widgets.button import Button, Pressable
from pdo_app.ui.widgets.choice import Segments
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel, paint
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import Card, column, row

_NAMES = {Mode.CHINESE: "中文", Mode.BOTH: "双语", Mode.ENGLISH: "EN"}
_LEAST_NOTES, _MOST_NOTES = 14, 40


@dataclass(frozen=True, slots=True)
class Class:
    """Who sits there, for the head: the session's title and a line about it."""

    title: str
    below: str


class Console(QWidget):
    """All of the console's widgets for ``stage``. ``questions`` opens the class's questions and
    ``later`` the note for later; ``open_questions`` counts those not answered."""

    def __init__(
        self,
        frame: Frame,
        stage: Stage,
        shown: Shown,
        painter: SlidePainter,
        group: Class,
        lesson: Callable[[str], Lesson],
    ) -> None:
        super().__init__()
        self._frame, self._stage, self._shown, self._painter = frame, stage, shown, painter
        self._lesson = lesson
        self._notes_px = 20
        theme = frame.theme
        self.buttons = self._make_buttons()
        self._head = Head(theme, frame.language, group.title, group.below, self.buttons[Deed.END])
        roomy = theme.layout in (Layout.A, Layout.WIDE)
        self._slide = FramedSlide(theme, painter, here=True, asks=not roomy)
        self._slide.canvas.setMouseTracking(True)
        self._slide.canvas.pointed.connect(stage.point)
        self._next = FramedSlide(theme, painter)
        self._next_title = Label(theme, "", "h3")
        self._page = Label(theme, "", "caption", "ink_2")
        self._state = Label(theme, "", "caption", "thread_text", bold=True)
        self._modes = Segments(
            theme, tuple(Words(n) for n in _NAMES.values()), MODES.index(stage.mode), name="slides"
        )
        self._modes.chosen.connect(lambda at: stage.speak(MODES[at]))
        self._note = QLabel()
        self._note.setTextFormat(Qt.TextFormat.RichText)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        paint(self._note, theme, "ink")
        self._noted = ("", 0)
        self._agenda = AgendaStrip(theme, frame.language)
        self._agenda.jumped.connect(self._jump)
        self._elapsed = Label(theme, "", "caption", "ink_2")
        self._advice = Label(theme, "", "caption", "ink_2", wrap=True)
        self.questions = Button(
            theme, frame.language.words("Class questions"), icon="message-circle", large=True
        )
        self.later = Button(
            theme, frame.language.words("Talk about later"), icon="note", large=True
        )
        self.roster = Button(theme, frame.language.words("Roster"), icon="users", large=True)
        for button, name in (
            (self.questions, "class_questions"),
            (self.later, "later"),
            (self.roster, "roster"),
        ):
            button.setObjectName(name)
        self._lay_out()
        stage.moved.connect(self.refresh)
        stage.ticked.connect(self.tick)
        self.refresh()

    def _make_buttons(self) -> dict[Deed, Button]:
        theme, words = self._frame.theme, self._frame.language.words

        def one(source: str) -> Words:
            """Many buttons in a row have room for one language."""
            return Words(self._frame.language.say(source))

        made = {
            Deed.BACK: Button(theme, words("Previous slide"), icon="arrow-left", large=True),
            Deed.FORWARD: Button(
                theme, words("Next slide"), "filled", after="arrow-right", large=True
            ),
            Deed.BLACK: Button(theme, one(N_("Black (B)")), "tool"),
            Deed.WHITE: Button(theme, one(N_("White (W)")), "tool"),
            Deed.FREEZE: Button(theme, one(N_("Freeze (F)")), "tool"),
            Deed.ZOOM: Button(theme, one(N_("Zoom (Z)")), "tool"),
            Deed.POINTER: Button(theme, one(N_("Pointer (P)")), "tool"),
            Deed.TIMER: Button(theme, one(N_("Timer (T)")), "tool"),
            Deed.SWAP: Button(theme, one(N_("Swap (S)")), "tool"),
            Deed.KEYS: Button(theme, one(N_("Keys (F1)")), "tool"),
            Deed.END: Button(
                theme,
                Words("") if theme.tight else words("End (Esc)"),
                "cloth_outlined",
                icon="x",
            ),
        }
        made[Deed.END].setAccessibleName(words("End (Esc)").spoken)
        for deed, button in made.items():
            button.setObjectName(f"deed_{deed.value}")
            # A click leaves the keys to the slides; Tab still reaches every button.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.repeats = True
            button.clicked.connect(lambda _=False, d=deed: self._stage.press(Pressed(d)))
        return made

    def _lay_out(self) -> None:
        theme, language = self._frame.theme, self._frame.language
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head)
        body = QWidget()
        grid = QGridLayout(body)
        side = theme.px(24 if theme.layout in (Layout.A, Layout.WIDE) else 16)
        grid.setContentsMargins(side, theme.px(12), side, theme.px(16))
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(12))
        if theme.layout is Layout.C:
            self._lay_out_narrow(grid)
        else:
            grid.addLayout(self._left(), 0, 0)
            grid.addLayout(self._right(), 0, 1)
            wide = theme.layout is Layout.WIDE
            grid.setColumnStretch(0, 5 if wide else 14)
            grid.setColumnStretch(1, 3 if wide else 11)
            grid.setRowStretch(0, 1)
            card = Card(theme, padding=(20, 12), gap=4)
            line = row(theme.px(16))
            line.addWidget(PairLabel(theme, language.words("Agenda"), "h3"))
            line.addWidget(self._elapsed)
            line.addWidget(self._advice, 1)
            self._advice.setAlignment(Qt.AlignmentFlag.AlignRight)
            card.body.addLayout(line)
            card.body.addWidget(self._agenda)
            grid.addWidget(card, 1, 0, 1, 2)
        if theme.layout in (Layout.A, Layout.WIDE):
            outer.addWidget(body, 1)  # everything in sight: the slide takes what is left
            return
        page = ScrollPage(body)
        page.setObjectName("page")
        outer.addWidget(page, 1)

    def _lay_out_narrow(self, grid: QGridLayout) -> None:
        """The slide as a thumbnail, then the notes."""
        theme = self._frame.theme
        self._slide.setMaximumWidth(theme.px(220))
        top = row(theme.px(12))
        top.addWidget(self._slide, 1)
        keys = column(theme.px(8))
        for widget in (self.buttons[Deed.FORWARD], self.buttons[Deed.BACK], self._page):
            keys.addWidget(widget)
        keys.addWidget(self._state)
        keys.addStretch(1)
        top.addLayout(keys, 1)
        grid.addLayout(top, 0, 0)
        grid.addWidget(self._notes(), 1, 0)
        grid.addWidget(self._modes, 2, 0)
        grid.addWidget(self._tools(), 3, 0)
        grid.addLayout(_stacked(theme.px(8), self.questions, self.later, self.roster), 4, 0)
        grid.addWidget(self._elapsed, 5, 0)
        grid.addWidget(self._agenda, 6, 0)
        grid.addWidget(self._advice, 7, 0)
        grid.setRowStretch(8, 1)
        self._next.hide()

    def _left(self) -> QVBoxLayout:
        theme, language = self._frame.theme, self._frame.language
        found = column(theme.px(8))
        head = row(theme.px(12))
        head.addWidget(PairLabel(theme, language.words("On the screen now"), "h3"), 1)
        head.addWidget(self._state)
        head.addWidget(self._page)
        found.addLayout(head)
        found.addWidget(self._slide, 1)
        keys = row(theme.px(8))
        keys.addWidget(self.buttons[Deed.BACK])
        keys.addWidget(self.buttons[Deed.FORWARD], 1)
        keys.addWidget(self._modes)
        found.addLayout(keys)
        found.addWidget(self._tools())
        return found

    def _tools(self) -> QWidget:
        deeds = (
            Deed.BLACK,
            Deed.WHITE,
            Deed.FREEZE,
            Deed.ZOOM,
            Deed.POINTER,
            Deed.TIMER,
            Deed.SWAP,
            Deed.KEYS,
        )
        return flow(self._frame.theme.px(6), *(self.buttons[deed] for deed in deeds))

    def _right(self) -> QVBoxLayout:
        theme = self._frame.theme
        found = column(theme.px(8))
        found.addWidget(self._next_title)
        line = row(theme.px(16))
        line.addWidget(self._next, 1)
        line.addLayout(_stacked(theme.px(8), self.questions, self.later, self.roster), 1)
        found.addLayout(line)
        found.addWidget(self._notes(), 1)
        return found

    def _notes(self) -> QWidget:
        theme, language = self._frame.theme, self._frame.language
        card = Card(theme, padding=(20, 12), gap=8)
        head = row(theme.px(8))
        head.addWidget(PairLabel(theme, language.words("Notes"), "h3"), 1)
        for by, name in ((-2, N_("Smaller notes")), (2, N_("Larger notes"))):
            button = Button(theme, Words("A-" if by < 0 else "A+"), "tool")
            button.setAccessibleName(language.words(name).spoken)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.repeats = True
            button.clicked.connect(lambda _=False, by=by: self._size_notes(by))
            head.addWidget(button)
        card.body.addLayout(head)
        page = ScrollPage(self._note)
        page.setObjectName("notes")
        page.setMinimumHeight(theme.px(160))
        card.body.addWidget(page, 1)
        return card

    def _jump(self, segment: str) -> None:
        """Go to a part; the arrow keys are those of the slides again."""
        self._stage.to_segment(segment)
        screen = self.parentWidget()
        if screen is not None and self._agenda.hasFocus():
            screen.setFocus()

    def _size_notes(self, by: int) -> None:
        self._notes_px = max(_LEAST_NOTES, min(_MOST_NOTES, self._notes_px + by))
        self._say_notes()

    def refresh(self) -> None:
        """Show the card that is on, the next one, and the notes."""
        stage = self._stage
        card, answer = stage.card, stage.place.answer
        face = self._shown.face(card, answer=answer)
        self._slide.canvas.show_face(face, Curtain.NONE, stage.left(card))
        self._slide.canvas.look_at(1.0, stage.centre, stage.spot)
        self._say_next()
        self._page.setText(face.page)
        self._state.setText(self._state_words())
        self._modes.choose(MODES.index(stage.mode))
        self._say_notes()
        self.tick()

    def _say_next(self) -> None:
        say, following = self._frame.language.say, self._stage.following
        self._next.canvas.setVisible(following is not None)
        if following is None:
            self._next_title.setText(say("This is the last slide"))
            return
        card, answer = following
        self._next_title.setText(say("Next: the answer") if answer else say("Next slide"))
        self._next.canvas.show_face(self._shown.face(card, answer=answer))

    def _state_words(self) -> str:
        place, say = self._stage.place, self._frame.language.say
        if place.curtain is Curtain.BLACK:
            return say("The class sees a black screen")
        if place.curtain is Curtain.WHITE:
            return say("The class sees a white screen")
        if place.frozen is not None:
            number = f"{place.frozen + 1}"
            return say("Frozen: the class sees slide {number}", number=number)
        return ""

    def _say_notes(self) -> None:
        key = (self._stage.card.id, self._notes_px)
        if key == self._noted:
            return
        self._noted = key
        theme, language = self._frame.theme, self._frame.language
        blocks = notes.blocks_for(self._stage.card, self._lesson)
        self._note.setFont(theme.font_px(self._notes_px))
        words = notes.html(blocks, theme, language.content)
        self._note.setText(words or f"<p>{language.say('No notes for this slide.')}</p>")

    def tick(self) -> None:
        """Show the time."""
        stage = self._stage
        now, taught, half = stage.now(), stage.taught(), stage.half
        found = pace(half, stage.segment.id, taught, now)
        self._head.show_pace(found, now)
        whole = int(found.elapsed)
        self._elapsed.setText(
            self._frame.language.say(
                "This part: {done} of {planned}",
                done=f"{whole // 60}:{whole % 60:02}",
                planned=f"{stage.segment.minutes}:00",
            )
        )
        self._agenda.show_half(half, stage.segment.id, taught, now)
        card = stage.card
        self._slide.canvas.show_face(
            self._shown.face(card, answer=stage.place.answer), Curtain.NONE, stage.left(card)
        )
        give = advice(half, stage.segment.id, found.behind)
        words = ""
        if give is not None:
            (part,) = (one for one in half.segments if one.id == give.segment)
            english = self._frame.language.texts.main == "en"
            words = self._frame.language.say(
                "Cut {n} minutes from {part} to end on time.",
                part=part.title_en if english else part.title_zh,
                n=give.minutes,
            )
        self._advice.setText(words)


def _stacked(gap: int, *widgets: Pressable) -> QVBoxLayout:
    found = column(gap)
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        found.addWidget(widget)
    found.addStretch(1)
    return found
