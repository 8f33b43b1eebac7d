"""Which column of a roster holds what: by its head in Chinese or English, else by what stands
in it. Pure functions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

FIELDS = ("name", "company", "destination", "departure", "sector", "returnee", "phone")
"""What is taken of a person, in the order in which a roster is written."""
_NAMES = {
    "name": "姓名 名字 学员姓名 学员 人员姓名 中文姓名 工人姓名 name fullname participant person "
    "worker nameofparticipant chinesename",
    "company": "单位 公司 工作单位 所属单位 派出单位 外派单位 派出公司 外派公司 劳务公司 用人单位 "
    "企业 单位名称 公司名称 企业名称 组别 小组 组 班组 单位或公司 company employer agency "
    "organisation organization group team grouporcompany",
    "destination": "目的国 目的地 目的国家 国家 国别 派往国家 派往国别 派往国 前往国家 前往国 "
    "去往国家 destination country destinationcountry countryofdestination",
    "departure": "出发日期 出发 出发时间 出境日期 出境时间 出国日期 出国时间 启程日期 离境日期 "
    "派出日期 departure departuredate dateofdeparture leaving leaveson",
    "sector": "工种 行业 职业 岗位 工作岗位 从事行业 sector trade occupation job industry position",
    "returnee": "是否回国 再出国 是否回国再出国 是否再出国 是否再次出国 回国人员 是否回国人员 "
    "曾出国 是否出过国 出过国 returnee returned hasworkedabroad workedabroad beenabroad "
    "workedabroadbefore",
    "phone": "电话 手机 手机号 手机号码 联系电话 联系方式 电话号码 手机后四位 电话后四位 手机尾号 "
    "手机号后四位 手机号码后四位 phone mobile telephone tel phonenumber mobilenumber cell "
    "lastfourdigits phonelastfour phonelastfourdigits phonelast4digits",
}
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split()}
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")
_NO_SIGN = re.compile(r"[^0-9a-z\u3400-\u9fff]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[0-9a-z]+")
_TITLE_ROWS = 10
"""A head stands in one of the first rows; above it there may be a title."""
_LOOKED_AT = 50
_DATE = re.compile(r"20\d\d([-/.年])\d{1,2}[-/.月]\d{1,2}日?|20\d{6}|\d{1,2}\.\d{1,2}\.20\d\d")
_PHONE = re.compile(r"\+?\d{4}|\+?\d{7,15}")
PAPER = re.compile(
    r"(?<![0-9A-Za-z])"
    r"(?:[1-9]\d{16}[\dXx]|[1-8]\d{14}|[DEGPSdegps]\d{8}|[A-Za-z]{2}\d{7})"
    r"(?![0-9A-Za-z])"
)
"""Numbers of Chinese identity cards, old and new, and of passports."""
_YES_OR_NO = frozenset(("是", "否", "有", "无", "yes", "no", "y", "n", "√", "×", "true", "false"))
_SEX = frozenset(("男", "女", "m", "f", "male", "female"))


@dataclass(frozen=True, slots=True)
class Heads:
    """``columns`` tells the place of each field, ``words`` what its head says (nothing where the
    columns were guessed), ``left_out`` the heads, or then the numbers, of columns that are not
    taken."""

    columns: Mapping[str, int]
    words: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def key(words: str) -> str:
    """Return words as they are compared: width, case, space and signs do not matter."""
    return _NO_SIGN.sub("", unicodedata.normalize("NFKC", words).casefold())


def field_of(head: str) -> str | None:
    """Return the field that a head names, None for one that is not taken."""
    return next((_FIELD_OF[name] for name in _readings(head) if name in _FIELD_OF), None)


def _readings(head: str) -> Iterator[str]:
    """Give a head as it is, without brackets, and each of its languages and parts alone."""
    yield key(head)
    bare = _BRACKETS.sub(" ", head)
    yield key(bare)
    plain = unicodedata.normalize("NFKC", bare).casefold()
    yield "".join(_HAN.findall(plain))
    yield "".join(_LATIN.findall(plain))
    yield from (key(part) for part in re.split(r"[/\n|、]", bare))


def head_at(rows: Sequence[Sequence[str]]) -> tuple[int, Heads] | None:
    """Return the place of the head among ``rows`` and what it says, None where there is none."""
    for at, cells in enumerate(rows[:_TITLE_ROWS]):
        heads = _heads(cells)
        if "name" in heads.columns:
            return at, heads
    return None


def nameless_head(rows: Sequence[Sequence[str]]) -> Sequence[str] | None:
    """Return a row that is a head without a name: one that names two of our fields or more."""
    found = (cells for cells in rows[:_TITLE_ROWS] if len(_heads(cells).columns) > 1)
    return next(found, None)


def _heads(cells: Sequence[str]) -> Heads:
    columns: dict[str, int] = {}
    words: dict[str, str] = {}
    left_out = []
    for at, cell in enumerate(cells):
        shown = " ".join(cell.split())
        named = field_of(cell)
        if named is not None and named not in columns:
            columns[named], words[named] = at, shown
        elif shown:
            left_out.append(shown)
    return Heads(columns, words, tuple(left_out))


def guessed(rows: Sequence[Sequence[str]], destinations: Collection[str]) -> Heads:
    """Return what the columns of ``rows`` without a head seem to hold.

    The first column that is not a running number holds the names. ``destinations`` are names of
    countries as :func:`key` gives them. What is no date, phone, country or yes and no is the
    company, then the sector.
    """
    width = max(len(cells) for cells in rows)
    values = [
        [cells[at].strip() for cells in rows[:_LOOKED_AT] if at < len(cells) and cells[at].strip()]
        for at in range(width)
    ]
    filled = [at for at in range(width) if values[at]]
    name = next((at for at in filled if not all(v.isdecimal() for v in values[at])), filled[0])
    columns = {"name": name}
    texts = iter(("company", "sector"))
    for at in filled:
        kind = _kind(values[at], destinations) if at > name else ""
        if kind == "text":
            kind = next(texts, "")
        if kind and kind not in columns:
            columns[kind] = at
    used = columns.values()
    left_out = tuple(str(at + 1) for at in filled if at > name and at not in used)
    return Heads(columns, left_out=left_out)


def _kind(values: Sequence[str], destinations: Collection[str]) -> str:
    plain = [unicodedata.normalize("NFKC", value).casefold() for value in values]
    tests = (
        ("", PAPER.fullmatch),
        ("departure", lambda v: _DATE.fullmatch(v.replace(" ", ""))),
        ("phone", lambda v: _PHONE.fullmatch(re.sub(r"[ -]", "", v))),
        ("destination", lambda v: key(v) in destinations),
        ("returnee", lambda v: v in _YES_OR_NO),
        ("", lambda v: v in _SEX or not re.search(r"[^\W\d]", v)),
    )
    for kind, fits in tests:
        if sum(bool(fits(value)) for value in plain) * 5 >= len(plain) * 4:
            return kind
    return "text"
