import TUI
import Words

/// Which keys do what.
extension ConfigurationReader {
    mutating func keys(_ value: Located<JSON5Value>, _ name: Phrase) -> [KeyChange] {
        let entries = (members(value, of: name) ?? []).compactMap { entry($0) }
        let changes = entries.map(\.change)
        complainOfConflicts(among: entries, Keymap(isReadOnly: false, changes: changes).conflicts)
        return changes
    }

    /// Nil for an action that there is none; keys that there are none are left out.
    private mutating func entry(_ member: JSON5Member) -> KeyEntry? {
        let name = member.name.value
        guard let action = Action(rawValue: name) else {
            let names = Action.allCases.map(\.rawValue)
            complain(member.name.position, Phrase("there is no action \"\(name)\"") + hint(name, among: names))
            return nil
        }
        let values: [Located<JSON5Value>]
        if case .array(let list) = member.value.value { values = list } else { values = [member.value] }
        return KeyEntry(action: action, keys: values.compactMap { key($0, Phrase(verbatim: name)) })
    }

    private mutating func key(_ value: Located<JSON5Value>, _ name: Phrase) -> Located<Key>? {
        let allowed = Phrase("the name of a key, or a list of such names")
        guard let word = word(value, name, allowed, meaning: { $0 }) else { return nil }
        guard let key = Key(name: word) else {
            let examples = exampleKeys.map(\.name).joined(separator: ", ")
            let text = Phrase("there is no key \"\(word)\"; a key is a character, or one like \(examples)")
            complain(value.position, text)
            return nil
        }
        guard key != .control("c") else {
            complain(value.position, Phrase("\(key.name) always quits and can do nothing else"))
            return nil
        }
        return Located(value: key, position: value.position)
    }

    /// Where a key that the file gives to an action is another's, too: an action's with its usual keys, or one that
    /// stands further up in the file.
    private mutating func complainOfConflicts(among entries: [KeyEntry], _ conflicts: [KeyConflict]) {
        for (index, entry) in entries.enumerated() {
            let below = Set(entries[index...].map(\.action))
            for key in entry.uniqueKeys {
                let rivals = conflicts.filter { $0.key == key.value && $0.actions.contains(entry.action) }
                let actions = Set(rivals.flatMap(\.actions)).subtracting(below)
                guard !actions.isEmpty else { continue }
                let names = Action.allCases.filter(actions.contains).map { "\"\($0.rawValue)\"" }
                let text = Phrase("\(key.value.name) is also the key of \(names.joined(separator: ", "))")
                complain(key.position, text)
            }
        }
    }
}

/// Those that have names, and two of those with a modifier or a number.
private let exampleKeys: [Key] = [
    .control("a"), .function(1), .enter, .escape, .character(" "), .tab, .backTab, .backspace, .delete, .up, .down,
    .left, .right, .home, .end, .pageUp, .pageDown,
]

/// An action's keys, as they stand in the file.
private struct KeyEntry {
    var action: Action
    var keys: [Located<Key>]

    /// Each once, where it stands first.
    var uniqueKeys: [Located<Key>] {
        keys.enumerated().filter { index, key in !keys[..<index].contains { $0.value == key.value } }.map(\.element)
    }

    var change: KeyChange { KeyChange(action: action, keys: uniqueKeys.map(\.value)) }
}
