"""Makes the pictograms of the core pack, and the list of them that the pack's reader reads.

Run it after a change below: ``python build/pictograms.py``. The results are committed.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml
from icons import TABLER, one_line
from npm_packages import CHECKOUT, Package, fetch

HEALTH = Package(
    "healthicons",
    "2.0.0",
    "MIT",
    "7d29cfc4ffb495319c27b34c9ac96ddc9781c7b3dc3b96eef3d34fe4d3ef9f03",
)

# Holds the two that neither package has, filled like the others.
OWN = Path(__file__).with_suffix("")

# Name: where it is drawn, and what it shows in Chinese and English.
PICTURES = {
    "worker": ("people/city_worker", "一位工人", "A worker"),
    "welder": ("people/factory_worker", "一位电焊工，手里拿着工具", "A welder with a tool"),
    "cook": ("tabler:chef-hat", "厨师帽", "A cook's hat"),
    "nurse": ("people/nurse", "一位护士", "A nurse"),
    "builder": (
        "people/construction_worker",
        "一位戴安全帽的建筑工人",
        "A building worker in a safety helmet",
    ),
    "contract": ("objects/i_certificate_paper", "一份盖了章的合同", "A contract with a seal"),
    "passport": ("own", "一本护照", "A passport"),
    "money": ("objects/bills", "钞票", "Banknotes"),
    "phone": ("objects/phone", "电话听筒", "A telephone receiver"),
    "ambulance": ("vehicles/ambulance", "一辆救护车", "An ambulance"),
    "police": ("people/officer", "一位警察", "A police officer"),
    "shield": ("tabler:shield-check", "盾牌，上面有对号", "A shield with a check mark"),
    "house": ("places/home_alt", "一座房子", "A house"),
    "plane": ("tabler:plane", "一架飞机", "A plane"),
    "luggage": ("people/travel_alt", "一个人和一只行李箱", "A person with a suitcase"),
    "clock": ("tabler:clock", "时钟", "A clock"),
    "group": ("people/group_discussion_meeting", "几个人在讨论", "People talking"),
    "trainer": ("people/i_training_class", "老师站在白板前", "A trainer in front of a board"),
    "woman-worker": ("people/domestic_worker", "一位穿工作服的女工", "A woman in work clothes"),
    "driver": ("people/truck_driver", "一位卡车司机", "A lorry driver"),
    "document-check": (
        "symbols/i_documents_accepted",
        "文件，上面有对号",
        "Papers with a check mark",
    ),
    "no-money": ("own", "一张钞票，上面划了一道线", "A banknote crossed out"),
    "hand-stop": ("symbols/stop", "举起的手，表示停", "A raised hand that says stop"),
    "hospital": ("places/hospital", "一所医院", "A hospital"),
    "fire": ("tabler:flame", "火焰", "A flame"),
}


def _drawing(name: str, where: str) -> tuple[str, str]:
    """Return the SVG of a pictogram and its origin in words."""
    if where == "own":
        return (OWN / f"{name}.svg").read_text("utf-8"), "drawn for this project"
    if where.startswith("tabler:"):
        icon = where.removeprefix("tabler:")
        path = fetch(TABLER) / "icons" / "filled" / f"{icon}.svg"
        return path.read_text("utf-8"), f"{TABLER.name} {TABLER.version}, filled/{icon}"
    path = fetch(HEALTH) / "public" / "icons" / "svg" / "filled" / f"{where}.svg"
    return path.read_text("utf-8"), f"{HEALTH.name} {HEALTH.version}, filled/{where}"


def pictograms() -> None:
    """Write resources/packs/core/pictures; what others put there stays (scenes, additions)."""
    target = CHECKOUT / "resources" / "packs" / "core" / "pictures"
    listing = target / "pictures.yaml"
    listed = [
        one for one in yaml.safe_load(listing.read_text("utf-8")) if one["id"] not in PICTURES
    ]
    made = []
    for name, (where, chinese, english) in PICTURES.items():
        svg, origin = _drawing(name, where)
        (target / f"{name}.svg").write_text(one_line(svg), "utf-8", newline="\n")
        made.append(
            {
                "id": name,
                "file": f"pictures/{name}.svg",
                "alt": {"zh": chinese, "en": english},
                "licence": "MIT",
                "origin": origin,
            }
        )
    written = yaml.safe_dump(made + listed, allow_unicode=True, sort_keys=False, width=100)
    listing.write_text(written, "utf-8", newline="\n")
    shutil.copyfile(fetch(HEALTH) / "LICENSE", target / "LICENSE-healthicons")
    shutil.copyfile(fetch(TABLER) / "LICENSE", target / "LICENSE-tabler")


if __name__ == "__main__":
    pictograms()
