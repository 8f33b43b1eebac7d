"""The sheet of a country, opened again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader

from pdo_app.paper.country import country_pdf, write_country
from pdo_app.reports.bilingual import Words
from pdo_app.reports.country_sheet import CountryPart, CountryRow, CountrySheet, Kind

Read = Callable[[bytes], PdfReader]


def words(document: PdfReader) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in document.pages))


ROWS = {
    Kind.NUMBERS: CountryRow(Words("110"), Words("警察", "Police"), (), ("紧急表 · 请先核实",)),
    Kind.FACTS: CountryRow(
        Words("最低工资", "Minimum wage"),
        Words("每小时 13.90 欧元", "EUR 13.90 an hour"),
        (Words("税前", "Gross"),),
        ("《条例》第 1 条 · 2026-11-24 核对",),
    ),
    Kind.HOLIDAYS: CountryRow(
        Words("12月25日 星期五", "Friday 25 December"),
        Words("圣诞节", "Christmas Day · Erster Weihnachtstag"),
        (Words("只在：萨克森州"),),
    ),
    Kind.PHRASES: CountryRow(Words("Guten Tag.", "古滕 塔克"), Words("您好。", "Hello.")),
    Kind.PORTALS: CountryRow(Words("官网", "Site"), Words("https://example.org/a/very/long/one")),
    Kind.SURPRISES: CountryRow(Words(""), Words("星期天关门。", "Closed on Sundays.")),
}


def sheet(rows: int = 1) -> CountrySheet:
    parts = tuple(
        CountryPart(kind, Words(f"部分{kind}", f"Part {kind}"), (row,) * rows)
        for kind, row in ROWS.items()
    )
    noted = replace(parts[3], note=Words("还没有请母语者看过。", "Not checked yet."))
    return CountrySheet(
        document="德国 Germany",
        title=Words("德国", "Germany"),
        about=(Words("首都：柏林", "Capital: Berlin"), Words("欧盟", "European Union")),
        parts=(*parts[:3], noted, *parts[4:]),
        foot=Words("打印", "Printed on 24 November 2026."),
    )


def test_everything_stands_there(read: Read) -> None:
    document = read(country_pdf(sheet()))
    found = words(document)
    for row in ROWS.values():
        pieces = [row.lead, row.words, *row.notes, *map(Words, row.sources)]
        for piece in (side for pair in pieces for side in (pair.first, pair.second)):
            assert re.sub(r"\s+", "", piece) in found, piece
    for piece in ("德国Germany", "首都：柏林", "Capital:Berlin", "欧盟", "Notcheckedyet."):
        assert piece in found
    assert document.metadata is not None
    assert document.metadata.title == "德国 Germany"


def test_it_goes_on_overleaf(read: Read) -> None:
    document = read(country_pdf(sheet(rows=40)))
    assert len(document.pages) > 4
    for number, page in enumerate(document.pages, 1):
        assert f"{number}/{len(document.pages)}" in re.sub(r"\s+", "", page.extract_text())
    assert words(document).count("每小时13.90欧元") == 40


def test_the_same_words_are_not_printed_twice(read: Read) -> None:
    row = CountryRow(Words("热线", "Line"), Words("116 016", "116 016"))
    made = replace(sheet(), parts=(CountryPart(Kind.FACTS, Words("数字"), (row,)),))
    assert words(read(country_pdf(made))).count("116016") == 1


def test_one_language_takes_less_room(read: Read) -> None:
    def alone(pair: Words) -> Words:
        return Words(pair.first)

    both = sheet(rows=40)
    parts = tuple(
        replace(
            part,
            rows=tuple(
                replace(
                    row,
                    lead=alone(row.lead),
                    words=alone(row.words),
                    notes=tuple(map(alone, row.notes)),
                )
                for row in part.rows
            ),
        )
        for part in both.parts
    )
    one = read(country_pdf(replace(both, parts=parts)))
    assert len(one.pages) < len(read(country_pdf(both)).pages)


def test_it_is_written_to_a_file(fonts: list[str], tmp_path: Path) -> None:
    target = tmp_path / "德国.pdf"
    write_country(sheet(), target)
    assert target.read_bytes().startswith(b"%PDF")
