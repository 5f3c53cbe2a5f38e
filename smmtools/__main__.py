"""``python -m smmtools``: the same as the ``smmtools`` command."""

from smmtools.cli import main

if __name__ == "__main__":
    main()
