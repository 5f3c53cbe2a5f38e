"""How it is shown: formats, wording, tables, charts, records."""
