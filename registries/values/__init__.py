"""How numbers, names, dates, money and levels are written, cleaned and checked.

Everything here is pure: both sides of every comparison are cleaned by these functions and no others.
"""
