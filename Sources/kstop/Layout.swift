import TUI

/// Which part of the screen is whose.
struct Layout: Equatable {
    static let smallest = Size(40, 10)

    var isTooSmall: Bool
    var header: Rect
    var tabs: Rect
    /// A log has all the room of table and details, with a blank column at both sides.
    var log: Rect
    /// So has what is opened on the whole screen; its first line is its title.
    var opened: Rect
    var table: Rect
    /// May be empty.
    var detail: Rect
    /// One line for prompts and news.
    var status: Rect
    var keyBar: Rect
    /// All under the header and above the status line.
    var whole: Rect

    init(_ model: Model) {
        let size = model.size
        isTooSmall = size.width < Self.smallest.width || size.height < Self.smallest.height
        var rest = Rect(x: 0, y: 0, width: size.width, height: size.height)
        header = rest.removeTop(1)
        keyBar = rest.removeBottom(1).inset(left: 1, right: 0)
        status = rest.removeBottom(1)
        whole = rest
        tabs = rest.removeTop(1)
        if size.height >= 16 { _ = rest.removeTop(1) }
        log = rest.inset(left: 1, right: 1)
        opened = rest
        _ = opened.removeTop(1)
        (table, detail) = Self.split(rest)
    }

    /// The details go beside the table on a wide screen, under it on a high one, else nowhere. Their size depends on
    /// the screen's alone, so that nothing moves while the selection does.
    private static func split(_ body: Rect) -> (table: Rect, detail: Rect) {
        var table = body
        if body.width >= 160 {
            let detail = table.removeRight(body.width * 3 / 8)
            table.size.width -= 1
            return (table, detail)
        }
        guard body.height >= 14 else { return (table, table.removeBottom(0)) }
        let detail = table.removeBottom(min(14, max(9, body.height * 9 / 20)))
        if body.height >= 24 { _ = table.removeBottom(1) }
        return (table, detail)
    }
}
