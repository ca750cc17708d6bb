import CSystem
import Glibc
import Synchronization

/// Messages from any thread to the loop. A class because all threads share the one.
package final class Inbox<Message: Sendable>: Sendable {
    private let messages = Mutex<[Message]>([])
    /// Readable while there are messages; for poll(2).
    package let wakeDescriptor: Int32

    package init() {
        wakeDescriptor = cs_eventfd()
        precondition(wakeDescriptor >= 0, "an inbox is made at the start, when descriptors are not short")
    }

    deinit { Glibc.close(wakeDescriptor) }

    package func post(_ message: Message) {
        let isFirst = messages.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        guard isFirst else { return }
        var count: UInt64 = 1
        write(wakeDescriptor, &count, MemoryLayout.size(ofValue: count))
    }

    /// All that has been posted since the last call, oldest first.
    package func takeAll() -> [Message] {
        // Before the messages are taken: a message posted in between wakes the loop once too often, never too seldom.
        var count: UInt64 = 0
        read(wakeDescriptor, &count, MemoryLayout.size(ofValue: count))
        return messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
