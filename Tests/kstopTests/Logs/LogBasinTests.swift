import Testing

@testable import ClusterModel
@testable import kstop

struct LogBasinTests {
    private static func lines(_ range: Range<Int>) -> LogChange {
        .lines(range.map { LogLine(timestamp: "", text: "\($0)") })
    }

    @Test("what gathers is one change, and the loop is told once")
    func gathers() {
        let basin = LogBasin(id: 1, limits: .waiting)
        #expect(basin.pour(Self.lines(0..<2)))
        #expect(!basin.pour(Self.lines(2..<4)))
        #expect(!basin.pour(.ended))
        #expect(basin.takeAll() == [Self.lines(0..<4), .ended])
        #expect(basin.takeAll() == [])
        #expect(basin.pour(.ended))
    }

    @Test("what is too much goes, the oldest first, and its number is told")
    func bounded() {
        let basin = LogBasin(id: 1, limits: LogLimits(lines: 100, bytes: 1 << 20, tail: 0))
        for start in stride(from: 0, to: 1000, by: 10) { _ = basin.pour(Self.lines(start..<start + 10)) }
        let changes = basin.takeAll()
        guard case .skipped(let skipped)? = changes.first, case .lines(let kept)? = changes.last else {
            Issue.record("no lines were skipped")
            return
        }
        #expect(skipped + kept.count == 1000)
        #expect((75...100).contains(kept.count))
        #expect(kept.last?.text == "999")
    }

    @Test("of a log that is read from its beginning the first lines stay")
    func beginning() {
        let basin = LogBasin(id: 1, limits: LogLimits(lines: 100, bytes: 1 << 20, tail: 0), keepsOldest: true)
        for start in stride(from: 0, to: 1000, by: 30) { _ = basin.pour(Self.lines(start..<start + 30)) }
        _ = basin.pour(.complete)
        #expect(basin.takeAll() == [Self.lines(0..<100), .skipped(920), .complete])
        #expect(basin.pour(Self.lines(0..<1)))
    }

    @Test("many bytes are too much, too")
    func bytes() {
        let basin = LogBasin(id: 1, limits: LogLimits(lines: 100, bytes: 1000, tail: 0))
        let line = LogLine(timestamp: "", text: String(repeating: "x", count: 400))
        for _ in 0..<5 { _ = basin.pour(.lines([line])) }
        let changes = basin.takeAll()
        #expect(changes == [.skipped(3), .lines([line, line])] || changes == [.skipped(4), .lines([line])])
    }
}
