package import Words

/// Why a text is no label selector; the text is for the user.
package struct SelectorError: Error, Equatable {
    package var text: Phrase
}

extension LabelSelector {
    /// Reads what kubectl's `-l` takes: "a=b,c!=d,e in (f,g),h notin (i),j,!k".
    ///
    /// The rules are those of `labels.Parse` in Kubernetes' apimachinery, without its `<` and `>`.
    package init(parsing text: String) throws(SelectorError) {
        var parser = SelectorParser(tokens: tokens(of: text)[...])
        do throws(SelectorError) {
            self.init(matchExpressions: try parser.requirements())
        } catch {
            throw SelectorError(text: Phrase("'\(text)' is no label selector: \(error.text)"))
        }
    }
}

/// Words and signs, in their order; signs cannot be part of a word.
private func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    for character in text {
        let isSign = "=!(),<>".contains(character)
        guard isSign || character.isWhitespace else {
            word.append(character)
            continue
        }
        if !word.isEmpty { tokens.append(word) }
        word = ""
        guard isSign else { continue }
        if character == "=", let last = tokens.last, last == "=" || last == "!" {
            tokens[tokens.count - 1] += "="
        } else {
            tokens.append(String(character))
        }
    }
    return word.isEmpty ? tokens : tokens + [word]
}

/// What is left to read of a selector.
private struct SelectorParser {
    var tokens: ArraySlice<String>

    mutating func requirements() throws(SelectorError) -> [LabelSelector.Requirement] {
        var requirements = [try requirement()]
        while !tokens.isEmpty {
            try take(",")
            requirements.append(try requirement())
        }
        return requirements
    }

    private mutating func requirement() throws(SelectorError) -> LabelSelector.Requirement {
        if tokens.first == "!" {
            tokens.removeFirst()
            return LabelSelector.Requirement(key: try key(), operation: .doesNotExist)
        }
        let key = try key()
        guard let sign = tokens.first, sign != "," else {
            return LabelSelector.Requirement(key: key, operation: .exists)
        }
        tokens.removeFirst()
        return switch sign {
        case "=", "==": .init(key: key, operation: .isIn, values: [try value()])
        case "!=": .init(key: key, operation: .isNotIn, values: [try value()])
        case "in": .init(key: key, operation: .isIn, values: try values())
        case "notin": .init(key: key, operation: .isNotIn, values: try values())
        default: throw SelectorError(text: Phrase("after '\(key)' comes =, !=, in, notin or a comma, not '\(sign)'"))
        }
    }

    private mutating func key() throws(SelectorError) -> String {
        guard let word = tokens.first, !isSign(word) else {
            let problem =
                tokens.first.map { Phrase("a label's key is missing before '\($0)'") }
                ?? Phrase("a label's key is missing at the end")
            throw SelectorError(text: problem)
        }
        tokens.removeFirst()
        guard isLabelKey(word) else { throw SelectorError(text: Phrase("'\(word)' is no key of a label")) }
        return word
    }

    /// Nothing at all is the empty value.
    private mutating func value() throws(SelectorError) -> String {
        guard let word = tokens.first, !isSign(word) else { return "" }
        tokens.removeFirst()
        guard isLabelWord(word) else { throw SelectorError(text: Phrase("'\(word)' is no value of a label")) }
        return word
    }

    private mutating func values() throws(SelectorError) -> [String] {
        try take("(")
        if tokens.first == ")" { throw SelectorError(text: Phrase("there is nothing in ()")) }
        var values = [try value()]
        while tokens.first == "," {
            tokens.removeFirst()
            values.append(try value())
        }
        try take(")")
        return values
    }

    private mutating func take(_ sign: String) throws(SelectorError) {
        guard let token = tokens.popFirst() else {
            throw SelectorError(text: Phrase("'\(sign)' is missing at the end"))
        }
        if token != sign { throw SelectorError(text: Phrase("'\(sign)' is missing before '\(token)'")) }
    }

    private func isSign(_ token: String) -> Bool {
        ["=", "==", "!", "!=", "(", ")", ",", "<", ">"].contains(token)
    }
}

/// "app" or "app.kubernetes.io/name".
private func isLabelKey(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count < 3, let name = parts.last, isLabelWord(name) else { return false }
    guard parts.count == 2 else { return true }
    let prefix = parts[0]
    return prefix.utf8.count <= 253
        && prefix.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            isLabelWord(label) && label.allSatisfy { !$0.isUppercase && $0 != "_" }
        }
}

/// A label's value, or its key without the prefix.
private func isLabelWord(_ word: some StringProtocol) -> Bool {
    let bytes = Array(word.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 63 else { return false }
    return isPlain(first) && isPlain(last) && bytes.allSatisfy { isPlain($0) || "-_.".utf8.contains($0) }
}

/// A letter or a digit of ASCII.
private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
}
