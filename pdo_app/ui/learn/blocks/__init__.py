"""The blocks of a lesson as widgets: one file for each kind of thing."""
