"""Run the application with ``python -m pdo_app``."""

from pdo_app.cli import main

if __name__ == "__main__":
    main()
