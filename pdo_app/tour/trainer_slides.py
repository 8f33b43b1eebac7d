"""The trainer's tour, third part: both half-days presented, slide by slide, in two windows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pdo_app.tour.day import Day, check
from pdo_app.tour.hands import PATIENCE, TourError
from pdo_app.tour.walk import Step
from pdo_app.training.presentation import Card, CardKind, Curtain
from pdo_app.ui.present.agenda_strip import AgendaStrip
from pdo_app.ui.present.audience import AudienceWindow
from pdo_app.ui.present.screen import PresentScreen
from pdo_app.ui.present.stage import Stage
from pdo_app.ui.routes import Place

ENTRIES = (
    (0, "到了要登记住址"),
    (0, "护照要自己保管"),
    (1, "一个月实际到手多少钱？"),
    (1, "加班费怎么算？"),
    (1, "家里人能不能一起去？"),
    (2, "合同是外文，看不懂"),
    (2, "受伤了谁付钱"),
    (2, "语言不通，迷路了怎么办"),
)
"""What the class says in the opening round: 0 I know, 1 I want to know, 2 I worry."""
NOTE = "下午再讲一遍工资单上的扣款"
SLOW = {"contract-and-fees": 1.2, "emergency-and-help": 1.15}
"""By how much these parts take longer than planned."""
_TICK = 1100
"""Milliseconds after which a clock that goes by seconds has moved."""
_LEFT_OUT = "housing"


class SlidesPart:
    """Steps of presenting: the opening round, every slide, breaks, questions, keys, the end."""

    def __init__(self, day: Day) -> None:
        self._day, self._hands = day, day.hands

    def morning(self) -> tuple[Step, ...]:
        """Return the steps of the first half-day."""
        return (
            ("slides begin", self._begin),
            ("opening round", self._opening),
            ("opening round heard", self._to_lessons),
            ("slide", partial(self._on, 2)),
            ("black screen", partial(self._key, Qt.Key.Key_B, Curtain.BLACK)),
            ("frozen", self._freeze),
            ("slides in Chinese", self._speak),
            ("slide enlarged, with a light", self._look_closely),
            ("question", self._question),
            ("answer", self._answer),
            ("note for later", self._note),
            ("roster at hand", self._roster),
            ("keys", self._keys),
            ("jump by number", self._jump),
            ("slides in front", self._in_front),
            ("break", self._break),
            ("end of the morning", self._to_the_end),
        )

    def afternoon(self) -> tuple[Step, ...]:
        """Return the steps of the second half-day."""
        return (
            ("slides go on", self._go_on),
            ("a returnee speaks", self._witness),
            ("jump by the agenda", self._leave_out),
            ("closing", self._to_closing),
            ("end of the afternoon", self._to_the_end),
        )

    # What is on.

    @property
    def _stage(self) -> Stage:
        screen = self._day.desk.window.findChild(PresentScreen)
        if screen is None or screen.stage is None:
            raise TourError("nothing is being presented")
        return screen.stage

    @property
    def _audience(self) -> AudienceWindow:
        found = self._day.desk.window.findChildren(AudienceWindow)
        if not found:
            raise TourError("there is no window for the class")
        return found[-1]

    def _start(self) -> None:
        """Press the button on the trainer's page and wait for the first slide."""
        self._hands.press("rail_trainer")
        self._hands.press("present")
        self._hands.expect(Place.PRESENT)
        for _ in range(PATIENCE):
            if self._stage.running:
                return
            self._hands.settle()
        raise TourError("the presentation does not begin")

    def _forward(self) -> None:
        """Let the time of a slide pass, then press the key of a clicker."""
        stage = self._stage
        card, place = stage.card, stage.place
        self._pass_slide()
        self._hands.key(Qt.Key.Key_PageDown)
        if stage.place == place:
            raise TourError(f"no key leads on from {card.id}")

    def _pass_slide(self) -> None:
        """Let as much time pass as this slide has in the minutes of its part."""
        stage, day = self._stage, self._day
        segment = day.segment_named(stage.card.segment)
        slow = next((by for end, by in SLOW.items() if segment.id.endswith(end)), 1.0)
        presses = sum(_presses(card) for card in stage.deck if card.segment == segment.id)
        seconds = round(segment.minutes * 60 * slow / presses, 3)
        day.clock.pass_by(seconds)
        day.seconds[segment.id] = day.seconds.get(segment.id, 0.0) + seconds

    def _pass(self, seconds: float) -> None:
        """Let time pass on the card that is on, and the second hand move."""
        day, segment = self._day, self._stage.card.segment
        day.clock.pass_by(seconds)
        day.seconds[segment] = day.seconds.get(segment, 0.0) + seconds
        self._hands.settle(_TICK)

    def _on(self, slides: int) -> None:
        """Go on by so many slides."""
        for _ in range(slides):
            self._forward()

    def _to(self, segment: str) -> None:
        """Go on until a part begins, and keep the first slide of each part on the way."""
        stage = self._stage
        wanted = self._day.segment(segment).id
        for _ in range(2 * len(stage.deck)):
            if stage.card.segment == wanted:
                return
            before = stage.card.segment
            self._forward()
            if stage.card.segment not in (before, wanted):
                self._day.shoot(f"part {self._day.segment_named(stage.card.segment).title_en}")
        raise TourError(f"the slides do not come to {segment!r}")

    def _to_kind(self, kind: CardKind) -> None:
        stage = self._stage
        for _ in range(2 * len(stage.deck)):
            if stage.card.kind is kind:
                return
            self._forward()
        raise TourError(f"there is no card of the kind {kind}")

    # The morning.

    def _begin(self) -> None:
        self._day.clock.until(9, 0)
        self._start()
        check(self._stage.card.kind is CardKind.OPENING, "the day does not begin with its opening")

    def _opening(self) -> None:
        day, hands = self._day, self._hands

        def type_them() -> None:
            for kind, words in ENTRIES:
                hands.press(f"kind{kind}")
                hands.write("question", words, enter=True)
            day.shoot("questions typed")
            hands.press("act")

        with hands.asked(type_them):
            hands.press("class_questions")
        hands.settle(_TICK)  # the class's window looks once a second
        said = [question.text for question in day.training.wall.questions(day.session)]
        check(said == [words for _, words in ENTRIES], "the wall holds other words than were typed")

    def _to_lessons(self) -> None:
        self._pass(60)
        self._to("contract-and-fees")

    def _key(self, key: Qt.Key, curtain: Curtain) -> None:
        stage = self._stage
        self._hands.key(key, wait=60)
        check(stage.place.curtain is curtain, f"the screen is not {curtain.name.lower()}")

    def _freeze(self) -> None:
        hands, stage = self._hands, self._stage
        hands.key(Qt.Key.Key_B)
        hands.key(Qt.Key.Key_W)
        check(stage.place.curtain is Curtain.WHITE, "the screen is not white")
        hands.key(Qt.Key.Key_W)
        seen = stage.seen
        hands.key(Qt.Key.Key_F)
        self._on(2)
        check(stage.seen == seen, "the class sees another slide although it is frozen")

    def _speak(self) -> None:
        self._hands.key(Qt.Key.Key_F)
        before = self._stage.mode
        self._hands.key(Qt.Key.Key_L, wait=60)
        self._day.shoot("slides in English")
        self._hands.key(Qt.Key.Key_L, wait=60)
        check(self._stage.mode is not before, "the language of the slides stays")

    def _look_closely(self) -> None:
        self._hands.key(Qt.Key.Key_L)
        self._hands.key(Qt.Key.Key_Z)
        self._hands.key(Qt.Key.Key_P, wait=60)
        check(self._stage.zoom > 1 and self._stage.spot is not None, "nothing is enlarged or lit")

    def _question(self) -> None:
        self._hands.key(Qt.Key.Key_P)
        self._to_kind(CardKind.QUESTION)
        check(not self._stage.place.answer, "the answer is shown before anybody could think")

    def _answer(self) -> None:
        self._forward()
        check(self._stage.place.answer, "the answer is not shown")

    def _note(self) -> None:
        hands, day = self._hands, self._day

        def keep() -> None:
            hands.write("note", NOTE)
            day.shoot("note is typed")
            hands.press("act")

        with hands.asked(keep):
            hands.key(Qt.Key.Key_N, wait=60)
        notes = day.training.presenting.notes(day.session)
        check([note.text for note in notes] == [NOTE], "the note was not kept")

    def _roster(self) -> None:
        self._panel(partial(self._hands.press, "roster"), "roster over the slides")

    def _keys(self) -> None:
        self._panel(partial(self._hands.key, Qt.Key.Key_F1), "keys over the slides")

    def _panel(self, opened: Callable[[], None], name: str) -> None:
        def look() -> None:
            self._day.shoot(name)
            self._hands.press("act")

        with self._hands.asked(look):
            opened()

    def _jump(self) -> None:
        hands, stage = self._hands, self._stage
        here = stage.place.index
        for number in (1, here + 1):
            for figure in str(number):
                hands.key(Qt.Key(Qt.Key.Key_0 + int(figure)), text=figure)
            hands.key(Qt.Key.Key_Return)
            check(stage.place.index == number - 1, f"{number} and Enter lead to another slide")

    def _in_front(self) -> None:
        """Swap the windows by the key, and back from the other one."""
        hands, audience = self._hands, self._audience
        was, where = audience.isVisible(), audience.screen()
        hands.key(Qt.Key.Key_S, wait=120)
        check(audience.isVisible(), "the key does not bring the slides")
        self._day.shoot("slides swapped")
        hands.key(Qt.Key.Key_S, wait=120, window=audience)
        check((audience.isVisible(), audience.screen()) == (was, where), "they do not go back")

    def _break(self) -> None:
        self._to("break-morning")
        self._day.shoot("break begins")
        self._pass(5 * 60)
        left = self._stage.left(self._stage.card)
        planned = self._stage.card.minutes * 60
        check(left is not None and abs(left - planned + 300) < 1, "the break counts down wrongly")

    def _to_the_end(self) -> None:
        """Go to the last slide of the half-day, look at the clock, and end."""
        stage = self._stage
        half, segment = stage.half.id, stage.card.segment
        while stage.following is not None and stage.following[0].half == half:
            self._forward()
            if stage.card.segment != segment:
                segment = stage.card.segment
                self._day.shoot(f"part {self._day.segment_named(segment).title_en}")
        self._pass_slide()
        self._hands.settle(_TICK)
        self._day.shoot("last slide")
        self._hands.key(Qt.Key.Key_Escape, wait=80)
        self._hands.expect(Place.SESSION)
        check(not stage.running, "the presentation has not ended")

    # The afternoon.

    def _go_on(self) -> None:
        self._day.clock.until(13, 30)
        self._start()
        check(self._stage.half == self._day.session.plan[1], "the afternoon begins elsewhere")

    def _witness(self) -> None:
        self._to("witness")
        self._hands.key(Qt.Key.Key_T)
        self._pass(120)
        check(self._stage.left(self._stage.card) is not None, "the countdown does not run")

    def _leave_out(self) -> None:
        """From the last lesson but one straight to the closing, by the agenda."""
        self._to("emergency-and-help")
        self._to_last_of_segment()
        self._pass_slide()
        strip = self._hands.find("agenda", AgendaStrip)
        _take_focus(strip)
        ahead = [one for one in self._stage.half.segments if not one.skipped]
        here = [one.id for one in ahead].index(self._stage.card.segment)
        for _ in ahead[here + 1 :]:
            self._hands.key(Qt.Key.Key_Right)
        self._hands.key(Qt.Key.Key_Return, wait=60)
        left_out = self._day.segment(_LEFT_OUT).id
        check(self._stage.card.kind is CardKind.CLOSING, "the agenda leads elsewhere")
        check(left_out not in self._day.seconds, "a part was given that should be left out")

    def _to_last_of_segment(self) -> None:
        stage = self._stage
        while stage.following is not None and stage.following[0].segment == stage.card.segment:
            self._forward()

    def _to_closing(self) -> None:
        self._pass(60)


def _presses(card: Card) -> int:
    """Return how often a clicker is pressed on a card: a question has an answer."""
    return 2 if card.kind is CardKind.QUESTION else 1


def _take_focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
