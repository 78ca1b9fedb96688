"""Sheets with labels in front of what is said: fiches, forms and cards."""
