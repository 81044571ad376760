"""What every engine must do: one contract, run on each of them."""
