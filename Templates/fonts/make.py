#!/usr/bin/env python3
"""Makes the parts of Latin Modern Math that the formulas of a page can use.

    apt-get install fonts-lmodern
    pip install fonttools brotli
    python3 Templates/fonts/make.py

latin-modern-math-base.woff2 has what nearly all formulas are made of; a page with formulas holds it. The others are
alphabets and signs, each of which a page holds too if one of its formulas has one of its characters; which those are
says ranges.txt, a part a line. The signs are those that stand in the sources of the target Formulas; the alphabets are
listed below. The same versions of font and tools give the same bytes.

Browsers take what stretches from the first font alone, so all of that is in the base, with the larger forms. The forms
for small scripts are left out: they would double the size. The features ss01 to ss04 are the brackets of \\big, \\Big,
\\bigg and \\Bigg. Chromium gives a bracket that stretches the room of its widest form, so the large forms keep less
blank on their outer side; and it leaves what an integral leans free behind its lower limit, so integrals lean half as
much. The dots of … and ⋯ stand as wide as those of TeX.
"""
import pathlib

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen

HERE = pathlib.Path(__file__).parent
SOURCE = "/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf"
MOST_BYTES = 90_000 * 3 // 4  # of the largest part: 90 KB in a page, as base64
MOST_BLANK = 110  # thousandths of an em on the outer side of a bracket
OPENING, CLOSING = "([{⌊⌈⟨⟦⟮", ")]}⌋⌉⟩⟧⟯"
BIG = {"ss01": ".v2", "ss02": ".v4", "ss03": ".v6", "ss04": ".v7"}
SLASHES = {"ss01": ".v1", "ss02": ".v2", "ss03": ".v3", "ss04": ".v4"}  # they grow faster


def block(start, count):
    return set(range(start, start + count))


def signs():
    """Every character beyond ASCII in the sources that make formulas."""
    folder = HERE.parent.parent / "Sources" / "Formulas"
    text = "".join(path.read_text() for path in sorted(folder.rglob("*.swift")))
    return {ord(c) for c in text if ord(c) > 0x7F}


def codes(text):
    return {ord(c) for c in text}


# The signs of nearly all formulas in teaching documents, by what they are for.
COMMON = codes(
    "¬±·×÷…′″‖∂∇∞∅∈∉∋∀∃∏∑∓∗∘√∝∠∥∧∨∩∪∫∬∮∼≃≅≈≠≡≤≥≪≫⊂⊃⊆⊇⊕⊖⊗⊙⊢⊣⊤⊥⊨⋀⋁⋂⋃⋅⋆⋮⋯⋱ℏℓℜℑℵ←↑→↓↔↦⇐⇒⇔⟨⟩⌈⌉⌊⌋⟶⟹⟺⟷△◁▷∖∣−⨁⊻⟂"
    "≔≜≺≻⩽⩾⏞⏟⏜⏝¯ˉˆ˜˙¨◦∎∶")
STRETCHING = codes("∐∭⨀⨂⨄⨆⟦⟧↪")  # rarer, and taken from the first font alone
CAPITALS = codes("ΓΔΘΛΞΠΣΥΦΨΩ")

PARTS = {
    "base": block(0x20, 95) | block(0x1D434, 52) | {0x210E} | CAPITALS | COMMON | STRETCHING,
    "greek": block(0x1D6FC, 32) | {0x1D6FB},
    "greek-upright": block(0x391, 25) | block(0x3B1, 25) | {0x3D1, 0x3D5, 0x3D6, 0x3F1, 0x3F5} | block(0x1D6E2, 25),
    "bold-capital": block(0x1D400, 26) | block(0x1D7CE, 10),
    "bold-small": block(0x1D41A, 26),
    "bold-slanted-capital": block(0x1D468, 26),
    "bold-slanted-small": block(0x1D482, 26),
    "bold-greek": block(0x1D6A8, 26) | block(0x1D736, 33),
    "bold-greek-others": block(0x1D6C2, 33) | block(0x1D71C, 26),
    "struck-common": codes("ℂℍℕℙℚℝℤ𝔼𝕀𝕁𝟙"),
    "struck": block(0x1D538, 52) | block(0x1D7D8, 10),
    "script-common": codes("𝒟ℱ𝒢ℋℒ𝒩𝒪𝒫𝒮𝒯𝒳𝒴"),
    "script": block(0x1D49C, 52) | codes("ℬℰℱℋℐℒℳℛ"),
    "fraktur-capital": block(0x1D504, 26) | codes("ℭℌℑℜℨ"),
    "fraktur-small": block(0x1D51E, 26),
    "sans-capital": block(0x1D5A0, 26),
    "sans-small": block(0x1D5BA, 26) | block(0x1D7E2, 10),
    "mono": block(0x1D670, 52) | block(0x1D7F6, 10),
    "arrows": block(0x2190, 0x70) | block(0x27F0, 0x10),
    "relations-common": codes("∄∔∕∙∡∢∤∦∴∵∽≁≄≇≉≍≐≑≗≜≢≦≧≮≯≰≱≲≳≶≷≼≽⊀⊁⊄⊅⊈⊉⊊⊋⊍⊎⊏⊐⊑⊒⊓⊔⊩⊲⊳⋄⋈⪅⪆⪯⪰"),
    "relations": block(0x2200, 0x100) | block(0x2A00, 0x100),
    "others": block(0x80, 0x2110) | block(0x2300, 0x4F0),
}


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


