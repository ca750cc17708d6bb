import Testing

@testable import TUI

struct SparklineTests {
    @Test(
        "bars from nothing to the greatest, the newest at the right",
        arguments: [
            ([0, 1, 2, 3, 4, 5, 6, 7], 8, "▁▂▃▄▅▆▇█"), ([1, 100], 2, "▁█"), ([9, 0, 7], 2, "▁█"), ([0, 5], 5, "   ▁█"),
            ([3, 3, 3], 3, "▄▄▄"), ([5], 2, " ▄"), ([0, 0], 2, "▁▁"), ([], 2, "  "), ([.nan, 1, 2], 3, " ▅█"),
            ([.infinity, -4, 2], 3, " ▁█"), ([1, 2], 0, ""), ([1, 2], -1, ""), ([1e300, 1e308], 2, "▁█"),
        ] as [([Double], Int, String)])
    func shape(values: [Double], width: Int, expected: String) {
        #expect(sparkline(values, width: width, role: .accent) == StyledText(expected, .accent))
    }
}
