import CFuzz
import CTerminal
import FoundationEssentials

@testable import ClusterModel
@testable import TUI
@testable import Words
@testable import kstop

func testConfiguration(_ bytes: [UInt8]) {
    let looks = KnownLooks(
        themes: Theme.all.map(\.name), roles: Role.allCases.map(\.name), isColor: { ThemeColor($0) != nil })
    do throws(ConfigurationError) {
        _ = try Configuration(parsing: bytes.text, looks)
    } catch {
        precondition(!error.problems.isEmpty, "it is wrong, and nothing is wrong with it")
    }
}

/// The first line is the filter, the rest what it is held against.
func testFilter(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    let (typed, text) = (Array(bytes[..<end]).text, Array(bytes[end...]).text)
    let row = PageRow(
        facts: RowFacts(
            id: .object("1"), name: text, namespace: "kubeseed", application: text, health: .healthy,
            labels: [["app": text]]),
        cells: [PageCell(text)])
    _ = Filter(typed).matches(row, at: now)
    guard let pattern = LogPattern(filter: typed) else { return }
    _ = pattern.accepts(text)
    let ranges = pattern.ranges(in: text)
    for (range, next) in zip(ranges, ranges.dropFirst()) {
        precondition(range.upperBound <= next.lowerBound, "places out of their order")
    }
    precondition(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= text.utf8.count }, "a place outside of the text")
    _ = StyledText(text).marked(ranges, on: .selection).cells(cutTo: 40)
}

/// Whether nothing in a text could command a terminal.
func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        case .format: scalar.value == 0x200D
        default: true
        }
    }
}

func testPrintable(_ bytes: [UInt8]) {
    let text = bytes.text
    let harmless = printable(text)
    precondition(isHarmless(harmless), "a control character is left")
    precondition(printable(harmless) == harmless, "what is harmless changes")
    precondition(displayWidth(of: text) == displayWidth(of: harmless), "two widths of one text")
    var screen = Screen(size: Size(Int(bytes.first ?? 8) % 80, 3))
    screen.write(StyledText(text), x: -1 + Int(bytes.last ?? 0) % 3, y: 1, width: 60)
    precondition(screen.rows.allSatisfy(isHarmless), "a control character on the screen")
    let width = screen.cells.reduce(0) { $0 + $1.width }
    precondition(width == screen.cells.count, "half a character on the screen")
    for cell in screen.cells where cell.width > 0 {
        precondition(columns(of: cell, .unicode).count <= cell.width, "a cell in too many columns")
        precondition(columns(of: cell, .ascii).joined().allSatisfy(\.isASCII), "no ASCII")
    }
    for line in StyledText(text).wordWrapped(to: 7) { precondition(line.width <= 7, "a line too wide") }
}

/// The first byte chooses the kind of terminal.
func testKeys(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    cf_set_teletype(CInt(first & 1))
    cf_type(Array(bytes.dropFirst()), bytes.count - 1)
    var typed: [Typed] = []
    var code: UInt32 = 0
    loop: while true {
        switch ct_read(&code) {
        case CT_CHARACTER: typed.append(.character(code))
        case CT_KEY: if code == CT_PASTE_START.rawValue { typed.append(.pasteStart) }
        default: break loop
        }
    }
    var decoder = KeyDecoder(hasEightBitControls: first & 2 != 0)
    let pause = Duration.milliseconds(Int(first) * 8)
    for (half, time) in [
        (typed.prefix(typed.count / 2), .zero), (typed.suffix(typed.count - typed.count / 2), pause), ([], pause * 2),
    ] {
        for key in decoder.keys(for: Array(half), at: time) {
            if case .mouse(let event) = key {
                precondition(event.x >= 0 && event.y >= 0, "a click outside of the screen")
            }
            var editor = LineEditor()
            _ = editor.handle(key)
        }
    }
}
