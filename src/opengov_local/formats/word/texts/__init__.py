"""What paragraphs are: passages with their labels, headings, ticks, the end of a document."""
