"""The trainer's tour, first part: the PIN, the centre, a new session, its plan."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from pdo_app.records import Group, Sector, SegmentKind
from pdo_app.tour.day import Day, check
from pdo_app.tour.walk import Step
from pdo_app.ui.routes import Place

PIN = "24680"
CENTRE, ADDRESS = "济宁外派培训中心", "山东省济宁市任城区太白楼路 18 号"
TRAINERS = ("陈静", "赵卫国")
TITLE = "第 12 期 一天班"
ROOM, SECTOR = "三楼 2 号教室", Sector.CONSTRUCTION
_LEFT_OUT, _LONGER, _EARLIER = "travel", "rights", "health"
_MORE = 2
"""How often five minutes are added."""


class PlanPart:
    """Steps from the first start to a plan that is changed and printed."""

    def __init__(self, day: Day) -> None:
        self._day, self._hands = day, day.hands

    def steps(self) -> tuple[Step, ...]:
        """Return name and deed of every step."""
        return (
            ("first start", lambda: self._hands.expect(Place.START)),
            ("trainers area, first use", self._door),
            ("recovery code", self._set_pin),
            ("recovery code printed", self._print_code),
            ("nothing planned yet", self._keep_code),
            ("centre", self._centre),
            ("new session", self._new_session),
            ("new session filled in", self._fill_in),
            ("plan", self._make),
            ("plan changed", self._change),
            ("plan printed", self._print),
            ("today", self._today),
        )

    def _door(self) -> None:
        self._hands.press("for_trainers")
        self._hands.expect(Place.TRAINER)
        self._hands.write("new_pin", PIN)
        self._hands.write("again", PIN)

    def _set_pin(self) -> None:
        self._hands.press("set")
        code = self._hands.find("recovery_code", QLabel)
        check(isinstance(code, QLabel) and len(code.text()) >= 16, "no recovery code is shown")

    def _print_code(self) -> None:
        self._hands.save("print_code", self._day.out / "recovery-code.pdf")

    def _keep_code(self) -> None:
        self._hands.press("kept")
        check(self._day.training.access.has_pin(), "the PIN was not kept")
        check(not self._hands.has("recovery_code"), "the recovery code is still shown")

    def _centre(self) -> None:
        hands, out = self._hands, self._day.out
        hands.press("rail_centre")
        hands.expect(Place.CENTRE)
        hands.write("name", CENTRE)
        hands.write("address", ADDRESS)
        hands.press("save_centre")
        for name in TRAINERS:
            hands.write("trainer", name, enter=True)
        logo = out / "logo.png"
        _paint_logo().save(str(logo))
        with hands.asked(hands.file(logo)):
            hands.press("choose_logo")
        hands.settle(80)
        centre = self._day.training.access.centre()
        known = centre.name == CENTRE and centre.address == ADDRESS and centre.trainers == TRAINERS
        check(known and centre.logo, "the centre was not kept as it was typed")

    def _new_session(self) -> None:
        self._hands.press("rail_trainer")
        self._hands.press("new_session")
        self._hands.expect(Place.SESSION_NEW)

    def _fill_in(self) -> None:
        hands = self._hands
        hands.press("template_one-day")
        hands.write("class_title", TITLE)
        hands.write("class_place", ROOM)
        with hands.asked(lambda: hands.press("country_DE")):
            hands.press("destination")
        hands.press("sector")
        hands.choose_entry(1 + tuple(Sector).index(SECTOR))
        hands.press(f"group_{Group.RETURNEES}")
        hands.press("slides1")

    def _make(self) -> None:
        day = self._day
        self._hands.press("make")
        self._hands.expect(Place.SESSION)
        made = day.training.sessions.all()
        check(len(made) == 1, "there should be one session")
        session, day.known = made[0], made[0].id
        known = (session.title, session.place, session.destination, session.sector, session.groups)
        check(known == (TITLE, ROOM, "DE", SECTOR, (Group.RETURNEES,)), "the class is another one")
        check(session.trainer in TRAINERS, "the trainer of the centre was not proposed")
        kinds = [one.kind for one in day.segments()]
        check(SegmentKind.WITNESS in kinds, "returnees have no time to speak")
        names = " ".join(one.id for one in day.segments())
        check("guide-de" in names and str(SECTOR) in names, "country and sector have no part")
        check(len(session.plan) == 2, "six hours are two half-days")

    def _change(self) -> None:
        """Lengthen a part, move another by the keyboard, leave a third one out."""
        day, hands = self._day, self._hands
        longer, earlier, out = (day.segment(name) for name in (_LONGER, _EARLIER, _LEFT_OUT))
        before = [one.id for one in day.segments()].index(earlier.id)
        for _ in range(_MORE):
            hands.press(f"minutes_{longer.id}_more")
        hands.find(f"grip_{earlier.id}").setFocus()
        hands.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, wait=80)
        hands.press(f"more_{out.id}")
        day.shoot("plan, more for a part")
        hands.choose_entry(0)
        check(day.segment(_LONGER).minutes == longer.minutes + 5 * _MORE, "a part is not longer")
        check(day.segment(_LEFT_OUT).skipped, "a part was not left out")
        order = [one.id for one in day.segments()]
        check(order.index(earlier.id) == before - 1, "a part was not moved")

    def _print(self) -> None:
        self._hands.save("print_plan", self._day.out / "session-plan.pdf")
        self._hands.save("print_guide", self._day.out / "trainers-guide.pdf")

    def _today(self) -> None:
        self._hands.press("rail_trainer")
        self._hands.expect(Place.TRAINER)


def _paint_logo() -> QPixmap:
    """Return the sign of a centre that does not exist."""
    picture = QPixmap(256, 256)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#2F4A6D"))
    painter.drawEllipse(QRectF(8, 8, 240, 240))
    painter.setBrush(QColor("#F4E7C5"))
    painter.drawPolygon([QPointF(x, y) for x, y in ((128, 48), (200, 190), (128, 158), (56, 190))])
    painter.end()
    return picture
