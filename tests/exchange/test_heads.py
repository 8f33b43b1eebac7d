"""Which column holds what."""

from __future__ import annotations

import pytest

from pdo_app.exchange.heads import FIELDS, field_of, guessed, head_at, nameless_head


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("姓名", "name"),
        ("名字", "name"),
        ("姓 名", "name"),
        ("姓名 Name", "name"),
        ("Full name*", "name"),
        ("姓名（中文）", "name"),
        ("Name\n姓名", "name"),
        ("单位", "company"),
        ("公司/Company", "company"),
        ("ＣＯＭＰＡＮＹ", "company"),
        ("目的国", "destination"),
        ("国家", "destination"),
        ("Country of destination", "destination"),
        ("出发日期", "departure"),
        ("Departure (date)", "departure"),
        ("工种", "sector"),
        ("行业", "sector"),
        ("是否回国/再出国", "returnee"),
        ("再出国", "returnee"),
        ("Worked abroad before", "returnee"),
        ("手机后四位", "phone"),
        ("电话", "phone"),
        ("Phone (last four digits)", "phone"),
        ("Phone, last 4 digits", "phone"),
        ("序号", None),
        ("身份证号", None),
        ("", None),
    ],
)
def test_a_head_is_recognised_in_both_languages(head: str, field: str | None) -> None:
    assert field_of(head) == field


def test_a_head_stands_below_a_title() -> None:
    found = head_at([["十二月名单"], ["序号", "姓名", "电话", "手机", ""]])
    assert found is not None
    at, heads = found
    assert at == 1
    assert heads.columns == {"name": 1, "phone": 2}
    assert heads.words == {"name": "姓名", "phone": "电话"}
    assert heads.left_out == ("序号", "手机")  # the second column of one kind is not taken


def test_people_are_no_head() -> None:
    assert head_at([["王海涛", "中建一局"]]) is None
    assert head_at([]) is None


def test_a_head_without_a_name_is_noticed() -> None:
    assert nameless_head([["公司", "电话"]]) == ["公司", "电话"]
    assert nameless_head([["王海涛", "电话"]]) is None


def test_columns_without_a_head_are_told_from_what_is_in_them() -> None:
    rows = [
        [
            "1",
            "王海涛",
            "男",
            "中建一局",
            "德国",
            "2026-12-17",
            "焊工",
            "13912345678",
            "是",
            "x",
            "备注",
        ],
        ["2", "刘秀英", "女", "山东对外", "Germany", "2026/1/7", "厨师", "1234", "no", "", "y"],
    ]
    heads = guessed(rows, {"德国", "germany"})
    assert dict(heads.columns) == {
        "name": 1,
        "company": 3,
        "destination": 4,
        "departure": 5,
        "sector": 6,
        "phone": 7,
        "returnee": 8,
    }
    assert set(heads.columns) == set(FIELDS)
    assert not heads.words
    assert heads.left_out == ("3", "10", "11")


@pytest.mark.parametrize("paper", ["110101199003072316", "11010119900307231X", "E12345678"])
def test_numbers_of_papers_are_no_company(paper: str) -> None:
    heads = guessed([["王海涛", paper, "中建一局"]], ())
    assert heads.columns == {"name": 0, "company": 2}
    assert heads.left_out == ("2",)


def test_a_list_of_names_is_a_roster() -> None:
    assert guessed([["王海涛"], ["刘秀英"]], ()).columns == {"name": 0}


def test_numbers_alone_are_taken_for_names() -> None:
    assert guessed([["1", ""], ["2"]], ()).columns == {"name": 0}


def test_one_kind_has_one_column() -> None:
    heads = guessed([["王海涛", "1234", "5678", "2026-12-17", "20261217"]], ())
    assert heads.columns == {"name": 0, "phone": 1, "departure": 3}
