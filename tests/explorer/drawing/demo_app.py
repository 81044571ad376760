"""A page with one drawn network, for the tests of the component only."""

from __future__ import annotations

import streamlit as st

from evidence_explorer.drawing.component import network_component
from evidence_explorer.drawing.scene import scene
from evidence_explorer.drawing.words import Language, Words
from tests.explorer.drawing import demo_networks

st.set_page_config(page_title="Drawing", layout="wide")
language: Language = "en" if st.query_params.get("lang") == "en" else "nl"
name = st.query_params.get("network", "28")
network = demo_networks.NETWORKS[name]()
words = Words(language, demo_networks.STATE_WORDS[language], demo_networks.KIND_WORDS[language])

drawn = scene(
    network,
    language,
    selected=st.session_state.get("selected", st.query_params.get("selected")),
    centre=network.centre,
    words=words,
)
event = network_component(drawn, key="drawing", words=words)
st.button("Rerun")
if event.kind != "none":
    st.session_state.log = [*st.session_state.get("log", []), f"{event.kind} {event.id}"]
    if event.kind == "select":
        st.session_state.selected = event.id
        st.rerun()
for line in st.session_state.get("log", []):
    st.text(f"event: {line}")
