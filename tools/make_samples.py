"""Write the invented sample clients: ``python tools/make_samples.py [--out DIR]``.

Deterministic: the same bytes each time, whatever the clock, the zone and the hash seed. Files of a client
that it no longer makes are left alone, and so are plans/.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from samples import cars, jewellery, newcomer, pizza, toys

CLIENTS = {
    "pizza": pizza.files,
    "toys": toys.files,
    "jewellery": jewellery.files,
    "cars": cars.files,
    "newcomer": newcomer.files,
}
HOME = Path(__file__).resolve().parents[1] / "data" / "clients"


def write_client(folder: Path, files: dict[str, bytes]) -> None:
    """Write a client's files below its folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def main() -> None:
    """Make every sample client below the folder given, by default data/clients."""
    parser = argparse.ArgumentParser(description="Write the invented sample clients.")
    parser.add_argument(
        "--out", type=Path, default=HOME, help="folder of the clients (default: data/clients)"
    )
    out = parser.parse_args().out
    for slug, files in CLIENTS.items():
        made = files()
        write_client(out / slug, made)
        print(f"{slug}: {len(made)} files, {sum(map(len, made.values())):,} bytes")


if __name__ == "__main__":
    main()
