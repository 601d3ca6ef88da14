"""Versions: a step each, numbered in the order in which they are taken."""
