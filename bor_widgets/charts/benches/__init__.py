"""The benches: each a file of inputs and words, and a pure view of their values."""
