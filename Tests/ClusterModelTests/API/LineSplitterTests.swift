import Testing

@testable import ClusterModel

struct LineSplitterTests {
    @Test("lines are the same wherever their bytes are cut")
    func cuts() {
        let bytes = Array("one\n\nthree and more\nrest".utf8)
        for cut in 0...bytes.count {
            let lines = split([Array(bytes[..<cut]), Array(bytes[cut...])], longest: 100)
            #expect(lines == ["one", "", "three and more", "rest"])
        }
        #expect(split(bytes.map { [$0] }, longest: 100) == ["one", "", "three and more", "rest"])
    }

    @Test("of a line that is too long the beginning is kept and the end dropped")
    func tooLong() {
        let bytes = Array("one\n0123456789abcdef\ntwo\n0123456789".utf8)
        for cut in 0...bytes.count {
            let lines = split([Array(bytes[..<cut]), Array(bytes[cut...])], longest: 5)
            #expect(lines == ["one", "01234…", "two", "01234…"])
        }
        #expect(split(bytes.map { [$0] }, longest: 5) == ["one", "01234…", "two", "01234…"])
    }

    private func split(_ pieces: [[UInt8]], longest: Int) -> [String] {
        var splitter = LineSplitter(longest: longest)
        var lines: [LineSplitter.Line] = []
        for piece in pieces {
            splitter.append(piece)
            while let line = splitter.next() { lines.append(line) }
        }
        if let line = splitter.rest() { lines.append(line) }
        return lines.map { String(decoding: $0.bytes, as: UTF8.self) + ($0.isCut ? "…" : "") }
    }
}
