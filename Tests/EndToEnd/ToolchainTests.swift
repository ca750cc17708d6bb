import FakeAPIServer
import Foundation
import Glibc
import Synchronization
import Testing

/// How a machine without Swift gets it: .ci/swift on a made-up system, with a server of this test's own.
@Suite(.enabled(if: hasCurl), .timeLimit(.minutes(3)))
struct ToolchainTests {
    private let tree: TemporaryFolder
    /// A toolchain whose `swift` only says which it is, packed; larger than what a server sends at once.
    private let archive: [UInt8]

    init() async throws {
        tree = try TemporaryFolder()
        let files = FileManager.default
        for folder in [".ci", "bin", "made/swift-9/usr/bin", "packed"] {
            try files.createDirectory(atPath: tree.path + "/" + folder, withIntermediateDirectories: true)
        }
        for name in [".ci/swift", ".ci/packages", "Package.swift"] {
            try files.copyItem(atPath: Binary.sourceRoot + "/" + name, toPath: tree.path + "/" + name)
        }
        try tree.program("made/swift-9/usr/bin/swift", "echo 'Swift version 9.1 (swift-9.1-RELEASE)'")
        let noise = Data((0..<200_000).map { _ in UInt8.random(in: 0...255) })
        try noise.write(to: URL(filePath: tree.path + "/made/swift-9/usr/noise"))
        let packed = tree.path + "/packed/swift.tar.gz"
        let run = try await Run.program("tar", ["-C", tree.path + "/made", "-czf", packed, "swift-9"])
        try #require(run.status == 0, "\(run.errors)")
        archive = [UInt8](try Data(contentsOf: URL(filePath: packed)))
        try tree.program("bin/swift", "exit 1")
        try tree.program("bin/sudo", "exec \"$@\"")
        try tree.program("bin/apt-cache", "[ $1 != depends ] || echo '  Depends: g++-12'")
        try tree.program(
            "bin/apt-get",
            """
            echo "$*" >> \(tree.path)/apt
            [ "$2" != --assume-no ] || printf 'Need to get 548 MB of archives.\\n%s\\n' \
                'After this operation, 2596 MB of additional disk space will be used.'
            """)
    }

    /// Lists the archive for this system, at an address.
    private func list(_ address: String, sum: String? = nil) async throws {
        let of = try await Run.program("sha256sum", [tree.path + "/packed/swift.tar.gz"]).output.prefix(64)
        let system = try await Run.program("/bin/sh", ["-c", ". /etc/os-release; echo $ID-$VERSION_ID $(uname -m)"])
        let name = system.output.split(separator: "\n").joined()
        try tree.write(
            "# none\nother-1 x86_64 00 http://x\n\(name) \(sum ?? String(of)) \(address)\n", to: ".ci/toolchains")
    }

    private var environment: [String: String] {
        ["PATH": tree.path + "/bin:/usr/bin:/bin", "HOME": tree.path, "XDG_CACHE_HOME": tree.path + "/cache"]
    }

    private func inTerminal(answering answer: String?) async throws -> (status: Int32, output: String) {
        let terminal = try PseudoTerminal(["/bin/sh", tree.path + "/.ci/swift"], environment: environment)
        if let answer {
            try await terminal.waitFor("[y/N]")
            terminal.type(answer + "\n")
        }
        return (try await terminal.status(), String(decoding: terminal.output, as: UTF8.self))
    }

