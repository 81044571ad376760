"""What the words of the evidence graph mean: the Turtle, and what is derived from it."""
