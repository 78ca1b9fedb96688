"""Documents for people: their content, how values are said in them, how they are drawn for Word and as pages."""
