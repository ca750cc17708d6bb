import Foundation
import Glibc
import Testing

/// A program that has run without a terminal: what it wrote, and how it ended.
struct Run: Sendable {
    let output: String
    let errors: String
    /// As a shell sees it: 128 + signal if one ended it.
    let status: Int32

    var errorLines: [Substring] { errors.split(separator: "\n") }

    /// - Parameter environment: all of it; nil leaves the environment of the tests.
    static func program(
        _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil, timeout: TimeInterval = 30
    ) async throws -> Run {
        let folder = try TemporaryFolder()
        let id = try start(
            [program] + arguments, environment ?? ProcessInfo.processInfo.environment,
            Descriptors(output: folder.path + "/output", errors: folder.path + "/errors"))
        let end = Date() + timeout
        var status: Int32 = 0
        // Not Foundation's Process: that one waits for a grandchild such as tmux's server as well.
        while waitpid(id, &status, WNOHANG) == 0 {
            if Date() > end { kill(id, SIGKILL) }
            try await Task.sleep(for: .milliseconds(4))
        }
        let signal = status & 0x7F
        return Run(
            output: folder.text("output"), errors: folder.text("errors"),
            status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
    }

    /// Waits for the end of a program that takes no time, where there is nobody to tell of a failure.
    static func quietly(_ words: [String]) {
        let environment = ProcessInfo.processInfo.environment
        guard let id = try? start(words, environment, Descriptors()) else { return }
        waitpid(id, nil, 0)
    }

    /// Files take the output: nobody has to read while the program runs.
    struct Descriptors {
        var input = "/dev/null"
        var output = "/dev/null"
        var errors = "/dev/null"
        /// In a session of its own, what it reads from becomes its terminal, if it is one.
        var ownSession = false
    }

    static func start(_ words: [String], _ environment: [String: String], _ descriptors: Descriptors) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, descriptors.input, O_RDWR, 0)
        posix_spawn_file_actions_addopen(&actions, 1, descriptors.output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, descriptors.errors, O_WRONLY | O_CREAT, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        unblockSignals(&attributes, ownSession: descriptors.ownSession)
        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var id = pid_t()
        let failure = posix_spawnp(&id, words[0], &actions, &attributes, &arguments, &variables)
        guard failure == 0 else { throw CannotRun(program: words[0], reason: String(cString: strerror(failure))) }
        return id
    }

    /// The threads that run tests block all signals, and a child would, too: tmux could not even be told to end.
    private static func unblockSignals(_ attributes: inout posix_spawnattr_t, ownSession: Bool) {
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        // POSIX_SPAWN_SETSID of Linux, which Swift does not see.
        let flags = Int32(POSIX_SPAWN_SETSIGMASK) | (ownSession ? 0x80 : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    struct CannotRun: Error {
        let program: String
        let reason: String
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

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
    }

    /// Builds a file of C beside the tests, to be preloaded, with the clang beside swiftc: it need not be in PATH.
    /// - Returns: the path of the library.
    func library(from source: String) async throws -> String {
        let library = path + "/\(source).so"
        let file = Binary.sourceRoot + "/Tests/EndToEnd/" + source
        let clang = "exec \"$(dirname \"$(readlink -f \"$(command -v swiftc)\")\")/clang\" \"$@\""
        let options = ["-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, file]
        let built = try await Run.program("/bin/sh", ["-c", clang, "clang"] + options, timeout: 120)
        try #require(built.status == 0, "\(built.errors)")
        return library
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
