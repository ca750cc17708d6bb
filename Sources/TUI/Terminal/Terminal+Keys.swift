import CTerminal

extension Terminal {
    /// All that has been typed since the last call, oldest first; may be empty, never waits.
    package func readKeys() -> [Key] {
        var typed: [Typed] = []
        var code: UInt32 = 0
        while true {
            switch ct_read(&code) {
            case CT_CHARACTER: typed.append(.character(code))
            case CT_KEY: typed.append(.key(ct_key(code)))
            default: return keys(for: typed)
            }
        }
    }

    private func keys(for typed: [Typed]) -> [Key] {
        var keys: [Key] = []
        var rest = typed[...]
        while let next = rest.popFirst() {
            if unfinishedPaste != nil {
                if let key = continuePaste(next) { keys.append(key) }
                continue
            }
            switch next {
            case .key(CT_PASTE_START): unfinishedPaste = ""
            case .key(let code): if let key = namedKey(code) { keys.append(key) }
            case .character(27) where rest.startsUnknownSequence: rest.removeSequence()
            // Terminals send the same for Alt-x as for Esc and then x, so Alt is no key of its own.
            case .character(let code): if let key = characterKey(code) { keys.append(key) }
            }
        }
        return keys
    }

    /// Adds to the paste; returns it at its end.
    private func continuePaste(_ typed: Typed) -> Key? {
        switch typed {
        case .key(CT_PASTE_END): return finishPaste()
        // No paste contains it: its end was lost, and the user wants to get out.
        case .character(3):
            unfinishedPaste = nil
            return .control("c")
        case .character(13): unfinishedPaste?.append("\n")
        case .character(let code): Unicode.Scalar(code).map { unfinishedPaste?.unicodeScalars.append($0) }
        case .key: break
        }
        return nil
    }

    private func finishPaste() -> Key? {
        defer { unfinishedPaste = nil }
        return unfinishedPaste.map { .paste($0) }
    }
}

/// What ncurses reports.
private enum Typed: Equatable {
    case character(UInt32)
    case key(ct_key)
}

extension ArraySlice<Typed> {
    /// After Esc: a control sequence that ncurses did not recognise as a key.
    fileprivate var startsUnknownSequence: Bool {
        count > 1 && (first == .character(0x5B) || first == .character(0x4F))
    }

    /// Drops it, up to its last byte, so that its letters are not taken for keys.
    fileprivate mutating func removeSequence() {
        let isShort = popFirst() == .character(0x4F)
        while case .character(let code) = popFirst() {
            if isShort || (0x40...0x7E).contains(code) { return }
        }
    }
}

private func namedKey(_ code: ct_key) -> Key? {
    switch code {
    case CT_UP: .up
    case CT_DOWN: .down
    case CT_LEFT: .left
    case CT_RIGHT: .right
    case CT_HOME: .home
    case CT_END: .end
    case CT_PAGE_UP: .pageUp
    case CT_PAGE_DOWN: .pageDown
    case CT_ENTER: .enter
    case CT_BACKSPACE: .backspace
    case CT_DELETE: .delete
    case CT_BACK_TAB: .backTab
    case _ where code.rawValue > CT_FUNCTION.rawValue: .function(Int(code.rawValue - CT_FUNCTION.rawValue))
    default: nil
    }
}

private func characterKey(_ code: UInt32) -> Key? {
    switch code {
    case 8, 127: return .backspace
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 0..<32: return Unicode.Scalar(code | 0x40).map { .control(Character(Character($0).lowercased())) }
    case 0x80..<0xA0: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
}
