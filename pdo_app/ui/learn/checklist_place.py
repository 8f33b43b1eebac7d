"""Where the printed checklist should go."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from pdo_app.ui.language import Language

_ENDING = ".pdf"


def ask_where(over: QWidget, language: Language, today: date) -> Path | None:
    """Ask for the file to write, in the person's documents unless they go elsewhere.

    Returns None where they think better of it. A name without an ending gets one.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    proposed = Path(documents) / f"{language.say('My checklist')} {today}{_ENDING}"
    chosen, _ = QFileDialog.getSaveFileName(
        over, language.say("Save the checklist"), str(proposed), f"PDF (*{_ENDING})"
    )
    if not chosen:
        return None
    target = Path(chosen)
    if target.suffix.lower() != _ENDING:
        target = target.with_name(target.name + _ENDING)
    return target
