"""The report of a workshop: who took part, what each group brought, and what became of every contribution."""
