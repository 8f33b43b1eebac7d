"""What a commit can touch: the topics that the store announces and screens listen to."""

from enum import StrEnum


class Topic(StrEnum):
    """A part of what the database remembers."""

    LEARNERS = "learners"
    PROGRESS = "progress"
    CHECKLISTS = "checklists"
    ATTEMPTS = "attempts"
    CENTRE = "centre"
    SESSIONS = "sessions"
    ROSTER = "roster"
    ATTENDANCE = "attendance"
    PRESENTING = "presenting"
    WALL = "wall"
