/// Messages from any thread to the loop.
package final class Inbox<Message: Sendable>: Sendable {
    package init() {}

    package func post(_ message: Message) {}

    /// All that has been posted since the last call, oldest first.
    package func takeAll() -> [Message] { [] }
}
