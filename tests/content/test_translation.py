# ruff: noqa: E501  -- a line of a source reads best whole
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from pdo_app.content import translation
from pdo_app.content.model import Language
from pdo_app.content.translation import Imported, export_po, import_po
from pdo_app.errors import InputError, KnownError, WriteError

CORE = Path(__file__).parents[2] / "resources" / "packs" / "core"
LESSON = "modules/m01-offer/01-two-contracts.md"
FEES = "modules/m01-offer/02-fees.md"
QUESTIONS = "modules/m01-offer/questions.yaml"
Translate = Callable[..., Path]


def contents(root: Path) -> dict[str, bytes]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def catalogue(file: Path) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream)


@pytest.fixture
def translate(copy: Path, tmp_path: Path) -> Translate:
    """Export the copy and give entries other words, by context."""

    def apply(words: dict[str, str], language: Language = Language.EN, fuzzy: bool = False) -> Path:
        file = tmp_path / "a.po"
        export_po(copy, file, language)
        found = catalogue(file)
        for entry in found:
            if entry.context in words:
                entry.string = words.pop(entry.context)
                if fuzzy:
                    entry.flags.add("fuzzy")
        assert words == {}
        with file.open("wb") as stream:
            write_po(stream, found)
        return file

    return apply


def test_an_entry_says_where_its_words_stand(copy: Path, tmp_path: Path) -> None:
    count = export_po(copy, tmp_path / "a.po", Language.EN)
    found = catalogue(tmp_path / "a.po")
    assert len(found) == count > 100
    assert str(found.locale_identifier) == "en"
    (entry,) = (e for e in found if e.context == f"{LESSON}#steps-1/item-1")
    assert (entry.id, entry.string) == ("要一份合同。", "Ask for a copy.")
    assert entry.locations == [(LESSON, 31)]
    other = tmp_path / "b.po"
    export_po(copy, other, Language.EN)
    assert other.read_bytes() == (tmp_path / "a.po").read_bytes()


def test_chinese_can_be_the_translation(copy: Path, translate: Translate) -> None:
    file = translate({f"{LESSON}#steps-1/item-1": "先要一份合同。"}, Language.ZH)
    assert catalogue(file).locale_identifier == "zh_CN"
    before = contents(copy)
    assert import_po(copy, file, Language.ZH).files == (LESSON,)
    old, new = "1. 要一份合同。", "1. 先要一份合同。"
    assert contents(copy) == before | {
        LESSON: before[LESSON].replace(old.encode(), new.encode())
    }  # fmt: skip


def test_there_and_back_changes_nothing(copy: Path, translate: Translate) -> None:
    before = contents(copy)
    assert import_po(copy, translate({}), Language.EN) == Imported()
    assert contents(copy) == before


def test_the_built_in_pack_there_and_back(tmp_path: Path) -> None:
    copy = shutil.copytree(CORE, tmp_path / "core")
    before = contents(copy)
    assert export_po(copy, tmp_path / "a.po", Language.EN) > 10_000
    assert import_po(copy, tmp_path / "a.po", Language.EN) == Imported()
    assert contents(copy) == before


def test_only_what_changed_is_written(copy: Path, translate: Translate) -> None:
    question = f"{QUESTIONS}#item-one/stem"
    crlf = (copy / LESSON).read_bytes().replace(b"\n", b"\r\n")
    (copy / LESSON).write_bytes(crlf)
    file = translate(
        {
            f"{LESSON}#title": "Two contracts, not one",
            f"{LESSON}#paragraph-1/paragraph-1": "You sign a **contract**.\nRead it first.",
            f"{LESSON}#steps-1/item-2": "Take it home.",
        }
    )
    before = contents(copy)
    found = import_po(copy, file, Language.EN)
    assert found.files == (LESSON,)
    assert len(found.changed) == 3
    after = contents(copy)
    assert {name for name in after if after[name] != before[name]} == {LESSON}
    old, new = (side[LESSON].decode().split("\r\n") for side in (before, after))
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [
        ("title: {zh: 两份合同, en: The two contracts}", 'title: {zh: 两份合同, en: "Two contracts, not one"}'),
        (
            "Before you leave, you sign a **service contract** with the company in China.",
            "You sign a **contract**.",
        ),
        ("First read [the fees that are not allowed](lesson:m01/fees).", "Read it first."),
        ("2. Take it home and read it.", "2. Take it home."),
    ]  # fmt: skip
    assert question not in found.changed


def test_entries_that_no_longer_match_are_left_out(
    copy: Path, change: Callable[..., Path], translate: Translate
) -> None:
    file = translate(
        {f"{LESSON}#steps-1/item-1": "Ask.", f"{FEES}#tip-1/item-1": "A receipt."},
    )
    change(LESSON, "1. 要两份合同。", "1. 要一份合同。")
    change(FEES, "::: note", "::: tip\n# 留好收据")
    text = (copy / FEES).read_text(encoding="utf-8")
    (copy / FEES).write_text(text.split("::: note")[0], encoding="utf-8")
    before = contents(copy)
    found = import_po(copy, file, Language.EN)
    assert (found.changed, found.files) == ((), ())
    assert f"{FEES}#tip-1/item-1" in found.gone
    assert found.outdated == (f"{LESSON}#steps-1/item-1",)
    assert contents(copy) == before


