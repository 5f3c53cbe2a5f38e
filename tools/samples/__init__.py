"""Invented sample clients, written in the formats that the platforms really export."""
