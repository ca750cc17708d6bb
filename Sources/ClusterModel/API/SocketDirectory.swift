import CSystem
import Glibc
import Words

/// A fresh directory that only its owner may enter, for the moment in which kubectl makes its socket.
struct SocketDirectory: Sendable {
    let path: String
    private let guarded: GuardedDirectory?
    var socket: String { path + Self.name }
    private static let name = "/api.sock"

    /// In `$XDG_RUNTIME_DIR`, `$TMPDIR` or /tmp, whichever is usable first.
    /// - Throws: `unreachable` with the system's words.
    init(environment: [String: String]) throws(APIError) {
        for parent in [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"] {
            guard let parent, let directory = Self.made(in: parent) else { continue }
            self = directory
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
        // Who may write to a socket may connect to it.
        guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK, status.st_uid == geteuid(),
            status.st_mode & 0o022 == 0
        else {
            throw .unreachable(Phrase("\(socket) is not a socket of this user"))
        }
        return descriptor
    }

    private init(path: String, guarded: GuardedDirectory?) {
        self.path = path
        self.guarded = guarded
    }

    /// Nil if it cannot be made there, or if the address of a socket in it would be too long.
    private static func made(in parent: String) -> SocketDirectory? {
        guard parent.hasPrefix("/"), parent.utf8.count < 80, isSafe(parent) else { return nil }
        let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        let path = "\(parent)/kstop.\(String((0..<8).compactMap { _ in letters.randomElement() }))"
        // Before there is anything to remove: whatever ends kstop may do so at any moment.
        let directory = SocketDirectory(path: path, guarded: GuardedDirectory(path, socket: path + name))
        return directory.make() ? directory : nil
    }

    /// Makes it, for its owner only to enter.
    private func make() -> Bool {
        guard mkdir(path, 0o700) == 0 else { return false }
        let status = Self.status(of: path)
        let isOwn = status.map { $0.st_uid == geteuid() && $0.st_mode & 0o7777 == 0o700 } ?? false
        if !isOwn { errno = EPERM }
        return isOwn
    }

    /// Whether nobody but its owner, this user or root, can put something else into the place of what is in it.
    private static func isSafe(_ folder: String) -> Bool {
        guard let status = status(of: folder + "/") else { return false }
        let isSticky = status.st_mode & S_ISVTX != 0
        let isSafe = [0, geteuid()].contains(status.st_uid) && (isSticky || status.st_mode & 0o022 == 0)
        if !isSafe { errno = EPERM }
        return isSafe
    }

    /// Follows no symbolic link at its end; nil for what is no directory.
    private static func status(of path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? status : nil
    }
}

/// A directory that is removed when kstop ends, also by a `kill -9`; a class since that is so until nobody holds it.
private final class GuardedDirectory: Sendable {
    private let place: Int32

    /// Nil if there is nobody to remove it.
    init?(_ path: String, socket: String) {
        place = cs_guard_directory(path, socket)
        if place < 0 { return nil }
    }

    deinit { cs_forget_directory(place) }
}
