"""The curator's desk: what a report is thought to say becomes what the tables and the graph say."""
