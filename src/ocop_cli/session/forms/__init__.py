"""A form that goes out, and one that comes back."""
