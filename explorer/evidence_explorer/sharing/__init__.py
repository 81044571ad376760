"""What can be taken along of a view: as tables, as a picture, as a network, as a page."""
