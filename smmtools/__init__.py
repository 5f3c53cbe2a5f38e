"""The arithmetic behind the SMM workbook: inputs, measures, strategy, presentation and the batch.

Floors, from the ground up: inputs, measures, strategy, present, batch, cli. A module imports
only from floors below its own and from beside it (CONTRIBUTING.md, "The house").
"""

__version__ = "0.1.0"
