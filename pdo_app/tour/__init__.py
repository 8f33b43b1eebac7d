"""Walks the real application as a person would, and keeps pictures and papers of the way."""

from pdo_app.tour.trainer import trainer_tour
from pdo_app.tour.walk import Look
from pdo_app.tour.way import tour

__all__ = ["Look", "tour", "trainer_tour"]
