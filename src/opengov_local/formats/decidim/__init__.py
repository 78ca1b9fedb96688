"""Decidim, both ways: its exports as packages, and plans as a file that its importer of results takes."""
