"""Documents: drafted, numbered, sealed, issued, signed, found again, made anew for comparison, judged by their form."""
