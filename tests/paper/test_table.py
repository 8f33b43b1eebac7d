import re
from collections.abc import Callable

from pypdf import PdfReader

from pdo_app.paper.page import WIDTH, paged
from pdo_app.paper.table import Column, Lines, several, table, words
from pdo_app.paper.text import PT, RIGHT, Paragraph
from pdo_app.reports.bilingual import Words

Read = Callable[[bytes], PdfReader]
COLUMNS = (
    Column(Words("姓名", "Name"), WIDTH * 0.7),
    Column(Words("分", "Minutes"), WIDTH * 0.3, RIGHT, ruled=True),
)
FOOT = Words("打印", "Printed")


def read_pages(read: Read, rows: list[tuple[Lines, Lines]]) -> list[str]:
    document = read(paged("x", table(COLUMNS, rows), FOOT))
    return [re.sub(r"\s+", "", page.extract_text()) for page in document.pages]


def row(first: str, second: str) -> tuple[Lines, Lines]:
    return words(Words(first), COLUMNS[0]), words(Words(second), COLUMNS[1])


def test_the_head_stands_on_every_page(read: Read) -> None:
    pages = read_pages(read, [row(f"Row{number:03}", str(number)) for number in range(90)])
    assert len(pages) > 2
    assert all("姓名" in page and "Minutes" in page for page in pages)
    whole = "".join(pages)
    assert all(f"Row{number:03}" in whole for number in range(90))


def test_a_row_higher_than_a_page_goes_on_overleaf(read: Read) -> None:
    pages = read_pages(read, [row("长" * 4000, "first"), row("After", "x")])
    assert len(pages) > 2
    assert "".join(pages).count("长") == 4000
    assert "".join(pages).count("first") == 1
    assert "After" in pages[-1]


def test_an_empty_row_has_room(read: Read) -> None:
    pieces = list(table(COLUMNS, [row("", "")], least=30 * PT))
    assert pieces[1].height == 30 * PT


def test_lines_leave_empty_paragraphs_out(fonts: list[str]) -> None:
    cell = Lines([Paragraph("", 10, WIDTH), Paragraph("a\nb", 10, WIDTH)])
    assert cell.number == 2
    assert cell.portion(1, 2).number == 1


def test_several_things_stand_below_each_other(fonts: list[str]) -> None:
    assert several((Words("甲", "a"), Words("乙")), COLUMNS[0]).number == 2
