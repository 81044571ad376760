"""Reads docker-compose.yml the way compose does, as far as the tests need it."""

import json
import re
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"
VARIABLE = re.compile(r"\$(?:\$|\{(?P<name>\w+)(?P<how>:-|:\?)?(?P<what>[^}]*)\})")


class NotSetError(Exception):
    """A variable that has to be set is not; the text is what compose would print."""


def text() -> str:
    """Read the file.

    Returns:
        Its text.
    """
    return COMPOSE.read_text(encoding="utf-8")


def compose(variables: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Read the file with its variables filled in.

    Args:
        variables: what stands in `.env`; None leaves the references as they are.

    Returns:
        The content of the file.

    Raises:
        NotSetError: when a variable that has to be set is absent or empty.
    """
    content: dict[str, Any] = yaml.safe_load(text())
    return content if variables is None else _filled(content, variables)


def _filled(value: Any, variables: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(child, variables) for key, child in value.items()}
    if isinstance(value, list):
        return [_filled(child, variables) for child in value]
    if isinstance(value, str):
        return VARIABLE.sub(lambda found: _value(found, variables), value)
    return value


def _value(found: re.Match[str], variables: Mapping[str, str]) -> str:
    if found["name"] is None:
        return "$"
    given = variables.get(found["name"], "")
    if not given and found["how"] == ":?":
        raise NotSetError(found["what"])
    return given or (found["what"] if found["how"] == ":-" else "")


def compose_schema() -> dict[str, Any]:
    """Read the JSON schema of the compose specification, as check-jsonschema carries it.

    Returns:
        The schema.
    """
    file = resources.files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json"
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def neo4j_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Translate variables of the Neo4j image into settings, as its start script does.

    Returns:
        Settings by name: `_` stands for a dot and `__` for an underscore.
    """
    return {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): value
        for name, value in environment.items()
        if name.startswith("NEO4J_") and name != "NEO4J_AUTH"
    }
