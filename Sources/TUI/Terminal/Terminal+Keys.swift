import CTerminal

extension Terminal {
    /// Characters and keys that are read in one go: what pastes without end must not keep the loop from anything else.
    private static let mostAtOnce = 4096

    /// What has been typed since the last call, oldest first; may be empty, never waits. Of very much a part; `wait` then
    /// returns at once.
    package func readKeys() -> [Key] {
        var typed: [Typed] = []
        var code: UInt32 = 0
        mayHaveMore = true
        while mayHaveMore, typed.count < Self.mostAtOnce {
            switch ct_read(&code) {
            case CT_CHARACTER: typed.append(.character(code))
            case CT_KEY: if let next = known(ct_key(code)) { typed.append(next) }
            default: mayHaveMore = false
            }
        }
        // A program that ran before may have left the reports of the mouse on.
        let keys = decoder.keys(for: typed, at: monotonicTime()).filter { isMouseOn || !$0.isOfMouse }
        if !keys.isEmpty { ask() }
        return keys
    }

    private func known(_ code: ct_key) -> Typed? {
        switch code {
        case CT_PASTE_START: .pasteStart
        case CT_PASTE_END: .pasteEnd
        default: key(for: code).map { .key($0) }
        }
    }

    private func key(for code: ct_key) -> Key? {
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
}

extension Key {
    fileprivate var isOfMouse: Bool { if case .mouse = self { true } else { false } }
}
