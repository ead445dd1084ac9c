#!/usr/bin/env python3
"""Makes the parts of Latin Modern Math that the formulas of a page can use.

    apt-get install fonts-lmodern
    pip install fonttools brotli
    python3 Templates/fonts/make.py

latin-modern-math.woff2 has what most formulas are made of; a page with formulas holds it. The rest of the signs and
alphabets is in latin-modern-math-rare.woff2, which a page holds too if one of its formulas has one of them; which
those are says ranges.txt. The signs are those that stand in the sources of the target Formulas; the alphabets are
listed below. Brackets, roots, sums and accents keep the larger forms that they stretch to. The forms for small scripts
are left out: they would double the size. The same versions of font and tools give the same bytes.
"""
import pathlib

from fontTools import subset, ttLib

HERE = pathlib.Path(__file__).parent
SOURCE = "/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf"
MOST_BYTES = 67_500  # 90 KB in a page, as base64


def block(start, count):
    return set(range(start, start + count))


def letters():
    """ASCII, Greek, and the alphabets of mathematics that formulas have: slanted, bold, double-struck, script."""
    basic = block(0x20, 95) | block(0x391, 25) | block(0x3B1, 25) | {0x3D1, 0x3D5, 0x3D6, 0x3F1, 0x3F5}
    slanted = block(0x1D434, 52) | {0x210E} | block(0x1D6E2, 58)
    bold = block(0x1D400, 52) | block(0x1D7CE, 10)
    struck = {0x2102, 0x210D, 0x2115, 0x2119, 0x211A, 0x211D, 0x2124, 0x1D53C, 0x1D540, 0x1D541, 0x1D7D9}
    script = block(0x1D49C, 26) | {0x212C, 0x2130, 0x2131, 0x210B, 0x2110, 0x2112, 0x2133, 0x211B}
    return basic | slanted | bold | struck | script


def rare_letters():
    """The alphabets that few formulas have: bold slanted, bold Greek, all of double-struck and script, fraktur, sans serif, monospace."""
    bold = block(0x1D468, 52) | block(0x1D6A8, 58) | block(0x1D71C, 58)
    struck = block(0x1D538, 52) | block(0x1D7D8, 10)
    fraktur = block(0x1D504, 52) | {0x212D, 0x210C, 0x2111, 0x211C, 0x2128}
    plain = block(0x1D5A0, 52) | block(0x1D7E2, 10) | block(0x1D670, 52) | block(0x1D7F6, 10)
    return bold | struck | block(0x1D49C, 52) | fraktur | plain


def signs():
    """Every character beyond ASCII in the sources that make formulas."""
    folder = HERE.parent.parent / "Sources" / "Formulas"
    text = "".join(path.read_text() for path in sorted(folder.rglob("*.swift")))
    combining = {0x302, 0x303, 0x304, 0x305, 0x307, 0x308, 0x20D7}
    return {ord(c) for c in text if ord(c) > 0x7F} | combining


def common_signs():
    """The signs of nearly all formulas in teaching documents, by what they are for."""
    text = (
        "¬±·×÷…′″‖∂∇∞∅∈∉∋∀∃∏∑∓∗∘√∝∠∥∧∨∩∪∫∬∮∼≃≅≈≠≡≤≥≪≫⊂⊃⊆⊇⊕⊖⊗⊙⊢⊣⊤⊥⊨⋀⋁⋂⋃⋅⋆⋮⋯⋱ℏℓℜℑℵ←↑→↓↔↦⇐⇒⇔⟨⟩⌈⌉⌊⌋⟶⟹⟺⟷△◁▷∖∣−⨁⊻≔≜≺≻⩽⩾⏞⏟⏜⏝¯ˉˆ˜˙¨◦∎∶")
    return {ord(c) for c in text} | {0x302, 0x303, 0x304, 0x305, 0x307, 0x308, 0x20D7}


def ranges(characters):
    """The characters as the ranges of CSS: U+20-7E,U+3B1."""
    parts, run = [], []
    for code in sorted(characters) + [None]:
        if run and code == run[-1] + 1:
            run.append(code)
            continue
        if run:
            parts.append(f"U+{run[0]:X}" + (f"-{run[-1]:X}" if len(run) > 1 else ""))
        run = [code]
    return ",".join(parts)


def make(name, wanted):
    options = subset.Options(
        flavor="woff2", layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14],
        drop_tables=["FFTM", "GPOS", "GDEF", "GSUB", "DSIG"])
    font = subset.load_font(SOURCE, options)
    wanted = wanted & set(font.getBestCmap())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    # The licence asks that what was changed bears another name.
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = "nnb Math"
        elif record.nameID == 6:
            record.string = "nnbMath"
    font["CFF "].cff.fontNames = ["nnbMath"]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    target = HERE / f"{name}.woff2"
    subset.save_font(font, target, options)
    size = target.stat().st_size
    print(f"{target.name}: {len(wanted)} characters, {len(font.getGlyphOrder())} glyphs, {size} bytes")
    assert size <= MOST_BYTES, "too large for a page"
    return wanted


def main():
    common = letters() | common_signs()
    rare = (rare_letters() | signs()) - common
    common, rare = make("latin-modern-math", common), make("latin-modern-math-rare", rare)
    (HERE / "ranges.txt").write_text(f"{ranges(common)}\n{ranges(rare)}\n")


if __name__ == "__main__":
    main()
