"""Vietnamese text, numbers and dates: how officials type them and how documents print them."""
