import Foundation
import Testing

@testable import TUI
@testable import kstop

/// The README says what the program does.
struct ReadmeTests {
    private static let text: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? ""
    }()

    @Test("its configuration is one, and says all that can be said")
    func configuration() throws {
        let block = try #require(Self.text.firstMatch(of: /```json5\n((?s).*?)```/)).output.1
        _ = try Configuration(parsing: String(block), .ofThisTerminal)
        for property in Property.allCases { #expect(block.contains("\(property.rawValue):")) }
    }

    @Test("it names every action, role and theme")
    func names() {
        let names = Action.allCases.map(\.rawValue) + Role.allCases.map(\.name) + Theme.names
        for name in names { #expect(Self.text.contains("`\(name)`"), "\(name)") }
    }
}
