extension StyledText {
    /// Lines of at most `width` columns, broken anywhere; all but the first begin with `indent` blanks.
    package func wrapped(to width: Int, indent: Int = 0) -> [StyledText] {
        var wrapping = Wrapping(width: max(1, width), indent: indent)
        for cell in cells {
            if !wrapping.fits(cell) { wrapping.breakLine() }
            wrapping.append(cell)
        }
        return wrapping.finished
    }

    /// Lines of at most `width` columns, broken at blanks; only a word longer than a line is broken itself.
    package func wordWrapped(to width: Int) -> [StyledText] {
        var wrapping = Wrapping(width: max(1, width), indent: 0)
        for cell in cells {
            if !wrapping.fits(cell), cell.isBlank {
                wrapping.breakLine()
                continue
            }
            while !wrapping.fits(cell) { wrapping.breakLineBeforeWord() }
            wrapping.append(cell)
        }
        return wrapping.finished
    }
}

/// Lines that are full, and the one being filled.
private struct Wrapping {
    let width: Int
    let indent: Int
    private var full: [StyledText] = []
    private var line: [Cell] = []
    private var taken = 0

    init(width: Int, indent: Int) {
        self.width = width
        self.indent = min(max(0, indent), width - 1)
    }

    var finished: [StyledText] { full + [StyledText(line)] }

    /// A character wider than a line fits into an empty one: the screen will cut it.
    func fits(_ cell: Cell) -> Bool {
        let isEmpty = full.isEmpty ? line.isEmpty : line.count <= indent
        return taken + cell.width <= width || isEmpty
    }

    mutating func append(_ cell: Cell) {
        line.append(cell)
        taken += cell.width
    }

    mutating func breakLine() {
        start(keeping: line.count)
    }

    /// Breaks the line in the middle of a word only if there is no other.
    mutating func breakLineBeforeWord() {
        let blank = line.lastIndex { $0.isBlank }
        guard let blank, line[..<blank].contains(where: { !$0.isBlank }) else { return breakLine() }
        start(keeping: blank + 1)
    }

    private mutating func start(keeping count: Int) {
        let rest = line[count...]
        full.append(StyledText(line[..<count]))
        line = Array(repeating: Cell(), count: indent) + rest
        taken = line.width
    }
}
