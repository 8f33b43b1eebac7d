"""The sheet of a country: where it should go, and its writing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pdo_app.content.library import Library
from pdo_app.content.model import Country
from pdo_app.paper.country import write_country
from pdo_app.reports.country_sheet import country_sheet
from pdo_app.texts import Texts
from pdo_app.ui.language import Language
from pdo_app.ui.learn.phrases import GROUPS
from pdo_app.ui.learn.saving import ask_for_pdf


def ask_where(over: QWidget, language: Language, code: str, today: date) -> Path | None:
    """Ask for the file to write. Returns None where the person thinks better of it."""
    name = f"{language.texts.country(code)} {today}"
    return ask_for_pdf(over, language.say("Save the page of this country"), name)


def write_sheet(
    country: Country, library: Library, texts: Texts, today: date, target: Path
) -> None:
    """Write the sheet of a country as PDF. Raises WriteError with what to do."""
    write_country(country_sheet(country, library, texts, GROUPS, today), target)
