from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from pdo_app.app import Desk
from pdo_app.content.model import Language as ContentLanguage
from pdo_app.content.model import Text
from pdo_app.errors import Message
from pdo_app.records import Mode
from pdo_app.texts import Texts
from pdo_app.ui.language import Language, Words, standing_alone

from .conftest import silence
from .operating import find
from .walk import settle


@pytest.fixture
def language(application: QApplication, tmp_path: Path) -> Iterator[Language]:
    catalogue = Catalog(locale="zh_CN")
    catalogue.add("Home", "首页")
    catalogue.add("Hello, {name}", "{name}，您好")
    catalogue.add("Due on {day}", "{day}前办")
    catalogue.add(("{n} day", "{n} days"), ("{n} 天",))
    folder = tmp_path / "zh_CN" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "pdo_app.mo").open("wb") as file:
        write_mo(file, catalogue)
    made = Language(Texts(tmp_path))
    yield made
    silence(made)


def test_both_modes_show_chinese_first(language: Language) -> None:
    assert language.mode is Mode.BOTH
    assert language.words("Home") == Words("首页", "Home")
    assert language.say("Home") == "首页"
    assert language.content == (ContentLanguage.ZH, ContentLanguage.EN)
    assert language.show(Text("合同", "Contract")) == Words("合同", "Contract")


@pytest.mark.parametrize(
    ("mode", "word", "content"),
    [(Mode.CHINESE, "首页", "合同"), (Mode.ENGLISH, "Home", "Contract")],
)
def test_one_language_alone(language: Language, mode: Mode, word: str, content: str) -> None:
    language.switch(mode)
    assert language.words("Home") == Words(word)
    assert language.words("Home").spoken == word
    assert language.show(Text("合同", "Contract")) == Words(content)
    assert [part.value for part in language.content] == ["zh" if word == "首页" else "en"]


def test_a_switch_is_told_once(language: Language) -> None:
    heard: list[None] = []
    language.changed.connect(lambda: heard.append(None))
    language.switch(Mode.BOTH)
    assert not heard
    language.switch(Mode.ENGLISH)
    language.switch(Mode.ENGLISH)
    assert len(heard) == 1


def test_a_missing_word_returns_its_source(language: Language) -> None:
    words = language.words("Nobody has translated {what} yet.", what="this")
    assert words == Words(*["Nobody has translated this yet."] * 2)
    assert QCoreApplication.translate("Screen", "Nobody said so") == "Nobody said so"


def test_values_are_filled_in_for_each_language(language: Language) -> None:
    assert language.words("Hello, {name}", name="李建国").main == "李建国，您好"
    words = language.words(
        "Due on {day}", day=lambda tongue: language.texts.date(date(2026, 12, 3), "day", tongue)
    )
    assert words == Words("12月3日前办", "Due on 3 December")


def test_plurals(language: Language) -> None:
    assert language.counted("{n} day", "{n} days", 1) == Words("1 天", "1 day")
    assert language.counted("{n} day", "{n} days", 2) == Words("2 天", "2 days")


def test_sentences_for_people(language: Language) -> None:
    hello, home = Message("Hello, {name}", {"name": "A"}), Message("Home")
    assert language.message(hello) == Words("A，您好", "Hello, A")
    assert language.sentences(hello, home) == Words("A，您好首页", "Hello, A Home")
    language.switch(Mode.ENGLISH)
    assert language.sentences(hello, home) == Words("Hello, A Home")


def test_qt_speaks_along(language: Language) -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert (folder / "qtbase_zh_CN.qm").is_file()
    language.switch(Mode.CHINESE)
    assert _cancel() == "取消"
    assert QLocale().language() is QLocale.Language.Chinese
    language.switch(Mode.ENGLISH)
    assert "取消" not in _cancel()
    assert QLocale().language() is QLocale.Language.English
    language.switch(Mode.BOTH)
    assert _cancel() == "取消"


def test_qt_asks_our_catalogue_too(language: Language) -> None:
    assert QCoreApplication.translate("Anything", "Home") == "首页"
    language.switch(Mode.ENGLISH)
    assert QCoreApplication.translate("Anything", "Home") == "Home"


def test_the_window_changes_its_language_at_once(desk: Desk) -> None:
    settle()
    before = find(desk, "rail_home").accessibleName()
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    settle()
    assert find(desk, "rail_home").accessibleName() == "Home"
    assert desk.window.windowTitle() == "PDO Companion"
    desk.frame.preferences.change(mode=Mode.BOTH)
    settle()
    assert find(desk, "rail_home").accessibleName() == before
    assert before.endswith("Home")
    assert before != "Home"


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("within 2 weeks of moving in", "Within 2 weeks of moving in"),
        ("labour-law advice", "Labour-law advice"),
        ("EUR 13.90 an hour", "EUR 13.90 an hour"),
        ("2 周内", "2 周内"),
        ("info@example.eu, weekdays", "info@example.eu, weekdays"),
        ("example.eu/zh", "example.eu/zh"),
        (" ", " "),
    ],
)
def test_a_fact_that_stands_alone_begins_large(text: str, alone: str) -> None:
    assert standing_alone(text) == alone


def test_both_languages_stand_alone() -> None:
    assert Words("搬进后", "after moving in").alone == Words("搬进后", "After moving in")
    assert Words("after moving in").alone == Words("After moving in")


def _cancel() -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")
