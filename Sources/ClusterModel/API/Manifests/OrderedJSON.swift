/// Any JSON value, its members in the order in which they were written and its numbers as they were.
package indirect enum OrderedJSON: Equatable, Sendable {
    case null
    case bool(Bool)
    /// As it is written: no digit of it is lost.
    case number(String)
    case string(String)
    case array([OrderedJSON])
    case object([Member])

    package struct Member: Equatable, Sendable {
        package var key: String
        package var value: OrderedJSON

        package init(_ key: String, _ value: OrderedJSON) {
            self.key = key
            self.value = value
        }
    }

    /// The value of a member; nil for what has none of that name.
    package subscript(_ key: String) -> OrderedJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// What stands in a string; nil for another value.
    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// Without a member of a member: `without("metadata", "managedFields")`.
    package func without(_ path: String...) -> OrderedJSON { without(path[...]) }

    private func without(_ path: ArraySlice<String>) -> OrderedJSON {
        guard case .object(let members) = self, let key = path.first else { return self }
        if path.count == 1 { return .object(members.filter { $0.key != key }) }
        return changing(key) { $0.without(path.dropFirst()) }
    }

    /// With another value for a member, if it is there.
    func changing(_ key: String, _ change: (OrderedJSON) -> OrderedJSON) -> OrderedJSON {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.key == key ? Member(key, change($0.value)) : $0 })
    }

    /// With all members in the order in which `kubectl get -o yaml` writes them: by name.
    package var inKubectlsOrder: OrderedJSON {
        switch self {
        case .null, .bool, .number, .string: self
        case .array(let items): .array(items.map(\.inKubectlsOrder))
        case .object(let members):
            .object(
                members.sorted { precedes($0.key, $1.key) }.map { Member($0.key, $0.value.inKubectlsOrder) })
        }
    }
}

/// As go-yaml orders keys (`keyList.Less` in its sorter.go): letters last, numbers by their values.
private func precedes(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    guard let place = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
        return left.count < right.count
    }
    let (isLetter, isOtherLetter) = (left[place].properties.isAlphabetic, right[place].properties.isAlphabetic)
    if isLetter || isOtherLetter {
        return isLetter == isOtherLetter ? left[place].value < right[place].value : isOtherLetter
    }
    // A zero counts for what the digits before it, which both have, make of it.
    let hasNumber = left[..<place].reversed().prefix(while: isDigit).contains { $0 != "0" }
    let start = hasNumber && (left[place] == "0" || right[place] == "0") ? "1" : ""
    let (digits, otherDigits) = (left[place...].prefix(while: isDigit), right[place...].prefix(while: isDigit))
    let (number, otherNumber) = (value(start, digits), value(start, otherDigits))
    if number != otherNumber { return number < otherNumber }
    if digits.count != otherDigits.count { return digits.count < otherDigits.count }
    return left[place].value < right[place].value
}

/// The value of some digits; beyond what any key has, all are alike.
private func value(_ start: String, _ digits: some Sequence<Unicode.Scalar>) -> UInt64 {
    let text = digits.reduce(into: start) { $0.unicodeScalars.append($1) }
    return text.isEmpty ? 0 : UInt64(text) ?? .max
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
