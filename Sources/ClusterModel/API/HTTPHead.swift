import Words

/// The status and the header of an HTTP answer.
struct HTTPHead: Equatable, Sendable {
    let status: Int
    /// "Not Found"; may be empty.
    let reason: String
    /// By name in lower case.
    private(set) var fields: [String: String] = [:]

    /// - Throws: `malformed`.
    init(statusLine: String) throws(APIError) {
        let parts = statusLine.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), parts[1].utf8.count == 3,
            let status = Int(parts[1]), (100...599).contains(status)
        else { throw .malformed(Phrase("not HTTP")) }
        self.status = status
        reason = parts.count > 2 ? String(parts[2]) : ""
    }

    /// - Throws: `malformed`.
    mutating func add(field line: String) throws(APIError) {
        guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else {
            throw .malformed(Phrase("a header line without a name"))
        }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        fields[line[..<colon].lowercased()] = String(value)
    }
}
