import TUI

extension Key {
    /// The key that `name` says: the inverse of `name`, but not particular about case and ways of writing ("Ctrl-R",
    /// "C-r", "^R", "Escape", "page-up"). Nil for what is no key, or none that terminals report.
    init?(name: String) {
        let scalars = Array(name.unicodeScalars)
        if scalars.count == 1 {
            guard let scalar = scalars.first, scalar.isTyped else { return nil }
            self = .character(Character(scalar))
        } else if let letter = name.rest(after: ["ctrl-", "ctrl+", "control-", "control+", "c-", "^"]) {
            self.init(controlWith: letter)
        } else if let letter = name.rest(after: ["shift-", "shift+", "s-"]) {
            self.init(shiftWith: letter)
        } else if let number = name.rest(after: ["f"]).flatMap({ Int($0) }) {
            guard (1...63).contains(number), name.lowercased() == "f\(number)" else { return nil }
            self = .function(number)
        } else if let key = namedKeys[name.lowercased().filter { $0 != "-" }] {
            self = key
        } else {
            return nil
        }
    }

    /// Terminals send the same for some of them as for other keys.
    private init?(controlWith name: String) {
        guard let letter = name.lowercased().unicodeScalars.first else { return nil }
        switch letter {
        case _ where name.lowercased() == "space": self = .control("@")
        case _ where name.unicodeScalars.count != 1: return nil
        case "i": self = .tab
        case "j", "m": self = .enter
        case "h", "?": self = .backspace
        case "[": self = .escape
        case "a"..."z", "@", "\\", "]", "^", "_": self = .control(Character(letter))
        default: return nil
        }
    }

    /// Shift is in a letter itself.
    private init?(shiftWith name: String) {
        let capital = name.uppercased().unicodeScalars
        if name.lowercased() == "tab" {
            self = .backTab
        } else if let letter = capital.first, capital.count == 1, letter.properties.isAlphabetic {
            self = .character(Character(letter))
        } else {
            return nil
        }
    }
}

/// By lower-case name without hyphens.
private let namedKeys: [String: Key] = [
    "space": .character(" "), "enter": .enter, "return": .enter, "esc": .escape, "escape": .escape, "tab": .tab,
    "backtab": .backTab, "backspace": .backspace, "del": .delete, "delete": .delete, "up": .up, "down": .down,
    "left": .left, "right": .right, "home": .home, "end": .end, "pgup": .pageUp, "pageup": .pageUp,
    "pgdn": .pageDown, "pgdown": .pageDown, "pagedown": .pageDown,
]

extension String {
    /// What follows the first of the beginnings that it has, whatever their case; nil if there is nothing.
    fileprivate func rest(after beginnings: [String]) -> String? {
        let lowercase = lowercased()
        guard let beginning = beginnings.first(where: lowercase.hasPrefix) else { return nil }
        let rest = String(unicodeScalars.dropFirst(beginning.unicodeScalars.count))
        return rest.isEmpty ? nil : rest
    }
}

extension Unicode.Scalar {
    /// Whether it can be a key of its own: it has a picture and stands alone.
    fileprivate var isTyped: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .nonspacingMark, .enclosingMark, .spacingMark: false
        case .spaceSeparator: self == " "
        default: true
        }
    }
}
