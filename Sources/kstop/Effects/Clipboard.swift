import ClusterModel
import FoundationEssentials

/// The control sequence that asks a terminal to put a text into the user's clipboard (xterm's OSC 52), wherever the
/// terminal is: it passes through SSH. Nil for a terminal that would show it instead.
func clipboardSequence(_ text: String, terminal name: String?) -> String? {
    guard let name, !name.isEmpty, name != "dumb" else { return nil }
    let sequence = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
    // GNU screen hands on what is wrapped in a device control string. (tmux, whose TERM may also be screen, is asked
    // for its buffer instead.)
    return name.hasPrefix("screen") ? "\u{1B}P\(sequence)\u{1B}\\" : sequence
}

/// Puts a text into tmux's buffer and with `-w` into the clipboard of the terminal behind it: with tmux's defaults no
/// control sequence gets through. The text goes through a pipe: an argument could be read by every local user.
/// - Returns: False if there is no tmux to do it.
func loadTmuxBuffer(_ text: String, environment: [String: String]) async -> Bool {
    await exitCode(of: ["tmux", "load-buffer", "-w", "-"], environment: environment, input: Array(text.utf8)) == 0
}
