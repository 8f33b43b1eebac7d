"""Writes the files of this folder with LibreOffice; see README.md. The tests do not need it."""

from __future__ import annotations

import codecs
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import NamedValue, PropertyValue

FOLDER = Path(__file__).resolve().parent
HEAD = ("姓名", "单位", "目的国", "出发日期", "工种", "是否回国", "手机后四位")
PEOPLE = (
    ("王海涛", "中建一局（青岛）", "德国", "2026-12-17", "电焊工", "是", "3812"),
    ("刘秀英", "山东对外劳务", "Germany", "2026/12/17", "护理", "否", "0047"),
    ("陈喆", 'A, "B"; C', "奥地利", "2027年1月5日", "厨师", "", "13912345678"),
    ("阿依古丽·买买提", "山东\n对外劳务", "IT", "", "", "", ""),
    ("O'Brien, Wang", "", "意大利", "2027-01-05", "cook", "no", "1234"),
)
FAMILY, GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平",
)
UTF8, UTF16, GBK, GB18030 = 76, 65535, 61, 85


def connect():
    """Return the desktop of the LibreOffice that waits on port 2002."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(60):
        try:
            context = resolver.resolve(
                "uno:socket,host=127.0.0.1,port=2002;urp;StarOffice.ComponentContext"
            )
            break
        except Exception:
            time.sleep(0.5)
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def options(**values):
    """Return values as LibreOffice takes them."""
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def opened(desktop, rows):
    """Return a new workbook with ``rows`` on its first sheet."""
    book = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, options(Hidden=True))
    fill(book.Sheets.getByIndex(0), rows)
    return book


def fill(sheet, rows, top=0):
    """Write words into cells, as words."""
    area = sheet.getCellRangeByPosition(0, top, len(rows[0]) - 1, top + len(rows) - 1)
    area.setDataArray(tuple(tuple(row) for row in rows))


def save_csv(book, name, delimiter, charset):
    """Write the first sheet as CSV. The tokens: delimiter, quote, character set, first line,
    formats of columns, language, quote all text, detect numbers, save as shown, formulas."""
    tokens = f"{ord(delimiter)},34,{charset},1,,0,false,true,true,false"
    url = uno.systemPathToFileUrl(str(FOLDER / name))
    book.storeToURL(url, options(FilterName="Text - txt - csv (StarCalc)", FilterOptions=tokens))


def changed(name, change):
    """Change the bytes of a file that was written."""
    file = FOLDER / name
    file.write_bytes(change(file.read_bytes()))


def save_xlsx(book, name, **more):
    """Write the workbook as XLSX."""
    url = uno.systemPathToFileUrl(str(FOLDER / name))
    book.storeToURL(url, options(FilterName="Calc MS Excel 2007 XML", **more))
    book.close(True)


def merged(desktop):
    """A title over all columns, a company beside three people, dates that are dates, formulas, a
    hidden row, and a sheet with other things before it."""
    book = opened(desktop, [("说明", "见第二张表")])
    book.Sheets.insertNewByName("名单", 1)
    sheet = book.Sheets.getByName("名单")
    sheet.getCellByPosition(0, 0).String = "2026年12月行前培训名单"
    sheet.getCellRangeByPosition(0, 0, 7, 0).merge(True)
    fill(sheet, [("序号", *HEAD)], 1)
    names = ("王海涛", "刘秀英", "陈喆", "马晓东", "胡春兰")
    formats, locale = book.NumberFormats, uno.createUnoStruct("com.sun.star.lang.Locale")
    code = formats.queryKey("YYYY-MM-DD", locale, False)
    code = formats.addNew("YYYY-MM-DD", locale) if code < 0 else code
    for at, name in enumerate(names, start=2):
        sheet.getCellByPosition(0, at).Formula = "=ROW()-2"
        sheet.getCellByPosition(1, at).String = name
        sheet.getCellByPosition(3, at).Formula = '="德"&"国"'
        sheet.getCellByPosition(4, at).Formula = f"=DATE(2026;12;{at + 10})"
        sheet.getCellByPosition(4, at).NumberFormat = code
        sheet.getCellByPosition(6, at).String = "是" if at % 2 else "否"
        sheet.getCellByPosition(7, at).Value = float(13_812_340_000 + at)
    sheet.getCellByPosition(2, 2).String = "中建一局"
    sheet.getCellRangeByPosition(2, 2, 2, 4).merge(True)
    sheet.getCellByPosition(2, 5).String = "山东对外劳务"
    sheet.Rows.getByIndex(5).IsVisible = False
    sheet.getCellByPosition(5, 6).Formula = "=1/0"
    save_xlsx(book, "merged_formulas_dates.xlsx")


def secret(password):
    """Return a password as the dialog of LibreOffice hands it on for XLSX."""
    pairs = (("OOXPassword", password), ("CryptoType", "Standard"))
    values = tuple(NamedValue(Name=name, Value=value) for name, value in pairs)
    return uno.Any("[]com.sun.star.beans.NamedValue", values)


def many():
    """Five thousand people, no two of one name and phone."""
    rows = [HEAD]
    for at in range(5000):
        name = FAMILY[at % 20] + GIVEN[at // 20 % 20] + GIVEN[at // 400 % 20]
        company, code = f"公司{at % 12}", ("德国", "奥地利", "意大利")[at % 3]
        rows.append((name, company, code, "2026-12-17", "焊工", "否", f"{at:04d}"))
    return rows


def main():
    """Write all of them."""
    desktop = connect()
    book = opened(desktop, [HEAD, *PEOPLE])
    save_csv(book, "utf8_no_mark.csv", ",", UTF8)
    save_csv(book, "gbk_windows.csv", ",", GBK)
    # LibreOffice writes the line ends of its system, and since 7.6 alone the mark of UTF-8.
    changed("gbk_windows.csv", lambda data: data.replace(b"\n", b"\r\n"))
    save_csv(book, "gb18030_tabs.csv", "\t", GB18030)
    save_csv(book, "utf16.csv", "\t", UTF16)
    save_csv(book, "utf8_bom_semicolons.csv", ";", UTF8)
    changed("utf8_bom_semicolons.csv", lambda data: codecs.BOM_UTF8 + data)
    save_xlsx(book, "plain.xlsx")
    book = opened(desktop, [HEAD, *PEOPLE])
    save_xlsx(book, "password.xlsx", EncryptionData=secret("1234"))
    merged(desktop)
    save_xlsx(opened(desktop, many()), "five_thousand.xlsx")
    book = opened(desktop, [HEAD, *PEOPLE])
    url = uno.systemPathToFileUrl(str(FOLDER / "old.xls"))
    book.storeToURL(url, options(FilterName="MS Excel 97"))
    url = uno.systemPathToFileUrl(str(FOLDER / "calc.ods"))
    book.storeToURL(url, options(FilterName="calc8"))
    book.close(True)


if __name__ == "__main__":
    sys.exit(main())
