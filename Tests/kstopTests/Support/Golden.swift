import Foundation
import Testing

@testable import TUI

/// Compares a screen with the one kept in Golden/NAME.txt. `RECORD=1` in the environment keeps this one instead.
func checkGolden(_ name: String, _ screen: Screen, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Golden")
    let file = folder.appending(path: "\(name).txt")
    let actual = screen.goldenText()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try actual.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(
        actual == expected, "the screen differs from \(name).txt:\n\(screen.rows.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
}
