"""Books of sheets: Excel, OpenDocument and CSV files, whatever is in them."""
