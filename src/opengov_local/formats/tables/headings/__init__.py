"""What the heading of a column means: looked up whole, by its key, in parts, and by the senses of its words."""
