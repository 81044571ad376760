"""The script that Streamlit runs at every change of the address."""

from evidence_desk.page import main

main()
