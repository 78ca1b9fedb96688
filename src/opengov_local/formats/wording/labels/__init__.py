"""What labels ask for, and what stands behind titles."""