    private var kept: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: tree.path + "/cache")) ?? []).sorted()
    }

    private func server(_ answer: @escaping @Sendable (Int) -> FakeServer.Answer) -> FakeServer {
        let count = Mutex(0)
        return .onPort { _ in
            answer(
                count.withLock {
                    $0 += 1
                    return $0
                })
        }
    }

    private func body(_ status: String, _ bytes: some Collection<UInt8>, length: Int, _ more: String = "")
        -> FakeServer.Answer
    {
        let head = "HTTP/1.1 \(status)\r\nContent-Length: \(length)\r\n\(more)\r\n"
        return FakeServer.Answer(pieces: [Array(head.utf8) + bytes])
    }

    @Test("without a terminal nothing is downloaded, and one sentence says so")
    func noTerminal() async throws {
        let server = server { _ in .status(500, "never") }
        try await list("http://127.0.0.1:\(server.port)/swift.tar.gz")
        let run = try await Run.program("/bin/sh", [tree.path + "/.ci/swift"], environment: environment)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("kstop: a Swift toolchain is needed: run this in a terminal"))
        #expect(run.errors.split(separator: "\n").count == 1 && run.output.isEmpty)
        #expect(server.requests.isEmpty && kept.isEmpty)
    }

    @Test("whose sum nobody has filled in is refused, with what to do by hand")
    func noSum() async throws {
        try await list("http://127.0.0.1:9/swift.tar.gz", sum: "-")
        let (status, output) = try await inTerminal(answering: nil)
        #expect(status == 2)
        #expect(output.contains("check and unpack http://127.0.0.1:9/swift.tar.gz by hand"))
    }

    @Test("who says anything but yes gets nothing", arguments: ["", "n", "yo"])
    func declined(answer: String) async throws {
        let server = server { _ in .status(500, "never") }
        try await list("http://127.0.0.1:\(server.port)/swift.tar.gz")
        let (status, output) = try await inTerminal(answering: answer)
        #expect(status == 2 && output.contains("nothing was downloaded"))
        #expect(server.requests.isEmpty && kept.isEmpty)
    }

    @Test("who says yes gets it, with what it needs, and it is used from then on")
    func accepted() async throws {
        let bytes = archive
        let server = server { _ in body("200 OK", bytes, length: bytes.count) }
        try await list("http://127.0.0.1:\(server.port)/swift.tar.gz")
        let (status, output) = try await inTerminal(answering: "y")
        #expect(status == 0, "\(output)")
        #expect(kept == ["kstop-swift"])
        #expect(access(tree.path + "/cache/kstop-swift/usr/bin/swift", X_OK) == 0)
        #expect(
            tree.text("apt").contains(
                "curl ca-certificates libsqlite3-0 libcurl4 libxml2 libncurses-dev binutils libc6-dev libstdc++-12-dev")
        )
        #expect(output.contains("(548 MB to download, 2596 MB on disk)"))
        let found = environment.merging(["PATH": tree.path + "/cache/kstop-swift/usr/bin:/usr/bin:/bin"]) { $1 }
        let again = try await Run.program("/bin/sh", [tree.path + "/.ci/swift"], environment: found)
        #expect(again.status == 0 && again.output.isEmpty && again.errors.isEmpty)
    }

    @Test("a download that is cut off goes on where it stopped")
    func resumed() async throws {
        let (bytes, half) = (archive, archive.count / 2)
        let server = server { count in
            if count == 1 { return body("200 OK", bytes[..<half], length: bytes.count) }
            let range = "Content-Range: bytes \(half)-\(bytes.count - 1)/\(bytes.count)\r\n"
            return body("206 Partial Content", bytes[half...], length: bytes.count - half, range)
        }
        try await list("http://127.0.0.1:\(server.port)/swift.tar.gz")
        let (status, output) = try await inTerminal(answering: "y")
        #expect(status == 2 && output.contains("the same command goes on where this stopped"))
        #expect(kept == ["kstop-swift.tar.gz.part"])
        let (second, words) = try await inTerminal(answering: "yes")
        #expect(second == 0, "\(words)")
        #expect(server.requests.last?.contains("\r\nRange: bytes=\(half)-\r\n") == true)
        #expect(kept == ["kstop-swift"])
    }

    @Test("what is not the archive that was meant is removed")
    func otherBytes() async throws {
        let server = server { _ in body("200 OK", Array("something else".utf8), length: 14) }
        try await list("http://127.0.0.1:\(server.port)/swift.tar.gz")
        let (status, output) = try await inTerminal(answering: "y")
        #expect(status == 2 && output.contains("what was downloaded has been removed"))
        #expect(kept.isEmpty)
    }

    @Test("the system's own is installed where it is new enough, after saying how much that is")
    func ownPackage() async throws {
        try await list("http://127.0.0.1:9/swift.tar.gz")
        try tree.program(
            "bin/apt-cache", "if [ $1 = depends ]; then echo '  Depends: g++-14'; else echo '  Candidate: 6.0.3-2'; fi")
        try tree.program("next", "echo 'Swift version 6.0.3 (swift-6.0.3-RELEASE)'")
        let old = tree.text("bin/apt-get")
        try tree.program("bin/apt-get", old + "\n[ \"$3\" != -y ] || cp \(tree.path)/next \(tree.path)/bin/swift")
        let run = try await Run.program("/bin/sh", [tree.path + "/.ci/swift"], environment: environment)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output
                == "kstop: installing swiftlang libstdc++-14-dev with apt-get (548 MB to download, 2596 MB on disk)\n")
    }

    @Test("where there is none to get, the least version is said, and the one that is too old")
    func tooOld() async throws {
        try tree.write("other-1 x86_64 00 http://x\n", to: ".ci/toolchains")
        try tree.program("bin/swift", "echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'")
        try tree.program("bin/apt-cache", "echo '  Candidate: 5.6.3-2'")
        let run = try await Run.program("/bin/sh", [tree.path + "/.ci/swift"], environment: environment)
        #expect(run.status == 2)
        #expect(
            run.errors
                == "kstop: Swift 6.0 or later is needed (the one in PATH is 5.10.1): see https://www.swift.org/install/linux.\n"
        )
    }
}

extension TemporaryFolder {
    /// A program of the shell.
    fileprivate func program(_ name: String, _ text: String) throws {
        try write(text.hasPrefix("#!") ? text : "#!/bin/sh\n\(text)\n", to: name)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path + "/" + name)
    }
}

private let hasCurl = ["/usr/bin/curl", "/bin/curl"].contains { FileManager.default.isExecutableFile(atPath: $0) }
