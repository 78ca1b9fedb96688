"""Which field reads its words in which way: codes, money, bodies, states, reports."""
