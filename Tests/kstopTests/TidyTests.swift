import Foundation
import Testing

@testable import ClusterModel

/// The rules of ARCHITECTURE.md that the compiler does not know, checked in the sources' text.
struct TidyTests {
    private static let sources = SourceFile.all(in: "Sources")
    private static let modelSources = sources.filter { $0.isIn("ClusterModel") }
    private static let programSources = sources.filter { $0.isIn("kstop") }

    @Test("no file is longer than 400 lines", arguments: sources + SourceFile.all(in: "Tests"))
    func length(_ file: SourceFile) {
        #expect(file.lines.count <= 400)
    }

    @Test("a part imports only what it may know", arguments: sources)
    func imports(_ file: SourceFile) {
        #expect(file.imports.subtracting(Self.allowedImports(file)).isEmpty)
    }

    @Test("full Foundation is not imported: it costs 50 MB", arguments: sources)
    func foundation(_ file: SourceFile) {
        let allowed: Set<String> = []
        #expect(!file.imports.contains("Foundation") || allowed.contains(file.path))
    }

    @Test("nothing breaks the rules for concurrency, traps and access", arguments: sources)
    func words(_ file: SourceFile) {
        for word in ["try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)", "public ", "fatalError("] {
            #expect(file.linesWith(word) == [], "\(word)")
        }
    }

    @Test("a value is never unwrapped by force", arguments: sources)
    func forcedUnwrapping(_ file: SourceFile) {
        let force = /[A-Za-z0-9_)\]]!(?![=A-Za-z])/
        #expect(file.code.filter { $0.text.contains(force) }.map(\.number) == [])
    }

    @Test("only the API tells the time, in the model", arguments: modelSources)
    func modelIsPure(_ file: SourceFile) {
        guard !file.isIn("ClusterModel/API") else { return }
        for word in ["Date()", "Date.now", "ProcessInfo", "getenv", "ContinuousClock", "Task {", "Task.", "print("] {
            #expect(file.linesWith(word) == [], "\(word)")
        }
    }

    @Test("kstop touches the world only at its edge", arguments: programSources)
    func programIsPure(_ file: SourceFile) {
        let isEdge = file.isIn("kstop/Effects") || file.isIn("kstop/CommandLine") || file.path == "kstop/Kstop.swift"
        guard !isEdge else { return }
        for word in [
            "Task {", "Task.detached", "Process()", "ProcessInfo", "Date()", "Date.now", "FileManager", "FileHandle",
            "getenv", "print(",
        ] {
            #expect(file.linesWith(word) == [], "\(word)")
        }
    }

    @Test("no `default` keeps a new kind of objects from the compiler", arguments: sources)
    func kinds(_ file: SourceFile) {
        let names = ResourceKind.allCases.map(\.rawValue)
        #expect(
            file.defaults { cases in names.contains { cases.contains(".\($0):") || cases.contains(".\($0),") } } == [])
    }

    @Test("a `default` beside kinds is found, one beside other things is not")
    func hiddenKinds() {
        func defaults(_ text: String) -> [Int] {
            SourceFile(path: "x", lines: text.split(separator: "\n").map(String.init)).defaults {
                $0.contains(".pods,")
            }
        }
        #expect(defaults("switch kind {\ncase .pods,\n    .nodes: 1\ndefault: 2\n}") == [4])
        #expect(defaults("switch kind {\ncase .pods, .nodes: 1\n}\nswitch key {\ncase .up: 1\ndefault: 2\n}") == [])
        #expect(defaults("switch key {\ncase .up:\n    switch kind { case .pods, .nodes: 1 }\ndefault: 2\n}") == [])
    }

    private static func allowedImports(_ file: SourceFile) -> Set<String> {
        switch file.path.split(separator: "/").prefix(2).joined(separator: "/") {
        case "TUI/Terminal": ["CTerminal", "CSystem", "Glibc", "Synchronization", "Dispatch"]
        case let folder where folder.hasPrefix("TUI/") || folder.hasPrefix("Words/"): []
        case "ClusterModel/API":
            ["Words", "FoundationEssentials", "CSystem", "Glibc", "Dispatch", "Synchronization"]
        case let folder where folder.hasPrefix("ClusterModel/"): ["Words", "FoundationEssentials"]
        case "kstop/Effects", "kstop/CommandLine", "kstop/Kstop.swift":
            ["TUI", "ClusterModel", "Words", "FoundationEssentials", "CSystem", "Glibc", "Dispatch", "Synchronization"]
        default: ["TUI", "ClusterModel", "Words", "FoundationEssentials"]
        }
    }
}

/// A Swift file of this package.
struct SourceFile: Sendable, CustomTestStringConvertible {
    /// Below Sources or Tests: "TUI/Screen/Cell.swift".
    let path: String
    let lines: [String]
    /// The lines without comments and without what stands in string literals.
    let code: [(number: Int, text: String)]

    init(path: String, lines: [String]) {
        (self.path, self.lines) = (path, lines)
        var isInLiteral = false
        code = lines.enumerated().map { offset, line in
            let isLiteral = isInLiteral
            if line.contains("\"\"\"") { isInLiteral.toggle() }
            return (number: offset + 1, text: isLiteral ? "" : line.withoutWords)
        }
    }

    var testDescription: String { path }

    var imports: Set<String> {
        let statement = /^\s*(?:(?:package|internal|private|fileprivate|@testable)\s+)*import\s+(?:\w+\s+)?(\w+)/
        return Set(lines.compactMap { line in line.firstMatch(of: statement).map { String($0.1) } })
    }

    func isIn(_ folder: String) -> Bool { path.hasPrefix(folder + "/") }

    /// Their numbers.
    func linesWith(_ word: String) -> [Int] {
        code.filter { $0.text.contains(word) }.map(\.number)
    }

    /// The numbers of the lines with a `default` of a `switch` whose other cases are as told.
    func defaults(where isMeant: (_ cases: String) -> Bool) -> [Int] {
        lines.indices.filter { index in
            let indentation = lines[index].prefix { $0 == " " }
            guard lines[index].dropFirst(indentation.count).hasPrefix("default:") else { return false }
            let cases = lines[..<index].reversed().prefix { line in
                !line.contains("switch ") || line.prefix { $0 == " " }.count > indentation.count
            }
            // Neither those of a `switch` within, nor what is done in a case; a list of patterns may go over several lines.
            let own = cases.filter { line in
                line.prefix { $0 == " " } == indentation || line.drop { $0 == " " }.hasPrefix(".")
            }
            return isMeant(own.joined(separator: "\n"))
        }.map { $0 + 1 }
    }

    /// By path.
    static func all(in folder: String) -> [SourceFile] {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
        let top = root + "/" + folder
        let paths = (FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String }) ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let data = FileManager.default.contents(atPath: top + "/" + path) ?? Data()
            let text = String(decoding: data, as: UTF8.self)
            return SourceFile(
                path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    }
}

extension String {
    /// A line of code whose string literals are empty and whose comment is gone.
    fileprivate var withoutWords: String {
        replacing(/"(?:\\.|[^"\\])*"/, with: "\"\"").replacing(/\/\/.*/, with: "")
    }
}
