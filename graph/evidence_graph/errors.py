"""The one tree of errors of the graph.

Every message is written for the person who reads it: what went wrong, where, and what to do. Errors
of the driver and of the engines are turned into these at one boundary (``engines/foreign.py`` and
``engines/arcade``); nothing above this package sees a foreign exception.
"""

from __future__ import annotations


class GraphError(Exception):
    """Something is wrong with the graph; the text says what, where and what to do."""


class GraphUnreachable(GraphError):  # noqa: N818  the name says what is wrong with the graph
    """No graph answers at the place that was named, or it stopped answering."""

    def __init__(self, message: str, *, in_doubt: bool = False) -> None:
        """Make the error.

        Args:
            message: what, where, what to do.
            in_doubt: whether a change may have been saved although this was raised.
        """
        super().__init__(message)
        self.in_doubt = in_doubt


class GraphLocked(GraphError):  # noqa: N818
    """The folder cannot be used: not a folder, not writable, or held by another program."""


class GraphRefused(GraphError):  # noqa: N818
    """The graph answers, but does not accept the user, the password or the address."""


class QueryRefused(GraphError):  # noqa: N818
    """The text was not run: it would write, or reach outside the graph, where only reading is."""


class QueryFailed(GraphError):  # noqa: N818
    """The engine could not run the text: a mistake in it, or a rule of the graph it would break."""


class QueryTimeout(GraphError):  # noqa: N818
    """The text took longer than it may."""


class StillReading(GraphError):  # noqa: N818
    """What the question needs of the whole graph is being read; asked again later, it answers."""
