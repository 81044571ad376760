"""Reports as text in reading order: blocks that know their section and page."""
