"""Writes the quantiles of the normal distribution: Tests/TensorsTests/Vectors/NormalQuantiles.swift.

Made with mpmath 1.3.0 at 60 digits: p and x with Phi(x) = p, as hex floats, also at the seams of AS 241.

    python3 make_normal_quantiles.py
"""

import pathlib
import random

import mpmath
from mpmath import mp, mpf

from make_activations import number

mp.dps = 60


def quantile(p):
    guess = mpf(-1) if p < 0.5 else mpf(1)
    x = guess * mp.sqrt(-2 * mp.log(min(mpf(p), 1 - mpf(p)) * 2)) / 1.3 if abs(p - 0.5) > 1e-3 else (mpf(p) - 0.5) * 2.5
    for _ in range(200):
        step = (mp.erfc(-x / mp.sqrt(2)) / 2 - mpf(p)) / (mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi))
        step = max(min(step, mpf(0.5)), mpf(-0.5))
        x -= step
        if abs(step) <= mpf(10) ** -45 * max(abs(x), mpf(10) ** -20):
            return x
    raise ValueError(p)


def main():
    rng = random.Random(6)
    points = [2.0**-53, 1 - 2.0**-53, 0.5 + 2.0**-53, 0.5 - 2.0**-53, 0.25, 0.75, 0.075, 0.925, 0.0749, 0.9251,
              1.3e-11, 1.4e-11, 1e-12, 1e-14, 1 - 1e-12]
    points += [rng.uniform(0, 1) for _ in range(60)] + [10 ** rng.uniform(-15, -1) for _ in range(40)]
    lines = "\n".join(f"    {number(p)} {number(quantile(p))}" for p in points)
    path = pathlib.Path(__file__).parent.parent / "TensorsTests" / "Vectors" / "NormalQuantiles.swift"
    path.write_text(
        f"// Made by make_normal_quantiles.py with mpmath {mpmath.__version__}; do not edit.\n\nextension Vectors {{\n"
        f'  /// Points p and x with Φ(x) = p.\n  static let normalQuantiles = """\n{lines}\n    """\n}}\n')


if __name__ == "__main__":
    main()
