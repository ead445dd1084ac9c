#!/usr/bin/env python3
"""Makes latin-modern-math.woff2: the part of Latin Modern Math that the formulas of a page can use.

    apt-get install fonts-lmodern
    pip install fonttools brotli
    python3 Templates/fonts/make.py

The signs are those that stand in the sources of the target Formulas; the alphabets are listed below. Brackets, roots,
sums and accents keep the larger forms that they stretch to. The forms for small scripts are left out: they would
double the size. The same versions of font and tools give the same bytes.
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


def signs():
    """Every character beyond ASCII in the sources that make formulas."""
    folder = HERE.parent.parent / "Sources" / "Formulas"
    text = "".join(path.read_text() for path in sorted(folder.rglob("*.swift")))
    combining = {0x302, 0x303, 0x304, 0x305, 0x307, 0x308, 0x20D7}
    return {ord(c) for c in text if ord(c) > 0x7F} | combining


def main():
    options = subset.Options(
        flavor="woff2", layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14],
        drop_tables=["FFTM", "GPOS", "GDEF", "GSUB", "DSIG"])
    font = subset.load_font(SOURCE, options)
    known = set(font.getBestCmap())
    wanted = (letters() | signs()) & known
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
    target = HERE / "latin-modern-math.woff2"
    subset.save_font(font, target, options)
    size = target.stat().st_size
    print(f"{target.name}: {len(wanted)} characters, {len(font.getGlyphOrder())} glyphs, {size} bytes")
    assert size <= MOST_BYTES, "too large for a page"


if __name__ == "__main__":
    main()
