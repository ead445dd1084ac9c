"""Writes smallest_sums.txt: random Boolean functions of 5 and 6 inputs with the fewest terms, then literals, of a sum of products.

It knows nothing of prime implicants: every product of literals that is 1 on no row that must be 0 may be a term, and an integer
linear program (HiGHS, through scipy) chooses terms that cover all rows that must be 1, with the smallest 64 * terms + literals.

Each line: inputs, the rows that give 1, the rows that may give either (both as hexadecimal numbers whose bit r is row r), terms, literals.
The first input is the highest bit of a row. Run: python3 make_smallest_sums.py > smallest_sums.txt
"""
import random

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp


def cubes(inputs):
    rows = 1 << inputs
    for fixed in range(rows):
        values = fixed
        while True:
            yield sum(1 << r for r in range(rows) if r & fixed == values), bin(fixed).count("1")
            if values == 0:
                break
            values = (values - 1) & fixed


def smallest(all_cubes, ones, free, rows):
    if ones == 0:
        return 0, 0
    allowed = [(c, literals) for c, literals in all_cubes if c & ~(ones | free) == 0 and c & ones]
    needed = [r for r in range(rows) if ones >> r & 1]
    matrix = np.array([[c >> r & 1 for c, _ in allowed] for r in needed], dtype=float)
    cost = np.array([64.0 + literals for _, literals in allowed])
    result = milp(cost, constraints=LinearConstraint(matrix, lb=1), bounds=Bounds(0, 1), integrality=np.ones(len(allowed)),
                  options={"mip_rel_gap": 0})
    assert result.status == 0, result.message
    chosen = [allowed[i] for i in range(len(allowed)) if result.x[i] > 0.5]
    covered = 0
    for c, _ in chosen:
        covered |= c
    assert covered & ones == ones
    return len(chosen), sum(literals for _, literals in chosen)


def main():
    draw = random.Random(20261129)
    for inputs in (5, 6):
        rows, all_cubes = 1 << inputs, list(cubes(inputs))
        for number in range(1000):
            density = draw.choice([0.2, 0.35, 0.5, 0.65, 0.8])
            loose = draw.choice([0, 0, 0.1, 0.3])
            ones = free = 0
            for r in range(rows):
                if draw.random() < loose:
                    free |= 1 << r
                elif draw.random() < density:
                    ones |= 1 << r
            terms, literals = smallest(all_cubes, ones, free, rows)
            print(inputs, f"{ones:x}", f"{free:x}", terms, literals)


main()
