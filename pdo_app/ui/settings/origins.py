"""Where the pictures of the content come from, and by which licence they may be shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from pdo_app.content.model import Picture
from pdo_app.errors import N_
from pdo_app.ui.language import Language
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.surface import column

_SET = re.compile(r"@?[a-z][a-z/-]* \d+(?:\.\d+)+")
"""How an origin names a set of drawings and its version: ``healthicons 2.0.0``."""
_OWN = N_("drawn for this project")


def counts(pictures: Iterable[Picture]) -> Counter[tuple[str, str]]:
    """Return how many pictures use each set of drawings, by its name and licence; a picture may
    be composed of several."""
    found: Counter[tuple[str, str]] = Counter()
    for picture in pictures:
        for name in dict.fromkeys(_SET.findall(picture.origin)) or (_OWN,):
            found[name, picture.licence] += 1
    return found


def origins(theme: Theme, language: Language, pictures: tuple[Picture, ...]) -> QVBoxLayout:
    """Return the row: the sets in short, and behind a button every picture."""
    box = column(theme.px(2))
    box.addWidget(PairLabel(theme, language.words("Pictures"), "h3"))
    for (name, licence), number in sorted(counts(pictures).items()):
        shown = language.say(name) if name == _OWN else name
        line = language.say("{what}: {licence}", what=shown, licence=f"{licence} · {number}")
        box.addWidget(Label(theme, line, "caption", "ink_2", wrap=True))
    button = Button(theme, language.words("Show every picture and its origin"), "quiet")
    button.setObjectName("every_picture")
    box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show() -> None:
        lines = (f"{language.show(p.alt).main}: {p.origin} · {p.licence}" for p in pictures)
        every = Label(theme, "\n".join(lines), "caption", "ink_2", wrap=True)
        every.setObjectName("origins")
        every.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(every)
        button.hide()

    button.clicked.connect(show)
    return box
