import CTerminal

extension Terminal {
    /// All that has been typed since the last call, oldest first; may be empty, never waits.
    package func readKeys() -> [Key] {
        var typed: [Typed] = []
        var event = ct_event()
        while true {
            switch ct_read(&event) {
            case CT_CHARACTER: typed.append(.character(event.code))
            case CT_KEY: if let next = known(ct_key(event.code)) { typed.append(next) }
            case CT_MOUSE:
                let mouse = clicks.event(button: Int(event.code), x: Int(event.x), y: Int(event.y), at: monotonicTime())
                if let mouse { typed.append(.key(.mouse(mouse))) }
            default: return keys(for: typed)
            }
        }
    }

    private func keys(for typed: [Typed]) -> [Key] {
        let keys = decoder.keys(for: typed)
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
