import CTerminal
import Glibc

/// What the user asked for instead of what the terminal could do.
package struct TerminalOptions: Equatable, Sendable {
    package var usesColor: Bool
    /// Even where the locale says that the terminal shows all of Unicode.
    package var usesASCII: Bool
    package var theme: Theme
    /// From the start. While the terminal reports the mouse, it selects no text by itself.
    package var usesMouse: Bool

    package init(
        usesColor: Bool = true, usesASCII: Bool = false, theme: Theme = .standard, usesMouse: Bool = false
    ) {
        self.usesColor = usesColor
        self.usesASCII = usesASCII
        self.theme = theme
        self.usesMouse = usesMouse
    }
}

/// The user's terminal, in full-screen mode while this lives. A class because there is one terminal; for one thread.
package final class Terminal {
    /// Whether standard input and output are a terminal.
    package static var isAvailable: Bool { isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 }

    /// Keys arrive here; for poll(2).
    package let inputDescriptor = STDIN_FILENO

    private var brush: Brush
    private var painted: Screen?
    private var isSuspended = false
    private var isClosed = false
    private var isMouseOn = false
    var decoder = KeyDecoder()
    var clicks = Clicks()

    /// - Throws: `notATerminal`, `unknownTerminal`; the terminal is then as it was before.
    package init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
        let showsUnicode = ct_locale_is_utf8()
        switch ct_open() {
        case CT_OK: break
        case CT_NOT_A_TERMINAL: throw .notATerminal
        default: throw .unknownTerminal(getenv("TERM").map { String(cString: $0) } ?? "")
        }
        ct_resize()
        let colors = options.usesColor ? Int(ct_start_colors()) : 0
        let palette = Palette(theme: options.theme, depth: ColorDepth(colors: colors), hasDim: ct_has_dim())
        brush = Brush(palette: palette, usesASCII: options.usesASCII || !showsUnicode)
        setMouse(options.usesMouse)
    }

    deinit { close() }

    package var size: Size {
        var width: CInt = 0
        var height: CInt = 0
        ct_size(&width, &height)
        return Size(Int(width), Int(height))
    }

    /// Takes the size that the window has now; the next `paint` draws all of it.
    package func resize() {
        guard !isSuspended, !isClosed else { return }
        ct_resize()
        painted = nil
    }

    /// Shows `screen`; sends only what differs from what was shown before.
    package func paint(_ screen: Screen) {
        guard !isSuspended, !isClosed else { return }
        let size = size
        let old = painted?.size == screen.size ? painted : nil
        for y in 0..<min(size.height, screen.size.height) {
            let row = screen.row(y).prefix(size.width)
            if let old, old.row(y).prefix(size.width) == row { continue }
            brush.paint(row, y: y)
        }
        painted = screen
        ct_refresh()
    }

    /// Sends a control sequence to the terminal as it is, past the screen.
    package func send(_ sequence: String) {
        guard !isClosed else { return }
        var sequence = sequence
        sequence.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { ct_send($0.baseAddress, $0.count) }
        }
    }

    /// Has the terminal report the mouse as keys, or no longer; it stays so over `suspend` and `resume`.
    package func setMouse(_ isOn: Bool) {
        isMouseOn = isOn
        guard !isSuspended, !isClosed else { return }
        ct_set_mouse(isOn)
    }

    /// Shows everything in another theme; the next `paint` draws all of it.
    package func apply(_ theme: Theme) {
        brush = brush.with(theme)
        painted = nil
    }

    /// Gives the terminal back to the shell or to another program, until `resume`.
    package func suspend() {
        guard !isSuspended, !isClosed else { return }
        isSuspended = true
        ct_close()
    }

    /// Takes the terminal again after `suspend`, or after others have used it; the next `paint` draws all of it.
    package func resume() {
        guard !isClosed else { return }
        isSuspended = false
        ct_reopen()
        ct_set_mouse(isMouseOn)
        painted = nil
    }

    /// Gives the terminal back for good; safe to call twice.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        ct_close()
    }
}

package enum TerminalError: Error, Equatable, Sendable {
    /// Standard input or output is no terminal.
    case notATerminal
    /// ncurses knows nothing of the terminal that TERM names, or it is too simple for a full screen, as "dumb" is.
    case unknownTerminal(String)
}

extension TerminalError {
    /// One line for the user.
    package var text: String {
        switch self {
        case .notATerminal: "not a terminal"
        case .unknownTerminal(""): "TERM is not set; it must name the terminal"
        case .unknownTerminal(let name): "TERM=\(name) cannot show a full screen; use --once"
        }
    }
}
