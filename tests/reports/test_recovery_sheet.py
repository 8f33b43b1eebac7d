from datetime import date
from pathlib import Path

from pdo_app.records import Mode
from pdo_app.reports.recovery_sheet import recovery_sheet
from pdo_app.texts import Texts

DAY = date(2026, 11, 24)


def test_it_says_what_the_code_is_for(catalogues: Path) -> None:
    sheet = recovery_sheet("ABCD-EFGH-JKLM-NPQR", "南通", Texts(catalogues, Mode.BOTH), DAY)
    assert sheet.code == "ABCD-EFGH-JKLM-NPQR"
    assert sheet.centre == "南通"
    assert sheet.document == "Recovery code of the trainer's area"
    assert len(sheet.lines) == 3
    assert sheet.foot.second == "Made on 24 November 2026"


def test_in_one_language_there_is_no_second(catalogues: Path) -> None:
    sheet = recovery_sheet("X", "", Texts(catalogues, Mode.ENGLISH), DAY)
    assert not any(words.second for words in (sheet.title, sheet.foot, *sheet.lines))
