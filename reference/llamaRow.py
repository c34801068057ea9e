"""How llama-perplexity codes a row of logits in a base file."""

import struct

import numpy as np


def llama_row(row):
    """One row, as log_softmax of perplexity.cpp codes it: float unless it says double."""
    f = np.float32
    top = row.max()
    floor = max(row.min(), f(top - f(16)))
    log_sum_exp = f(np.log(np.float64(np.exp((row - top).astype(f)).astype(np.float64).sum())))
    least = f(f(floor - top) - log_sum_exp)
    scale = f(f(top - floor) / f(65535))
    codes = np.zeros(len(row), np.uint16)
    if scale != 0:
        inverse = f(f(1) / scale)
        steps = (inverse * (row - floor)).astype(f)
        # The trick of adding 1.5·2²³ rounds to the nearest integer, halves to even.
        codes = np.where(row > floor, np.rint(steps), 0).astype(np.uint16)
    padding = [0] * (len(row) % 2)
    decoded = ((scale * codes.astype(f)).astype(f) + least).astype(f)
    return struct.pack("<ff", scale, least) + codes.tobytes() + struct.pack(f"<{len(padding)}H", *padding), decoded
