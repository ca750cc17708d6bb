import ClusterModel
import FoundationEssentials
import Glibc
import TUI
import Words

/// Writes a log into the current folder or, where that cannot be, into the home folder; never over another file.
func message(saving file: LogFile, home: String?, current: String = ".") -> Message {
    var problem = Phrase.nothing
    for folder in [current, home].compactMap(\.self) {
        switch save(file, in: folder) {
        case .success(let path): return .logSaved(path: path)
        case .failure(let failure): if problem.isEmpty { problem = failure.text }
        }
    }
    return .logNotSaved(problem)
}

/// Why a file could not be written.
private struct SavingFailure: Error {
    var text: Phrase
}

private func save(_ file: LogFile, in folder: String) -> Result<String, SavingFailure> {
    for attempt in 1...99 {
        let suffix = attempt == 1 ? "" : "-\(attempt)"
        let path = "\(folder)/\(file.name.dropLast(4))\(suffix).log"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if descriptor < 0, errno == EEXIST { continue }
        guard descriptor >= 0 else { return .failure(failure(path)) }
        let isWritten = writeAll(file.text, to: descriptor)
        let cause = failure(path)
        guard close(descriptor) == 0, isWritten else {
            unlink(path)
            return .failure(cause)
        }
        return .success(absolute(path))
    }
    return .failure(SavingFailure(text: Phrase("\(file.name) is there already")))
}

private func failure(_ path: String) -> SavingFailure {
    SavingFailure(text: Phrase("cannot write \(path): \(String(cString: strerror(errno)))"))
}

private func writeAll(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
    }
    return true
}

private func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}
