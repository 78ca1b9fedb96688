"""Lines and names as the documents that the library writes itself have them, read back."""
