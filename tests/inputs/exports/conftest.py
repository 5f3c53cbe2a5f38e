from pathlib import Path

import pytest

from smmtools.errors import ExportError
from smmtools.inputs.exports import read

REALDATA = Path(__file__).parents[4] / "shared" / "realdata"


@pytest.fixture
def write(tmp_path):
    """Write an export of this content and give its path."""

    def write_file(name, content, encoding="utf-8"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write_file


@pytest.fixture
def faults():
    """The faults of reading a file, as (what, where) pairs."""

    def faults_of(path):
        with pytest.raises(ExportError) as caught:
            read(path)
        return [(fault.what, fault.where) for fault in caught.value.faults]

    return faults_of


@pytest.fixture
def real():
    """The path of a real export; skips where they are not at hand."""

    def real_file(name):
        if not REALDATA.is_dir():
            pytest.skip("real exports are not at hand (../shared/realdata)")
        return next(REALDATA.glob(name))

    return real_file


@pytest.fixture
def every_real():
    """The paths of the real exports of a pattern; skips where they are not at hand."""

    def real_files(pattern):
        if not REALDATA.is_dir():
            pytest.skip("real exports are not at hand (../shared/realdata)")
        return sorted(REALDATA.glob(pattern))

    return real_files
