"""Read a bibliography of any format."""

from __future__ import annotations

from collections.abc import Callable

from evidence_literature.formats.bibtex import read_bibtex
from evidence_literature.formats.csl_json import read_csl_json
from evidence_literature.formats.databases import read_nbib, read_wos
from evidence_literature.formats.decoding import decode
from evidence_literature.formats.detecting import detect
from evidence_literature.formats.reading import Fault, Format, Located, Reader, Reading
from evidence_literature.formats.ris import read_ris

_READERS: dict[Format, Reader] = {
    Format.RIS: read_ris,
    Format.BIBTEX: read_bibtex,
    Format.BIBLATEX: read_bibtex,
    Format.CSL_JSON: read_csl_json,
    Format.NBIB: read_nbib,
    Format.WOS: read_wos,
}


def read_bibliography(
    content: bytes, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> Reading:
    """Read a bibliography; what stands in it tells its format.

    Args:
        content: The bytes of a file.
        progress: Told how many lines were read since the last call, and how many there are.

    Returns:
        The records and what is wrong; one broken record does not stop the rest.

    Raises:
        UnknownFormatError: It is no bibliography in a known form.
    """
    decoded = decode(content)
    text = decoded.text.removeprefix("\ufeff")
    form = detect(text)
    total = text.count("\n") + 1
    entries: list[Located] = []
    faults = list(decoded.faults)
    done = 0
    for found in _READERS[form](text):
        if isinstance(found, Fault):
            faults.append(found)
        else:
            entries.append(found)
        progress(max(found.line - done, 0), total)
        done = max(done, found.line)
    progress(max(total - done, 0), total)
    return Reading(form, decoded.encoding, tuple(entries), tuple(faults))
