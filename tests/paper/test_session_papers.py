"""Every paper of a session, opened again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from pdo_app.paper.attendance_certificates import (
    attendance_certificates_pdf,
    write_attendance_certificates,
)
from pdo_app.paper.attendance_sheet import attendance_sheet_pdf, write_attendance_sheet
from pdo_app.paper.reading_list import reading_lists_pdf, write_reading_lists
from pdo_app.paper.session_plan import session_plan_pdf, write_session_plan
from pdo_app.paper.session_report import session_report_pdf, write_session_report
from pdo_app.paper.trainer_guide import trainer_guide_pdf, write_trainer_guide
from pdo_app.records import Mode
from pdo_app.reports.attendance_certificates import attendance_certificates
from pdo_app.reports.attendance_sheet import attendance_sheet
from pdo_app.reports.bilingual import Words
from pdo_app.reports.certificate import Knot
from pdo_app.reports.reading_list import reading_lists
from pdo_app.reports.session_plan import session_plan
from pdo_app.reports.session_record import SessionRecord
from pdo_app.reports.session_report import FurtherPart, session_report
from pdo_app.reports.trainer_guide import trainer_guide
from pdo_app.texts import Texts
from tests.reports.taught import TODAY, ask, mark, new_class, record, whole
from tests.training.conftest import Desk

from .makers import NAMES

Read = Callable[[bytes], PdfReader]
Make = Callable[[Desk, SessionRecord, Texts], bytes]


def plan(desk: Desk, found: SessionRecord, texts: Texts) -> bytes:
    return session_plan_pdf(
        session_plan(found.session, found.centre, 4, desk.library, texts, TODAY)
    )


def guide(desk: Desk, found: SessionRecord, texts: Texts) -> bytes:
    return trainer_guide_pdf(trainer_guide(found.session, found.centre, desk.library, texts, TODAY))


def sheet(found: SessionRecord, texts: Texts, *, filled: bool) -> bytes:
    made = attendance_sheet(found.session, found.centre, found.grid, texts, TODAY, filled=filled)
    return attendance_sheet_pdf(made)


def blank(desk: Desk, found: SessionRecord, texts: Texts) -> bytes:
    return sheet(found, texts, filled=False)


def filled(desk: Desk, found: SessionRecord, texts: Texts) -> bytes:
    return sheet(found, texts, filled=True)


def report(desk: Desk, found: SessionRecord, texts: Texts) -> bytes:
    return session_report_pdf(session_report(found, texts, TODAY))


def certificates(desk: Desk, found: SessionRecord, texts: Texts) -> bytes:
    return attendance_certificates_pdf(attendance_certificates(found, texts, TODAY))


def lists(desk: Desk, found: SessionRecord, texts: Texts) -> bytes:
    return reading_lists_pdf(reading_lists(found, texts, TODAY))


EVERY: tuple[Make, ...] = (plan, guide, blank, filled, report, certificates, lists)
WITH_NAMES: tuple[Make, ...] = (blank, filled, report)


def words(document: PdfReader) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in document.pages))


def lines(document: PdfReader) -> list[tuple[dict[float, float], float, float]]:
    """Return the sizes of letters by their baseline, with width and height, of each page."""
    found = []
    for page in document.pages:
        sizes: dict[float, float] = {}

        def visit(
            text: str,
            cm: list[float],
            tm: list[float],
            font: object,
            size: float,
            sizes: dict[float, float] = sizes,
        ) -> None:
            if text.strip():
                y = round(tm[5] * cm[3] + cm[5], 1)
                sizes[y] = max(sizes.get(y, 0), abs(size * tm[3] * cm[3]))

        page.extract_text(visitor_text=visit)
        found.append((sizes, float(page.mediabox.width), float(page.mediabox.height)))
    return found


@pytest.fixture
def english(tmp_path: Path) -> Texts:
    return Texts(tmp_path, Mode.ENGLISH)


@pytest.fixture
def both(tmp_path: Path) -> Texts:
    return Texts(tmp_path, Mode.BOTH)


@pytest.mark.parametrize("make", EVERY)
@pytest.mark.parametrize("mode", list(Mode))
def test_it_is_a4_and_nothing_is_too_small_or_off_the_page(
    desk: Desk, read: Read, tmp_path: Path, make: Make, mode: Mode
) -> None:
    texts = Texts(tmp_path, mode)
    document = read(make(desk, record(desk, whole(desk)), texts))
    for sizes, width, height in lines(document):
        assert {round(width), round(height)} == {595, 842}
        assert min(sizes.values()) >= 8.99
        assert min(sizes) > 20
        assert max(sizes) < height - 20
    assert document.metadata is not None
    assert "十二月班" in document.metadata.title


def test_the_plan_has_times_and_material(desk: Desk, read: Read, english: Texts) -> None:
    found = words(read(plan(desk, record(desk, new_class(desk)), english)))
    assert re.search("09:05.09:20", found)  # the font has one sign for several dashes
    for piece in ("Twocontracts", "Inpairs", "Samplecontracts", "◆Essential"):
        assert piece in found
    assert "AfterwardspeoplecanCannamewhatacontractmustsay" in found
    assert "烟台培训中心" in found
    assert "Printedon" not in found
    assert "printedon2December2026" in found


def test_the_plan_names_what_is_left_out(desk: Desk, read: Read, english: Texts) -> None:
    made = session_plan(
        new_class(desk), desk.training.access.centre(), 4, desk.library, english, TODAY
    )
    made = replace(made, left_out=(Words("Closing"),))
    assert "Planned,butleftout" in words(read(session_plan_pdf(made)))


def test_the_guide_has_notes_and_steps(desk: Desk, read: Read, english: Texts) -> None:
    session = new_class(desk)
    found = words(read(guide(desk, record(desk, session), english)))
    made = trainer_guide(session, desk.training.access.centre(), desk.library, english, TODAY)
    lessons = [one for half in made.halves for part in half.parts for one in part.lessons]
    for lesson in lessons:
        for note in lesson.notes:
            assert re.sub(r"\s+", "", note.first[0].text) in found
        for activity in lesson.activities:
            assert re.sub(r"\s+", "", activity.title.first) in found
    assert "Afterwardspeoplecan" in found


def test_the_report_has_every_part(desk: Desk, read: Read, english: Texts) -> None:
    found = words(read(report(desk, record(desk, whole(desk)), english)))
    for piece in (
        "Camelate09:18",
        "Absent",
        "Topicsthateachpersonhashad",
        "Plannedandrealminutes",
        "Whatwasleftout,andwhy",
        "没有来",
        "Noreasonwaswritten.",
        "听不懂",
        "Notansweredyet",
        "+再讲一遍",
        "Thetrainer'slookback",
        "换了线",
        "Dateandsignatureofthetrainer",
    ):
        assert piece in found
    assert found.index("听不懂") < found.index("有最低工资")


def test_a_report_of_nothing_has_no_empty_parts(desk: Desk, read: Read, both: Texts) -> None:
    session = new_class(desk, names=())
    found = words(read(report(desk, record(desk, session), both)))
    assert "Realminutesareknown" in found
    for piece in ("Questionsandworries", "lookback", "leftout,andwhy"):
        assert piece not in found


def test_what_the_class_did_not_get_is_named(desk: Desk, read: Read, both: Texts) -> None:
    session = new_class(desk)
    mark(desk, session, 0)
    found = record(desk, session)
    assert "Planned,butnotgiven" in words(read(report(desk, found, both)))
    assert "hasnothadtheselessonsyet" in words(read(lists(desk, found, both)))


def test_another_feature_has_its_table_in_the_report(
    desk: Desk, read: Read, english: Texts
) -> None:
    columns, row = (Words("Name"), Words("Right")), (Words("王"), Words("8"))
    part = FurtherPart(Words("Tests"), columns, (row,))
    made = session_report(record(desk, whole(desk)), english, TODAY, (part,))
    assert "TestsNameRight王8" in words(read(session_report_pdf(made)))


@pytest.mark.parametrize("make", WITH_NAMES)
def test_forty_people_stand_on_several_pages_with_repeated_heads(
    desk: Desk, read: Read, both: Texts, make: Make
) -> None:
    names = [f"王小明{number:02}" for number in range(40)]
    session = new_class(desk, names)
    mark(desk, session, 0)
    document = read(make(desk, record(desk, session), both))
    pages = [re.sub(r"\s+", "", page.extract_text()) for page in document.pages]
    assert len(pages) > 1
    with_names = [page for page in pages if re.search(r"王小明\d\d", page)]
    assert all("Name" in page for page in with_names)
    assert all(name in "".join(pages) for name in names)
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in page


@pytest.mark.parametrize("make", [*WITH_NAMES, certificates, lists])
@pytest.mark.parametrize("name", NAMES)
def test_names_stand_there_as_typed(
    desk: Desk, read: Read, english: Texts, make: Make, name: str
) -> None:
    session = new_class(desk, (name, "李", "张", "赵"))
    for half in range(2):
        mark(desk, session, half)
    found = record(desk, session)
    if make is lists:
        ledger = found.ledger
        first = replace(ledger.rows[0], missed=ledger.given)
        found = replace(found, ledger=replace(ledger, rows=(first, *ledger.rows[1:])))
    printed, typed = words(read(make(desk, found, english))), re.sub(r"\s+", "", name)
    if len(typed) < 100:
        assert typed in printed
    else:  # a row that is cut between lines: what stands beside it comes between
        assert printed.count(typed[0]) >= len(typed)


def test_more_than_two_half_days_are_signed_across(desk: Desk, read: Read, english: Texts) -> None:
    session = new_class(desk)
    half = session.plan[0]
    plan = tuple(replace(half, id=f"h{number}", segments=()) for number in range(1, 7))
    session = desk.training.sessions.replan(session, plan)
    document = read(blank(desk, record(desk, session), english))
    assert document.pages[0].mediabox.width > document.pages[0].mediabox.height
    assert words(document).count("王建国") == 2
    document = read(report(desk, record(desk, session), english))
    assert words(document).count("王建国") >= 2


def test_a_session_without_a_plan_has_its_papers(desk: Desk, read: Read, english: Texts) -> None:
    session = new_class(desk)
    ask(desk, session)
    session = desk.training.sessions.replan(session, ())
    found = record(desk, session)
    for make in (plan, guide, blank, filled, report, lists):
        assert len(read(make(desk, found, english)).pages) == 1


def test_each_certificate_is_one_sheet(desk: Desk, read: Read, english: Texts) -> None:
    document = read(certificates(desk, record(desk, whole(desk)), english))
    assert len(document.pages) == 3
    found = re.sub(r"\s+", "", document.pages[0].extract_text())
    for piece in (
        "CertificateofAttendance".lower(),
        "王建国",
        "烟台培训中心",
        "陈老师",
        "everyhalf-dayattended,2inall",
        "2of2half-days",
        "1December2026",
    ):
        assert piece.lower() in found.lower()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("modules", [0, 3, 14, 15])
def test_nothing_on_a_certificate_runs_into_another(
    desk: Desk, read: Read, english: Texts, name: str, modules: int
) -> None:
    made = attendance_certificates(record(desk, whole(desk)), english, TODAY)
    knots = tuple(
        Knot(number % 15, Words(f"第{number}个模块：工作中的权利", f"Module called {number}"))
        for number in range(1, modules + 1)
    )
    first = made.pages[0]
    long = replace(
        first,
        page=replace(first.page, name=name, modules=knots),
        centre="山东省烟台市芝罘区外派劳务服务与培训中心（第二教学点）",
    )
    document = read(attendance_certificates_pdf(replace(made, pages=(long,))))
    assert len(document.pages) == 1
    sizes, _, _ = lines(document)[0]
    heights = sorted(sizes)
    assert heights[0] > 45
    assert heights[-1] < 800
    assert all(gap < 1 or gap > 7 for gap in (b - a for a, b in pairwise(heights)))


def test_each_reading_list_can_be_handed_out_alone(desk: Desk, read: Read, english: Texts) -> None:
    document = read(lists(desk, record(desk, whole(desk)), english))
    assert len(document.pages) == 2
    for page, name in zip(document.pages, ("李秀英", "=1+1"), strict=True):
        found = re.sub(r"\s+", "", page.extract_text())
        assert name in found
        assert "1/1" in found


def pictures(document: PdfReader) -> list[tuple[int, int]]:
    """Return the sizes of the pictures on the first page."""
    found = document.pages[0]["/Resources"].get("/XObject", {})
    named = (found[name].get_object() for name in found)
    return [(one["/Width"], one["/Height"]) for one in named if one["/Subtype"] == "/Image"]


def picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x204080)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


@pytest.mark.parametrize("size", [(40, 20), (3000, 900), (20, 900)])
def test_the_logo_is_printed(desk: Desk, read: Read, english: Texts, size: tuple[int, int]) -> None:
    session = whole(desk)
    desk.training.access.save_centre(logo=picture(*size))
    found = record(desk, session)
    for make in (report, certificates):
        document = read(make(desk, found, english))
        ((wide, high),) = pictures(document)
        assert max(wide, high) <= 600


def test_a_logo_that_is_no_picture_gives_way_to_the_sign(
    desk: Desk, read: Read, english: Texts
) -> None:
    found = record(desk, whole(desk))
    found = replace(found, centre=replace(found.centre, logo=b"\x89PNG\r\n\x1a\nbroken"))
    for make in (report, certificates):
        assert not pictures(read(make(desk, found, english)))


def test_one_language_takes_less_room(desk: Desk, read: Read, english: Texts, both: Texts) -> None:
    found = record(desk, whole(desk))
    one, two = (read(report(desk, found, texts)) for texts in (english, both))
    assert len(one.pages) <= len(two.pages)
    assert words(one).count("Reading") <= words(two).count("Reading")


def test_they_are_written_to_files(desk: Desk, english: Texts, tmp_path: Path) -> None:
    found = record(desk, whole(desk))
    session, centre = found.session, found.centre
    target = tmp_path / "签到表.pdf"
    for write in (
        lambda: write_session_plan(
            session_plan(session, centre, 4, desk.library, english, TODAY), target
        ),
        lambda: write_trainer_guide(
            trainer_guide(session, centre, desk.library, english, TODAY), target
        ),
        lambda: write_attendance_sheet(
            attendance_sheet(session, centre, found.grid, english, TODAY, filled=True), target
        ),
        lambda: write_session_report(session_report(found, english, TODAY), target),
        lambda: write_attendance_certificates(
            attendance_certificates(found, english, TODAY), target
        ),
        lambda: write_reading_lists(reading_lists(found, english, TODAY), target),
    ):
        target.unlink(missing_ok=True)
        write()
        assert PdfReader(BytesIO(target.read_bytes())).pages