def test_what_is_not_finished_is_left_out(copy: Path, translate: Translate) -> None:
    file = translate({f"{LESSON}#steps-1/item-1": ""})
    assert import_po(copy, file, Language.EN) == Imported(unfinished=1)
    file = translate({f"{LESSON}#steps-1/item-1": "Ask."}, fuzzy=True)
    assert import_po(copy, file, Language.EN) == Imported(unfinished=1)


def test_entries_of_others_are_left_alone(copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.po"
    file.write_text(
        'msgid "a"\nmsgstr "b"\n\nmsgctxt "x"\nmsgid "a"\nmsgid_plural "c"\nmsgstr[0] "b"\n'
    )
    assert import_po(copy, file, Language.EN) == Imported()


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        (f"{LESSON}#steps-1/item-1", "- a", "The Chinese steps has 2 lines"),
        (f"{LESSON}#steps-1/item-1", "Ask.\n\nNow.", "would break"),
        (f"{LESSON}#steps-1/item-1", "Ask.\n1. Now.", "The Chinese steps has 2 lines"),
        (f"{LESSON}#paragraph-1/paragraph-1", "# Title", "would break"),
        (f"{LESSON}#paragraph-1/paragraph-1", ":::", "would break"),
        (f"{LESSON}#paragraph-1/paragraph-1", "===", "would break"),
        (f"{LESSON}#paragraph-1/paragraph-1", "a <b>", "HTML"),
        (f"{LESSON}#table-1/row-1", "| One |", "Chinese has table"),
        (f"{LESSON}#table-1/row-1", "One", "would break"),
        (f"{LESSON}#list-1/item-2", "Pay: {{fact:de.wage}}", "no fact 'de.wage'"),
        (f"{LESSON}#title", "Two\nlines", "more than one paragraph"),
        (f"{QUESTIONS}#item-one/stem", "Who pays? " + "word " * 30, "30 words"),
    ],
)
def test_words_that_would_break_a_file(
    copy: Path, translate: Translate, name: str, words: str, message: str
) -> None:
    file = translate({name: words, f"{FEES}#tip-1/item-1": "Ask for a receipt first"})
    before = contents(copy)
    with pytest.raises(InputError, match=message):
        import_po(copy, file, Language.EN)
    assert contents(copy) == before


def test_an_error_that_was_there_before_keeps_nothing_back(
    copy: Path, change: Callable[..., Path], translate: Translate
) -> None:
    change(FEES, ' sources="cn-order-6"', ' sources="cn-order-620:25"')
    file = translate({f"{LESSON}#steps-1/item-1": "Ask."})
    assert import_po(copy, file, Language.EN).files == (LESSON,)


def test_entries_that_break_only_together(copy: Path, translate: Translate) -> None:
    """A table's rule is no row, so that two entries may only break it together."""
    file = translate({f"{LESSON}#table-1/row-1": "|---|", f"{LESSON}#table-1/row-2": "| a | b |"})
    with pytest.raises(InputError, match="row-1 would break"):
        import_po(copy, file, Language.EN)


@pytest.mark.parametrize(
    "raw",
    [
        b"\x00\xff",
        b"hello",
        b'msgid "a"\n',
        b'msgid ""\nmsgstr "PO-Revision-Date: foo\\n"\n',
        b'msgid "a"\nmsgstr[x] "c"\n',
        'msgid "é"\nmsgstr "b"\n'.encode("latin-1"),
    ],
)
def test_a_file_that_is_no_catalogue(copy: Path, tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.po").write_bytes(raw)
    with pytest.raises(InputError, match=r"a\.po is no catalogue that can be read: ") as caught:
        import_po(copy, tmp_path / "a.po", Language.EN)
    assert not caught.value.title.in_english().endswith("..")


def test_a_file_that_is_not_there(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        import_po(copy, tmp_path / "a.po", Language.EN)


def test_a_file_that_is_huge(
    copy: Path, translate: Translate, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = translate({})
    monkeypatch.setattr(translation, "LARGEST", 100)
    with pytest.raises(InputError, match="more than 100 bytes"):
        import_po(copy, file, Language.EN)


def test_a_file_of_another_language(copy: Path, translate: Translate) -> None:
    with pytest.raises(InputError, match=r"a\.po holds words in en, not in zh"):
        import_po(copy, translate({}), Language.ZH)


def test_where_nothing_can_be_written(
    copy: Path, tmp_path: Path, translate: Translate, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(WriteError, match="could not be written"):
        export_po(copy, tmp_path / "no" / "a.po", Language.EN)


def test_a_folder_without_a_date_can_be_exported(
    change: Callable[..., Path], tmp_path: Path
) -> None:
    root = change("pack.yaml", "id: tiny\n")
    assert export_po(root, tmp_path / "a.po", Language.EN) > 100


def test_a_side_without_words_is_not_exported(copy: Path, tmp_path: Path) -> None:
    (copy / "groups.yaml").write_text("- {id: a, x: {zh: '', en: A}}\n")
    export_po(copy, tmp_path / "a.po", Language.EN)
    assert "groups.yaml#a/x" not in {entry.context for entry in catalogue(tmp_path / "a.po")}


def test_a_folder_that_cannot_be_read(change: Callable[..., Path], tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        export_po(change("groups.yaml", "- &a b\n"), tmp_path / "a.po", Language.EN)
