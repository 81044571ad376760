"""The script that Streamlit runs at every change of the address."""

from evidence_explorer.app import main

main()
