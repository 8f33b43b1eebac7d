from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdo_app.content.building import build
from pdo_app.content.citing import articles, label
from pdo_app.content.library import Library
from pdo_app.content.model import Citation, Language
from pdo_app.errors import PackError


@pytest.fixture
def library(packs: Path) -> Iterator[Library]:
    library = Library.open(packs)
    yield library
    library.close()


@pytest.fixture
def added(change: Callable[..., Path], tmp_path: Path) -> Path:
    """A folder with a second pack, called extra."""
    root = change("pack.yaml", "id: extra", "id: tiny")
    change("modules/m01-offer/module.yaml", "number: 2", "number: 1")
    folder = tmp_path / "added"
    folder.mkdir()
    assert build(root, folder / "extra.pdopack") == ()
    return folder


def test_what_is_there(library: Library) -> None:
    assert library.info.version == "2026.11"
    assert library.findings == ()
    assert [module.number for module in library.modules()] == [1, 13]
    assert library.module("tiny/m13").title.en == "Emergencies"
    assert library.lesson("tiny/m01/fees").blocks[0].id == "right-1"
    assert len(library.questions()) == 8
    assert len(library.questions("tiny/m13")) == 4
    assert library.questions("tiny/m99") == ()
    assert library.question("tiny/m01/q/item-one").right == ("a",)
    assert [group.id for group in library.groups()] == ["documents", "first-72-hours"]
    assert [item.id for item in library.items()] == ["tiny/m01/c/copy"]
    assert len(library.items("DE")) == 2
    assert len(library.items("NO")) == 1
    assert library.fact("eu.112").text.zh == "112"
    assert library.source("eu-112").grade == "A"
    assert library.situations()[0].steps[0].en == "Call 112."
    picture, raw = library.picture("worker")
    assert library.pictures() == (picture,)
    assert picture.licence == "CC0-1.0"
    assert raw.startswith(b"<svg")
    country = library.country("DE")
    assert country is not None
    assert country.capital[Language.ZH] == "柏林"
    assert library.country("FR") is None


def test_guides_stand_beside_the_modules(library: Library) -> None:
    guide = library.guide("DE")
    assert guide is not None
    assert (guide.id, guide.number, guide.country) == ("tiny/guide-de", 0, "DE")
    assert library.module("tiny/guide-de") == guide
    assert library.guides() == (guide,)
    assert library.guide("NO") is None
    assert library.lesson("tiny/guide-de/register").picture == "worker"
    assert [q.id for q in library.questions(guide.id)] == [
        "tiny/guide-de/q/bring-what",
        "tiny/guide-de/q/call-first",
    ]
    assert "tiny/guide-de/register" in {hit.id for hit in library.search("登记住址")}
    assert library.forms() == ()


def test_forms_and_their_questions(form_pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "with forms"
    folder.mkdir()
    assert build(form_pack, folder / "a.pdopack") == ()
    library = Library.open(folder)
    pairs = library.forms()
    assert [pair.number for pair in pairs] == list(range(1, 23))
    assert library.question(pairs[0].spare_b).reserved
    assert len(library.questions()) == 8
    assert not any(q.reserved for q in library.questions("tiny/m01"))
    library.close()


@pytest.mark.parametrize("ask", ["module", "lesson", "question", "fact", "source", "picture"])
def test_unknown_ids(library: Library, ask: str) -> None:
    with pytest.raises(KeyError, match="none"):
        getattr(library, ask)("none")


def test_things_are_kept(library: Library) -> None:
    assert library.lesson("tiny/m01/fees") is library.lesson("tiny/m01/fees")


def test_a_link_to_a_lesson_needs_only_its_head(library: Library) -> None:
    for part in (*library.modules(), *library.guides()):
        for head in part.lessons:
            assert library.head(head.id) == head
    for unknown in ("tiny/m01/nothing", "tiny/m99/fees", "fees", ""):
        with pytest.raises(KeyError):
            library.head(unknown)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("押金", ["tiny/m01/fees"]),
        ("deposit", ["tiny/m01/fees"]),
        ("depos", ["tiny/m01/fees"]),
        ("合同 welder", ["tiny/m01/two-contracts"]),
        ("hier", ["DE/where"]),
        ("第一页", []),
        ("复印件", []),
        ("", []),
        ('"', []),
    ],
)
def test_search(library: Library, words: str, wanted: list[str]) -> None:
    assert [hit.id for hit in library.search(words)] == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40))
def test_whatever_is_typed_can_be_searched_for(library: Library, words: str) -> None:
    for hit in library.search(words):
        assert hit.title.zh


def test_titles_come_first(library: Library) -> None:
    hits = library.search("112")
    assert {hits[0].kind, hits[1].kind} <= {"lesson", "fact"}
    assert hits[0].title.en
    assert len(library.search("112", limit=1)) == 1


