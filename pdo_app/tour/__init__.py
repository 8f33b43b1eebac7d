"""Walks the real application as a person would, and keeps pictures and papers of the way."""

from pdo_app.tour.way import tour

__all__ = ["tour"]
