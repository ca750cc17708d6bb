import Testing

@testable import TUI

struct ColumnsTests {
    private let columns = [
        Column("NAME", minimumWidth: 6), Column("STATUS", minimumWidth: 4), Column("AGE", priority: 1),
        Column("URL", priority: 2, minimumWidth: 8), Column("CERT", priority: 2),
    ]

    @Test(
        "columns are squeezed to let in others by their importance, at last cut",
        arguments: [
            (100, "0@0+10 1@12+7 2@21+3 3@26+12 4@40+4"),
            (44, "0@0+10 1@12+7 2@21+3 3@26+12 4@40+4"),
            (42, "0@0+10 1@12+7 2@21+3 3@26+10 4@38+4"),
            (33, "0@0+6 1@8+4 2@14+3 3@19+8 4@29+4"),
            (32, "0@0+8 1@10+7 2@19+3 3@24+8"),
            (24, "0@0+6 1@8+5 2@15+3 4@20+4"),
            (19, "0@0+6 1@8+6 2@16+3"),
            (12, "0@0+6 1@8+4"),
            (10, "0@0+6 1@8+2"),
            (8, "0@0+6"),
            (3, "0@0+3"),
            (0, ""),
            (-5, ""),
        ])
    func layout(width: Int, expected: String) {
        let places = columnPlaces(columns, naturalWidths: [10, 7, 3, 12, 4], width: width)
        #expect(places.map { "\($0.column)@\($0.x)+\($0.width)" }.joined(separator: " ") == expected)
    }

    @Test("no columns need no place")
    func empty() {
        #expect(columnPlaces([], naturalWidths: [], width: 10).isEmpty)
    }
}
