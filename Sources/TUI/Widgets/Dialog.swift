/// A question or a message above a dimmed page.
package struct Dialog: Equatable, Sendable {
    package var title: StyledText
    /// Wrapped to the dialog's width.
    package var body: [StyledText]
    package var buttons: [String]
    package var selectedButton: Int

    package init(title: StyledText, body: [StyledText], buttons: [String], selectedButton: Int) {
        self.title = title
        self.body = body
        self.buttons = buttons
        self.selectedButton = selectedButton
    }

    /// Dims the screen and draws in the middle of `area`.
    package func draw(in area: Rect, on screen: inout Screen) {}
}
