from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from pdo_app.paper.recovery_sheet import recovery_pdf, write_recovery_sheet
from pdo_app.reports.bilingual import Words
from pdo_app.reports.recovery_sheet import RecoverySheet

Read = Callable[[bytes], PdfReader]
BOTH = Words("这个恢复码打开专区。", "This code opens the area.")


def sheet(centre: str = "南通市外派劳务培训中心", line: Words = BOTH) -> RecoverySheet:
    return RecoverySheet(
        "Recovery code", Words("恢复码", "Recovery code"), centre, "ABCD-EFGH", (line,) * 3, BOTH
    )


@pytest.mark.parametrize("centre", ["", "南通市外派劳务培训中心"])
def test_the_code_can_be_read_and_typed(read: Read, centre: str) -> None:
    document = read(recovery_pdf(sheet(centre)))
    words = " ".join(document.pages[0].extract_text().split())
    assert len(document.pages) == 1
    assert "ABCD-EFGH" in words
    assert (centre in words) or not centre
    assert "This code opens the area." in words


def test_one_language_is_enough(read: Read) -> None:
    page = read(recovery_pdf(sheet(line=Words("Only one.")))).pages[0]
    words = " ".join(page.extract_text().split())
    assert words.count("Only one.") == 3


def test_it_is_written(fonts: list[str], tmp_path: Path) -> None:
    write_recovery_sheet(sheet(), tmp_path / "code.pdf")
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")
