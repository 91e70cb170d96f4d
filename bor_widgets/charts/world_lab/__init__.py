"""What many worlds say together, drawn: maps with intervals, influences, rankings."""
