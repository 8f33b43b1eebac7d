"""The sectors that a plan adapts to, and the words by which people call them."""

from __future__ import annotations

from pdo_app.errors import N_
from pdo_app.records import Sector
from pdo_app.training.roster_words import name_key

NAMES = {
    Sector.CONSTRUCTION: N_("Construction"),
    Sector.FACTORY: N_("Factory"),
    Sector.KITCHEN: N_("Kitchen"),
    Sector.CARE: N_("Nursing and care"),
    Sector.AGRICULTURE: N_("Agriculture"),
    Sector.TRANSPORT: N_("Transport"),
    Sector.CLEANING: N_("Cleaning and hotel"),
}
"""English sources of their names."""
_WORDS = {
    Sector.CONSTRUCTION: "建筑 建筑业 建筑工地 工地 building",
    Sector.FACTORY: "工厂 制造业 manufacturing",
    Sector.KITCHEN: "厨房 餐饮 餐饮业 厨师 catering",
    Sector.CARE: "护理 养老护理 nursing",
    Sector.AGRICULTURE: "农业 farming farm",
    Sector.TRANSPORT: "运输 运输业 交通运输",
    Sector.CLEANING: "清洁和酒店 清洁 保洁 酒店 酒店业 cleaning hotel hotels",
}
_KNOWN = {
    name_key(words): sector
    for sector in Sector
    for words in (sector, NAMES[sector], *_WORDS[sector].split())
}


def kept(words: str) -> str:
    """Return what is kept of the words for a sector: the value of the sector where they are one
    of its names, else the words as they are."""
    return _KNOWN.get(name_key(words), words)


def name(words: str) -> str:
    """Return the English source of the name of a kept sector; "" for other words, which are
    shown as they are."""
    return NAMES[Sector(words)] if words in tuple(Sector) else ""
