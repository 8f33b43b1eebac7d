"""Papers in few words."""

from pdo_app.reports.bilingual import Words
from pdo_app.reports.certificate import CertificatePage, Figure, Knot
from pdo_app.reports.checklist_sheet import ChecklistSheet, SheetGroup, SheetRow

NAMES = (
    "李建国",
    "喆玥堃祎翀珺昇瑄濛垚赟",
    "<b>x</b>",
    "=1+1",
    "Müller-Ðorđević ą č ő ș ħ Ώ",
    "名" * 200,
    "W" * 200,
    "Ana Efficient Office fi fl ffi",
    "a & b &amp; &lt;",
)


def certificate(name: str = "李建国", modules: int = 3) -> CertificatePage:
    return CertificatePage(
        document=f"证书 Certificate · {name}",
        title=Words("行前培训证书", "Certificate of Pre-departure Orientation"),
        opening=Words("兹证明", "This certifies that"),
        name=name,
        statement=Words("学完了以下模块。", "has completed these modules."),
        modules=tuple(
            Knot(number, Words(f"第{number}个模块", f"Module called {number}"))
            for number in range(1, modules + 1)
        ),
        ahead=Words("目的国：德国", "Destination: Germany"),
        figures=(
            Figure(Words("结业测试", "Final test"), Words("18 / 20", "18 of 20 right")),
            Figure(Words("日期", "Date"), Words("2026年11月24日", "24 November 2026")),
        ),
        rule=Words("颁发规则", "Given by this rule"),
        foot=Words("行前指南", "PDO Companion"),
    )


def row(title: str = "Notarise", note: str = "", *, done: bool = False, day: str = "") -> SheetRow:
    return SheetRow(
        title=Words("公证", title),
        why=Words("机关要看", "Offices ask"),
        day=Words(day, day and "24 Nov 2026"),
        when=Words("出发前 23 天", "23 days before departure"),
        sources=("《条例》第 23 条",),
        note=note,
        done=done,
    )


def checklist(*rows: SheetRow, person: str = "李建国") -> ChecklistSheet:
    return ChecklistSheet(
        document=f"我的清单 My checklist · {person}",
        title=Words("我的清单", "My checklist"),
        person=person,
        trip=(Words("德国", "Germany"), Words("出发", "Departure on 17 December 2026")),
        note=Words("我的笔记", "My note"),
        groups=(SheetGroup(Words("证件", "Documents"), "0 / 1", rows),),
        foot=Words("打印", "Printed on 24 November 2026."),
    )
