import CSystem
import Glibc
import Words

/// A fresh directory that only its owner may enter, for the moment in which kubectl makes its socket.
struct SocketDirectory: Sendable {
    let path: String
    /// Its other end is held by a process that removes the directory when this end is closed, also by a `kill -9`.
    private let guardian: Descriptor?
    var socket: String { path + Self.name }
    private static let name = "/api.sock"

    /// In `$XDG_RUNTIME_DIR`, `$TMPDIR` or /tmp, whichever is usable first.
    /// - Throws: `unreachable` with the system's words.
    init(environment: [String: String]) throws(APIError) {
        for parent in [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"] {
            guard let parent, parent.hasPrefix("/"), let path = Self.made(in: parent) else { continue }
            self.path = path
            let guardian = cs_guard(path, path + Self.name)
            self.guardian = guardian >= 0 ? Descriptor(guardian) : nil
            return
        }
        throw .unreachable(Phrase("cannot make a directory in /tmp: \(systemWords(errno))"))
    }

    /// Removes what is in it, too; does nothing if it is gone.
    func remove() {
        // kubectl may make its socket between the two calls.
        for _ in 0..<3 {
            unlink(socket)
            if rmdir(path) == 0 || errno == ENOENT { return }
        }
    }

    /// Takes the socket out of the file system; whoever holds the result can still connect to it.
    ///
    /// So nothing is left behind however kstop ends, and nobody else can find the way to the owner's rights.
    /// - Throws: `unreachable` with the system's words.
    func takeSocket() throws(APIError) -> Descriptor {
        defer { remove() }
        let number = cs_open_path(socket)
        guard number >= 0 else { throw .unreachable(Phrase("cannot open \(socket): \(systemWords(-number))")) }
        let descriptor = Descriptor(number)
        var status = stat()
        guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK, status.st_uid == geteuid() else {
            throw .unreachable(Phrase("\(socket) is not a socket of this user"))
        }
        return descriptor
    }

    /// Nil if it cannot be made there, or if the address of a socket in it would be too long.
    private static func made(in parent: String) -> String? {
        guard parent.utf8.count < 80 else { return nil }
        var template = Array("\(parent)/kstop.XXXXXX".utf8CString)
        // mkdtemp makes the X random, and a directory that its owner only may enter.
        guard mkdtemp(&template) != nil else { return nil }
        return template.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } }
    }
}
