"""Writes the test vectors of the mathematical functions: Tests/TensorsTests/Vectors/<name>.swift.

Made with mpmath 1.3.0 at 50 digits (1,400 bits where a huge argument is reduced). Each point is the
argument (two for pow), the nearest float64 of the true value, both as hex floats, and the true value
minus that float64 in units of its last place.

    python3 make_mathematics.py
"""

import math
import pathlib
import random
import struct

import mpmath
from mpmath import mp, mpf

mp.prec = 1400
TINY = [5e-324, 2.2250738585072009e-308, 2.2250738585072014e-308, 1e-300, 1e-160, 1e-30, 2**-54, 2**-53]
SPECIAL = [0.0, -0.0, math.inf, -math.inf, math.nan]


def next_to(value, step):
    bits = struct.unpack("<q", struct.pack("<d", value))[0]
    return struct.unpack("<d", struct.pack("<q", bits + step))[0]


def around(*values):
    return [next_to(v, s) for v in values for s in (-1, 0, 1)]


def both(values):
    return [s * v for v in values for s in (1, -1)]


def uniform(rng, low, high, count):
    return [rng.uniform(low, high) for _ in range(count)]


def spread(rng, low, high, count):
    """Positive numbers whose exponents are spread evenly."""
    return [2.0 ** rng.randint(low, high - 1) * rng.uniform(1, 2) for _ in range(count)]


def rounded(value):
    """The nearest float64 of a real number, subnormal ones too."""
    if not mp.isfinite(value):
        return float(value)
    return float(mpmath.nstr(value, 60, strip_zeros=False)) if abs(value) < mpf(2) ** 1025 else (
        math.copysign(math.inf, value))


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def softplus(x):
    return mp.log1p(mp.exp(x)) if x > -1000 else mp.exp(x)


def log1p(x):
    return mp.log(1 + x)


def exact_erfc(x):
    return mp.erfc(x)


def points(name, rng):
    """The arguments for one function."""
    wide = both(TINY + spread(rng, -60, 0, 15))
    if name in ("exp", "expm1"):
        ends = around(709.782712893384, -708.396, -744.44, -745.1332191019411, 0.34657359027997264)
        return wide + ends + [710.0, 800.0, 1e308, -746.0, -800.0, -1e308] + both(
            uniform(rng, 0, 1, 60) + uniform(rng, 1, 40, 50)) + uniform(rng, -746, 710, 90)
    if name == "log":
        return TINY + spread(rng, -1074, 1023, 120) + uniform(rng, 0.5, 2, 120) + around(
            1.0, 0.7071067811865476, 1.4142135623730951) + [1.7976931348623157e308, -1.0, -5e-324]
    if name == "log1p":
        return wide + spread(rng, 0, 1023, 60) + uniform(rng, -1, 2, 120) + around(
            -0.29289321881345254, 0.41421356237309515) + [-1.0, next_to(-1.0, -1), -1.5, 1.7976931348623157e308]
    if name in ("sigmoid", "tanh", "softplus"):
        return wide + both(
            uniform(rng, 0, 2, 60) + uniform(rng, 2, 25, 60) + uniform(rng, 25, 760, 20) + [1e5, 1e308, 745.5])
    if name == "erf":
        return wide + both(uniform(rng, 0, 1, 50) + uniform(rng, 1, 6, 50) + [6.5, 30.0, 1e300])
    if name == "erfc":
        return wide + both(uniform(rng, 0, 1, 40)) + uniform(rng, 1, 26.6, 100) + uniform(
            rng, -6, 0, 40) + uniform(rng, 26.5, 27.3, 10) + [28.0, 1e300, -7.0, -1e300]
    if name in ("sin", "cos", "tan"):
        close = [float(k * mp.pi / 2) for k in (1, 2, 3, 4, 5, 100, 12345, 10**9, 10**15)]
        huge = spread(rng, 20, 1023, 50) + [1e300, 1.7976931348623157e308, 6381956970095103.0 * 2.0**797]
        return wide + both(uniform(rng, 0, 10, 80) + uniform(rng, 10, 1e5, 20)) + both(close + huge)
    if name in ("asin", "acos"):
        return wide + both(uniform(rng, 0, 1, 100) + [1.0, next_to(1.0, -1), 0.5, 1.5]) + both(
            [1 - d for d in spread(rng, -52, -4, 30)])
    if name == "atan":
        return wide + both(uniform(rng, 0, 4, 80) + spread(rng, 2, 1023, 50) + [1.0])
    raise ValueError(name)


