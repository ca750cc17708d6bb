/// A line of YAML in its parts, so that nobody has to read them out of it again.
package struct YAMLLine: Equatable, Sendable {
    /// Blanks and the dashes of list items.
    package var lead = ""
    /// As it is written, in quotes if it needs them; nil: there is none.
    package var key: String?
    /// Scalar, "[]", "{}", the sign of a block or a line of one; may be empty.
    package var value = ""

    package var text: String {
        guard let key else { return lead + value }
        return lead + key + ":" + (value.isEmpty ? "" : " " + value)
    }
}

extension OrderedJSON {
    /// The lines of a document of this value, laid out as `kubectl get -o yaml` does, but that long lines stay whole.
    package var yaml: [YAMLLine] {
        var writer = YAMLWriter()
        writer.write(self, indent: 0)
        return writer.lines
    }
}

private struct YAMLWriter {
    var lines: [YAMLLine] = []
    /// What the next line begins with instead of blanks: the dashes of the items that it is the first line of.
    private var lead: String?

    /// - Parameter indent: the column of keys and dashes.
    mutating func write(_ value: OrderedJSON, indent: Int) {
        switch value {
        case .object(let members) where !members.isEmpty:
            for member in members { write(member, indent) }
        case .array(let items) where !items.isEmpty:
            for item in items { write(item: item, indent) }
        case .null, .bool, .number, .string, .array, .object: add(key: nil, value, indent: indent)
        }
    }

    private mutating func write(_ member: OrderedJSON.Member, _ indent: Int) {
        let key = YAMLScalar.inLine(member.key)
        switch member.value {
        case .object(let members) where !members.isEmpty:
            lines.append(YAMLLine(lead: takeLead(indent), key: key))
            write(member.value, indent: indent + 2)
        case .array(let items) where !items.isEmpty:
            lines.append(YAMLLine(lead: takeLead(indent), key: key))
            // The dashes stand under the key, not to its right.
            write(member.value, indent: indent)
        case .null, .bool, .number, .string, .array, .object: add(key: key, member.value, indent: indent + 2)
        }
    }

    private mutating func write(item: OrderedJSON, _ indent: Int) {
        lead = takeLead(indent) + "- "
        write(item, indent: indent + 2)
    }

    /// What takes one line, or is a block. `indent`: of the lines of a block.
    private mutating func add(key: String?, _ value: OrderedJSON, indent: Int) {
        let lead = takeLead(key == nil ? indent : indent - 2)
        if case .string(let text) = value, let block = YAMLBlock(text) {
            lines.append(YAMLLine(lead: lead, key: key, value: block.sign))
            let blanks = String(repeating: " ", count: max(2, indent))
            lines += block.lines.map { YAMLLine(lead: $0.isEmpty ? "" : blanks, value: $0) }
        } else {
            lines.append(YAMLLine(lead: lead, key: key, value: YAMLScalar.inLine(value)))
        }
    }

    private mutating func takeLead(_ indent: Int) -> String {
        defer { lead = nil }
        return lead ?? String(repeating: " ", count: indent)
    }
}

/// A string of several lines as a literal block.
private struct YAMLBlock {
    var sign: String
    var lines: [String]

    /// Nil for a string that does not survive it, or has one line.
    init?(_ text: String) {
        let scalars = text.unicodeScalars
        // A blank at the end of a line would be lost on a reader's eye.
        guard scalars.contains("\n"), scalars.last != " ",
            scalars.allSatisfy({ $0 == "\n" || YAMLScalar.isPrintable($0) }),
            !zip(scalars, scalars.dropFirst()).contains(where: { $0 == " " && $1 == "\n" })
        else { return nil }
        var lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isEnded = lines.last == ""
        if isEnded { lines.removeLast() }
        let keepsBlankLines = isEnded && lines.last == ""
        // A reader takes the first line's blanks for the block's own unless it is told how many those are.
        let startsBlank = scalars.first == " " || scalars.first == "\n"
        sign = "|" + (startsBlank ? "2" : "") + (keepsBlankLines ? "+" : isEnded ? "" : "-")
        self.lines = lines
    }
}
