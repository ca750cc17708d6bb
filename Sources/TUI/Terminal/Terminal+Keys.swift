import CTerminal

extension Terminal {
    /// All that has been typed since the last call, oldest first; may be empty, never waits.
    package func readKeys() -> [Key] {
        var typed: [Typed] = []
        var code: UInt32 = 0
        while true {
            switch ct_read(&code) {
            case CT_CHARACTER: typed.append(.character(code))
            case CT_KEY: if let next = known(ct_key(code)) { typed.append(next) }
            default: return decoder.keys(for: typed)
            }
        }
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
