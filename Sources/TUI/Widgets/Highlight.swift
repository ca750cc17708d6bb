/// A text to look for in lines as they are seen on the screen, without regard to case.
package struct SearchTerm: Equatable, Sendable {
    package let text: String
    private let characters: [Character]

    package init(_ text: String) {
        self.text = text
        // As the screen would show it, and as the lines are read: whoever copies "^[" from the screen finds it again.
        characters = Glyphs(text).flatMap { folded($0.character) }
    }

    package var isEmpty: Bool { characters.isEmpty }

    /// Where it stands in a line: places among its characters, from left to right, none of them overlapping.
    package func matches(in line: StyledText) -> [Range<Int>] {
        guard !isEmpty, mayOccur(in: line) else { return [] }
        var matches: [Range<Int>] = []
        // A character may be folded into several.
        let cells = line.cells.enumerated().flatMap { place, cell in folded(cell.character).map { ($0, place) } }
        var start = 0
        while start + characters.count <= cells.count {
            let end = start + characters.count
            if zip(characters, cells[start..<end]).allSatisfy({ $0 == $1.0 }) {
                matches.append(cells[start].1..<cells[end - 1].1 + 1)
                start = end
            } else {
                start += 1
            }
        }
        return matches
    }

    /// Quickly rules out most lines: those that are plain and do not have it.
    private func mayOccur(in line: StyledText) -> Bool {
        let parts = line.spans.map(\.text)
        guard isPlain(text), parts.allSatisfy(isPlain) else { return true }
        let wanted = text.utf8.map(lowercased)
        let bytes = parts.joined().utf8.map(lowercased)
        guard let first = wanted.first, wanted.count <= bytes.count else { return false }
        for start in 0...bytes.count - wanted.count where bytes[start] == first {
            if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
        }
        return false
    }
}

private func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }

private func folded(_ character: Character) -> [Character] {
    guard let ascii = character.asciiValue else { return Array(character.lowercased()) }
    return [Character(Unicode.Scalar(lowercased(ascii)))]
}

extension StyledText {
    /// With `surface` behind the characters at some places.
    package func highlighted(_ places: [Range<Int>], on surface: Surface) -> StyledText {
        if places.isEmpty { return self }
        var cells = cells
        for place in places.joined() where cells.indices.contains(place) { cells[place].style.surface = surface }
        return StyledText(cells)
    }

    /// Without its first columns; what is left of a wide character that is cut in two is a blank.
    package func dropping(columns: Int) -> StyledText {
        guard columns > 0 else { return self }
        var rest = cells[...]
        var dropped = 0
        while dropped < columns, let cell = rest.popFirst() { dropped += cell.width }
        let blanks = String(repeating: " ", count: max(0, dropped - columns))
        return StyledText(blanks) + StyledText(rest)
    }

    /// In which column a character begins.
    package func column(ofCharacter place: Int) -> Int { cells.prefix(place).width }
}
