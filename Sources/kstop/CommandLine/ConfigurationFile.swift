import FoundationEssentials
import Glibc
import Words

/// Where the configuration is to be read, and how much depends on it.
struct ConfigurationFile: Equatable, Sendable {
    /// No configuration is as long; what is longer is another file.
    static let longest = 1 << 20

    var path: String
    /// The user has named it, so it must be there.
    var isNamed: Bool

    /// The file of `--config`, else of `KSTOP_CONFIG`, else the usual one; nil if there is no home to look in.
    init?(option: String?, environment: [String: String]) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let named = option ?? value("KSTOP_CONFIG") {
            self.init(path: named, isNamed: true)
            return
        }
        // The XDG specification has relative paths ignored.
        let folder = value("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let folder = folder ?? value("HOME").map({ "\($0)/.config" }) else { return nil }
        self.init(path: "\(folder)/kstop/config.json5", isNamed: false)
    }

    init(path: String, isNamed: Bool) {
        self.path = path
        self.isNamed = isNamed
    }

    /// Where it is; nil if it need not be there and is not.
    var existingPath: String? { isNamed || access(path, F_OK) == 0 ? path : nil }

    /// Its text; empty for a file that need not be there and is not. Whatever is no file is refused, since reading it
    /// may never end, but for the null device, which people name when they want none.
    func text() throws(StartError) -> String {
        // Without O_NONBLOCK, opening a pipe waits for somebody who writes into it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            if !isNamed, errno == ENOENT || errno == ENOTDIR { return "" }
            throw failure(errno)
        }
        defer { close(descriptor) }
        if let problem = problem(of: descriptor) { throw problem }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(errno) }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += part[..<count]
            guard bytes.count <= Self.longest else { throw failure(EFBIG) }
        }
    }

    private func problem(of descriptor: Int32) -> StartError? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return failure(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return nil
        case S_IFDIR: return StartError(text: Phrase("\(path): a directory, not a file"))
        case S_IFCHR where status.st_rdev == Self.nullDevice: return nil
        case S_IFCHR, S_IFBLK: return StartError(text: Phrase("\(path): a device, not a file"))
        default: return StartError(text: Phrase("\(path): a pipe, not a file"))
        }
    }

    /// Its number is fixed (Linux' devices.txt): 1, 3.
    private static let nullDevice = dev_t(1 << 8 | 3)

    private func failure(_ number: Int32) -> StartError {
        let words = strerror(number).map { String(cString: $0).lowercased() } ?? "error \(number)"
        return StartError(text: Phrase(verbatim: "\(path): \(words)"))
    }
}
