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

/// As go-yaml orders keys: signs before digits before letters, whatever their numbers.
private func precedes(_ one: String, _ other: String) -> Bool {
    for (left, right) in zip(one.unicodeScalars, other.unicodeScalars) where left != right {
        let (isLetter, isOtherLetter) = (left.properties.isAlphabetic, right.properties.isAlphabetic)
        return isLetter == isOtherLetter ? left.value < right.value : isOtherLetter
    }
    return one.utf8.count < other.utf8.count
}
