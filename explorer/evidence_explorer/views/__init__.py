"""The pages, one file each: a selection becomes a question, the answer becomes HTML."""
