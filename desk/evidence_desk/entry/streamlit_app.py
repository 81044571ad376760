"""The entry script of the process: Streamlit puts this folder on the path, and nothing else."""

from pathlib import Path

from streamlit.starlette import App

from evidence_desk.web import middleware
from evidence_explorer.web import routes

app = App(Path(__file__).with_name("page.py"), middleware=middleware(), routes=routes())
