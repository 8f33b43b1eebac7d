"""The pack's own table of holiday names: ``holidays/names.yaml`` and ``holidays/regions.yaml``."""

from __future__ import annotations

from pdo_app.content.fields import NOTHING
from pdo_app.content.folder import Folder
from pdo_app.content.model import Holidays, PackInfo, Text
from pdo_app.content.nodes import Mapping, Node, Scalar
from pdo_app.content.problems import Place
from pdo_app.content.public_holidays import Names, public_holidays
from pdo_app.content.words import faults

NAMES = "holidays/names.yaml"
REGIONS = "holidays/regions.yaml"
_KEYS = ("forms", "english", "names")
_NAME = "{name}"
YEARS = 3
"""How many years are reckoned, from the year of the pack's date on."""


def read_holidays(folder: Folder, info: PackInfo) -> tuple[Holidays, ...]:
    """Return the holidays of every destination of a pack that has a table of names, with an
    error for each name that the table lacks."""
    if not folder.only(NAMES):
        return ()
    names = _Table(folder).names()
    years = range(info.date.year, info.date.year + YEARS)
    found = []
    missing: dict[str, str] = {}
    for code in info.destinations:
        holidays, lacking = public_holidays(code, years, names)
        if holidays is not None:
            found.append(holidays)
        for name in lacking:
            missing.setdefault(name, code)
    for name, code in missing.items():
        message = f"The holiday {name!r} ({code}) has no Chinese name under 'names'."
        folder.problems.error(Place(NAMES, 1), "holiday-name", message)
    return tuple(found)


class _Table:
    def __init__(self, folder: Folder) -> None:
        self._folder, self._problems = folder, folder.problems
        self._file = NAMES

    def names(self) -> Names:
        parts = self._parts(NAMES)
        for key, node in parts.items():
            if key not in _KEYS:
                message = f"A table of holidays has no key {key!r}; its keys are english, forms, "
                self._error(node, "unknown-key", message + "names.")
        forms = self._texts(parts.get("forms"))
        for form, words in forms.items():
            if not all(_NAME in side for side in (form, words.zh, words.en)):
                message = f"{form!r} must hold {_NAME}, and so must its words."
                self._error(parts["forms"], "holiday-form", message)
        return Names(
            names=self._lines(parts.get("names")),
            english=self._lines(parts.get("english")),
            forms={form: words for form, words in forms.items() if _NAME in form},
            regions=self._regions(),
        )

    def _regions(self) -> dict[str, dict[str, Text]]:
        if not self._folder.only(REGIONS):
            return {}
        parts = self._parts(REGIONS)
        return {code: self._texts(node) for code, node in parts.items()}

    def _parts(self, file: str) -> dict[str, Node]:
        self._file = file
        node = self._folder.mapping(file)
        return {} if node is None else node.entries

    def _error(self, node: Node, code: str, message: str) -> None:
        self._problems.error(Place(self._file, node.line), code, message)

    def _entries(self, node: Node | None) -> dict[str, Node]:
        if node is not None and not isinstance(node, Mapping):
            self._error(node, "type", "Names are written as key: value.")
        return node.entries if isinstance(node, Mapping) else {}

    def _lines(self, node: Node | None) -> dict[str, str]:
        return {key: self._words(value) for key, value in self._entries(node).items()}

    def _texts(self, node: Node | None) -> dict[str, Text]:
        found = {}
        for key, value in self._entries(node).items():
            sides = self._lines(value)
            found[key] = Text(sides.get("zh", ""), sides.get("en", ""))
            if not (set(sides) == {"zh", "en"} and all(sides.values())):
                self._error(value, "language", f"{key!r} needs both languages: zh and en.")
                found[key] = NOTHING
        return found

    def _words(self, node: Node) -> str:
        if not isinstance(node, Scalar) or node.missing:
            self._error(node, "type", "A name is plain words.")
            return ""
        for code, message in faults(node.words):
            self._error(node, code, message)
        return node.words.strip()
