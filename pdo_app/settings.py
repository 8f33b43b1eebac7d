"""Settings of this computer account: one frozen value with defaults.

The file keeps only what differs from the defaults, and keeps keys that this version does not
know, so that an older and a newer version can share it.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from pdo_app.records import Mode


@dataclass(frozen=True, slots=True)
class Settings:
    """``text_scale`` is a percentage, 100 to 200; ``theme`` is light, dark or system;
    ``idle_minutes`` is the time without input after which a shared computer asks who is there,
    0 for never; ``last_learner`` is the id of the person who was here last."""

    mode: Mode = Mode.BOTH
    text_scale: int = 100
    theme: str = "light"
    less_motion: bool = False
    idle_minutes: int = 10
    last_learner: str = ""


TEXT_SCALES = (100, 125, 150, 175, 200)
THEMES = ("light", "dark", "system")


class SettingsFile:
    """Reads and writes the settings of one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unknown: dict[str, object] = {}

    def load(self) -> Settings:
        """Return the settings; a missing or damaged file or value means the default.

        A file that is not a JSON object is set aside under the ending ``.damaged``.
        """
        try:
            raw = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, RecursionError):  # the last for brackets without end
            raw = None
        if not isinstance(raw, dict):
            self._set_aside()
            return Settings()
        known = {f.name for f in fields(Settings)}
        self._unknown = {k: v for k, v in raw.items() if k not in known}
        good = {k: v for k, v in raw.items() if k in known and _fits(k, v)}
        if "mode" in good:
            good["mode"] = Mode(good["mode"])
        return replace(Settings(), **good)

    def save(self, settings: Settings) -> None:
        """Write what differs from the defaults, whole or not at all.

        Raises OSError where the folder cannot be written.
        """
        default = asdict(Settings())
        changed = {k: v for k, v in asdict(settings).items() if v != default[k]}
        text = json.dumps(self._unknown | changed, ensure_ascii=False, indent=1)
        new = self._path.with_suffix(".new")
        with new.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._path)

    def _set_aside(self) -> None:
        try:
            self._path.replace(self._path.with_suffix(".damaged"))
        except OSError:
            return  # a read-only folder: the defaults still serve


def _fits(key: str, value: object) -> bool:
    match key:
        case "mode":
            return value in tuple(Mode)
        case "text_scale":
            return value in TEXT_SCALES
        case "theme":
            return value in THEMES
        case "idle_minutes":
            return type(value) is int and 0 <= value <= 240
        case "less_motion":
            return type(value) is bool
        case _:
            return type(value) is str
