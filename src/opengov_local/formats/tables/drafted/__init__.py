"""What the tables of a file have given so far, and how further ones join it."""
