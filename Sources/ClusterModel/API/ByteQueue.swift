/// Bytes that have arrived and are not read yet.
struct ByteQueue: Sendable {
    private var bytes: [UInt8] = []
    /// Where the unread bytes begin.
    private var start = 0
    /// No line feed stands before this place; never less than `start`.
    private var searched = 0

    var count: Int { bytes.count - start }

    mutating func append(_ more: [UInt8]) {
        // Moving the rest to the front only when it is the smaller part keeps the cost per byte constant.
        if start > bytes.count / 2 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        bytes += more
    }

    mutating func take(atMost limit: Int) -> [UInt8] {
        let end = start + min(limit, count)
        defer { advance(to: end) }
        return Array(bytes[start..<end])
    }

    /// The bytes up to the next line feed, which is dropped; nil while there is none.
    mutating func takeLine() -> [UInt8]? {
        guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = bytes.count
            return nil
        }
        defer { advance(to: end + 1) }
        return Array(bytes[start..<end])
    }

    private mutating func advance(to place: Int) {
        start = place
        searched = max(searched, place)
    }
}
