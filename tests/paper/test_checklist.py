import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from pdo_app.paper.checklist import checklist_pdf, write_checklist
from pdo_app.reports.bilingual import Words
from pdo_app.reports.checklist_sheet import ChecklistSheet

from .makers import NAMES, checklist, row

Read = Callable[[bytes], PdfReader]


def words(document: PdfReader) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in document.pages))


def test_a_row_has_everything(read: Read) -> None:
    found = words(read(checklist_pdf(checklist(row(note="8:30 开门", day="2026年11月24日")))))
    for piece in ("公证", "Notarise", "机关要看", "Officesask", "2026年11月24日", "24Nov2026"):
        assert piece in found
    for piece in ("23daysbeforedeparture", "《条例》第23条", "我的笔记Mynote", "8:30开门", "1/1"):
        assert piece in found


def test_without_a_note_there_is_no_label(read: Read) -> None:
    assert "我的笔记" not in words(read(checklist_pdf(checklist(row(done=True)))))


def test_a_long_list_goes_on_overleaf(read: Read) -> None:
    rows = [row(f"Item{number:03}", done=number < 20) for number in range(60)]
    document = read(checklist_pdf(checklist(*rows)))
    found = words(document)
    assert len(document.pages) > 3
    assert [n for n in range(60) if f"Item{n:03}" not in found] == []
    for number, page in enumerate(document.pages, 1):
        assert f"{number}/{len(document.pages)}" in re.sub(r"\s+", "", page.extract_text())


@pytest.mark.parametrize("note", ["长" * 2000, "\n".join("a" * 1000), "W" * 2000])
def test_a_long_note_goes_on_overleaf(read: Read, note: str) -> None:
    document = read(checklist_pdf(checklist(row(note=note), row("After"))))
    found = words(document)
    assert found.count(note[0]) >= note.count(note[0])
    assert "After" in found


@pytest.mark.parametrize("name", NAMES)
def test_what_people_typed_stands_there_as_typed(read: Read, name: str) -> None:
    found = words(read(checklist_pdf(checklist(row(note=name), person=name))))
    assert found.count(re.sub(r"\s+", "", name)) >= 2


def in_one_language(sheet: ChecklistSheet) -> ChecklistSheet:
    only = Words("清单")
    group = replace(
        sheet.groups[0],
        title=only,
        rows=tuple(
            replace(r, title=only, why=only, day=only, when=only) for r in sheet.groups[0].rows
        ),
    )
    return replace(sheet, title=only, trip=(only,), note=only, foot=only, groups=(group,))


def test_one_language_leaves_no_empty_lines(read: Read) -> None:
    rows = [row() for _ in range(60)]
    one = read(checklist_pdf(in_one_language(checklist(*rows))))
    assert len(one.pages) < len(read(checklist_pdf(checklist(*rows))).pages)


def test_an_empty_list_is_a_page(read: Read) -> None:
    assert len(read(checklist_pdf(replace(checklist(), groups=()))).pages) == 1


def test_it_is_written_to_a_file(fonts: list[str], tmp_path: Path) -> None:
    target = tmp_path / "清单.pdf"
    write_checklist(checklist(row()), target)
    assert target.read_bytes().startswith(b"%PDF")
