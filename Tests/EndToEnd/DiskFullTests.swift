import Foundation
import Glibc
import Testing

/// A disk on which nothing fits any more. Only root may make one.
@Suite(.serialized, .enabled(if: geteuid() == 0), .timeLimit(.minutes(2)))
struct DiskFullTests {
    @Test(
        "what cannot be saved is said, and no part of it stays",
        arguments: [(["l"], "RssSyncService"), (["d"], "Namespace:")])
    func full(keys: [String], text: String) async throws {
        let folder = try TemporaryFolder()
        // Mounted for this shell only: it goes with it.
        try folder.write(
            """
            mount -t tmpfs -o size=4k none "$1" && cd "$1" && export HOME="$1"
            head -c 8192 /dev/zero > filler
            '\(Binary.path)' --demo
            ls
            exec sleep 1000
            """, to: "script")
        try FileManager.default.createDirectory(atPath: folder.path + "/disk", withIntermediateDirectories: false)
        let tmux = try await Tmux("exec unshare -m sh '\(folder.path)/script' '\(folder.path)/disk'")
        try await tmux.waitFor("7 broken")
        try await tmux.keys("/")
        try await tmux.type("radarr")
        try await tmux.keys("Enter")
        try await tmux.waitFor("filter radarr")
        for key in keys { try await tmux.keys(key) }
        try await tmux.waitFor(text)
        try await tmux.keys("C-s")
        try await tmux.waitFor("the reason") { $0.lowercased().contains("no space left on device") }
        try await tmux.keys("C-c")
        try await tmux.waitFor("the folder") { $0.contains("filler") }
        #expect(try await !tmux.screen().contains("radarr-"))
    }
}
