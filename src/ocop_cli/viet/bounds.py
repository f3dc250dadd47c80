"""The largest numbers that anybody may believe in a file or an option: beyond them a finger slipped."""

MOST_MONEY = 10**15
"""đồng"""
MOST_PEOPLE = 100_000
"""People, agents, points of sale."""
MOST_PIECES = 10_000
"""Pages of a paper, pieces of a product."""
MOST_GROWTH = 500
"""Percent of growth in a year."""
MOST_SETS = 999
"""The number of a product set."""
