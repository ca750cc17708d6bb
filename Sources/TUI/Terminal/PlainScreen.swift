/// A screen as lines of text: blanks at their ends and all empty lines but one in a row are gone. The selected row
/// begins with ">", the selected button of a dialog is in brackets, and "_" is the cursor of a prompt.
func plainText(of screen: Screen, _ repertoire: Repertoire) -> String {
    var lines: [String] = []
    for y in 0..<screen.size.height {
        let line = plainLine(Array(screen.row(y)), repertoire)
        if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
}

private func plainLine(_ row: [Cell], _ repertoire: Repertoire) -> String {
    var row = row
    for (column, mark) in marks(in: row) where row[column].isBlank { row[column].character = mark }
    var text = ""
    for cell in row where cell.width > 0 {
        for column in columns(of: cell, repertoire) { text.unicodeScalars.append(contentsOf: column) }
    }
    while text.last == " " { text.removeLast() }
    return text
}

/// What takes the place of blanks, by column, to show what colors show elsewhere.
private func marks(in row: [Cell]) -> [Int: Character] {
    let buttons = row.indices.filter { row[$0].style.surface == .button }
    guard let first = buttons.first, let last = buttons.last else {
        let selection = row.firstIndex { $0.style.surface == .selection && $0.isBlank }
        return selection.map { [$0: ">"] } ?? [:]
    }
    if first == last { return [first: "_"] }
    let isDialog = row.contains { $0.style.surface == .dialog }
    return isDialog ? [first: "[", last: "]"] : [:]
}
