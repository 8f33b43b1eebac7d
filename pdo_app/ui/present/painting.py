"""A face becomes a picture of 1920 x 1080 slide pixels, drawn with any painter at any scale."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import zip_longest

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pdo_app.ui.language import Words
from pdo_app.ui.present.faces import Answer, Face, Look, State
from pdo_app.ui.present.lettering import Lettering, Pair, fitted, shortened
from pdo_app.ui.theme import Theme, svg_pixmap
from pdo_app.ui.widgets.callout import LOOKS
from pdo_app.ui.widgets.surface import stitch

WIDTH, HEIGHT = 1920, 1080
_LEFT, _RIGHT = 96, 1824
_TOP, _FOOT = 232, 960
"""Where the title begins, and where the foot does."""
_SEAM = (4, 18, 13)
_TITLES = ((100, 1), (72, 2), (60, 3))
_MANY = 4
"""Lines of a slide above which its title is smaller."""
_GAPS = (36, 36, 36, 36, 24, 16, 12)
"""Room between the lines of a slide, by their number."""
_ANSWERS = (52, 46, 42, 38, 34, 30, 26)
_PICTURE = 520
_SHARP = 1.5
"""Pixels of a picture to a slide pixel: enough where the projector has more than 1080 lines."""
_PIXMAPS = 8
"""Pictures that are kept: those of the slides round the one that is on, 2 MB each."""


class SlidePainter:
    """Draws faces in ``theme``, which is the audience's own. ``picture`` gives the SVG bytes of
    a picture's id; the last few pixmaps are kept."""

    def __init__(self, theme: Theme, picture: Callable[[str], bytes]) -> None:
        self._theme, self._picture = theme, picture
        self._pixmap = lru_cache(maxsize=_PIXMAPS)(self._draw_picture)

    def paint(self, painter: QPainter, face: Face, left: float | None = None) -> None:
        """Draw ``face`` at the painter's origin. ``left`` are the seconds of a break or task."""
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if face.look is Look.CLOTH:
            self._cloth(painter, face, left)
        else:
            self._page(painter, face)
            self._foot(painter, face, left)
            top = self._title(painter, face)
            {
                Look.TITLE: self._opening,
                Look.CALLOUT: self._callout,
                Look.QUESTION: self._question,
                Look.WALL: self._wall,
            }.get(face.look, self._points)(painter, face, top)
        painter.restore()

    def _page(self, painter: QPainter, face: Face) -> None:
        theme = self._theme
        painter.fillRect(0, 0, WIDTH, HEIGHT, theme.colour("page"))
        painter.fillRect(0, 0, WIDTH, 24, theme.colour("hero"))
        painter.setPen(stitch(theme.colour("thread"), _SEAM))
        painter.drawLine(QPointF(0, 32), QPointF(WIDTH, 32))
        if not face.strand.main:
            return
        x: float = _LEFT
        if face.number:
            painter.setPen(QPen(theme.colour("thread"), 6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(_LEFT + 32, 112), 29, 29)
            mark = Lettering(face.number, 32, 60, bold=True)
            mark.draw(painter, _LEFT + 32 - mark.width / 2, 91, theme.colour("thread_text"))
            x = _LEFT + 88
        words = face.strand.spoken if not face.strand.second else _joined(face.strand)
        Lettering(words, 34, _RIGHT - x).draw(painter, x, 90, theme.colour("ink_2"))

    def _foot(self, painter: QPainter, face: Face, left: float | None) -> None:
        theme = self._theme
        painter.fillRect(0, _FOOT, WIDTH, HEIGHT - _FOOT, theme.colour("hero"))
        page = Lettering(face.page, 28, 300)
        page.draw(painter, _RIGHT - page.width, _FOOT + 42, theme.colour("on_coat_2"))
        if face.reason is not None:  # the countdown of a question is over
            self._reason(painter, face.reason)
        elif face.minutes or left is not None or face.task.main:
            x: float = _LEFT
            if face.minutes or left is not None:
                clock = _clock(face.minutes * 60 if left is None else left)
                shown = Lettering(clock, 56, 400, bold=True)
                shown.draw(painter, x, _FOOT + 23, theme.colour("on_coat"))
                x += shown.width + 48
            task = Pair(face.task, 36, _RIGHT - x - 300, gap=0)
            colours = (theme.colour("on_coat"), theme.colour("on_coat_2"))
            task.draw(painter, QPointF(x, _FOOT + (HEIGHT - _FOOT - task.height) / 2), colours)
        else:
            source = Lettering(face.foot, 28, _RIGHT - _LEFT - 240)
            top = _FOOT + (HEIGHT - _FOOT - source.height) / 2
            source.draw(painter, _LEFT, top, theme.colour("on_coat_2"))

    def _reason(self, painter: QPainter, reason: Words) -> None:
        """Say why, in as many languages as there is room for."""
        theme, room, most = self._theme, _RIGHT - _LEFT - 240, HEIGHT - _FOOT - 12
        main = Words(reason.main)
        tries = ((reason, 36), (reason, 30), (reason, 26), (main, 34), (main, 30), (main, 26))
        for words, size in tries:
            pair = Pair(words, size, room, gap=0)
            if pair.height <= most:
                break
        top = _FOOT + (HEIGHT - _FOOT - pair.height) / 2
        colours = (theme.colour("on_coat"), theme.colour("on_coat_2"))
        pair.draw(painter, QPointF(_LEFT, top), colours)

    def _room(self, face: Face) -> float:
        """The width beside a picture."""
        return _RIGHT - _LEFT - (_PICTURE + 64 if face.picture else 0)

    def _title(self, painter: QPainter, face: Face) -> float:
        room = self._room(face)
        if face.look is Look.QUESTION:
            main = _first_of(face.title.main, ((64, 2), (52, 3), (44, 4)), room)
            second = Lettering(face.title.second or "", 34, room)
        else:
            sizes = _TITLES if len(face.lines) <= _MANY else _TITLES[1:]
            main = _first_of(face.title.main, sizes, room)
            second = Lettering(face.title.second or "", 50 if main.lines == 1 else 42, room)
        if face.look is Look.TITLE:
            top = _TOP + max(0.0, (_FOOT - _TOP - main.height - second.height) / 2 - 60)
        else:
            top = _TOP - 48
        y = main.draw(painter, _LEFT, top, self._theme.colour("ink"))
        y = second.draw(painter, _LEFT, y + 4, self._theme.colour("ink_2"))
        if face.picture:
            self._sewn_picture(painter, face.picture)
        return y + 36

    def _opening(self, painter: QPainter, face: Face, top: float) -> None:
        self._points(painter, face, top)

    def _points(self, painter: QPainter, face: Face, top: float) -> None:
        if not face.lines:
            return
        theme, many = self._theme, len(face.lines) > 1 or face.look is Look.STEPS
        indent = 80 if many else 0
        room, height = self._room(face) - indent, _FOOT - 32 - top
        sizes = (64, 58, 52, 46, 42, 38, 34, 30, 26) if many else (84, 76, 68, 60, 52, 46, 40)
        # The more lines, the closer: large words are worth more than air.
        gap = _GAPS[min(len(face.lines), len(_GAPS) - 1)]
        pairs = fitted(face.lines, sizes, room, height, gap, bold=not many)
        used = sum(pair.height for pair in pairs) + gap * (len(pairs) - 1)
        y = top + max(0.0, height - used) / 4
        knots: list[QPointF] = []
        for pair in pairs:
            knots.append(QPointF(_LEFT + 24, y + pair.main.height / max(1, pair.main.lines) / 2))
            colours = (theme.colour("ink"), theme.colour("ink_2"))
            y = pair.draw(painter, QPointF(_LEFT + indent, y), colours) + gap
        if many:
            self._thread(painter, knots, numbered=face.look is Look.STEPS)

    def _thread(self, painter: QPainter, knots: list[QPointF], *, numbered: bool) -> None:
        """Sew the lines of a slide together: a thread from knot to knot."""
        theme = self._theme
        painter.setPen(stitch(theme.colour("thread"), (4, 12, 10)))
        painter.drawLine(knots[0], knots[-1])
        for number, at in enumerate(knots, start=1):
            painter.setPen(QPen(theme.colour("thread"), 4))
            painter.setBrush(theme.colour("page"))
            painter.drawEllipse(at, 24 if numbered else 14, 24 if numbered else 14)
            if numbered:
                mark = Lettering(str(number), 28, 60, bold=True)
                at_mark = at - QPointF(mark.width / 2, mark.height / 2)
                mark.draw(painter, at_mark.x(), at_mark.y(), theme.colour("thread_text"))

    def _callout(self, painter: QPainter, face: Face, top: float) -> None:
        theme = self._theme
        tab, soft, edge, _, icon = LOOKS[face.tone]
        pad, thick = 48, 136
        room = self._room(face) - thick - 2 * pad
        gap = 24
        sizes = (76, 68, 60, 54, 48, 42, 36)
        most = _FOOT - 40 - top - 2 * pad
        pairs = fitted(face.lines, sizes, room, most, gap, bold=len(face.lines) == 1)
        height = sum(p.height for p in pairs) + gap * (len(pairs) - 1) + 2 * pad
        top += max(0.0, _FOOT - 40 - top - height) / 4
        area = QRectF(_LEFT, top, self._room(face), max(height, 200.0))
        shape = QPainterPath()
        shape.addRoundedRect(area, 24, 24)
        painter.fillPath(shape, theme.colour(soft))
        painter.save()
        painter.setClipPath(shape)
        side = QRectF(area.left(), area.top(), thick, area.height())
        painter.fillRect(side, theme.colour(tab))
        painter.restore()
        painter.setPen(stitch(theme.colour("on_tab"), (2, 10, 8)))
        x = area.left() + thick - 10
        painter.drawLine(QPointF(x, area.top() + 12), QPointF(x, area.bottom() - 12))
        painter.setPen(QPen(theme.colour(edge), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        at = QPointF(area.left() + (thick - 72) / 2 - 4, area.center().y() - 36)
        painter.drawPixmap(QRectF(at.x(), at.y(), 72, 72).toRect(), self._icon(icon, "on_tab"))
        y = area.top() + (area.height() - height) / 2 + pad
        for pair in pairs:
            colours = (theme.colour("ink"), theme.colour("ink_2"))
            y = pair.draw(painter, QPointF(_LEFT + thick + pad, y), colours) + gap

    def _question(self, painter: QPainter, face: Face, top: float) -> None:
        if not face.answers:
            return
        few = max(len(face.answers), len(face.partners)) <= 4
        if few:
            top = max(top, 380.0)
        room, most = self._room(face), _FOOT - 24 - top
        sides = [answers for answers in (face.answers, face.partners) if answers]
        each = (room - 48 * (len(sides) - 1)) / len(sides)
        spare = 100 if len(sides) == 1 else 0
        words = [[answer.words for answer in answers] for answers in sides]
        many = max(len(side) for side in words)
        for gap, pad in ((20, 20), (12, 8), (8, 4))[0 if few else 1 :]:
            inner = most - many * 2 * pad - (many - 1) * gap
            found, rows = _abreast(words, each - 96 - 24 - spare, inner)
            if sum(rows) <= inner:
                break
        x: float = _LEFT
        for answers, pairs in zip(sides, found, strict=True):
            y = top
            for answer, pair, high in zip(answers, pairs, rows, strict=False):
                area = QRectF(x, y, each, high + 2 * pad)
                self._answer(painter, answer, pair, area)
                y = area.bottom() + gap
            x += each + 48

    def _answer(self, painter: QPainter, answer: Answer, pair: Pair, area: QRectF) -> None:
        theme, right = self._theme, answer.state is State.RIGHT
        painter.setBrush(theme.colour("right_soft" if right else "surface"))
        painter.setPen(QPen(theme.colour("right" if right else "line_strong"), 4 if right else 2))
        painter.drawRoundedRect(area, 20, 20)
        at = QPointF(area.left() + 52, area.center().y())
        painter.setBrush(theme.colour("right" if right else "surface"))
        painter.setPen(QPen(theme.colour("right" if right else "line_strong"), 3))
        painter.drawEllipse(at, 28, 28)
        mark = Lettering(answer.mark, 32, 60, bold=True)
        ink = "on_primary" if right else "ink_2"
        mark.draw(painter, at.x() - mark.width / 2, at.y() - mark.height / 2, theme.colour(ink))
        first = "ink_2" if answer.state is State.FADED else "ink"
        colours = (theme.colour(first), theme.colour("ink_2"))
        pair.draw(painter, QPointF(area.left() + 96, area.center().y() - pair.height / 2), colours)
        if right:
            icon = QRectF(area.right() - 80, area.center().y() - 28, 56, 56)
            painter.drawPixmap(icon.toRect(), self._icon("check", "right"))

    def _wall(self, painter: QPainter, face: Face, top: float) -> None:
        theme, gap = self._theme, 32
        each = (_RIGHT - _LEFT - gap * 2) / 3
        area = QRectF(_LEFT, top, each, _FOOT - 48 - top)
        for column in face.columns:
            painter.setPen(QPen(theme.colour("line"), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(area, 24, 24)
            head = Pair(column.title, 46, each - 72, bold=True)
            ink, ink_2 = theme.colour("ink"), theme.colour("ink_2")
            y = head.draw(painter, area.topLeft() + QPointF(36, 28), (ink, ink_2)) + 12
            painter.setPen(stitch(theme.colour("thread"), (3, 10, 8)))
            painter.drawLine(QPointF(area.left() + 36, y), QPointF(area.right() - 36, y))
            y += 20
            for at, line in enumerate(column.lines):
                room = int((area.bottom() - 16 - y) / Lettering("一", 34, each).height)
                if not room:
                    break
                # A long one leaves room for those below it.
                most = min(room, max(2, room // (len(column.lines) - at)))
                said = Lettering(shortened(line, 34, each - 72, most), 34, each - 72)
                y = said.draw(painter, area.left() + 36, y, ink) + 14
            area.translate(each + gap, 0)

    def _cloth(self, painter: QPainter, face: Face, left: float | None) -> None:
        """A break: the whole screen is cloth, with the time that is left."""
        theme = self._theme
        painter.fillRect(0, 0, WIDTH, HEIGHT, theme.colour("hero"))
        painter.setPen(stitch(theme.colour("seam"), _SEAM))
        painter.drawLine(QPointF(0, 32), QPointF(WIDTH, 32))
        painter.drawLine(QPointF(0, HEIGHT - 32), QPointF(WIDTH, HEIGHT - 32))
        title = Lettering(face.title.main, 100, WIDTH - 200, bold=True)
        second = Lettering(face.title.second or "", 50, WIDTH - 200)
        shown = _clock(face.minutes * 60 if left is None else left)
        clock = Lettering(shown, 280, WIDTH, bold=True, leading=1.2)
        y = (HEIGHT - title.height - second.height - clock.height - 40) / 2
        cream, quiet = theme.colour("on_coat"), theme.colour("on_coat_2")
        for part, colour, gap in ((title, cream, 0), (second, quiet, 40), (clock, cream, 0)):
            y = part.draw(painter, (WIDTH - part.width) / 2, y, colour) + gap
        page = Lettering(face.page, 28, 300)
        page.draw(painter, _RIGHT - page.width, HEIGHT - 96, quiet)

    def _sewn_picture(self, painter: QPainter, name: str) -> None:
        theme = self._theme
        area = QRectF(_RIGHT - _PICTURE, _TOP - 20, _PICTURE, _PICTURE)
        pixmap = self._pixmap(name)
        if pixmap.isNull():
            return
        if pixmap.width() != pixmap.height():
            height = _PICTURE * pixmap.height() / pixmap.width()
            shape = QPainterPath()
            area = QRectF(area.left(), area.top() + (_PICTURE - height) / 2, _PICTURE, height)
            shape.addRoundedRect(area, 28, 28)
            painter.save()
            painter.setClipPath(shape)
            painter.drawPixmap(area.toRect(), pixmap)
            painter.restore()
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("patch"))
        painter.drawRoundedRect(area, 40, 40)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(stitch(theme.colour("on_coat_2"), (3, 12, 9)))
        painter.drawRoundedRect(area.adjusted(16, 16, -16, -16), 28, 28)
        painter.drawPixmap(area.adjusted(90, 90, -90, -90).toRect(), pixmap)

    def _draw_picture(self, name: str) -> QPixmap:
        try:
            raw = self._picture(name)
        except KeyError:
            return QPixmap()
        cream = self._theme.hex("on_coat")
        return _drawn(raw.replace(b"currentColor", cream.encode()))

    def _icon(self, name: str, role: str) -> QPixmap:
        return self._theme.pixmap(name, 96, role)


def _drawn(source: bytes) -> QPixmap:
    size = QSvgRenderer(QByteArray(source)).defaultSize()
    if size.isEmpty():
        return QPixmap()
    long = round(_SHARP * _PICTURE)
    height = round(long * size.height() / size.width())
    return svg_pixmap(source, QSize(long, height))


def _joined(words: Words) -> str:
    return f"{words.main}  ·  {words.second}"


def _first_of(text: str, sizes: tuple[tuple[int, int], ...], width: float) -> Lettering:
    """Return ``text`` in the first size in which it takes no more than the lines beside it."""
    for pixels, lines in sizes:
        found = Lettering(text, pixels, width, bold=True, leading=1.36)
        if found.lines <= lines:
            break
    return found


def _abreast(
    sides: list[list[Words]], width: float, height: float
) -> tuple[list[tuple[Pair, ...]], list[float]]:
    """Return answers and what they are matched with in the first size in which all rows keep
    within ``height``, and the height of each row: that of the higher one in it."""
    for size in _ANSWERS:
        found = [fitted(side, (size,), width, height, 0) for side in sides]
        rows = [max(pair.height for pair in beside if pair) for beside in zip_longest(*found)]
        if sum(rows) <= height:
            break
    return found, rows


def _clock(seconds: float) -> str:
    """Return minutes and seconds; past the time with a minus."""
    whole = round(abs(seconds))
    sign = "-" if seconds < 0 and whole else ""
    return f"{sign}{whole // 60}:{whole % 60:02}"
