import Foundation

/// A program that has run without a terminal: what it wrote, and how it ended.
struct Run: Sendable {
    let output: String
    let errors: String
    /// As a shell sees it: 128 + signal if one ended it.
    let status: Int32

    var errorLines: [Substring] { errors.split(separator: "\n") }

    /// - Parameter environment: all of it; nil leaves the environment of the tests.
    static func program(
        _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil, timeout: Int = 30
    ) async throws -> Run {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["-k", "2", String(timeout), program] + arguments
        if let environment { process.environment = environment }
        // Files, not pipes: a grandchild that lives on cannot hold them open for us.
        let output = try folder.file("output")
        let errors = try folder.file("errors")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        return Run(
            output: folder.text("output"), errors: folder.text("errors"), status: process.terminationStatus)
    }
}

/// A folder that goes when nobody needs it any more, which is why it is a class.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/e2e-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) throws -> FileHandle {
        try write("", to: name)
        return try FileHandle(forWritingTo: URL(filePath: path + "/" + name))
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
    }

    func text(_ name: String) -> String {
        let data = try? Data(contentsOf: URL(filePath: path + "/" + name))
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}

/// What is to be tested, and where it is.
enum Binary {
    static let sourceRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The built kstop: `KSTOP_BINARY`, else the newest one under .build.
    static let path: String = {
        if let path = ProcessInfo.processInfo.environment["KSTOP_BINARY"] { return path }
        let built = ["debug", "release"].map { "\(sourceRoot)/.build/\($0)/kstop" }
        return built.max { modified($0) < modified($1) } ?? "kstop"
    }()

    static func run(_ arguments: String..., environment: [String: String]? = nil) async throws -> Run {
        try await Run.program(path, arguments, environment: environment)
    }

    private static func modified(_ path: String) -> Date {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.modificationDate] as? Date ?? .distantPast
    }
}
