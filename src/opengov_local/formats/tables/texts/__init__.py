"""What the words of one cell or line say: numbers before titles, units, days of adoption, who pays."""
