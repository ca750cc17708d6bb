import Foundation
import Glibc

/// A terminal with a program in it and nothing between. A class since it is closed once.
final class PseudoTerminal {
    let id: pid_t
    private var master: Int32
    /// Held open, so that its modes outlast the program.
    private let slave: Int32
    /// How it was before the program came.
    let modesBefore: [UInt8]
    private(set) var output: [UInt8] = []

    // TIOCSPTLCK and TIOCGPTN of Linux, with which unlockpt(3) and ptsname(3) do what they do; Swift sees neither.
    private static let setLock = UInt(0x4004_5431)
    private static let getNumber = UInt(0x8004_5430)

    struct Unavailable: Error {}

    /// - Parameters:
    ///   - columns: Of the window, as are the rows.
    init(_ words: [String], environment: [String: String], columns: UInt16 = 110, rows: UInt16 = 36) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        var (number, lock) = (UInt32(0), Int32(0))
        guard ioctl(master, Self.setLock, &lock) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
            throw Unavailable()
        }
        let path = "/dev/pts/\(number)"
        slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        modesBefore = Self.modes(of: slave)
        id = try Run.start(
            words, environment, Run.Descriptors(input: path, output: path, errors: path, ownSession: true))
    }

    deinit {
        close()
        Glibc.close(slave)
    }

    /// As a terminal's window, or an SSH connection, goes.
    func close() {
        if master >= 0 { Glibc.close(master) }
        master = -1
    }

    func type(_ text: String) { _ = write(master, text, text.utf8.count) }

    /// Types more than a terminal holds, as fast as the program reads it.
    func flood(_ text: String) async throws {
        var rest = Array(text.utf8)[...]
        try await waitUntil("all keys to be read", timeout: 240, pause: .milliseconds(1)) {
            read(keeping: 1 << 16)
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count > 0 { rest.removeFirst(count) }
            return rest.isEmpty
        }
    }

    /// Types until neither the keys nor what the program prints find room any more, since nobody reads it.
    func fill(typing keys: String) async throws {
        var refusals = 0
        try await waitUntil("a full terminal", pause: .milliseconds(5)) {
            refusals = write(master, keys, keys.utf8.count) > 0 ? 0 : refusals + 1
            return refusals == 20
        }
    }

    /// What has been read is not looked at again.
    func forget() { output = [] }

    /// How the terminal treats what is typed and printed.
    var modes: [UInt8] { Self.modes(of: slave) }

    private static func modes(of slave: Int32) -> [UInt8] {
        var modes = termios()
        tcgetattr(slave, &modes)
        return withUnsafeBytes(of: &modes) { Array($0) }
    }

    /// Reads what there is, and forgets what came before the last so many bytes.
    func read(keeping limit: Int = .max) {
        defer { if output.count > limit { output.removeFirst(output.count - limit) } }
        var buffer = [UInt8](repeating: 0, count: 65536)
        while master >= 0 {
            let count = Glibc.read(master, &buffer, buffer.count)
            guard count > 0 else { return }
            output += buffer[..<count]
        }
    }

    func waitFor(_ text: String) async throws {
        do {
            try await waitUntil("“\(text)”") {
                read()
                return String(decoding: output, as: UTF8.self).contains(text)
            }
        } catch {
            throw Tmux.TimedOut(what: text, screen: String(decoding: output.suffix(4000), as: UTF8.self))
        }
    }

    /// The exit status as a shell has it: 128 and the signal, if one ended the program.
    func status(within timeout: TimeInterval = 20) async throws -> Int32 {
        var status: Int32 = 0
        try await waitUntil("the end of the program", timeout: timeout, pause: .milliseconds(5)) {
            read()
            return waitpid(id, &status, WNOHANG) == id
        }
        read()
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
