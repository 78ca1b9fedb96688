"""What a Word file is made of: paragraphs, tables, styles, numbers of lists, and what stands beside the text."""
