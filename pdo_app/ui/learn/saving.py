"""Asking where a paper should go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_ENDING = ".pdf"


def ask_for_pdf(over: QWidget, title: str, name: str) -> Path | None:
    """Ask for the file to write, in the person's documents unless they go elsewhere; ``name`` is
    proposed without its ending.

    Returns None where they think better of it. A name without an ending gets one.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    proposed = Path(documents) / f"{name}{_ENDING}"
    chosen, _ = QFileDialog.getSaveFileName(over, title, str(proposed), f"PDF (*{_ENDING})")
    if not chosen:
        return None
    target = Path(chosen)
    if target.suffix.lower() != _ENDING:
        target = target.with_name(target.name + _ENDING)
    return target
