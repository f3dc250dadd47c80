"""One module per verb: reads its options, calls one use case, prints the outcome."""
