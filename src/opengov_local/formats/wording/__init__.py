"""What words mean in plans and minutes, in sheets and in Word files: headings, labels, titles, persons, numbers."""
