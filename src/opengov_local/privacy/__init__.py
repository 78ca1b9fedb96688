"""What may not be published: contact details, persons without a public part, the original words of sources."""
