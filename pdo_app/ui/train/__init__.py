"""The trainer's area: sessions, their plan, their people and what happened."""
