"""My country, from the country's file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget

from pdo_app import paths
from pdo_app.app import Desk
from pdo_app.records import Mode
from pdo_app.ui.learn import country as screen
from pdo_app.ui.routes import Place
from pdo_app.ui.widgets.outline import Outline, OutlineMap
from pdo_app.ui.widgets.patch import Chip, SourceLabel

from .dialogue import when_asked
from .operating import find, go, press
from .prepared import read_guide
from .walk import settle


def words(desk: Desk) -> str:
    return "\n".join(x.text() for x in desk.window.findChildren(QLabel) if x.isVisible())


@pytest.fixture
def at_country(desk: Desk) -> Desk:
    go(desk, Place.COUNTRY)
    return desk


def test_the_time_there_and_in_beijing(at_country: Desk) -> None:
    # 04:00 UTC on 24 November 2026
    assert "05:00" in words(at_country)
    assert "北京 12:00，早 7 小时" in words(at_country)
    assert "3月28日起，北京早 6 小时" in words(at_country)


def test_every_fact_has_its_label_and_says_what_to_confirm(at_country: Desk) -> None:
    press(at_country, "all_facts")
    file = at_country.library.country("DE")
    assert file is not None
    shown = words(at_country)
    for name in file.facts:
        assert at_country.library.fact(name).text.zh in shown
    labels = [x for x in at_country.window.findChildren(SourceLabel) if x.isVisible()]
    assert len(labels) == len(file.facts)
    assert all("请先核实" in x.accessibleName().replace("\u00a0", " ") for x in labels)


def test_few_facts_at_first_and_all_on_demand(at_country: Desk) -> None:
    labels = [x for x in at_country.window.findChildren(SourceLabel) if x.isVisible()]
    assert len(labels) == 8
    press(at_country, "all_facts")
    press(at_country, "all_facts")
    labels = [x for x in at_country.window.findChildren(SourceLabel) if x.isVisible()]
    assert len(labels) == 8


def test_phrases_by_group(at_country: Desk) -> None:
    press(at_country, "phrases_doctor")
    settle()
    file = at_country.library.country("DE")
    assert file is not None
    shown = words(at_country)
    for phrase in file.phrases:
        assert (phrase.local in shown) == (phrase.group == "doctor")
    assert "还没有请母语者看过" in shown
    at_country.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    readings = [p.reading for p in file.phrases if p.group == "doctor"]
    assert not any(reading in words(at_country) for reading in readings)


def test_another_country_is_one_press_away(
    at_country: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "choose_country", lambda *_: "IS")
    press(at_country, "change")
    settle()
    assert "冰岛" in words(at_country)
    at_country.become(at_country.frame.person.present)
    go(at_country, Place.COUNTRY)
    assert "德国" in words(at_country), "another person, or the same anew, sees the own country"


def test_the_guide_stands_on_a_thread(at_country: Desk) -> None:
    guide = at_country.library.guide("DE")
    assert guide is not None
    assert all(head.title.zh in words(at_country) for head in guide.lessons)
    press(at_country, "guide")
    assert at_country.frame.router.current is not None
    assert at_country.frame.router.current.params == {"lesson": guide.lessons[0].id}
    go(at_country, Place.COUNTRY)
    press(at_country, f"chapter_{guide.lessons[2].id}")
    assert at_country.frame.router.current.params == {"lesson": guide.lessons[2].id}
    read_guide(at_country)
    go(at_country, Place.COUNTRY)
    chips = [c.accessibleName() for c in at_country.window.findChildren(Chip) if c.isVisible()]
    assert at_country.frame.language.say("All read") in chips
    assert not [b for b in at_country.window.findChildren(QWidget, "guide") if b.isVisible()]


def test_a_country_without_a_guide(at_country: Desk) -> None:
    assert at_country.library.guide("IS") is None
    go(at_country, Place.COUNTRY, country="IS")
    assert "冰岛" in words(at_country)
    assert not [b for b in at_country.window.findChildren(QWidget, "guide") if b.isVisible()]


def test_help_is_at_hand(at_country: Desk) -> None:
    assert "112" in words(at_country)
    said = when_asked(QDialog.reject)
    press(at_country, "embassy")
    settle()
    assert "领" in said[0]
    press(at_country, "first_steps")
    settle()
    current = at_country.frame.router.current
    assert current is not None
    assert current.place is Place.EMERGENCY


def test_a_portal_is_shown_to_be_copied(at_country: Desk) -> None:
    file = at_country.library.country("DE")
    assert file is not None
    said = when_asked(QDialog.reject)
    label = find(at_country, "portal0")
    assert isinstance(label, QLabel)
    label.linkActivated.emit(file.portals[0].address)
    settle()
    assert file.portals[0].address.split("//")[1][:8] in said[0].replace("\u200b", "")


def test_every_destination_has_an_outline(at_country: Desk) -> None:
    outlines: Path = paths.resources() / "pictures" / "outlines.json"
    for code in at_country.library.info.destinations:
        outline = Outline.read(outlines, code)
        assert outline is not None, code
        assert 900 <= max(outline.size) <= 1000
    assert Outline.read(outlines, "XX") is None
    assert [m for m in at_country.window.findChildren(OutlineMap) if m.isVisible()]


def test_a_country_without_a_page_says_so(
    at_country: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_country.library, "country", lambda _code: None)  # an older pack
    go(at_country, Place.HOME)
    go(at_country, Place.COUNTRY)
    assert "还没有页面" in words(at_country)


def test_the_next_holidays_and_all_of_them(at_country: Desk) -> None:
    shown = words(at_country)
    for word in ("接下来的假日", "12月25日 星期五", "Erster Weihnachtstag", "2027年1月1日 星期五"):
        assert word in shown
    assert "忏悔祈祷日" not in shown, "a day of one region alone"
    said = when_asked(QDialog.reject)
    press(at_country, "all_holidays")
    settle()
    for word in ("2026", "2027", "忏悔祈祷日", "只在：萨克森州", "德国统一日"):
        assert word in said[0]


def test_in_english_a_holiday_has_its_local_name(at_country: Desk) -> None:
    at_country.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    assert "Friday 1 January 2027" in words(at_country)
    assert "Neujahr" in words(at_country)
    assert "新年" not in words(at_country)


def test_a_year_that_the_pack_does_not_reach(
    at_country: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_country.library, "holidays", lambda _code: None)  # an older pack
    go(at_country, Place.HOME)
    go(at_country, Place.COUNTRY)
    assert "接下来的假日" not in words(at_country)


def test_the_agreement_is_in_sight_or_somebody_to_ask(
    at_country: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "社会保险协定" in words(at_country)
    monkeypatch.setattr(screen, "choose_country", lambda *_: "SE")
    press(at_country, "change")
    settle()
    assert "签字前问清公司" in words(at_country)


def test_a_wide_page_has_two_columns_of_facts(at_country: Desk) -> None:
    at_country.window.resize(1920, 1080)
    settle()
    labels = [x for x in at_country.window.findChildren(SourceLabel) if x.isVisible()]
    assert len(labels) == 12
    edges = {x.mapTo(at_country.window, x.rect().topLeft()).x() for x in labels}
    assert len(edges) == 2


@pytest.mark.parametrize("name", ["德国", "德国.pdf"])
def test_the_page_is_printed(
    at_country: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), "PDF"))
    press(at_country, "print")
    settle()
    document = PdfReader(tmp_path / "德国.pdf")
    found = "".join("".join(page.extract_text().split()) for page in document.pages)
    file = at_country.library.country("DE")
    assert file is not None
    for words_there in (
        *(at_country.library.fact(fact).label.zh for fact in file.facts),
        *(phrase.local for phrase in file.phrases),
        *(portal.address for portal in file.portals),
        "ErsterWeihnachtstag",
        "2027年法定假日",
    ):
        assert "".join(words_there.split()) in found


def test_nothing_is_printed_by_somebody_who_goes_back(
    at_country: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    press(at_country, "print")
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_folder_that_is_not_there_is_told(at_country: Desk, tmp_path: Path) -> None:
    said = when_asked(QDialog.reject)
    view = at_country.window.findChild(screen.CountryScreen)
    assert view is not None
    view.save(tmp_path / "gone" / "x.pdf")
    assert "找不到文件夹" in said[0]
