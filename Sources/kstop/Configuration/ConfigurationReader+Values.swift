import Words

/// Values of one kind each; what is not of it is noted and becomes nil.
extension ConfigurationReader {
    mutating func boolean(_ value: Located<JSON5Value>, _ name: Phrase) -> Bool? {
        if case .boolean(let boolean) = value.value { return boolean }
        refuse(value, name, Phrase("true or false"))
        return nil
    }

    mutating func seconds(_ value: Located<JSON5Value>, _ name: Phrase) -> Double? {
        if case .number(let number) = value.value, (0.5..<86_400).contains(number) { return number }
        refuse(value, name, Phrase("a number of seconds, from 0.5 to less than 86400"))
        return nil
    }

    /// What a text means; `allowed` says which texts mean something.
    mutating func word<Meaning>(
        _ value: Located<JSON5Value>, _ name: Phrase, _ allowed: Phrase, meaning: (String) -> Meaning?
    ) -> Meaning? {
        if case .string(let word) = value.value, let meaning = meaning(word) { return meaning }
        refuse(value, name, allowed)
        return nil
    }

    mutating func refuse(_ value: Located<JSON5Value>, _ name: Phrase, _ allowed: Phrase) {
        complain(value.position, Phrase("\(name) must be \(allowed), not \(value.value.description)"))
    }

    /// "a", "b" or "c".
    func choice<Choice: RawRepresentable<String>>(of choices: [Choice]) -> Phrase {
        let words = choices.map { Phrase(verbatim: "\"\($0.rawValue)\"") }
        guard let last = words.last, words.count > 1 else { return words.first ?? .nothing }
        return Phrase("\(words.dropLast().joined(separator: ", ")) or \(last)")
    }
}

extension JSON5Value {
    /// For sentences about it.
    fileprivate var description: Phrase {
        switch self {
        case .null: Phrase(verbatim: "null")
        case .boolean(let boolean): Phrase(verbatim: "\(boolean)")
        case .number(let number): Phrase(verbatim: text(of: number))
        case .string(let text): Phrase(verbatim: "\"\(text.count > 60 ? text.prefix(60) + "…" : text[...])\"")
        case .array: Phrase("a list")
        case .object: Phrase("an object")
        }
    }
}

/// Without the ".0" that Swift writes after a whole number.
private func text(of number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
