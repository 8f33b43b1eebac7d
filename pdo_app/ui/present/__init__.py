"""The classroom: what the audience sees, and the console beside it."""
