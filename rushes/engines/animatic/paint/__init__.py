"""Paint: what draws. Colours, noise, baked layers, planes in perspective, the finishing of a frame; skia and numba are
loaded here and nowhere else."""
