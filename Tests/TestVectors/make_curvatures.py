"""Writes f''(z) of activations and mathematical functions: Tests/NeuralNetworksTests/Vectors/CurvatureVectors.swift.

Made with mpmath 1.3.0 at 50 digits: z and f''(z) as hex floats, away from kinks.

    python3 make_curvatures.py
"""

import pathlib
import random

import mpmath
from mpmath import mp, mpf

from make_activations import ACTIVATIONS, number

mp.dps = 50
KINKS = [-6, -3, -1, 0, 1, 3, 6]
CURVED = {
    "exp": mp.exp, "log": lambda z: -1 / z ** 2, "sin": lambda z: -mp.sin(z), "cos": lambda z: -mp.cos(z),
    "tan": lambda z: 2 * mp.tan(z) * mp.sec(z) ** 2, "asin": lambda z: z / mp.sqrt(1 - z * z) ** 3,
    "acos": lambda z: -z / mp.sqrt(1 - z * z) ** 3, "atan": lambda z: -2 * z / (1 + z * z) ** 2,
    "erf": lambda z: -4 * z * mp.exp(-z * z) / mp.sqrt(mp.pi),
    "erfc": lambda z: 4 * z * mp.exp(-z * z) / mp.sqrt(mp.pi), "sqrt": lambda z: -1 / (4 * mp.sqrt(z) ** 3),
}
POSITIVE, UNIT = ["log", "sqrt"], ["asin", "acos"]


def arguments(name, rng):
    if name in POSITIVE:
        return [0.001, 1.0] + [rng.uniform(0.01, 20) for _ in range(14)]
    if name in UNIT:
        return [0.0, 0.999, -0.999] + [rng.uniform(-0.99, 0.99) for _ in range(13)]
    smooth = [0.0, 3.0, -3.0, 1.4142135623730951] if name in CURVED or name in SMOOTH else []
    return smooth + [20.0, -20.0, 0.25, -0.25, 2.5] + [
        z for z in (rng.uniform(-20, 20) for _ in range(10))] + [rng.uniform(-2.9, 2.9) for _ in range(10)]


SMOOTH = ["sigmoid", "tanh", "softplus", "silu", "gelu", "mish", "log_sigmoid"]


def curvature(name, z):
    if name in CURVED:
        return CURVED[name](mpf(z))
    return mp.diff(ACTIVATIONS[name][1], mpf(z))


def main():
    rng = random.Random(5)
    texts = []
    for name in list(ACTIVATIONS) + list(CURVED):
        points = [z for z in arguments(name, rng) if name in SMOOTH + list(CURVED)
                  or min(abs(z - kink) for kink in KINKS) > 0.01]
        lines = [f"{name} {number(z)} {number(curvature(name, z))}" for z in points]
        texts += lines
    path = pathlib.Path(__file__).parent.parent / "NeuralNetworksTests" / "Vectors" / "CurvatureVectors.swift"
    body = "\n".join("    " + line for line in texts)
    path.write_text(
        f"// Made by make_curvatures.py with mpmath {mpmath.__version__}; do not edit.\n\n"
        "/// The second derivatives away from kinks: name, z and f''(z).\n"
        f'enum CurvatureVectors {{\n  static let all = """\n{body}\n    """\n}}\n')


if __name__ == "__main__":
    main()
