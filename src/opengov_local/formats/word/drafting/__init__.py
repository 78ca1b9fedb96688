"""What is at hand while a Word file is read into a draft, and its plain words."""
