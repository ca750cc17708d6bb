import Foundation
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// A kind of bytes that somebody could put into a cluster to reach the terminal of who looks at it.
struct HostileText: CustomTestStringConvertible, Sendable {
    let name: String
    /// As it stands between the quotes of JSON that arrives.
    let json: [UInt8]

    var testDescription: String { name }

    /// As kstop reads it, for what comes without JSON: logs, kubectl's words.
    var text: String { text(raw) }

    private let raw: [UInt8]

    /// - Parameter json: nil: escaped as a JSON writer has to, all else as it is.
    init(_ name: String, _ raw: [UInt8], json: String? = nil) {
        self.name = name
        self.raw = raw
        self.json = json.map { Array($0.utf8) } ?? raw.flatMap(Self.escaped)
    }

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case 0x22, 0x5C: [0x5C, byte]
        case ..<0x20: Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
        default: [byte]
        }
    }

    static let all: [HostileText] = [
        HostileText("C0", String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) }))),
        HostileText("C1 and DEL", String(String.UnicodeScalarView((0x7F..<0xA0).compactMap { Unicode.Scalar($0) }))),
        HostileText("CSI", "\u{1B}[2J\u{1B}[31;5mred\u{1B}[?1049l\u{1B}[6n\u{1B}[201~"),
        HostileText(
            "OSC", "\u{1B}]0;title\u{7}\u{1B}]52;c;cm0gLXJmIH4=\u{7}\u{1B}]8;;http://e.vil\u{1B}\\x\u{1B}]8;;\u{7}"),
        HostileText(
            "DCS, APC, PM, SOS", "\u{1B}P$q\u{1B}\\\u{1B}_x\u{1B}\\\u{1B}^x\u{1B}\\\u{1B}Xx\u{1B}\\\u{1B}c\u{1B}Z"),
        HostileText("8-bit CSI and OSC", "\u{9B}2J\u{9D}52;c;eA==\u{9C}\u{90}q\u{9C}"),
        HostileText(
            "bidirectional",
            "\u{202E}gpj.\u{202D}\u{202A}\u{202B}\u{202C}\u{2066}\u{2067}\u{2068}\u{2069}\u{200E}\u{200F}\u{61C}"),
        HostileText("zero width", "a\u{200B}b\u{200C}c\u{200D}d\u{FEFF}e\u{2060}f\u{180E}g\u{AD}h\u{34F}i\u{3164}"),
        HostileText("10 000 marks", "a" + String(repeating: "\u{301}\u{20DD}", count: 5000)),
        HostileText("5000 joiners", "👩" + String(repeating: "\u{200D}👩", count: 2500)),
        HostileText("tags and private use", "\u{E0001}\u{E0041}\u{E007F}\u{E000}\u{F8FF}\u{10FFFD}\u{FFFE}\u{E0100}"),
        HostileText("line breaks", "one\ntwo\r\nthree\rfour\tfive\u{B}six\u{C}seven\u{85}eight\u{2028}nine\u{2029}"),
        HostileText("very long", String(repeating: "long ", count: 5000)),
        HostileText("wide", String(repeating: "日本語のｗｉｄｅ🚀🇫🇷", count: 20)),
    ]

    /// What is no text at all; a JSON reader may refuse all of a document for it.
    static let malformed: [HostileText] = [
        HostileText("invalid UTF-8", [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0x9B, 0x32, 0x4A]),
        HostileText("overlong Esc", [0xC1, 0x9B, 0xE0, 0x80, 0x9B, 0x5B, 0x32, 0x4A]),
        HostileText("lone surrogates", Array("\u{FFFD}".utf8), json: #"\ud800 \udc00 \ud83d\u001b[2J"#),
    ]
}

/// Whether a terminal that is sent a text shows it and does nothing else: no control character, nothing that hides or
/// turns the text around.
func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        case .format: scalar.value == 0x200D
        default: true
        }
    }
}

/// Looks at what each kind of terminal would be sent for a screen.
func checkHarmless(_ screen: Screen, _ what: String) {
    // The same character is sent for the same cell, wherever it stands.
    var seen = Set<Character>()
    for cell in screen.cells where cell.width > 0 && seen.insert(cell.character).inserted {
        for repertoire in [Repertoire.unicode, .console, .ascii] {
            let sent = columns(of: cell, repertoire)
            let text = String(String.UnicodeScalarView(sent.joined()))
            #expect(sent.count <= cell.width && isHarmless(text), "\(what): \(cell.character.unicodeScalars)")
            #expect(repertoire != .ascii || text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        }
    }
    let widths = screen.cells.reduce(0) { $0 + $1.width }
    #expect(widths == screen.cells.count, "\(what): half a character")
    #expect(plainText(of: screen, .unicode).split(separator: "\n").allSatisfy { isHarmless(String($0)) }, "\(what)")
}
