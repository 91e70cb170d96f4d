"""Pages made of widgets: composition only."""
