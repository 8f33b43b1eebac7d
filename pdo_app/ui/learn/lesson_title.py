"""How a lesson begins: its title, and its picture where there is room for one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pdo_app.content.model import Lesson
from pdo_app.ui.learn.blocks.reading import Reading
from pdo_app.ui.theme import Layout
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.picture import Scene
from pdo_app.ui.widgets.surface import row

_PICTURE = {Layout.WIDE: 240, Layout.A: 216, Layout.B: 176}
"""How wide the picture is, in unscaled pixels; the narrowest layout has no room."""


def lesson_title(reading: Reading, lesson: Lesson) -> QWidget:
    """Return the title, beside the picture if there is one."""
    theme, language = reading.theme, reading.language
    width = _PICTURE.get(theme.layout) if lesson.picture else None
    below = width is not None or theme.layout in (Layout.B, Layout.C)
    title = PairLabel(theme, language.show(lesson.title), "h1", below=below)
    title.setObjectName("title")
    if lesson.picture is None or width is None:
        return title
    found, svg = reading.library.picture(lesson.picture)
    holder = QWidget()
    line = row(theme.px(24))
    holder.setLayout(line)
    line.addWidget(title, 1)
    scene = Scene(theme, svg, width, language.show(found.alt).spoken)
    scene.setObjectName("picture")
    line.addWidget(scene, 0, Qt.AlignmentFlag.AlignTop)
    return holder
