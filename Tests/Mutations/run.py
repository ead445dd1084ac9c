#!/usr/bin/env python3
"""Breaks every decision about sizes in the kernels once, both ways, and lists the mutants that Tests/KernelCheck does
not notice.

All mutants are in one program: a condition of an `if`, of `? :` or by itself becomes MUTANT(number, condition), which
is true, false or itself as a variable says. So the kernels are compiled once, and a mutant is a run of the checks, a
few seconds for each instruction set. A run that fails, crashes or hangs has noticed its mutant.

  Tests/Mutations/run.py [--set avx2] [--only REGEX] > survivors.txt

Survivors must be choices of speed alone: packing, threads, the way through the tiles. Progress goes to standard error.
"""
import argparse
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
kernels = here.parent.parent / "Sources" / "CKernels"
check = here.parent / "KernelCheck"

# The files in which sizes decide, and the checks that see them; the others hold functions of one number, whose
# conditions are about values.
FILES = {"Loading.h": "optimizers rows images elements layers", "Maps.h": "elements", "Reductions.h": "rows layers",
         "Rows.h": "rows", "LossBody.h": "rows", "Optimizers.h": "optimizers", "TileBody.h": "layers images",
         "PackingBody.h": "layers images", "ProductBody.h": "layers images",
         "SmallBody.h": "layers", "DenseBody.h": "layers", "ConvolutionBody.h": "images", "PoolBody.h": "images",
         "Threads.c": "layers images"}

HEADER = """#pragma once
extern int nnb_mutant;
#define MUTANT(number, ...) (nnb_mutant == 2 * number ? 1 : nnb_mutant == 2 * number + 1 ? 0 : (__VA_ARGS__) != 0)
"""
MAIN = """#include <stdlib.h>
int nnb_mutant = -1;
__attribute__((constructor)) static void choose(void) {
  const char *named = getenv("MUTANT");
  if (named) nnb_mutant = atoi(named);
}
"""


def closing(text, start):
    """The place of the bracket that closes the one at `start`."""
    depth = 0
    for place in range(start, len(text)):
        depth += text[place] in "([{"
        depth -= text[place] in ")]}"
        if depth == 0:
            return place
    raise ValueError("no closing bracket")


def condition_start(text, end):
    """Where the condition begins whose `?` stands at `end`."""
    depth, place = 0, end - 1
    while True:
        char = text[place]
        if char in ")]}":
            depth += 1
        elif char in "([{":
            if depth == 0:
                return place + 1
            depth -= 1
        elif depth == 0:
            if char in ",;:?" or (char == "=" and text[place - 1] not in "=!<>" and text[place + 1] != "="):
                return place + 1
            if text[place - 6:place + 1] == "return ":
                return place + 1
        place -= 1


def is_of_vectors(condition):
    """Whether a condition compares vectors, lane by lane, or is a macro's parameter."""
    return re.search(r"\b(ZERO|ONE|V|M|W|value|best|place ==|both|right|left <|below|lane|state|near|size_of|"
                     r"is_better|x|z)\b", condition) and not re.search(r"\b(count|columns|LANES|rows|work)\b", condition)


def mutated(name, text, places):
    """The text with every condition in a MUTANT; adds what they are to `places`."""
    found = []
    for match in re.finditer(r"\bif \(", text):
        start = match.end() - 1
        line = text[text.rfind("\n", 0, start) + 1:start]
        if not line.lstrip().startswith("#"):
            found.append((start + 1, closing(text, start)))
    for match in re.finditer(r" \? ", text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        comment = text.find("//", line_start, match.start())
        start = condition_start(text, match.start())
        if comment >= 0 or is_of_vectors(text[start:match.start()]):
            continue
        if re.match(r"\s*(lane|left\s*\?|\(V\))", text[start:match.start() + 3]):
            continue
        found.append((start, match.start()))
    for match in re.finditer(r"\b(?:int \w+ = |return )", text):
        end = text.index(";", match.end())
        decision = text[match.end():end].replace("->", "").replace("<<", "")
        if re.search(r"[<>]|[=!]=|&&|\|\|", decision) and "?" not in decision and not is_of_vectors(decision):
            found.append((match.end(), end))
    result, nested = text, []
    for start, end in sorted(found, reverse=True):
        nested.append((start, end))
        condition = text[start:end]
        if text[text.rfind("\n", 0, start) + 1:start].lstrip().startswith("enum"):
            continue  # A constant of the compiler.
        if name == "Threads.c" and not re.search(r"cost|begin|end >", condition):
            continue  # About waiting, not about sizes.
        if any(s > start and e < end for s, e in nested if (s, e) != (start, end)):
            continue  # The inner one is there already; both at once would move places.
        number = len(places)
        line = text.count("\n", 0, start) + 1
        places.append(f"{name}:{line}: {' '.join(condition.replace(chr(92), ' ').split())}")
        result = f"{result[:start]}MUTANT({number}, {condition.strip()}){result[end:]}"
    return result


def run(command, **options):
    return subprocess.run(command, check=True, **options)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--set", action="append", help="the instruction sets to run; all that are present otherwise")
    arguments.add_argument("--only", default="", help="mutants whose description matches this")
    wanted = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        places = []
        for file in kernels.iterdir():
            if file.suffix in (".h", ".c"):
                text = file.read_text()
                if file.name in FILES:
                    text = '#include "mutant.h"\n' + mutated(file.name, text, places)
                (work / file.name).write_text(text)
        (work / "mutant.h").write_text(HEADER)
        (work / "mutant.c").write_text(MAIN)
        objects = []
        for file in [*work.glob("*.c"), *check.glob("*.c")]:
            objects.append(str(work / (file.stem + ".o")))
            # A fused multiply-add of the machine has the bits of the C library's, and takes a fraction of its time.
            fused = ["-mfma"] if platform.machine() == "x86_64" and file.stem in ("Portable", "KernelCheck") else []
            run(["clang", "-std=c11", "-O1", *fused, "-w", "-ffp-contract=off", "-I", str(work),
                 "-I", str(kernels / "include"), "-I", str(check / "include"), "-c", str(file), "-o", objects[-1]])
        program = str(work / "check")
        run(["clang", *objects, "-lm", "-lpthread", "-o", program])
        sets = wanted.set or ["avx512", "avx2", "portable"]

        def is_noticed(number, name, checks=()):
            environment = dict(os.environ, MUTANT=str(number), NNB_CHECK_STOPS="1")
            try:
                return subprocess.run([program, name, *checks], env=environment, timeout=60, stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL).returncode != 0
            except subprocess.TimeoutExpired:
                return True

        for name in sets:
            if is_noticed(-1, name):
                sys.exit(f"the checks fail on {name} without a mutant")
        survivors = 0
        for number, place in enumerate(places):
            for way, forced in enumerate(["true", "false"]):
                if not re.search(wanted.only, place):
                    continue
                checks = FILES[place.split(":")[0]].split()
                noticed = next((name for name in sets if is_noticed(2 * number + way, name, checks)), None)
                print(f"{2 * number + way + 1}/{2 * len(places)} {place} {forced}: {noticed or 'SURVIVED'}",
                      file=sys.stderr, flush=True)
                if not noticed:
                    survivors += 1
                    print(f"{place} {forced}", flush=True)
        print(f"{survivors} survivors of {2 * len(places)} mutants", flush=True)


main()
