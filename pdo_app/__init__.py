"""PDO Companion (行前指南): offline bilingual orientation for work in Europe."""

__version__ = "0.1.0"
