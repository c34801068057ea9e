"""Sequences of SplitMix64 and xoshiro128** 1.1 in Python integers, from their definitions (prng.di.unimi.it). Writes rng.json."""

import json
from pathlib import Path

M64 = 2**64 - 1
M32 = 2**32 - 1


def splitmix64(seed):
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & M64
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M64
        yield z ^ (z >> 31)


def xoshiro128(s):
    s = list(s)
    rotl = lambda x, k: ((x << k) | (x >> (32 - k))) & M32
    while True:
        yield (rotl((s[1] * 5) & M32, 7) * 9) & M32
        t = (s[1] << 9) & M32
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)


def seeded(seed):
    words = splitmix64(seed)
    a, b = next(words), next(words)
    return xoshiro128([a & M32, a >> 32, b & M32, b >> 32])


def case(seed):
    words, pairs = seeded(seed), seeded(seed)
    first = [next(words) for _ in range(6)]
    for _ in range(999_994):
        next(words)
    doubles = [((next(pairs) >> 5) * 2**26 + (next(pairs) >> 6)) / 2**53 for _ in range(3)]
    return {"seed": seed, "first": first, "afterMillion": next(words), "doubles": doubles}


if __name__ == "__main__":
    cases = [case(seed) for seed in (0, 1, 42, 2**53 - 1)]
    Path(__file__).with_suffix(".json").write_text(json.dumps(cases, indent=1) + "\n")
