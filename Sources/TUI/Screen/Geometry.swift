/// An extent in character cells.
package struct Size: Hashable, Sendable {
    package var width: Int
    package var height: Int

    package init(_ width: Int, _ height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
    }
}

/// A rectangle of cells; `x` and `y` count from the top left corner of the screen. May be empty.
package struct Rect: Hashable, Sendable {
    package var x: Int
    package var y: Int
    package var size: Size

    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        size = Size(width, height)
    }

    package var width: Int { size.width }
    package var height: Int { size.height }
    package var isEmpty: Bool { width == 0 || height == 0 }

    /// Cuts `height` rows off the top and returns them; fewer if there are not so many.
    package mutating func removeTop(_ height: Int) -> Rect {
        let taken = min(max(0, height), size.height)
        defer {
            y += taken
            size.height -= taken
        }
        return Rect(x: x, y: y, width: width, height: taken)
    }

    /// Cuts `height` rows off the bottom and returns them; fewer if there are not so many.
    package mutating func removeBottom(_ height: Int) -> Rect {
        let taken = min(max(0, height), size.height)
        size.height -= taken
        return Rect(x: x, y: y + size.height, width: width, height: taken)
    }

    /// Cuts `width` columns off the right and returns them; fewer if there are not so many.
    package mutating func removeRight(_ width: Int) -> Rect {
        let taken = min(max(0, width), size.width)
        size.width -= taken
        return Rect(x: x + size.width, y: y, width: taken, height: height)
    }

    /// Without `left` and `right` columns at the sides.
    package func inset(left: Int, right: Int) -> Rect {
        Rect(x: x + min(left, width), y: y, width: width - left - right, height: height)
    }
}
