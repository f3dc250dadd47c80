"""Vietnamese text, numbers, dates and typed fields: how officials type them, how documents print them."""
