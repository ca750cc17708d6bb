import Foundation
import Testing

extension RealClusterTests {
    /// What others on the same machine could use.
    @Suite
    struct Security {
        @Test("neither kstop nor its kubectl listens on a TCP port, and the socket between them has no name")
        func ports() async throws {
            let tmux = try await RealCluster.terminal(waitingFor: "live")
            let proxies = Self.processes.filter { $0.arguments.contains { $0.hasPrefix("--unix-socket=") } }
            #expect(!proxies.isEmpty)
            let listening = Self.listeningSockets
            #expect(!listening.isEmpty, "the API server itself listens")
            for proxy in proxies {
                for id in [proxy.id, proxy.parent] {
                    #expect(Self.sockets(of: id).isDisjoint(with: listening))
                }
                let path = proxy.arguments.compactMap { $0.split(separator: "=").last }.first { $0.hasSuffix(".sock") }
                #expect(path.map { FileManager.default.fileExists(atPath: String($0)) } == false)
            }
            try await tmux.keys("q")
        }

        private struct Process {
            var id: String
            var parent: String
            var arguments: [String]
        }

        private static var processes: [Process] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return names.filter { $0.allSatisfy(\.isNumber) }.compactMap { id in
                guard let line = text("/proc/\(id)/cmdline"), let status = text("/proc/\(id)/status") else {
                    return nil
                }
                let parent = status.split(separator: "\n").first { $0.hasPrefix("PPid:") }?.split(separator: "\t").last
                let arguments = line.split(separator: "\0").map(String.init)
                return Process(id: id, parent: parent.map(String.init) ?? "", arguments: arguments)
            }
        }

        /// The inodes of the sockets that wait for connections from anywhere.
        private static var listeningSockets: Set<String> {
            let lines = ["/proc/net/tcp", "/proc/net/tcp6"].compactMap(text).flatMap { $0.split(separator: "\n") }
            // sl, local address, remote address, state (0A: LISTEN), queues, timers, retransmits, uid, timeout, inode
            let fields = lines.map { $0.split(separator: " ") }.filter { $0.count > 9 && $0[3] == "0A" }
            return Set(fields.map { String($0[9]) })
        }

        private static func sockets(of id: String) -> Set<String> {
            let folder = "/proc/\(id)/fd"
            let files = FileManager.default
            let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
            let links = names.compactMap { try? files.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") }
            return Set(links.filter { $0.hasPrefix("socket:[") }.map { String($0.dropFirst(8).dropLast()) })
        }

        private static func text(_ path: String) -> String? {
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
