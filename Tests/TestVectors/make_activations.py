"""Writes the test vectors of the activations: Tests/NeuralNetworksTests/Vectors.

Made with mpmath 1.3.0 at 50 digits: z, f(z) and f'(z) as hex floats, z from -20 to 20.

    python3 make_activations.py
"""

import pathlib
import random

import mpmath
from mpmath import mp, mpf

mp.dps = 50
ALPHA, SCALE = mpf(1.6732632423543772), mpf(1.0507009873554805)
SIXTH, HALF = mpf(1) / 6, mpf(1) / 2


def sigma(z):
    return 1 / (1 + mp.exp(-z))


def normal(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def density(z):
    return mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi)


def mish_slope(z):
    t = mp.tanh(mp.log1p(mp.exp(z)))
    return t + z * sigma(z) * (1 - t * t)


def clip(z, low, high):
    return min(max(z, mpf(low)), mpf(high))


ACTIVATIONS = {
    "step": (lambda z: mpf(z >= 0), lambda z: mpf(0)),
    "sign": (mp.sign, lambda z: mpf(0)),
    "identity": (lambda z: z, lambda z: mpf(1)),
    "sigmoid": (sigma, lambda z: sigma(z) * sigma(-z)),
    "tanh": (mp.tanh, lambda z: mp.sech(z) ** 2),
    "relu": (lambda z: max(z, mpf(0)), lambda z: mpf(z > 0)),
    "leaky_relu": (lambda z: z if z > 0 else mpf(0.01) * z, lambda z: mpf(1) if z > 0 else mpf(0.01)),
    "elu": (lambda z: z if z > 0 else mp.expm1(z), lambda z: mpf(1) if z > 0 else mp.exp(z)),
    "selu": (lambda z: SCALE * (z if z > 0 else ALPHA * mp.expm1(z)),
             lambda z: SCALE * (1 if z > 0 else ALPHA * mp.exp(z))),
    "softplus": (lambda z: mp.log1p(mp.exp(z)), sigma),
    "softsign": (lambda z: z / (1 + abs(z)), lambda z: 1 / (1 + abs(z)) ** 2),
    "hard_sigmoid": (lambda z: clip(z / 6 + HALF, 0, 1), lambda z: SIXTH if abs(z) < 3 else mpf(0)),
    "hard_tanh": (lambda z: clip(z, -1, 1), lambda z: mpf(abs(z) < 1)),
    "relu6": (lambda z: clip(z, 0, 6), lambda z: mpf(0 < z < 6)),
    "silu": (lambda z: z * sigma(z), lambda z: sigma(z) * (1 + z * sigma(-z))),
    "hard_swish": (lambda z: z * clip(z + 3, 0, 6) / 6,
                   lambda z: mpf(0) if z <= -3 else (mpf(1) if z >= 3 else z / 3 + HALF)),
    "gelu": (lambda z: z * normal(z), lambda z: normal(z) + z * density(z)),
    "mish": (lambda z: z * mp.tanh(mp.log1p(mp.exp(z))), mish_slope),
    "log_sigmoid": (lambda z: -mp.log1p(mp.exp(-z)), lambda z: sigma(-z)),
}


def number(value):
    x = float(value)
    mantissa, exponent = x.hex().split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{exponent}"


def main():
    rng = random.Random(4)
    arguments = [0.0, -0.0, 20.0, -20.0, 3.0, -3.0, 6.0, 1.0, -1.0, -1.27846, -0.75179, -1.19245, -1.5, -1e-9, 1e-9]
    arguments += [rng.uniform(-20, 20) for _ in range(45)] + [rng.uniform(-3, 3) for _ in range(30)]
    texts = []
    for name, (function, derivative) in ACTIVATIONS.items():
        rows = "\n".join(
            f"    {number(z)} {number(function(mpf(z)))} {number(derivative(mpf(z)))}" for z in arguments)
        first, *others = name.split("_")
        identifier = first + "".join(word.capitalize() for word in others)
        texts.append(f'  /// Points of {name}.\n  static let {identifier} = """\n{rows}\n    """\n')
    chunks = [texts[i:i + 4] for i in range(0, len(texts), 4)]
    for i, chunk in enumerate(chunks):
        path = pathlib.Path(__file__).parent.parent / "NeuralNetworksTests" / "Vectors" / f"ActivationVectors{i + 1}.swift"
        path.write_text(
            f"// Made by make_activations.py with mpmath {mpmath.__version__}; do not edit.\n\n"
            "extension ActivationVectors {\n" + "\n".join(chunk) + "}\n")


if __name__ == "__main__":
    main()