def test_an_added_pack(packs: Path, added: Path) -> None:
    library = Library.open(packs, added)
    assert library.info.id == "tiny"
    assert [module.id for module in library.modules()] == [
        "tiny/m01",
        "extra/m01",
        "tiny/m13",
        "extra/m13",
    ]
    assert library.lesson("extra/m01/fees").module == "extra/m01"
    assert len(library.questions()) == 16
    assert [guide.id for guide in library.guides()] == ["tiny/guide-de", "extra/guide-de"]
    guide = library.guide("DE")
    assert guide is not None
    assert guide.id == "tiny/guide-de"
    assert {hit.id for hit in library.search("押金")} == {"tiny/m01/fees", "extra/m01/fees"}
    library.close()


def test_the_core_pack_says_what_the_version_is(
    change: Callable[..., Path], packs: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "built-in"
    folder.mkdir()
    shutil.copy(packs / "tiny.pdopack", folder / "a.pdopack")
    build(change("pack.yaml", "id: core", "id: tiny"), folder / "z.pdopack")
    library = Library.open(folder)
    assert library.info.id == "core"
    library.close()


def test_damaged_added_packs_stop_nothing(packs: Path, added: Path) -> None:
    (added / "a.pdopack").write_bytes(b"\x93" * 9000)
    shutil.copy(packs / "tiny.pdopack", added / "same.pdopack")
    library = Library.open(packs, added)
    assert [message.in_english() for message in library.findings] == [
        "The pack a.pdopack is damaged and was set aside.",
        "The pack same.pdopack was left out: its content is there already.",
    ]
    assert len(library.modules()) == 4
    library.close()
    assert (added / "a.pdopack.damaged").exists()


def test_a_folder_for_added_packs_that_is_not_there(packs: Path, tmp_path: Path) -> None:
    library = Library.open(packs, tmp_path / "none")
    assert library.findings == ()
    library.close()


def test_no_built_in_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"core\.pdopack is damaged or missing"):
        Library.open(tmp_path)


def test_a_damaged_built_in_pack(packs: Path, tmp_path: Path) -> None:
    shutil.copy(packs / "tiny.pdopack", tmp_path / "a.pdopack")
    (tmp_path / "b.pdopack").write_bytes(b"\0" * 5000)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(PackError, match=r"b\.pdopack .* Install the application again"):
        Library.open(tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_damage_that_shows_when_a_lesson_is_read(packs: Path, tmp_path: Path) -> None:
    path = shutil.copy(packs / "tiny.pdopack", tmp_path / "a.pdopack")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE things SET json = 'x' WHERE id = 'tiny/m01/fees'")
        connection.commit()
    library = Library.open(tmp_path)
    assert library.lesson("tiny/m13/call-112").minutes == 6
    with pytest.raises(PackError):
        library.lesson("tiny/m01/fees")
    library.close()


@pytest.mark.parametrize(
    ("citation", "zh", "en"),
    [
        (
            Citation("cn-order-620", "23,27"),
            "《对外劳务合作管理条例》第 23、27 条 · 2026-11-24 核对",
            "Overseas Labour Regulations, Art. 23, 27 · checked 2026-11-24",
        ),
        (
            Citation("cn-order-620", "§ 3"),
            "《对外劳务合作管理条例》§ 3 · 2026-11-24 核对",
            "Overseas Labour Regulations, § 3 · checked 2026-11-24",
        ),
        (
            Citation("eu-112"),
            "欧盟委员会 112 页面 · 2026-11-20 核对",
            "European Commission page on 112 · checked 2026-11-20",
        ),
        (
            Citation("eu-112", "附件"),
            "欧盟委员会 112 页面附件 · 2026-11-20 核对",
            "European Commission page on 112, 附件 · checked 2026-11-20",
        ),
    ],
)
def test_labels(library: Library, citation: Citation, zh: str, en: str) -> None:
    assert label(citation, library, "zh") == zh
    assert label(citation, library, Language.EN) == en


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ("23", "第 23 条", "Art. 23"),
        ("23, 27、30", "第 23、27、30 条", "Art. 23, 27, 30"),
        ("16a", "第 16a 条", "Art. 16a"),
        ("3-5", "第 3-5 条", "Art. 3-5"),
        ("Annex I", "Annex I", "Annex I"),
        ("", "", ""),
    ],
)
def test_articles(words: str, zh: str, en: str) -> None:
    assert articles(words, Language.ZH) == zh
    assert articles(words, Language.EN) == en


def test_a_label_of_an_unknown_source(library: Library) -> None:
    with pytest.raises(KeyError):
        label(Citation("none"), library, "en")
