"""Validation: pre-check, structure, rules; every problem at once, each with its place."""
