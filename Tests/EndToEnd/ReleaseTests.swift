import Foundation
import Testing

/// What packaging/publish says of sources before it makes a release of them.
struct ReleaseTests {
    private let folder: TemporaryFolder
    /// "0.1.0 (2026-11-24)", the newest heading of the changelog, in its two parts.
    private let version: Substring
    private let day: Substring

    /// A repository with a copy of what the check looks at, committed.
    init() async throws {
        folder = try TemporaryFolder()
        let changelog = try String(contentsOfFile: Binary.sourceRoot + "/CHANGELOG.md", encoding: .utf8)
        let heading = try #require(changelog.lines.first { $0.hasPrefix("## ") }).split { " ()".contains($0) }
        (version, day) = (heading[1], heading[2])
        let files = [
            "CHANGELOG.md", "README.md", "README.fr.md", "packaging", "Sources/ClusterModel/API/Release.swift",
        ]
        try FileManager.default.createDirectory(
            atPath: folder.path + "/Sources/ClusterModel/API", withIntermediateDirectories: true)
        for file in files {
            try FileManager.default.copyItem(
                atPath: Binary.sourceRoot + "/" + file, toPath: folder.path + "/" + file)
        }
        try await git("init", "-q")
        try await commit()
    }

    private func git(_ arguments: String...) async throws {
        let author = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"]
        let run = try await Run.program("/usr/bin/git", ["-C", folder.path] + author + arguments)
        #expect(run.status == 0, "\(run.errors)")
    }

    private func commit() async throws {
        try await git("add", "-A")
        try await git("commit", "-q", "-m", "x")
    }

    private func change(_ file: String, _ old: String, _ new: String) throws {
        let text = folder.text(file)
        #expect(text.contains(old))
        try folder.write(text.replacing(old, with: new), to: file)
    }

    private func check() async throws -> Run {
        try await Run.program("/bin/bash", [folder.path + "/packaging/publish", "--check"])
    }

    @Test("the sources as they are are fit for a release")
    func fit() async throws {
        let run = try await check()
        #expect(run.status == 0 && run.errors == "")
    }

    @Test("every fault is said at once, in a sentence each")
    func faults() async throws {
        try change("CHANGELOG.md", "## \(version) (", "## 99.0.0 (")
        try change("README.fr.md", "kstop_\(version)_amd64.deb", "kstop_0.0.1_amd64.deb")
        let run = try await check()
        #expect(run.status == 1)
        #expect(
            run.errors.split(separator: "\n") == [
                "kstop: there are changes that are not committed.",
                "kstop: the newest entry of CHANGELOG.md is '99.0.0 (\(day))', and Release.version is \(version).",
                "kstop: README.fr.md names another version's package than \(version)'s.",
            ])
    }

    @Test("a version has one tag")
    func tag() async throws {
        try await git("tag", "v\(version)")
        let run = try await check()
        #expect(run.status == 1 && run.errors.hasPrefix("kstop: there is a tag v\(version) already"))
    }

    @Test("a changelog without a day is none to date packages by")
    func undated() async throws {
        try change("CHANGELOG.md", "(\(day))", "(soon)")
        try await commit()
        let run = try await check()
        #expect(run.status == 1 && run.errors == "kstop: the newest entry of CHANGELOG.md has no day (2026-11-24).\n")
    }
}
