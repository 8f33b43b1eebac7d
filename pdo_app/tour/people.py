"""The thirty people of the trainer's tour, as they are typed, pasted and read from files. None of
them exists."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

HEAD = ("姓名", "单位", "目的国", "出境日期", "工种", "出过国", "手机后四位")
TYPED = ("王海涛", "刘秀英", "陈喆", "赵国栋")
PASTED = (
    ("孙丽华", "济宁建工", "德国", "2026-12-17", "钢筋工", "是", "1180"),
    ("周志强", "济宁建工", "德国", "2026-12-17", "木工", "否", "2291"),
    ("吴敏", "济宁建工", "德国", "2026-12-17", "粉刷工", "否", "3302"),
    ("张建军", "鲁南路桥", "德国", "2026-12-20", "电焊工", "是", "4413"),
    ("李红梅", "鲁南路桥", "德国", "2026-12-20", "厨师", "否", "5524"),
    ("杨帆", "鲁南路桥", "德国", "2026-12-20", "电工", "否", "6635"),
    ("徐勇", "鲁南路桥", "德国", "2026-12-20", "架子工", "是", "7746"),
    ("马小燕", "曲阜劳务", "德国", "2027-01-08", "护工", "否", "8857"),
    ("朱德明", "曲阜劳务", "德国", "2027-01-08", "护工", "否", "9968"),
    ("胡静怡", "曲阜劳务", "德国", "2027-01-08", "护工", "否", "1079"),
)
"""Cells from a spreadsheet, tab by tab."""
LISTED = (
    ("郭立新", "邹城外经", "德国", "2027/1/15", "瓦工", "否", "2101"),
    ("何春生", "邹城外经", "德国", "2027/1/15", "瓦工", "否", "3212"),
    ("高玉兰", "邹城外经", "德国", "2027/1/15", "清洁", "是", "4323"),
    ("林志远", "邹城外经", "德国", "2027/1/15", "管道工", "否", "5434"),
    ("罗建国", "邹城外经", "德国", "2027/1/15", "管道工", "否", "6545"),
    ("梁慧", "邹城外经", "德国", "2027/1/15", "清洁", "否", "7656"),
    ("宋大伟", "邹城外经", "德国", "2027/1/15", "司机", "否", "8767"),
    ("孙丽华", "济宁建工", "德国", "2026-12-19", "钢筋工", "是", "1180"),
    ("陈喆", "邹城外经", "德国", "2027/1/15", "木工", "否", "9878"),
    ("", "邹城外经", "德国", "2027/1/15", "木工", "否", "0000"),
)
"""A file of another company: seven are new, one is known and flies later, one may be somebody
who was typed without anything but the name, one has no name."""
UNSURE = "陈喆"
BOOKED = (
    ("邓文杰", "泗水人力", "德国", "2027-02-01", "钢筋工", "否", "1213"),
    ("许凤霞", "泗水人力", "德国", "2027-02-01", "厨师", "是", "2324"),
    ("韩雪", "泗水人力", "德国", "2027-02-01", "护工", "否", "3435"),
    ("唐亮", "泗水人力", "德国", "2027-02-01", "木工", "否", "4546"),
    ("冯桂芳", "泗水人力", "德国", "2027-02-01", "护工", "否", "5657"),
    ("于海洋", "泗水人力", "德国", "2027-02-01", "电焊工", "否", "6768"),
    ("董立", "泗水人力", "德国", "2027-02-01", "电工", "否", "7879"),
    ("萧然", "泗水人力", "德国", "2027-02-01", "粉刷工", "否", "8980"),
    ("程功", "泗水人力", "德国", "2027-02-01", "架子工", "是", "9091"),
)
"""A workbook of a third one."""
WALK_IN, WALKED_IN = "小张", "张建军"
"""Who came without being on the list, and who it turned out to be."""
ALL = len(TYPED) + len(PASTED) + 7 + len(BOOKED)
"""How many people are on the roster in the end."""


def as_pasted(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a spreadsheet puts them on the clipboard."""
    return "\r\n".join("\t".join(row) for row in (HEAD, *rows)) + "\r\n"


def write_list(target: Path) -> None:
    """Write the list of a company as an old spreadsheet program in China does: GB 18030."""
    with target.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows((HEAD, *LISTED))


def write_book(target: Path) -> None:
    """Write a workbook."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("报名表")
    for row in (HEAD, *BOOKED):
        sheet.append(row)
    book.save(target)
