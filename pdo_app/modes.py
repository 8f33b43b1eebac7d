"""The languages that a person, or a class, reads in."""

from enum import StrEnum


class Mode(StrEnum):
    """How the interface speaks."""

    CHINESE = "zh"
    BOTH = "both"
    ENGLISH = "en"
