"""Files that other programs write and read: rosters as CSV and XLSX."""
