import TUI

/// The second line: the pages with their keys and how many rows they have.
struct Tabs {
    /// Which columns belong to which page.
    private(set) var places: [(page: Page, columns: Range<Int>)] = []
    private(set) var line = StyledText(" ")

    /// As it fits `width` columns.
    init(_ model: Model, width: Int) {
        let candidates = [
            Tabs(model, gap: "    ", withCounts: true), Tabs(model, gap: "  ", withCounts: true),
            Tabs(model, gap: "   ", withCounts: false),
        ]
        let fitting = candidates.first { $0.line.width <= width }
        self = fitting ?? Tabs(model, gap: " ", withCounts: false, onlyCurrent: true)
    }

    private init(_ model: Model, gap: String, withCounts: Bool, onlyCurrent: Bool = false) {
        for page in Page.allCases {
            let start = line.width
            let isCurrent = page == model.page
            line.append("\(page.rawValue + 1)", isCurrent ? .accent : .quiet)
            if !onlyCurrent || isCurrent {
                line.append(" ")
                let style = Style(isCurrent ? .strong : .text, bold: isCurrent, underlined: isCurrent)
                line.append(model.words(page.title), style)
            }
            if withCounts { line.append(" \(page.countText(in: model))", .quiet) }
            places.append((page, start..<line.width))
            line.append(gap)
        }
    }

    /// The page whose tab is at a column; nil between them.
    func page(at x: Int) -> Page? { places.first { $0.columns.contains(x) }?.page }
}

func drawTabs(_ model: Model, in area: Rect, on screen: inout Screen) {
    screen.write(Tabs(model, width: area.width).line, x: area.x, y: area.y, width: area.width)
}
