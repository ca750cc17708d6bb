import CTerminal
import Glibc

/// The user's terminal, in full-screen mode while this lives. A class because there is one terminal; for one thread.
package final class Terminal {
    /// Whether standard input and output are a terminal.
    package static var isAvailable: Bool { isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 }

    /// Keys arrive here; for poll(2).
    package let inputDescriptor = STDIN_FILENO

    package let facts: TerminalFacts

    /// How the terminal shows a screen.
    private enum Means {
        case cells(Brush)
        /// Where the cursor cannot be placed.
        case lines(Teletype)
    }

    private var means: Means
    private var painted: Screen?
    private var isSuspended = false
    private var isClosed = false
    private(set) var isMouseOn = false
    var decoder: KeyDecoder
    /// Whether not all that was typed has been read.
    var mayHaveMore = false

    /// - Parameter signals: are heeded also while the terminal takes no more, as when its window's connection stands still.
    /// - Throws: `notATerminal`.
    package init(options: TerminalOptions, signals: Signals) throws(TerminalError) {
        var description = ct_describe()
        facts = TerminalFacts(description)
        let repertoire = repertoire(options, facts)
        decoder = KeyDecoder(hasEightBitControls: !facts.isUTF8)
        switch ct_open(&description, signals.descriptor) {
        case CT_OK:
            ct_resize()
            let colors = options.usesColor ? Int(ct_start_colors()) : 0
            let palette = Palette(theme: options.theme, depth: ColorDepth(colors: colors), hasDim: ct_has_dim())
            means = .cells(Brush(palette: palette, repertoire: repertoire))
        case CT_TELETYPE: means = .lines(Teletype(repertoire: repertoire))
        default: throw .notATerminal
        }
        if options.usesMouse { setMouse(true) }
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
        ask()
    }

    /// Shows `screen`; sends only what differs from what was shown before. Where only lines can be printed, a screen that
    /// no key asked for may wait for some seconds.
    package func paint(_ screen: Screen) {
        guard !isSuspended, !isClosed else { return }
        switch means {
        case .cells(let brush): paint(screen, with: brush)
        case .lines(var teletype):
            teletype.show(screen)
            means = .lines(teletype)
            _ = printLines()
        }
    }

    private func paint(_ screen: Screen, with brush: Brush) {
        let size = size
        let old = painted?.size == screen.size ? painted : nil
        for y in 0..<min(size.height, screen.size.height) {
            let row = screen.row(y).prefix(size.width)
            let shown = old?.row(y).prefix(size.width)
            if shown != row { brush.paint(row, over: shown, y: y) }
        }
        painted = screen
        ct_refresh()
    }

    /// Prints the lines whose time has come and returns in what time others may be; nil: none wait.
    func printLines() -> Duration? {
        guard case .lines(var teletype) = means, !isSuspended, !isClosed else { return nil }
        let now = monotonicTime()
        if let output = teletype.output(at: now) { write(output) }
        means = .lines(teletype)
        return teletype.delay(at: now)
    }

    /// Has the next screen shown without waiting.
    func ask() {
        guard case .lines(var teletype) = means else { return }
        teletype.ask()
        means = .lines(teletype)
    }

    /// Sends a control sequence to the terminal as it is, past the screen.
    /// - Returns: False if it would print the sequence instead of obeying; then nothing is sent.
    @discardableResult
    package func send(_ sequence: String) -> Bool {
        guard case .cells = means, !isClosed else { return false }
        write(sequence)
        return true
    }

    private func write(_ sequence: String) {
        var sequence = sequence
        sequence.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { ct_send($0.baseAddress, $0.count) }
        }
    }

    /// Has the terminal report the mouse as keys, or no longer; it stays so over `suspend` and `resume`.
    package func setMouse(_ isOn: Bool) {
        isMouseOn = isOn
        guard case .cells = means else { return }
        ct_set_mouse(isOn)
    }

    /// Shows everything in another theme; the next `paint` draws all of it.
    package func apply(_ theme: Theme) {
        guard case .cells(let brush) = means else { return }
        means = .cells(brush.with(theme))
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
        painted = nil
        ask()
    }

    /// Gives the terminal back for good; safe to call twice.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        ct_close()
    }
}

private func repertoire(_ options: TerminalOptions, _ facts: TerminalFacts) -> Repertoire {
    if options.usesASCII || !facts.isUTF8 { return .ascii }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    return name == "linux" || name.hasPrefix("linux-") ? .console : .unicode
}
