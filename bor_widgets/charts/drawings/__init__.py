"""Drawings as plain data: what a small widget draws, what a table says, what a figure shows."""
