"""The explorer: pages on what is known to work, served by Streamlit as a process of its own."""
