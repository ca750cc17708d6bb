/// The scalars that East Asian Width calls wide or full-width, other than emoji: inclusive, in ascending order.
let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul jamo that open a syllable
    0x2329...0x232A,
    0x2E80...0x303E,  // CJK radicals, ideographic punctuation
    0x3041...0xA4C6,  // kana, bopomofo, CJK ideographs, Yi
    0xA960...0xA97C,
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,
    0xFE10...0xFE19,
    0xFE30...0xFE6B,
    0xFF01...0xFF60,  // full-width forms
    0xFFE0...0xFFE6,
    0x16FE0...0x18DFF,  // Tangut, Khitan
    0x1AFF0...0x1B2FF,  // historic kana, Nushu
    0x1F200...0x1F265,
    0x20000...0x2FFFD,
    0x30000...0x3FFFD,
]

/// Whether a scalar is in `wideRanges`; a binary search.
func isWide(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
        let middle = (low + high) / 2
        if wideRanges[middle].contains(scalar.value) { return true }
        if wideRanges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return false
}
