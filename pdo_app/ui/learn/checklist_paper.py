"""A list on paper: where it should go, and its writing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pdo_app.content.citing import label
from pdo_app.content.library import Library
from pdo_app.learning.checklists import Task
from pdo_app.paper.checklist import write_checklist
from pdo_app.records import Learner
from pdo_app.reports.checklist_sheet import checklist_sheet
from pdo_app.texts import Texts
from pdo_app.ui.language import Language
from pdo_app.ui.learn.saving import ask_for_pdf


def ask_where(over: QWidget, language: Language, today: date) -> Path | None:
    """Ask for the file to write, in the person's documents unless they go elsewhere.

    Returns None where they think better of it. A name without an ending gets one.
    """
    name = f"{language.say('My checklist')} {today}"
    return ask_for_pdf(over, language.say("Save the checklist"), name)


def write_list(
    learner: Learner,
    tasks: Iterable[Task],
    library: Library,
    texts: Texts,
    today: date,
    target: Path,
) -> None:
    """Write tasks as PDF, under the titles of their groups. Raises WriteError with what to do."""
    sheet = checklist_sheet(
        learner,
        tasks,
        library.groups(),
        texts,
        lambda citation, language: label(citation, library, language),
        today,
    )
    write_checklist(sheet, target)
