"""The trainer's guide on paper: a thread with a knot for each part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtGui import QPainter

from pdo_app.paper import prose
from pdo_app.paper.document import save
from pdo_app.paper.flow import Piece
from pdo_app.paper.page import WIDTH, heading, paged
from pdo_app.paper.session_head import head_pieces
from pdo_app.paper.text import PT, Paragraph
from pdo_app.paper.thread import down, hairline, sew
from pdo_app.reports.trainer_guide import (
    GuideActivity,
    GuideLabels,
    GuideLesson,
    GuidePart,
    Line,
    Passage,
    TrainerGuide,
)

_TIME = 88 * PT
_IN = 14 * PT


def write_trainer_guide(guide: TrainerGuide, target: Path) -> None:
    """Write a guide as PDF. Raises WriteError with what to do."""
    save(trainer_guide_pdf(guide), target)


def trainer_guide_pdf(guide: TrainerGuide) -> bytes:
    """Return a guide as PDF, on as many pages as it takes."""
    return paged(guide.document, _pieces(guide), guide.foot)


def _pieces(guide: TrainerGuide) -> Iterator[Piece]:
    yield from head_pieces(guide.head, WIDTH)
    for half in guide.halves:
        yield heading(half.title)
        for part in half.parts:
            yield from _part(part, guide.labels)


def _part(part: GuidePart, labels: GuideLabels) -> Iterator[Piece]:
    yield _part_title(part)
    if part.material.first:
        yield prose.label(labels.material, WIDTH)
        yield from prose.pair(part.material, WIDTH)
    if part.objectives:
        yield prose.label(labels.objectives, WIDTH)
        yield from prose.listed(part.objectives, WIDTH)
    for lesson in part.lessons:
        yield prose.gap(6 * PT)
        yield from _beside(_lesson(lesson, labels))
    yield prose.gap(14 * PT)


def _part_title(part: GuidePart) -> Piece:
    time = Paragraph(part.time, 11, _TIME, bold=True, leading=1.5)
    room = WIDTH - _TIME
    lines = [
        Paragraph(part.title.first, 13, room, bold=True, leading=1.4),
        Paragraph(part.title.second, 10, room, leading=1.35),
        Paragraph(f"{part.about.first}  {part.about.second}".rstrip(), 9, room, leading=1.5),
    ]

    def draw(painter: QPainter, y: float) -> None:
        hairline(painter, 0, WIDTH, y)
        y += 7 * PT
        time.draw(painter, 0, y + lines[0].baseline - time.baseline)
        for line in lines:
            line.draw(painter, _TIME, y)
            y += line.height

    return Piece(10 * PT + sum(line.height for line in lines), draw, with_next=True)


def _lesson(lesson: GuideLesson, labels: GuideLabels) -> Iterator[Piece]:
    yield from prose.title(lesson.title, WIDTH, left=_IN)
    if lesson.messages:
        yield prose.label(labels.messages, WIDTH, left=_IN)
        yield from prose.listed(lesson.messages, WIDTH, left=_IN)
    if lesson.notes:
        yield prose.label(labels.notes, WIDTH, left=_IN)
        for note in lesson.notes:
            yield from _passage(note)
    for activity in lesson.activities:
        yield from _activity(activity, labels)


def _activity(activity: GuideActivity, labels: GuideLabels) -> Iterator[Piece]:
    yield prose.label(labels.activity, WIDTH, left=_IN)
    yield from prose.title(activity.title, WIDTH, left=_IN, size=11)
    about = f"{activity.about.first}  {activity.about.second}".rstrip()
    yield from prose.text(about, 9, WIDTH, left=_IN, after=3 * PT, with_next=True)
    if activity.material.first:
        yield prose.label(labels.material, WIDTH, left=_IN)
        yield from prose.pair(activity.material, WIDTH, left=_IN)
    yield from _passage(activity.steps)


def _passage(passage: Passage) -> Iterator[Piece]:
    yield from _lines(passage.first, 10)
    yield from _lines(passage.second, 9)
    yield prose.gap(4 * PT)


def _lines(lines: Iterable[Line], points: float) -> Iterator[Piece]:
    for line in lines:
        if line.mark:
            yield prose.marked(line.mark, line.text, points, WIDTH, left=_IN)
        else:
            yield from prose.text(line.text, points, WIDTH, left=_IN, after=2 * PT)


def _beside(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Return pieces with the thread at their left."""
    for piece in pieces:
        yield Piece(piece.height, _threaded(piece), piece.with_next)


def _threaded(piece: Piece) -> Callable[[QPainter, float], None]:
    def draw(painter: QPainter, y: float) -> None:
        sew(painter, down(2 * PT, y, y + piece.height))
        piece.draw(painter, y)

    return draw
