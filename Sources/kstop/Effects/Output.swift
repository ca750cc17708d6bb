import Dispatch
import Glibc
import Synchronization

/// Why a descriptor takes no more.
struct OutputFailure: Error, Equatable {
    var errno: Int32

    /// Nobody reads it any more, which nobody needs to be told.
    var isUnread: Bool { errno == EPIPE }
}

/// Writes all of it, however long that takes.
func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count >= 0 {
            rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
            // Another program has made it non-blocking for all that share it.
            var output = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&output, 1, -1)
        } else if errno != EINTR {
            throw OutputFailure(errno: errno)
        }
    }
}

/// Writes where nobody could be told of a failure: onto standard error, or the terminal.
func write(_ text: String, to descriptor: Int32) {
    try? write(Array(text.utf8), to: descriptor)
}

/// Runs `body` and waits for its result; for the command line, which has nothing else to do meanwhile.
func waitFor<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value {
    let result = Answer<Value>()
    Task {
        result.value.withLock { [value = await body()] in $0 = value }
        result.isThere.signal()
    }
    while true {
        result.isThere.wait()
        if let value = result.value.withLock({ $0 }) { return value }
    }
}

/// A place for a value that another thread brings; a class since both threads look at one place.
private final class Answer<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
    let isThere = DispatchSemaphore(value: 0)
}
