"""What we decide: one module a stage, verdicts as rule IDs with numbers."""
