/// What ncurses reports: a code point, a key it knows, an edge of a paste.
enum Typed: Equatable, Sendable {
    case character(UInt32)
    case key(Key)
    case pasteStart, pasteEnd
}

/// Makes keys of what ncurses reports, over as many reads as it takes. What a terminal answers is no key, whoever has
/// asked it: control strings (OSC, DCS, APC, PM, SOS) and unknown control sequences are swallowed whole (ECMA-48, 5.6).
struct KeyDecoder: Sendable {
    /// Where the decoder is within what arrives.
    enum State: Equatable, Sendable {
        case ground
        /// An Esc has come; `isGiven`: as a key, since nothing followed it at once.
        case escape(isGiven: Bool)
        /// After CSI, with its parameters.
        case sequence(String)
        /// After SS3, or after what `CSI [` begins on the Linux console: one more character belongs to it.
        case shift
        /// Three characters that tell of the mouse, of which these have come.
        case mouse([UInt32])
        /// So many characters of a control string have come; `isEscaped`: the last of them was Esc.
        case string(count: Int, isEscaped: Bool)
        case paste
    }

    /// After so long without its end, a string, a sequence or a paste will get none.
    static let patience = Duration.seconds(1)
    /// Characters after which a string will get no end.
    static let longestString = 64 << 10
    /// Without a pause in what arrives, it is still the same string, however long it takes.
    static let pause = Duration.milliseconds(150)
    /// What follows a lone Esc so soon was sent together with it. ncurses has waited for 25 ms by then.
    static let escapeDelay = Duration.milliseconds(50)
    /// Bytes of a paste that are kept.
    static let longestPaste = 64 << 10

    /// Whether the code points from 0x80 to 0x9F are controls that arrive as one byte each, as in no UTF-8 locale.
    let hasEightBitControls: Bool
    private var state = State.ground
    /// What has arrived of a paste whose end has not.
    private var pasted = ""
    private var clicks = Clicks()
    /// When the state was entered from the ground, and when the latest character arrived.
    private var began = Duration.zero
    private var latest = Duration.zero

    init(hasEightBitControls: Bool = false) {
        self.hasEightBitControls = hasEightBitControls
    }

    /// The keys in the order they were pressed; may be empty.
    /// - Parameter now: The time since any fixed moment.
    mutating func keys(for typed: [Typed], at now: Duration) -> [Key] {
        var keys: [Key] = []
        if isOverdue(at: now), let key = giveUp() { keys.append(key) }
        for next in typed { take(next, at: now, into: &keys) }
        if state == .escape(isGiven: false) {
            keys.append(.escape)
            state = .escape(isGiven: true)
        }
        if !typed.isEmpty { latest = now }
        return keys
    }

    /// In what time a paste ends by itself; nil: there is none.
    func delay(at now: Duration) -> Duration? {
        guard case .paste = state else { return nil }
        return max(.zero, latest + Self.patience - now)
    }

    private func isOverdue(at now: Duration) -> Bool {
        let silence = now - latest
        return switch state {
        case .ground: false
        case .escape: silence >= Self.escapeDelay
        case .sequence, .shift, .mouse, .paste: silence >= Self.patience
        case .string(let count, _):
            silence >= Self.pause && (now - began >= Self.patience || count >= Self.longestString)
        }
    }

    private mutating func giveUp() -> Key? {
        defer { state = .ground }
        return state == .paste ? .paste(pasted) : nil
    }

    private mutating func take(_ typed: Typed, at now: Duration, into keys: inout [Key]) {
        let key: Key?
        switch state {
        case .paste: key = continuePaste(typed)
        case .string(let count, let isEscaped): key = continueString(count, isEscaped, typed)
        case .mouse(let report): key = continueMouse(report, typed, at: now)
        case .ground, .escape, .sequence, .shift: key = begun(by: typed, at: now, &keys)
        }
        if let key { keys.append(key) }
    }

    private mutating func begun(by typed: Typed, at now: Duration, _ keys: inout [Key]) -> Key? {
        switch typed {
        case .character(let code):
            if state == .ground { began = now }
            return key(for: code, at: now, &keys)
        case .key(let key):
            endEscape(&keys)
            return key
        case .pasteStart:
            endEscape(&keys)
            startPaste()
        case .pasteEnd: endEscape(&keys)
        }
        return nil
    }

    /// What was begun has no end: something else has come. A lone Esc was a key.
    private mutating func endEscape(_ keys: inout [Key]) {
        if state == .escape(isGiven: false) { keys.append(.escape) }
        state = .ground
    }

    private mutating func key(for code: UInt32, at now: Duration, _ keys: inout [Key]) -> Key? {
        switch state {
        case .ground: return groundKey(for: code)
        case .escape:
            if let begun = State(afterEscape: code) {
                state = begun
                return nil
            }
            // Terminals send the same for Alt-x as for Esc and then x, so Alt is no key of its own.
            endEscape(&keys)
            return groundKey(for: code)
        case .sequence(let parameters): return continueSequence(parameters, code, at: now)
        case .shift, .mouse, .string, .paste:
            state = .ground
            return nil
        }
    }

