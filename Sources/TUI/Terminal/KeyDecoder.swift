/// What ncurses reports: a code point, a key it knows, an edge of a paste.
enum Typed: Equatable, Sendable {
    case character(UInt32)
    case key(Key)
    case pasteStart, pasteEnd
}

/// Makes keys of what ncurses reports, over as many reads as it takes.
struct KeyDecoder: Sendable {
    /// What has arrived of a paste whose end has not.
    private var unfinishedPaste: String?

    /// The keys in the order they were pressed; may be empty.
    mutating func keys(for typed: [Typed]) -> [Key] {
        var keys: [Key] = []
        var rest = typed[...]
        while let next = rest.popFirst() {
            if unfinishedPaste != nil {
                if let key = continuePaste(next) { keys.append(key) }
                continue
            }
            switch next {
            case .pasteStart: unfinishedPaste = ""
            case .pasteEnd: break
            case .key(let key): keys.append(key)
            case .character(0x1B) where rest.startsUnknownSequence: rest.removeSequence()
            // Terminals send the same for Alt-x as for Esc and then x, so Alt is no key of its own.
            case .character(let code): if let key = key(for: code) { keys.append(key) }
            }
        }
        return keys
    }

    /// Adds to the paste; returns it at its end.
    private mutating func continuePaste(_ typed: Typed) -> Key? {
        switch typed {
        case .pasteEnd: return finishPaste()
        // No paste contains Ctrl-C: the end was lost, and the user wants to get out.
        case .character(0x03):
            unfinishedPaste = nil
            return .control("c")
        case .character(0x0D): unfinishedPaste?.append("\n")
        case .character(let code): Unicode.Scalar(code).map { unfinishedPaste?.unicodeScalars.append($0) }
        case .key, .pasteStart: break
        }
        return nil
    }

    private mutating func finishPaste() -> Key? {
        defer { unfinishedPaste = nil }
        return unfinishedPaste.map { .paste($0) }
    }

    private func key(for code: UInt32) -> Key? {
        switch code {
        case 0x08, 0x7F: return .backspace
        case 0x09: return .tab
        case 0x0A, 0x0D: return .enter
        case 0x1B: return .escape
        case 0..<0x20: return controlKey(UInt8(code))
        case 0x80..<0xA0: return nil
        default: return Unicode.Scalar(code).map { .character(Character($0)) }
        }
    }

    private func controlKey(_ code: UInt8) -> Key {
        let isLetter = (1...26).contains(code)
        return .control(Character(Unicode.Scalar(code | (isLetter ? 0x60 : 0x40))))
    }
}

extension ArraySlice<Typed> {
    /// After Esc: a control sequence that ncurses did not recognise as a key.
    fileprivate var startsUnknownSequence: Bool {
        count > 1 && (first == .character(0x5B) || first == .character(0x4F))
    }

    /// Drops it, up to its last byte, so that its letters are not taken for keys.
    fileprivate mutating func removeSequence() {
        let isShort = popFirst() == .character(0x4F)
        while case .character(let code) = first {
            removeFirst()
            if isShort || (0x40...0x7E).contains(code) { return }
        }
    }
}
