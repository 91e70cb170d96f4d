"""What `bor` can do: one module for each word after it."""
