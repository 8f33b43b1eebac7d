"""How the two languages of the interface write dates and numbers, taken from CLDR by Babel.

Reading Babel's locale data costs as much as building the home page, so the few patterns that the
interface needs are taken out once, when the catalogues are built, into ``formats.json`` beside
them. Where that file is missing they are taken from Babel at once; the result is the same.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

FILE = "formats.json"
ZH, EN = "zh", "en"
LOCALES = {ZH: "zh_Hans_CN", EN: "en_GB"}
_PIECE = re.compile(r"'([^']*)'|(y+|M+|d+|E+)|([^yMdE']+)")


@dataclass(frozen=True, slots=True)
class Formats:
    """One language: ``months`` and ``days`` are full names, January and Monday first;
    ``patterns`` maps a form (long, medium, short, day, weekday_day, month, weekday,
    short_weekday) to a CLDR pattern; ``territories``, ``languages`` and ``currencies`` map codes
    to names."""

    months: list[str]
    short_months: list[str]
    days: list[str]
    short_days: list[str]
    patterns: dict[str, str]
    decimal: str
    group: str
    percent: str
    territories: dict[str, str]
    languages: dict[str, str]
    currencies: dict[str, str]

    def day(self, day: date, form: str) -> str:
        """Return ``day`` in a form. Raises KeyError for a form that is not one of ours."""
        return "".join(
            piece[1] or piece[3] or self._field(piece[2], day)
            for piece in _PIECE.finditer(self.patterns[form])
        )

    def _field(self, field: str, day: date) -> str:
        match field:
            case "MMMM":
                return self.months[day.month - 1]
            case "MMM":
                return self.short_months[day.month - 1]
            case "EEEE":
                return self.days[day.weekday()]
            case "E" | "EEE":
                return self.short_days[day.weekday()]
        number = {"y": day.year, "M": day.month, "d": day.day}[field[0]]
        return str(number).zfill(len(field))

    def number(self, value: float) -> str:
        """Return a number in groups of three, with at most three decimals."""
        if isinstance(value, int):
            return f"{value:,}".replace(",", self.group)
        from decimal import ROUND_HALF_EVEN, Decimal  # 2 ms of a start that counts whole things

        exact = Decimal(str(value)).quantize(Decimal("0.001"), ROUND_HALF_EVEN)
        whole, _, rest = f"{abs(exact):,f}".partition(".")
        rest = rest.rstrip("0")
        text = whole.replace(",", self.group) + (self.decimal + rest if rest else "")
        return f"-{text}" if exact < 0 else text

    def share(self, share: float) -> str:
        """Return a share between 0 and 1 as a whole percentage."""
        # Six decimals take away what binary fractions add; then halves go to the even side.
        hundredths = round(round(share * 100, 6))
        return self.percent.replace("#", self.number(hundredths))


def from_cldr(language: str) -> Formats:
    """Take the formats of a language out of CLDR."""
    from babel import Locale
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = Locale.parse(LOCALES[language])
    skeletons = locale.datetime_skeletons
    # CLDR has no long form with the weekday for every locale; these are its patterns, spelt out.
    with_weekday = {ZH: "M月d日 EEEE", EN: "EEEE d MMMM"}[language]
    patterns = {form: locale.date_formats[form].pattern for form in ("long", "medium", "short")}
    patterns |= {
        "day": skeletons["MMMMd"].pattern if "MMMMd" in skeletons else skeletons["MMMd"].pattern,
        "weekday_day": with_weekday,
        "month": skeletons["yMMMM"].pattern if "yMMMM" in skeletons else skeletons["yMMM"].pattern,
        "weekday": "EEEE",
        "short_weekday": "EEE",
    }
    named = locale.months["format"], locale.days["format"]
    return Formats(
        months=[named[0]["wide"][i] for i in range(1, 13)],
        short_months=[named[0]["abbreviated"][i] for i in range(1, 13)],
        days=[named[1]["wide"][i] for i in range(7)],
        short_days=[named[1]["abbreviated"][i] for i in range(7)],
        patterns=patterns,
        decimal=get_decimal_symbol(locale),
        group=get_group_symbol(locale),
        percent=locale.percent_formats[None].pattern.replace("#,##0", "#"),
        territories=dict(locale.territories),
        languages=dict(locale.languages),
        currencies=dict(locale.currencies),
    )


def write(folder: Path) -> None:
    """Take all formats out of CLDR into ``formats.json`` in the ``folder`` of catalogues."""
    both = {language: asdict(from_cldr(language)) for language in LOCALES}
    text = json.dumps(both, ensure_ascii=False, sort_keys=True, indent=0)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def read(folder: Path) -> dict[str, Formats]:
    """Return the formats by language, from ``formats.json`` or, where it is missing or not
    whole, from CLDR."""
    try:
        raw = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return {language: Formats(**raw[language]) for language in LOCALES}
    except (OSError, ValueError, KeyError, TypeError):
        return {language: from_cldr(language) for language in LOCALES}
