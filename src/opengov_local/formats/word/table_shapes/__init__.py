"""What tables of a Word file are: questions with answers, records, captions, cards in two languages."""
