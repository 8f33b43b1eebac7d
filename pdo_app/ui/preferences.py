"""How this computer account likes to see things; a change takes effect at once and is saved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from pdo_app.settings import Settings, SettingsFile
from pdo_app.ui.language import Language
from pdo_app.ui.theme import Theme


class Preferences(QObject):
    """Holds the settings in force and applies them to theme and language."""

    changed = Signal()

    def __init__(self, file: SettingsFile, theme: Theme, language: Language) -> None:
        super().__init__()
        self._file, self._theme, self._language = file, theme, language
        self.settings = file.load()
        self._apply()

    def change(self, **what: object) -> None:
        """Change settings by name, apply and save them.

        A folder that cannot be written keeps the change for this run only.
        """
        self.settings = replace(self.settings, **what)  # type: ignore[arg-type] # names are ours
        try:
            self._file.save(self.settings)
        except OSError:
            import logging  # a start that saves nothing needs no log

            logging.getLogger(__name__).warning("settings could not be saved")
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        now: Settings = self.settings
        self._language.switch(now.mode)
        self._theme.choose(now.theme, now.text_scale, less_motion=now.less_motion)