def narrow(font, brackets, is_opening):
    """Takes blank from the outer side of the large forms of brackets and of the pieces they are put together of."""
    glyphs, metrics = font.getGlyphSet(), font["hmtx"]
    variants = font["MATH"].table.MathVariants
    names = font.getBestCmap()
    wanted = {names[ord(c)] for c in brackets if ord(c) in names}
    shifts = {}
    for base, construction in zip(variants.VertGlyphCoverage.glyphs, variants.VertGlyphConstruction):
        if base not in wanted:
            continue
        for record in construction.MathGlyphVariantRecord[1:]:
            shifts[record.VariantGlyph] = [record.VariantGlyph]
        if construction.GlyphAssembly:
            pieces = [part.glyph for part in construction.GlyphAssembly.PartRecords]
            for piece in pieces:
                shifts[piece] = pieces
    changes = {}
    for glyph, together in shifts.items():
        blanks = []
        for piece in together:
            pen = BoundsPen(glyphs)
            glyphs[piece].draw(pen)
            blanks.append(pen.bounds[0] if is_opening else metrics[piece][0] - pen.bounds[2])
        changes[glyph] = max(0, round(min(blanks)) - MOST_BLANK)
    for glyph, less in changes.items():
        redraw(font, glyph, metrics[glyph][0] - less, lambda _: -less if is_opening else 0)


def redraw(font, glyph, advance, shift):
    """Draws a glyph anew with its contours, from the left, moved to the right by what `shift` says."""
    glyphs, top = font.getGlyphSet(), font["CFF "].cff.topDictIndex[0]
    drawn = RecordingPen()
    glyphs[glyph].draw(drawn)
    contours, pen = [], T2CharStringPen(advance, glyphs)
    for step in drawn.value:
        if step[0] == "moveTo":
            contours.append(RecordingPen())
        contours[-1].value.append(step)
    contours.sort(key=lambda contour: contour.value[0][1][0][0])
    for number, contour in enumerate(contours):
        contour.replay(TransformPen(pen, (1, 0, 0, 1, shift(number), 0)))
    top.CharStrings[glyph] = pen.getCharString(private=top.Private)
    font["hmtx"][glyph] = (advance, font["hmtx"][glyph][1] + shift(0))


def widen_dots(font):
    """Puts the three dots of … and ⋯ as far apart as TeX does, 0.444 em."""
    for character in "…⋯":
        glyph = font.getBestCmap()[ord(character)]
        bounds = BoundsPen(font.getGlyphSet())
        font.getGlyphSet()[glyph].draw(bounds)
        left, _, right, _ = bounds.bounds
        more = 444 - round((right - left - 106) / 2)
        redraw(font, glyph, font["hmtx"][glyph][0] + 2 * more, lambda number: number * more)


def straighten(font):
    """Halves how far integrals lean, for the place of their limits."""
    corrections = font["MATH"].table.MathGlyphInfo.MathItalicsCorrectionInfo
    for glyph, value in zip(corrections.Coverage.glyphs, corrections.ItalicsCorrection):
        if "ntegral" in glyph or glyph.startswith("uni222"):
            value.Value //= 2


def add_big(font):
    """Adds the features for brackets of given sizes."""
    names, glyphs = font.getBestCmap(), set(font.getGlyphOrder())
    variants = font["MATH"].table.MathVariants
    larger = {
        base: [r.VariantGlyph for r in c.MathGlyphVariantRecord]
        for base, c in zip(variants.VertGlyphCoverage.glyphs, variants.VertGlyphConstruction)}
    text = ""
    for feature in BIG:
        text += f"feature {feature} {{\n"
        for character in OPENING + CLOSING + "|‖/\\↑↓↕⇑⇓⇕":
            base = names.get(ord(character))
            ending = (SLASHES if character in "/\\" else BIG)[feature]
            form = next((v for v in larger.get(base, []) if v.endswith(ending) and v in glyphs), None)
            if form:
                text += f"  sub {base} by {form};\n"
        text += f"}} {feature};\n"
    addOpenTypeFeaturesFromString(font, text, tables=["GSUB"])


def make(name, wanted):
    options = subset.Options(
        flavor="woff2", layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 4, 6, 13, 14],
        drop_tables=["FFTM", "GPOS", "GDEF", "GSUB", "DSIG"] + (["MATH"] if name != "base" else []))
    font = subset.load_font(SOURCE, options)
    wanted = wanted & set(font.getBestCmap())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    if name == "base":
        narrow(font, OPENING, True)
        narrow(font, CLOSING, False)
        widen_dots(font)
        straighten(font)
        add_big(font)
    # The licence asks that what was changed bears another name.
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = "nnb Math"
        elif record.nameID == 6:
            record.string = "nnbMath"
    font["CFF "].cff.fontNames = ["nnbMath"]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    target = HERE / f"latin-modern-math-{name}.woff2"
    subset.save_font(font, target, options)
    size = target.stat().st_size
    print(f"{name}: {len(wanted)} characters, {len(font.getGlyphOrder())} glyphs, {size * 4 // 3} bytes in a page")
    assert size <= MOST_BYTES, "too large for a page"
    return wanted


def main():
    known, lines, total = signs(), [], set()
    for name, characters in PARTS.items():
        if name in ("arrows", "relations-common", "relations", "others"):
            characters = characters & known
        made = make(name, characters - total)
        total |= made
        lines.append(f"{name} {ranges(made)}")
    print("in no part:", "".join(chr(c) for c in sorted(known - total)))
    (HERE / "ranges.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
