"""What we know: the brief, the exports, the reference data, the workspace."""
