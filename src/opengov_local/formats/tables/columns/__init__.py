"""What columns mean beside each other, and where a sheet keeps its table."""
