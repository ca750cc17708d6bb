import ClusterModel
import Foundation
import Testing
import Words

@testable import kstop

struct SettingsTests {
    @Test("without options and file all is as usual")
    func usual() {
        let settings = Settings(Options(), Configuration())
        #expect(settings == Settings())
        #expect(settings.tokenRequest == TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user"))
        #expect(settings.refresh == 5)
    }

    @Test("the file wins over what is usual")
    func file() throws {
        let settings = Settings(
            Options(), try Configuration(parsing: ConfigurationTests.full, ConfigurationTests.looks))
        #expect(settings.isReadOnly && settings.isWide && settings.usesMouse && !settings.usesASCII)
        #expect(settings.color == .always)
        #expect(settings.themeName == "orchard")
        #expect(settings.roleColors.map(\.role) == ["accent", "failed"])
        #expect(settings.keyChanges.map(\.action) == [.logs, .quit, .restart])
        #expect(settings.language == .french)
        #expect(settings.namespace == "media")
        #expect(settings.refresh == 2.5)
        #expect(settings.logLimits == LogLimits(lines: 5000, bytes: 1_000_000, tail: 200))
        #expect(settings.tokenRequest == TokenRequest(namespace: "headlamp", account: "viewer"))
    }

    @Test("an option wins over the file")
    func option() throws {
        let arguments = [
            "--ascii", "--no-mouse", "--no-color", "--theme", "default", "-A", "-r", "7", "--token-account", "a/b",
        ]
        let settings = Settings(
            try parseOptions(arguments), try Configuration(parsing: ConfigurationTests.full, ConfigurationTests.looks))
        #expect(settings.usesASCII && !settings.usesMouse)
        #expect(settings.color == .never)
        #expect(settings.themeName == "default")
        #expect(settings.namespace == "")
        #expect(settings.refresh == 7)
        #expect(settings.tokenRequest == TokenRequest(namespace: "a", account: "b"))
    }

    @Test("--all-namespaces wins over --namespace wherever it stands, as in kubectl")
    func allNamespaces() throws {
        #expect(try parseOptions(["-A", "-n", "media"]).namespace == "")
        #expect(try parseOptions(["-n", "media", "--all-namespaces"]).namespace == "")
    }

    @Test("what is wrong with --theme is told with what is wrong in the file")
    func theme() throws {
        let file = try TemporaryFile("{mouse: 1}")
        let options = try parseOptions(["--theme", "orchad", "--config", file.path])
        let expected = [
            "--theme: there is no theme \"orchad\"; did you mean \"orchard\"?",
            "\(file.path):1:9: mouse must be true or false, not 1",
        ]
        #expect(throws: ConfigurationFailure(lines: expected)) {
            try readSettings(options, [:], ConfigurationTests.looks)
        }
    }
}

struct ConfigurationFileTests {
    @Test("the option wins over the variable, that over the usual place")
    func places() {
        func file(_ option: String?, _ environment: [String: String]) -> ConfigurationFile? {
            ConfigurationFile(option: option, environment: environment)
        }
        let all = ["KSTOP_CONFIG": "k", "XDG_CONFIG_HOME": "/x", "HOME": "/h"]
        let homes = ["KSTOP_CONFIG": "", "XDG_CONFIG_HOME": "/x", "HOME": "/h"]
        #expect(file("o", all) == ConfigurationFile(path: "o", isNamed: true))
        #expect(file(nil, all) == ConfigurationFile(path: "k", isNamed: true))
        #expect(file(nil, homes) == ConfigurationFile(path: "/x/kstop/config.json5", isNamed: false))
        let usual = ConfigurationFile(path: "/h/.config/kstop/config.json5", isNamed: false)
        #expect(file(nil, ["HOME": "/h"]) == usual)
        #expect(file(nil, ["HOME": "/h", "XDG_CONFIG_HOME": "relative"]) == usual)
        #expect(file(nil, [:]) == nil)
    }

    @Test("only a file that is named must be there")
    func missing() throws {
        #expect(try ConfigurationFile(path: "/nonexistent/c", isNamed: false).text() == "")
        #expect(throws: StartError(text: Phrase(verbatim: "/nonexistent/c: no such file or directory"))) {
            try ConfigurationFile(path: "/nonexistent/c", isNamed: true).text()
        }
    }

    @Test("what cannot be read is an error wherever it is")
    func unreadable() {
        #expect(throws: StartError(text: Phrase("\("/"): a directory, not a file"))) {
            try ConfigurationFile(path: "/", isNamed: false).text()
        }
        #expect(throws: StartError(text: Phrase("\("/dev/zero"): a device, not a file"))) {
            try ConfigurationFile(path: "/dev/zero", isNamed: true).text()
        }
    }

    @Test("nobody waits for what comes through a pipe")
    func pipe() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { unlink(path) }
        try #require(mkfifo(path, 0o600) == 0)
        #expect(throws: StartError(text: Phrase("\(path): a pipe, not a file"))) {
            try ConfigurationFile(path: path, isNamed: false).text()
        }
    }

    @Test("a file is read no further than a configuration could be long")
    func tooLong() throws {
        let file = try TemporaryFile(String(repeating: " ", count: ConfigurationFile.longest + 1))
        #expect(throws: StartError(text: Phrase(verbatim: "\(file.path): file too large"))) {
            try ConfigurationFile(path: file.path, isNamed: true).text()
        }
    }

    @Test("its text is read, also that of no file at all")
    func text() throws {
        let file = try TemporaryFile("{wide: true}")
        #expect(try ConfigurationFile(path: file.path, isNamed: true).text() == "{wide: true}")
        #expect(try ConfigurationFile(path: "/dev/null", isNamed: true).text() == "")
    }
}

/// A file that goes with the value; a class for that reason only.
private final class TemporaryFile {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

    init(_ text: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
