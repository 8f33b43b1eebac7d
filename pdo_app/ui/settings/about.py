"""What this is: versions, licences, and where the records are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from pdo_app import __version__
from pdo_app.content.library import Library
from pdo_app.errors import N_
from pdo_app.ui.language import Language
from pdo_app.ui.settings.origins import origins
from pdo_app.ui.settings.section import Section
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.surface import column

_LICENCES = (
    (N_("Program"), "MIT"),
    (N_("Qt, PySide6"), "LGPL 3"),
    (N_("Fonts: Noto Sans, Noto Sans SC"), "SIL OFL 1.1"),
    (N_("Icons: Tabler, Health Icons, flag-icons"), "MIT"),
    (N_("Map: Natural Earth"), N_("public domain")),
)


def about(theme: Theme, language: Language, library: Library, folder: Path) -> Section:
    """Return the card."""
    info = library.info
    texts = language.texts
    card = Section(theme, language.words("About"))
    card.add(language.words("Version"), _value(theme, __version__))
    dated = f"{info.version} · {texts.date(info.date, 'long')}"
    card.add(language.words("Content"), _value(theme, dated))
    box = column(theme.px(2))
    box.addWidget(PairLabel(theme, language.words("Licences"), "h3"))
    for what, licence in ((N_("Content"), info.licence), *_LICENCES):
        line = language.say(
            "{what}: {licence}", what=language.say(what), licence=language.say(licence)
        )
        box.addWidget(Label(theme, line, "caption", "ink_2", wrap=True))
    card.add_row(box)
    card.add_row(origins(theme, language, library.pictures()))
    where = column(theme.px(2))
    where.addWidget(PairLabel(theme, language.words("Folder of the records"), "h3"))
    path = Label(theme, str(folder), "caption", "ink_2", wrap=True)
    path.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    path.setObjectName("folder")
    where.addWidget(path)
    card.add_row(where)
    return card


def _value(theme: Theme, text: str) -> Label:
    return Label(theme, text, "ui", "ink_2")
