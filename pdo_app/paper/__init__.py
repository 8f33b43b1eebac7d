"""How a document is drawn: QtGui alone."""
