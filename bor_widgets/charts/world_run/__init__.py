"""A running world as pictures and words: pure functions from a course to what a page shows."""
