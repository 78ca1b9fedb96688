"""What headings of columns mean."""
