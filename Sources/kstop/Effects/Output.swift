import Dispatch
import Glibc
import Synchronization

/// Writes all of a text; gives up quietly when nobody reads it any more.
func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
    }
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