def power_points(rng):
    pairs = list(zip(spread(rng, -8, 8, 100), uniform(rng, -60, 60, 100)))
    pairs += [(x, rng.uniform(0.9, 1) * 709 / math.log(x) * rng.choice((1, -1))) for x in spread(rng, -3, 3, 60)]
    pairs += [(1 + d, rng.uniform(-700, 700) / d) for d in spread(rng, -40, -4, 40)]
    pairs += [(x, rng.uniform(709, 745) / -math.log(x)) for x in spread(rng, 1, 6, 20)]
    pairs += [(-x, float(n)) for x, n in zip(spread(rng, -3, 3, 20), range(-10, 10))]
    pairs += [(x, float(n)) for x in (2.0, 3.0, 10.0, 0.1, 1.5) for n in range(-6, 7)]
    pairs += [(5e-324, 0.5), (5e-324, 1.0), (1e-310, 0.9), (1.7976931348623157e308, 1.0), (2.0, 0.5), (2.0, -1074.0)]
    return pairs


FUNCTIONS = {
    "exp": mp.exp, "expm1": mp.expm1, "log": mp.log, "log1p": log1p, "sigmoid": sigmoid, "tanh": mp.tanh,
    "softplus": softplus, "erf": mp.erf, "erfc": exact_erfc, "sin": mp.sin, "cos": mp.cos, "tan": mp.tan,
    "asin": mp.asin, "acos": mp.acos, "atan": mp.atan,
}
AT_SPECIAL = {  # at 0, -0, inf, -inf; NaN gives NaN
    "exp": (1, 1, math.inf, 0), "expm1": (0.0, -0.0, math.inf, -1), "log": (-math.inf, -math.inf, math.inf, math.nan),
    "log1p": (0.0, -0.0, math.inf, math.nan), "sigmoid": (0.5, 0.5, 1, 0), "tanh": (0.0, -0.0, 1, -1),
    "softplus": (math.log(2), math.log(2), math.inf, 0), "erf": (0.0, -0.0, 1, -1), "erfc": (1, 1, 0, 2),
    "sin": (0.0, -0.0, math.nan, math.nan), "cos": (1, 1, math.nan, math.nan), "tan": (0.0, -0.0, math.nan, math.nan),
    "asin": (0.0, -0.0, math.nan, math.nan), "acos": (math.pi / 2, math.pi / 2, math.nan, math.nan),
    "atan": (0.0, -0.0, math.pi / 2, -math.pi / 2),
}


def true_value(function, name, x):
    if name == "exp" and x > 1000 or name == "expm1" and x > 1000:
        return mp.inf
    if name == "exp" and x < -2000:
        return mpf(0)
    if name in ("sigmoid", "tanh", "expm1") and abs(x) > 2000:
        return mpf({"sigmoid": x > 0, "expm1": -1, "tanh": math.copysign(1, x)}[name])
    if name == "softplus" and abs(x) > 1000:
        return mpf(max(x, 0))
    if name in ("erf", "erfc") and abs(x) > 50:
        return mpf(math.copysign(1, x) if name == "erf" else (0 if x > 0 else 2))
    if name in ("asin", "acos") and abs(x) > 1 or name == "log" and x < 0 or name == "log1p" and x < -1:
        return mp.nan
    if name == "log1p" and x == -1:
        return -mp.inf
    value = function(mpf(x))
    return value


def point(arguments, value):
    nearest = rounded(value)
    residue = 0.0
    if math.isfinite(nearest):
        residue = float((value - mpf(nearest)) / mpf(math.ulp(nearest)))
        assert abs(residue) <= 0.5 + 1e-9, (arguments, nearest, residue)
    return " ".join(number(a) for a in arguments) + " " + number(nearest) + f" {residue:.3f}"


def number(x):
    if not math.isfinite(x):
        return str(x)
    mantissa, exponent = x.hex().split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{exponent}"


def write(name, lines):
    path = pathlib.Path(__file__).parent.parent / "TensorsTests" / "Vectors" / f"{name}.swift"
    body = "\n".join("    " + line for line in lines)
    path.write_text(
        f"// Made by make_mathematics.py with mpmath {mpmath.__version__}; do not edit.\n\nextension Vectors {{\n"
        f"  /// Points of {name}: argument, nearest value, and what the true value has more, in units of its last place.\n"
        f"  static let {name} = \"\"\"\n{body}\n    \"\"\"\n}}\n")


def main():
    rng = random.Random(20)
    for name, function in FUNCTIONS.items():
        lines = [point([x], true_value(function, name, x)) for x in points(name, rng)]
        lines += [
            f"{number(x)} {number(float(y))} 0.0" for x, y in zip(SPECIAL, AT_SPECIAL[name] + (math.nan,))]
        write(name, lines)
    write("pow", [point([x, y], mp.power(mpf(x), mpf(y))) for x, y in power_points(rng)])


if __name__ == "__main__":
    main()
