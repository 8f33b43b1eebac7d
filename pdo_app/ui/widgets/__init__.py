"""Pieces of the screen that know no domain word."""
