"""Serves the demonstration page as the explorer is served: with its policy for scripts."""

from pathlib import Path

from streamlit.starlette import App

from evidence_explorer.web import middleware, routes

app = App(Path(__file__).with_name("demo_app.py"), middleware=middleware(), routes=routes())
