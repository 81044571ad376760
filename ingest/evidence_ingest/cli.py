"""The commands of ``evidence-explorer``: parse, call, print, exit code.

Exit codes: 0 fine, 1 the data does not conform, 2 failure, 3 the graph is not reachable.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from evidence_ingest.answering import (
    DataOption,
    JsonOption,
    Language,
    LanguageOption,
    answering,
    console,
    out,
)
from evidence_ingest.bibliography import app as bibliography
from evidence_ingest.counting import counted
from evidence_ingest.errors import DoesNotConformError, Problem
from evidence_ingest.extracting_command import extract
from evidence_ingest.formats import Format
from evidence_ingest.settings import data_folder, graph_location

app = typer.Typer(
    name="evidence-explorer",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""See what is known to work in social care.

The graph is a folder on this machine, or the address of a Neo4j server (neo4j://host:7687).
A server's user and password come from EVIDENCE_GRAPH_USER and EVIDENCE_GRAPH_PASSWORD, or are
asked for; never put them on the command line.

Exit codes: 0 fine, 1 the data does not conform, 2 failure, 3 the graph is not reachable.""",
)

app.add_typer(bibliography)
app.command()(extract)

GraphOption = Annotated[
    str | None,
    typer.Option(
        "--graph",
        envvar="EVIDENCE_GRAPH",
        metavar="FOLDER|URL",
        help="The graph: a folder, or neo4j://host:7687 (default: .evidence-graph).",
    ),
]


@app.command()
@answering
def explore(
    graph: GraphOption = None,
    data: DataOption = None,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Where to listen.")] = 8501,
    address: Annotated[
        str, typer.Option("--address", help="Who may visit: this machine only, by default.")
    ] = "127.0.0.1",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it.")] = True,
) -> None:
    """Bring the graph up to date and open the explorer on it.

    A graph that you name with --graph and that already holds data is left as it is, unless you
    name the data with --data too.
    """
    from evidence_ingest.exploring import explore as run  # noqa: PLC0415

    code = run(graph, data, port=port, address=address, browser=browser)
    if code:
        sys.exit(code)


@app.command()
@answering
def ingest(
    graph: GraphOption = None,
    data: DataOption = None,
    *,
    if_empty: Annotated[
        bool, typer.Option("--if-empty", help="Do nothing when the graph holds data.")
    ] = False,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="FOLDER",
            help="Write the tables of a workbook into this data folder first, and load that.",
        ),
    ] = None,
    as_json: JsonOption = False,
    language: LanguageOption = Language.EN,
) -> None:
    """Bring the graph to what the data says: all of it or, if anything is wrong, nothing."""
    from evidence_ingest.load import loaded  # noqa: PLC0415
    from evidence_ingest.opening import opened  # noqa: PLC0415
    from evidence_ingest.pipeline import ingest as run  # noqa: PLC0415
    from evidence_ingest.progress import progress_bar  # noqa: PLC0415
    from evidence_ingest.readers.data import Kind, kind_of  # noqa: PLC0415
    from evidence_ingest.workbook_merging import refuse_partial  # noqa: PLC0415

    folder = data_folder(data)
    if into is not None:
        folder = _written(folder, into, language)
    elif kind_of(folder) is Kind.WORKBOOK:
        refuse_partial(folder)
    with opened(graph_location(graph), constraints=True) as store:
        if if_empty and loaded(store):
            console.print(f"{store.description} holds data already; nothing was loaded.")
            return
        with progress_bar(console) as progress:
            report = run(folder, store, progress, language.value)
        if as_json:
            out.print_json(data=report.as_json())
            return
        console.print(f"{folder} → {store.description}", markup=False)
    console.print(report.sentence())
    for citation in report.unresolved:
        place = citation.at or "the data"
        console.print(f"Unresolved: {citation.printed!r} in {place}", markup=False)


def _written(workbook: Path, folder: Path, language: Language) -> Path:
    from evidence_ingest.workbook_merging import write_into  # noqa: PLC0415

    written = write_into(workbook, folder, language.value)
    for name in written:
        console.print(f"Written: {name}", markup=False)
    if not written:
        console.print(f"{folder} holds all of the workbook already.", markup=False)
    return folder


