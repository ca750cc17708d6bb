import FoundationEssentials
import Glibc
import TUI
import Words

/// Writes a text into a new file that only the user can read: in the current directory, else in the home directory.
/// - Returns: Where it is, or why it is nowhere.
func saved(_ text: String, fileName: String, environment: [String: String]) -> Message {
    saved(text, fileName: fileName, directories: [currentDirectory(), environment["HOME"]])
}

/// In the first of some directories that takes it.
func saved(_ text: String, fileName: String, directories: [String?]) -> Message {
    let name = safeFileName(fileName)
    var problem: Int32 = 0
    for directory in directories.compactMap(\.self) where directory.hasPrefix("/") {
        switch write(text, in: directory, name) {
        case .success(let path): return .textSaved(path: path)
        case .failure(let failure): if problem == 0 { problem = failure.number }
        }
    }
    return .savingFailed(Phrase(verbatim: "\(name): \(String(cString: strerror(problem)).lowercased())"))
}

/// A number of the system for why something failed.
private struct SystemFailure: Error {
    var number: Int32
}

/// A file that is there is never touched: the next free name is taken.
private func write(_ text: String, in directory: String, _ name: String) -> Result<String, SystemFailure> {
    for number in 1...99 {
        let path = (directory == "/" ? "" : directory) + "/" + numbered(name, number)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let descriptor = open(path, flags, 0o600)
        if descriptor < 0 {
            if errno == EEXIST { continue }
            return .failure(SystemFailure(number: errno))
        }
        // Files are looked at with programs that let a terminal obey what is in them.
        let failure = writeAll(Array(printableLines(text).utf8), to: descriptor)
        // A full disk may show only here.
        let isClosed = close(descriptor) == 0
        if failure == 0, isClosed { return .success(path) }
        let number = failure == 0 ? errno : failure
        unlink(path)
        return .failure(SystemFailure(number: number))
    }
    return .failure(SystemFailure(number: EEXIST))
}

/// - Returns: 0, or the system's number for what went wrong.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        rest = rest.dropFirst(count)
    }
    return 0
}

private func currentDirectory() -> String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
}

/// "pod-radarr-20261123-140000-2.txt" for the second of that name.
private func numbered(_ name: String, _ number: Int) -> String {
    guard number > 1 else { return name }
    guard let dot = name.lastIndex(of: ".") else { return "\(name)-\(number)" }
    return "\(name[..<dot])-\(number)\(name[dot...])"
}

/// Names come from the cluster: nothing in them may leave the directory, hide the file or need quoting.
func safeFileName(_ name: String) -> String {
    let safe = name.map { character in
        character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character)) ? character : "_"
    }
    let text = String(safe).drop { $0 == "." || $0 == "-" }
    // A file system takes 255 bytes; the time and the ending stand at the end.
    return text.count <= 200 ? String(text) : String(text.prefix(150) + text.suffix(50))
}
