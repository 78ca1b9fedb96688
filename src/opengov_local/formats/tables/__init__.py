"""Plans in tables: workbooks and CSV files, whatever their layout."""
