"""What the database remembers: the only package that writes SQL about people."""
