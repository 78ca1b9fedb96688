"""Minutes of workshops, from their title to their last group."""
