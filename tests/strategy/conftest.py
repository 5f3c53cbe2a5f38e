"""Lets the tests of a stage share a module of invented problems."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
