"""Word files (DOCX): action plans, OGP commitment forms and minutes of workshops, read into the model."""
