"""How a table and a network are written in a file: what exports of data and of views share."""