@app.command()
@answering
def validate(
    data: DataOption = None,
    mark: Annotated[
        Path | None,
        typer.Option(
            "--mark",
            metavar="FILE.xlsx",
            help="Write a copy of a workbook with each error beside its cell.",
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Put columns and rows in the canonical order.")
    ] = False,
    shacl: Annotated[
        bool, typer.Option("--shacl", help="Check with pySHACL as well (slow on large data).")
    ] = False,
    language: LanguageOption = Language.EN,
) -> None:
    """Check the data without touching any graph."""
    from evidence_ingest.validating import validate as run  # noqa: PLC0415

    folder = data_folder(data)
    found = run(folder, fix=fix, shacl=shacl)
    for name in found.rewritten:
        console.print(f"Put in canonical order: {name}", markup=False)
    if mark is not None and found.problems:
        from evidence_ingest.workbook_marking import mark as write_marked  # noqa: PLC0415

        write_marked(folder, found.problems, mark)
        console.print(f"Each error stands beside its cell in {mark}", markup=False)
    _refuse(found.problems, language)
    conform = counted(found.records, "record conforms", "records conform")
    console.print(f"{conform}; {counted(found.unresolved, 'citation')} unresolved.")


def _refuse(problems: list[Problem], language: Language) -> None:
    if problems:
        raise DoesNotConformError(problems, language.value)


@app.command()
@answering
def export(
    target: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER",
            help="Where to; csv needs a folder, xlsx a file (default: the terminal).",
        ),
    ] = None,
    graph: GraphOption = None,
    form: Annotated[Format, typer.Option("--format", help="The format.")] = Format.TURTLE,
    study: Annotated[
        str | None,
        typer.Option("--study", metavar="ID", help="For xlsx: this study, and what all share."),
    ] = None,
) -> None:
    """Write the records of the graph, sorted, the same for the same content.

    turtle, trig, jsonld and nquads hold everything, and ingest reads them back; so do csv, as the
    tables of a data folder, and xlsx, as a workbook to curate in. graphml is for other programs,
    skos is the thesaurus.
    """
    from evidence_ingest.exporting import export as run  # noqa: PLC0415
    from evidence_ingest.opening import opened  # noqa: PLC0415

    with opened(graph_location(graph)) as store:
        run(store, form, target, study)


@app.command()
@answering
def stats(graph: GraphOption = None, as_json: JsonOption = False) -> None:
    """Count what is in the graph, by label and by relationship type."""
    from evidence_graph.queries import graph_stats  # noqa: PLC0415
    from evidence_ingest.opening import opened  # noqa: PLC0415

    with opened(graph_location(graph)) as store:
        counts = graph_stats(store)
    if as_json:
        out.print_json(data={"nodes": counts.nodes, "relationships": counts.relationships})
        return
    for title, rows in (("Label", counts.nodes), ("Relationship", counts.relationships)):
        table = Table(title, "Count")
        for name, count in rows.items():
            table.add_row(name, str(count))
        out.print(table)


@app.command()
@answering
def query(
    cypher: Annotated[str, typer.Argument(help="One Cypher text that only reads.")],
    graph: GraphOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask the graph one question in Cypher; a text that would change it is refused."""
    from evidence_ingest.opening import opened  # noqa: PLC0415

    with opened(graph_location(graph)) as store:
        rows = store.read_only(cypher)
    if as_json:
        out.print_json(data=rows, default=str)
        return
    _print_rows(rows)


def _print_rows(rows: list[dict[str, Any]]) -> None:
    if not rows:
        console.print("No rows.")
        return
    table = Table(*rows[0])
    for row in rows:
        cells = [v if isinstance(v, str) else json.dumps(v, default=str) for v in row.values()]
        table.add_row(*(cell.replace("[", r"\[") for cell in cells))
    out.print(table)


@app.command()
@answering
def schema(
    as_json: JsonOption = False,
    diagram: Annotated[bool, typer.Option("--diagram", help="Draw it, as SVG on A3.")] = False,
) -> None:
    """Show labels, relationships, tables and codes, as the ontology gives them."""
    from evidence_ingest.diagram import svg  # noqa: PLC0415
    from evidence_ingest.reference import as_plain, markdown  # noqa: PLC0415
    from evidence_ontology.schema import schema as derived  # noqa: PLC0415

    if as_json:
        out.print_json(data=as_plain(derived()))
    elif diagram:
        sys.stdout.write(svg(derived()))
    else:
        sys.stdout.write(markdown(derived()))


def main() -> None:
    """Run the command line."""
    app()
