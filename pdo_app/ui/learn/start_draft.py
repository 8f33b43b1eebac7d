"""What somebody has answered on the first page, before a profile is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pdo_app.errors import N_, Message
from pdo_app.ui.widgets.field import PIN_LENGTH

_MISSING = {
    "destination": N_("Choose the country where you will work."),
    "departure": N_('Choose the day, or tick "Not yet known".'),
    "name": N_("Type your name."),
    "pin": N_("A PIN has four digits."),
}


@dataclass
class Draft:
    """What was answered so far; kept while language, theme and text size change. ``wrong`` says
    by question what to mend."""

    destination: str | None = None
    departure: date | None = None
    open_day: bool = False
    name: str = ""
    with_pin: bool = False
    pin: str = ""
    wrong: dict[str, tuple[Message, ...]] = field(default_factory=dict)

    def answered(self, question: str) -> bool:
        """Tell whether a question has an answer."""
        match question:
            case "destination":
                return self.destination is not None
            case "departure":
                return self.open_day or self.departure is not None
            case "name":
                return bool(self.name.strip())
            case "pin":
                return not self.with_pin or len(self.pin) == PIN_LENGTH
            case _:
                return True

    def check(self) -> bool:
        """Note what is missing; tell whether nothing is."""
        self.wrong = {
            name: (Message(text),) for name, text in _MISSING.items() if not self.answered(name)
        }
        return not self.wrong
