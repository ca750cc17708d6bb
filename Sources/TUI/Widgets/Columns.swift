/// Where a table draws one of its columns.
struct ColumnPlace: Equatable, Sendable {
    /// Its index in the table's columns.
    var column: Int
    /// From the left edge of the table.
    var x: Int
    var width: Int
}

/// Where a table of `width` columns draws which of its columns, left to right. `naturalWidths` is what each needs to
/// show everything. Columns are taken in the order of their importance as far as they fit when cut to what they may be
/// cut to; those that must stay are taken in any case, and if need be the rightmost one is cut further.
func columnPlaces(_ columns: [Column], naturalWidths: [Int], width: Int) -> [ColumnPlace] {
    let minimums = columns.indices.map { min(naturalWidths[$0], columns[$0].minimumWidth ?? naturalWidths[$0]) }
    var kept = Set(columns.indices.filter { columns[$0].priority == 0 })
    let others = columns.indices.filter { columns[$0].priority > 0 }
    for index in others.sorted(by: { (columns[$0].priority, $0) < (columns[$1].priority, $1) }) {
        let candidate = kept.union([index])
        if totalWidth(candidate.map { minimums[$0] }) <= width { kept = candidate }
    }
    let shown = kept.sorted()
    var widths = shown.map { naturalWidths[$0] }
    let shownMinimums = shown.map { minimums[$0] }
    guard squeeze(&widths, minimums: shownMinimums, by: totalWidth(widths) - width) else {
        return cut(places(shown, shownMinimums), to: width)
    }
    return places(shown, widths)
}

/// Blank columns between two.
let columnGap = 2

private func totalWidth(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + columnGap * max(0, widths.count - 1)
}

/// Takes `excess` columns off the widest, one by one; false if they have not so much to give.
private func squeeze(_ widths: inout [Int], minimums: [Int], by excess: Int) -> Bool {
    let slack = zip(widths, minimums).reduce(0) { $0 + $1.0 - $1.1 }
    guard slack >= excess else { return false }
    for _ in 0..<max(0, excess) {
        let candidates = widths.indices.filter { widths[$0] > minimums[$0] }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return false }
        widths[widest] -= 1
    }
    return true
}

private func places(_ columns: [Int], _ widths: [Int]) -> [ColumnPlace] {
    var x = 0
    return zip(columns, widths).map { column, width in
        defer { x += width + columnGap }
        return ColumnPlace(column: column, x: x, width: width)
    }
}

private func cut(_ places: [ColumnPlace], to width: Int) -> [ColumnPlace] {
    places.filter { $0.x < width }.map { place in
        ColumnPlace(column: place.column, x: place.x, width: min(place.width, width - place.x))
    }
}
