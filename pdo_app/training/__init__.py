"""A trainer with a class: plan, roster, presentation, attendance, coverage."""
