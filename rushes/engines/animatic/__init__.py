"""Animatic: the embedded engine. Reads a prompt into a shot plan and renders it on the CPU, offline, with sound."""
