"""A worker alone: progress, checklists, quizzes, grading."""
