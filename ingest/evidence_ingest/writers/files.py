"""Put what was written in its place, all of it or nothing: written beside it, then renamed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from evidence_ingest.errors import IngestError


def write_file(target: Path, content: bytes) -> None:
    """Write a file; a killed command leaves the old one or the new one.

    Args:
        target: The file; what is no plain file, such as ``/dev/stdout``, is written to directly.
        content: Its content.

    Raises:
        IngestError: It cannot be written.
    """
    with _told(target):
        place = target.resolve()
        if place.exists() and not place.is_file():
            place.write_bytes(content)
            return
        beside = _beside(place, "new")
        try:
            beside.write_bytes(content)
            if place.exists():
                shutil.copymode(place, beside)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)


def write_folder(
    target: Path, files: Mapping[str, bytes], known: Callable[[Path], Iterator[Path]]
) -> None:
    """Write a folder of tables; whatever else stands in it stays.

    Args:
        target: The folder: a new one, an empty one, or a data folder, whose tables are replaced.
        files: Path below the folder → content.
        known: Lists the tables of a data folder; what they are replaced by is in ``files``.

    Raises:
        IngestError: It holds something else, or cannot be written.
    """
    with _told(target):
        place = target.resolve()
        new = _beside(place, "new")
        try:
            _prepare(place, new, known)
            for name, content in files.items():
                path = new / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            _swap(place, new)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _prepare(place: Path, new: Path, known: Callable[[Path], Iterator[Path]]) -> None:
    if not place.exists():
        new.mkdir()
        return
    if not place.is_dir():
        msg = f"{place} is a file. Name a folder for the tables."
        raise IngestError(msg)
    replaced: set[Path] = set()
    if any(place.iterdir()):
        try:
            replaced = set(known(place))
        except IngestError as error:
            msg = (
                f"{place} holds other things than a data folder does, so nothing was written"
                f" there. Name a new or an empty folder. ({error})"
            )
            raise IngestError(msg) from error
    shutil.copytree(place, new, symlinks=True)
    for path in replaced:
        (new / path.relative_to(place)).unlink()
    for path in sorted(new.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()


def _swap(place: Path, new: Path) -> None:
    if not place.exists():
        new.rename(place)
        return
    old = _beside(place, "old")
    place.rename(old)
    try:
        new.rename(place)
    except BaseException:
        old.rename(place)
        raise
    shutil.rmtree(old)


def _beside(place: Path, kind: str) -> Path:
    return place.with_name(f"{place.name}.{kind}-{os.getpid()}")


def _way_out(target: Path, error: OSError) -> str:
    if not target.parent.is_dir():
        return f"Make the folder {target.parent} first, or name another place with -o."
    if isinstance(error, IsADirectoryError):
        return "This is a folder; name a file with -o."
    return "Name another place with -o, or ask for the right to write there."


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        msg = f"{target} cannot be written: {error.strerror}. {_way_out(target, error)}"
        raise IngestError(msg) from error
