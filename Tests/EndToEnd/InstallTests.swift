import Foundation
import Glibc
import Testing

/// The archive's install.sh.
struct InstallTests {
    private let archive: TemporaryFolder
    private let home: TemporaryFolder

    init() throws {
        archive = try TemporaryFolder()
        home = try TemporaryFolder()
        let files = FileManager.default
        for folder in ["bin", "share/man/man1"] {
            try files.createDirectory(atPath: archive.path + "/files/" + folder, withIntermediateDirectories: true)
        }
        try files.copyItem(
            atPath: Binary.sourceRoot + "/packaging/install.sh", toPath: archive.path + "/install.sh")
        try archive.write("#!/bin/sh\necho new\n", to: "files/bin/kstop")
        try archive.write("manual", to: "files/share/man/man1/kstop.1.gz")
    }

    /// What is in the prefix, as `find` prints it: modes and paths.
    private func installed() async throws -> [String] {
        let run = try await Run.program("/usr/bin/find", [home.path, "-type", "f", "-printf", "%m %P\n"])
        return run.output.split(separator: "\n").map(String.init).sorted()
    }

    private func install(
        _ script: String? = nil, _ arguments: [String] = [], _ variables: [String: String] = [:]
    ) async throws -> Run {
        let environment = ["PATH": "/usr/bin:/bin", "PREFIX": home.path].merging(variables) { $1 }
        return try await Run.program(
            "/bin/sh", [script ?? archive.path + "/install.sh"] + arguments, environment: environment)
    }

    private static let all = ["644 share/kstop/installed", "644 share/man/man1/kstop.1.gz", "755 bin/kstop"]

    @Test("it installs, and removes what it has installed and nothing else")
    func plain() async throws {
        try home.write("mine", to: "kept")
        let path = ["PATH": "/usr/bin:/bin:\(home.path)/bin"]
        #expect(try await install(nil, [], path).output == "installed \(home.path)/bin/kstop\n")
        #expect(try await installed().filter { !$0.hasSuffix(" kept") } == Self.all)
        #expect(try await install(nil, ["uninstall"]).status == 0)
        #expect(try await installed().count == 1)
    }

    @Test("what was installed before there was a list is removed by its archive")
    func withoutList() async throws {
        _ = try await install()
        try FileManager.default.removeItem(atPath: home.path + "/share/kstop/installed")
        #expect(try await install(nil, ["uninstall"]).status == 0)
        #expect(try await installed().isEmpty)
    }

    @Test("where its folder is not in PATH, that is said")
    func notInPath() async throws {
        let run = try await install()
        #expect(run.status == 0)
        #expect(run.output.contains("\n\(home.path)/bin is not in PATH: "))
    }

    @Test("what it has installed can be removed without the archive, and what it has not cannot")
    func withoutArchive() async throws {
        let script = Binary.sourceRoot + "/packaging/install.sh"
        let none = try await install(script, ["uninstall"])
        #expect(none.status == 1 && none.errors == "there is no kstop in \(home.path) that install.sh has installed\n")
        _ = try await install()
        try home.write("mine", to: "share/kstop/mine")
        try home.write("mine", to: "x")
        let name = URL(filePath: home.path).lastPathComponent
        let list = home.text("share/kstop/installed") + "./../\(name)/x\n\(home.path)/x\n"
        try home.write(list, to: "share/kstop/installed")
        #expect(try await install(script, ["uninstall"]).status == 0)
        #expect(try await installed() == ["644 share/kstop/mine", "644 x"])
    }

    @Test("CDPATH does not lead it elsewhere")
    func searchPath() async throws {
        let elsewhere = try TemporaryFolder()
        let name = URL(filePath: archive.path).lastPathComponent
        try FileManager.default.createDirectory(
            atPath: elsewhere.path + "/\(name)", withIntermediateDirectories: false)
        let parent = URL(filePath: archive.path).deletingLastPathComponent().path
        let run = try await Run.program(
            "/bin/sh", ["-c", "cd '\(parent)' && CDPATH='\(elsewhere.path)' sh '\(name)/install.sh'"],
            environment: ["PATH": "/usr/bin:/bin", "PREFIX": home.path, "CDPATH": elsewhere.path])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(try await installed() == Self.all)
    }

    @Test("a symbolic link to it does")
    func link() async throws {
        let elsewhere = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: elsewhere.path + "/middle", withDestinationPath: archive.path + "/install.sh")
        try FileManager.default.createSymbolicLink(atPath: elsewhere.path + "/put", withDestinationPath: "middle")
        #expect(try await install(elsewhere.path + "/put").status == 0)
        #expect(try await installed() == Self.all)
    }

    @Test("a kstop that runs goes on, and the next one is the new one")
    func running() async throws {
        try FileManager.default.createDirectory(atPath: home.path + "/bin", withIntermediateDirectories: false)
        try FileManager.default.copyItem(atPath: "/bin/sleep", toPath: home.path + "/bin/kstop")
        let id = try Run.start([home.path + "/bin/kstop", "1000"], ["PATH": "/bin"], Run.Descriptors())
        defer {
            kill(id, SIGKILL)
            waitpid(id, nil, 0)
        }
        let run = try await install()
        #expect(run.status == 0, "\(run.errors)")
        #expect(Processes.isAlive(id))
        #expect(try await Run.program(home.path + "/bin/kstop").output == "new\n")
        #expect(try await installed() == Self.all)
    }

    @Test("a file that cannot be written leaves the one before it whole, and nothing beside it")
    func failure() async throws {
        try FileManager.default.createDirectory(atPath: home.path + "/bin", withIntermediateDirectories: false)
        try home.write("old", to: "bin/kstop")
        let program = try #require(FileManager.default.contents(atPath: "/bin/sleep"))
        try program.write(to: URL(filePath: archive.path + "/files/bin/kstop"))
        // A disk that is full after some of it.
        let run = try await Run.program(
            "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f 8; exec sh '\(archive.path)/install.sh'"],
            environment: ["PATH": "/usr/bin:/bin", "PREFIX": home.path])
        #expect(run.status != 0)
        #expect(home.text("bin/kstop") == "old")
        let names = try FileManager.default.contentsOfDirectory(atPath: home.path + "/bin")
        #expect(names == ["kstop"])
    }
}
