import TUI
import Words

extension Keymap {
    /// What opens texts about the selection, and what is done with them.
    static let pagerKeys: [Binding] = [
        Binding(
            .describe, [.character("d")], in: [.tables, .opened, .pager], .selection,
            Phrase("describe, as kubectl does"),
            bar: Phrase("describe")),
        Binding(
            .manifest, [.character("y")], in: [.tables, .opened, .pager], .selection, Phrase("YAML"),
            bar: Phrase("YAML")),
        Binding(
            .showEventsOfSelection, [.character("e")], in: [.tables, .opened, .pager], .selection,
            Phrase("events about it"), bar: Phrase("events")),
        Binding(.search, [.character("/")], in: [.pager], .view, Phrase("look for a text"), bar: Phrase("find")),
        Binding(.nextMatch, [.character("n")], in: [.pager], .view, Phrase("next match"), bar: Phrase("next")),
        Binding(.previousMatch, [.character("N")], in: [.pager], .view, Phrase("previous match")),
        Binding(
            .refresh, [.character("r")], in: [.pager], .view, Phrase("read again"), bar: Phrase("read again")),
        Binding(
            .toggleManagedFields, [.character("M")], in: [.pager], .view, Phrase("managedFields in YAML"),
            bar: Phrase(verbatim: "managedFields")),
        Binding(
            .copy, [.character("c")], in: [.pager], .selection, Phrase("copy the whole text"), bar: Phrase("copy")),
        Binding(
            .copy, [.character("c")], in: [.tables, .opened], .selection, Phrase("copy name, URL, pod, image or row"),
            bar: Phrase("copy")),
        Binding(
            .openURL, [.character("o")], in: [.tables, .opened], .selection, Phrase("copy the URL, open it if possible")
        ),
        Binding(.save, [.control("s")], in: [.pager], .selection, Phrase("save to a file"), bar: Phrase("save")),
        Binding(.scrollLeft, [.left], in: [.pager], .movement, Phrase("to the left")),
        Binding(.scrollRight, [.right], in: [.pager], .movement, Phrase("to the right")),
    ]
}
