"""What the whole recording says of how its things are drawn: decided once, so nothing flips.

Which containers stand inside another, which objects make a chain or a tree, which functions ever
hold anything, which names index which list.
"""
