/// The last `width` of `values`, the newest at the right, as bars between 0 and the greatest of them; too few are
/// preceded by blanks. What never changes is drawn at half height: it is neither a peak nor nothing. A value that is not
/// finite is missing, and blank.
package func sparkline(_ values: [Double], width: Int, role: Role) -> StyledText {
    let shown = values.suffix(max(0, width))
    let present = shown.filter(\.isFinite)
    let greatest = present.max() ?? 0
    let isConstant = present.allSatisfy { $0 == greatest }
    let characters = shown.map { value -> Character in
        if !value.isFinite { return " " }
        if value <= 0 { return bars[0] }
        return isConstant ? bars[bars.count / 2 - 1] : bars[Int((value / greatest * Double(bars.count - 1)).rounded())]
    }
    return StyledText(String(repeating: " ", count: max(0, width - shown.count)) + String(characters), role)
}

private let bars = Array("▁▂▃▄▅▆▇█")
