import CSystem
import Glibc

/// A non-blocking file descriptor that is closed when nobody holds it; a class for that reason only.
final class Descriptor: Sendable {
    let number: Int32

    /// Takes over `number`.
    init(_ number: Int32) {
        self.number = number
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
    }

    deinit { close(number) }

    /// For a child, which takes it for granted that its writing waits until there is room.
    func becomeBlocking() {
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) & ~O_NONBLOCK)
    }

    enum Reading: Equatable {
        case bytes([UInt8])
        case nothingYet
        case end
        case failed(errno: Int32)
    }

    /// What has arrived, up to 64 KiB; never waits.
    func read() -> Reading {
        let size = 65536
        var count = -1
        var problem: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, length in
            repeat { count = Glibc.read(number, buffer.baseAddress, size) } while count < 0 && errno == EINTR
            problem = errno
            length = max(count, 0)
        }
        if count > 0 { return .bytes(bytes) }
        if count == 0 { return .end }
        return problem == EAGAIN ? .nothingYet : .failed(errno: problem)
    }

    enum Writing: Equatable {
        case wrote(Int)
        case nothingYet
        case failed(errno: Int32)
    }

    /// Sends what fits now of a socket's `bytes`; never waits.
    func send(_ bytes: ArraySlice<UInt8>) -> Writing {
        // Without MSG_NOSIGNAL a peer that is gone would end the program with SIGPIPE.
        put(bytes) { Glibc.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// Writes what fits now of a pipe's `bytes`; never waits.
    func write(_ bytes: ArraySlice<UInt8>) -> Writing {
        put(bytes) { cs_write(number, $0.baseAddress, $0.count) }
    }

    private func put(_ bytes: ArraySlice<UInt8>, by call: (UnsafeRawBufferPointer) -> Int) -> Writing {
        var count = -1
        var problem: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            repeat { count = call(buffer) } while count < 0 && errno == EINTR
            problem = errno
        }
        if count >= 0 { return .wrote(count) }
        return problem == EAGAIN ? .nothingYet : .failed(errno: problem)
    }
}

/// The system's words for an error number.
package func systemWords(_ number: Int32) -> String {
    guard let words = strerror(number) else { return "error \(number)" }
    return String(cString: words).lowercased()
}
