"""How the application looks and speaks on this computer account; each choice counts at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from pdo_app.errors import N_
from pdo_app.records import Mode
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.settings.section import Section
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import MODES
from pdo_app.ui.view import Frame
from pdo_app.ui.widgets.choice import CheckBox, Segments

_MODE_NAMES = (Words("中文"), Words("双语"), Words("English"))
_THEMES = (("light", N_("Light")), ("dark", N_("Dark")), ("system", N_("Like the computer")))
_MINUTES = (5, 10, 30, 0)


def appearance(frame: Frame, speak: Callable[[Mode], None]) -> Section:
    """Return the card. ``speak`` is told the language that a person chose."""
    theme, language, preferences = frame.theme, frame.language, frame.preferences
    now = preferences.settings
    card = Section(theme, language.words("On the screen"))
    modes = _segments(frame, "mode_setting", _MODE_NAMES, MODES.index(language.mode))
    modes.chosen.connect(lambda at: speak(MODES[at]))
    card.add(language.words("Language"), modes)
    sizes = tokens.TEXT_SCALES
    scales = _segments(
        frame,
        "text_scale",
        [Words(f"{scale}%") for scale in sizes],
        sizes.index(now.text_scale),
    )
    scales.chosen.connect(lambda at: preferences.change(text_scale=sizes[at]))
    card.add(language.words("Text size"), scales)
    names = [name for name, _ in _THEMES]
    themes = _segments(
        frame,
        "theme",
        [Words(language.say(source)) for _, source in _THEMES],
        names.index(now.theme),
    )
    themes.chosen.connect(lambda at: preferences.change(theme=names[at]))
    card.add(language.words("Colours"), themes)
    end = theme.layout is not Layout.C
    calm = CheckBox(theme, language.words("Less motion"), silent=True, at_end=end)
    calm.setObjectName("less_motion")
    calm.setChecked(now.less_motion)
    calm.clicked.connect(lambda on: preferences.change(less_motion=on))
    card.add(language.words("Less motion"), calm)
    card.add(
        language.words("Ask who is here"),
        _idle(frame),
        language.words("After so many minutes without anybody at the computer"),
    )
    return card


def _idle(frame: Frame) -> QWidget:
    language, preferences = frame.language, frame.preferences
    minutes: Sequence[int] = _MINUTES
    current = preferences.settings.idle_minutes
    if current not in minutes:  # written by hand into the file of settings
        minutes = (current, *minutes)
    names = [Words(str(n) if n else language.say("Never")) for n in minutes]
    segments = _segments(frame, "idle", names, minutes.index(current))
    segments.chosen.connect(lambda at: preferences.change(idle_minutes=minutes[at]))
    return segments


def _segments(frame: Frame, name: str, names: Sequence[Words], current: int) -> Segments:
    made = Segments(frame.theme, tuple(names), current)
    for i, piece in enumerate(made.findChildren(QWidget)):
        piece.setObjectName(f"{name}_{i}")
    return made
