/// Where a table draws one of its columns.
struct ColumnPlace: Equatable, Sendable {
    /// Its index in the table's columns.
    var column: Int
    /// From the left edge of the table.
    var x: Int
    var width: Int
}

/// Where a table of `width` columns draws which of its columns, left to right. `naturalWidths` is what each needs to
/// show everything. If they do not all fit, those that may be cut are; then the least important ones go; at last the
/// rightmost one is cut.
func columnPlaces(_ columns: [Column], naturalWidths: [Int], width: Int) -> [ColumnPlace] {
    var kept = Array(columns.indices)
    while true {
        var widths = kept.map { naturalWidths[$0] }
        let excess = totalWidth(widths) - width
        if excess <= 0 { return places(kept, widths) }
        let minimums = kept.map { min(naturalWidths[$0], columns[$0].minimumWidth ?? naturalWidths[$0]) }
        if squeeze(&widths, minimums: minimums, by: excess) { return places(kept, widths) }
        guard let victim = leastImportant(of: kept, in: columns) else {
            return cut(places(kept, minimums), to: width)
        }
        kept.remove(at: victim)
    }
}

private let gap = 2

private func totalWidth(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
}

/// Takes `excess` columns off the widest, one by one; false if they have not so much to give.
private func squeeze(_ widths: inout [Int], minimums: [Int], by excess: Int) -> Bool {
    let slack = zip(widths, minimums).reduce(0) { $0 + $1.0 - $1.1 }
    guard slack >= excess else { return false }
    for _ in 0..<excess {
        let candidates = widths.indices.filter { widths[$0] > minimums[$0] }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return false }
        widths[widest] -= 1
    }
    return true
}

/// The position in `kept` of the column with the highest priority number, the rightmost of several; nil: all must stay.
private func leastImportant(of kept: [Int], in columns: [Column]) -> Int? {
    let positions = kept.indices.filter { columns[kept[$0]].priority > 0 }
    return positions.max { (columns[kept[$0]].priority, $0) < (columns[kept[$1]].priority, $1) }
}

private func places(_ columns: [Int], _ widths: [Int]) -> [ColumnPlace] {
    var x = 0
    return zip(columns, widths).map { column, width in
        defer { x += width + gap }
        return ColumnPlace(column: column, x: x, width: width)
    }
}

private func cut(_ places: [ColumnPlace], to width: Int) -> [ColumnPlace] {
    places.filter { $0.x < width }.map { place in
        ColumnPlace(column: place.column, x: place.x, width: min(place.width, width - place.x))
    }
}