    private mutating func groundKey(for code: UInt32) -> Key? {
        switch code {
        case 0x08, 0x7F: return .backspace
        case 0x09: return .tab
        case 0x0A, 0x0D: return .enter
        case 0x1B: state = .escape(isGiven: false)
        case 0..<0x20: return controlKey(UInt8(code))
        case 0x80..<0xA0:
            if hasEightBitControls { state = State(afterEscape: code - 0x40) ?? .ground }
        default: return Unicode.Scalar(code).map { .character(Character($0)) }
        }
        return nil
    }

    private func controlKey(_ code: UInt8) -> Key {
        let isLetter = (1...26).contains(code)
        return .control(Character(Unicode.Scalar(code | (isLetter ? 0x60 : 0x40))))
    }
}

extension KeyDecoder.State {
    /// What a character after Esc begins; nil: nothing.
    fileprivate init?(afterEscape code: UInt32) {
        switch Unicode.Scalar(code) {
        case "[": self = .sequence("")
        case "O": self = .shift
        case "]", "P", "_", "^", "X": self = .string(count: 0, isEscaped: false)
        default: return nil
        }
    }
}

// Pastes and control strings.
extension KeyDecoder {
    private mutating func startPaste() {
        state = .paste
        pasted = ""
    }

    /// Adds to the paste; returns it at its end.
    private mutating func continuePaste(_ typed: Typed) -> Key? {
        switch typed {
        case .pasteEnd: return giveUp()
        // No paste contains Ctrl-C: the end was lost, and the user wants to get out.
        case .character(0x03):
            state = .ground
            return .control("c")
        case .character(0x0D): pasted.append("\n")
        case .character(let code):
            guard pasted.utf8.count < Self.longestPaste, let scalar = Unicode.Scalar(code) else { break }
            pasted.unicodeScalars.append(scalar)
            // In parts that arrived too late for ncurses.
            guard scalar == "~", pasted.hasSuffix(Self.pasteEnd) else { break }
            pasted.removeLast(Self.pasteEnd.count)
            return giveUp()
        case .key, .pasteStart: break
        }
        return nil
    }

    private static let pasteEnd = "\u{1B}[201~"

    private mutating func continueString(_ count: Int, _ isEscaped: Bool, _ typed: Typed) -> Key? {
        guard case .character(let code) = typed else { return nil }
        // No answer contains Ctrl-C, as no paste does.
        if code == 0x03 {
            state = .ground
            return .control("c")
        }
        let isEnd = code == 0x07 || isEscaped && code == 0x5C || hasEightBitControls && code == 0x9C
        state = isEnd ? .ground : .string(count: count + 1, isEscaped: code == 0x1B)
        return nil
    }
}

// Control sequences that ncurses does not know, or that arrived in parts too late for it.
extension KeyDecoder {
    private mutating func continueSequence(_ parameters: String, _ code: UInt32, at now: Duration) -> Key? {
        switch code {
        // Esc begins another one.
        case 0x1B: state = .escape(isGiven: false)
        case 0x20...0x3F:
            // Nothing that has a meaning is so long.
            if parameters.utf8.count < 64, let scalar = Unicode.Scalar(code) {
                state = .sequence(parameters + String(scalar))
            }
        case 0x40...0x7E:
            state = .ground
            return key(endedBy: code, parameters, at: now)
        // Other controls may stand in the middle; what is no part of a sequence ends it.
        default: if code > 0x7E { state = .ground }
        }
        return nil
    }

    private mutating func key(endedBy code: UInt32, _ parameters: String, at now: Duration) -> Key? {
        switch (parameters, Unicode.Scalar(code)) {
        case ("200", "~"): startPaste()
        case ("", "["): state = .shift
        case ("", "M"): state = .mouse([])
        case (_, "M") where parameters.hasPrefix("<"): return click(parameters, at: now)
        default: break
        }
        return nil
    }

    /// "<0;10;5": button, column and row, both counted from 1 (xterm's mode 1006).
    private mutating func click(_ parameters: String, at now: Duration) -> Key? {
        // No screen is larger, and no place on one is negative.
        let numbers = parameters.dropFirst().split(separator: ";").compactMap { UInt16($0) }.map { Int($0) }
        guard numbers.count == 3 else { return nil }
        return click(numbers[0], numbers[1] - 1, numbers[2] - 1, at: now)
    }

    /// Button, column and row in a character each: 32 and the number, of which the last two count from 1 (mode 1000).
    private mutating func continueMouse(_ report: [UInt32], _ typed: Typed, at now: Duration) -> Key? {
        // What ncurses takes for a key is a number, too.
        let report = if case .character(let code) = typed { report + [code] } else { report + [0] }
        state = report.count < 3 ? .mouse(report) : .ground
        guard report.count == 3 else { return nil }
        return click(Int(report[0]) - 32, Int(report[1]) - 33, Int(report[2]) - 33, at: now)
    }

    private mutating func click(_ button: Int, _ x: Int, _ y: Int, at now: Duration) -> Key? {
        guard x >= 0, y >= 0 else { return nil }
        return clicks.event(button: button, x: x, y: y, at: now).map { .mouse($0) }
    }
}
