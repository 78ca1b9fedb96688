"""The public page of a plan: one self-contained HTML file in three languages."""
