/// A line for typing, with its label before and a remark behind the text.
package struct Prompt: Equatable, Sendable {
    package var label: String
    package var editor: LineEditor
    package var remark: StyledText

    package init(label: String, editor: LineEditor, remark: StyledText) {
        self.label = label
        self.editor = editor
        self.remark = remark
    }

    package func draw(in area: Rect, on screen: inout Screen) {}
}
