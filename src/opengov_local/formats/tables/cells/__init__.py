"""How each cell is read into the field that its heading names."""
