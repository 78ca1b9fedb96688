"""What words of cells and paragraphs mean."""
