"""Self-contained web pages in three languages: what reports, pages of plans and their index share."""
