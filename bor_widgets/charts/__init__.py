"""What is drawn: pure functions from results to pictures and their text alternatives."""
