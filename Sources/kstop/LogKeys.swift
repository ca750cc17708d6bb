import TUI
import Words

extension Keymap {
    /// The keys of the log page.
    static let logKeys: [Binding] = viewKeys + lineKeys + sourceKeys

    private static let viewKeys: [Binding] = [
        Binding(.search, [.character("/")], in: [.log], .lines, Phrase("search"), bar: Phrase("search")),
        Binding(
            .logFilter, [.character("&")], in: [.log], .lines, Phrase("filter (regex, ! inverse, = as it is)"),
            bar: Phrase("filter")),
        Binding(.follow, [.end, .character("G")], in: [.log], .movement, Phrase("end, follow"), bar: Phrase("follow")),
        Binding(
            .toggleTimestamps, [.character("t")], in: [.log], .view, Phrase("timestamps"), bar: Phrase("time")),
        Binding(.toggleWrap, [.character("w")], in: [.log], .view, Phrase("wrap"), bar: Phrase("wrap")),
        Binding(.toggleJSON, [.character("J")], in: [.log], .view, Phrase("readable JSON"), bar: Phrase("JSON")),
        Binding(.toggleRaw, [.character("R")], in: [.log], .view, Phrase("raw lines")),
    ]

    private static let lineKeys: [Binding] = [
        Binding(.nextMatch, [.character("n")], in: [.log], .lines, Phrase("next line that is found")),
        Binding(.previousMatch, [.character("N")], in: [.log], .lines, Phrase("previous line that is found")),
        Binding(.moreContext, [.character("+")], in: [.log], .lines, Phrase("more lines around filtered ones")),
        Binding(.lessContext, [.character("-")], in: [.log], .lines, Phrase("fewer lines around filtered ones")),
        Binding(
            .placeMark, [.character(" "), .character("M")], in: [.log], .lines, Phrase("mark this moment"),
            bar: Phrase("mark")),
        Binding(.copy, [.character("y")], in: [.log], .lines, Phrase("copy what is seen"), bar: Phrase("copy")),
        Binding(.save, [.control("s")], in: [.log], .lines, Phrase("save to a file"), bar: Phrase("save")),
        Binding(.clearLog, [.control("l"), .character("X")], in: [.log], .lines, Phrase("clear")),
    ]

    private static let sourceKeys: [Binding] = [
        Binding(.nextContainer, [.character("c")], in: [.log], .source, Phrase("next container")),
        Binding(.allContainers, [.character("a")], in: [.log], .source, Phrase("all containers of the pod")),
        Binding(.allPods, [.character("A")], in: [.log], .source, Phrase("all pods of the application")),
        Binding(.previousLogs, [.character("p")], in: [.log], .source, Phrase("previous container")),
        Binding(.logTail, [.character("0")], in: [.log], .source, Phrase("the last lines")),
        Binding(.logHead, [.character("1")], in: [.log], .source, Phrase("the first lines")),
        Binding(.logMinute, [.character("2")], in: [.log], .source, Phrase("the last \("1m")")),
        Binding(.logFiveMinutes, [.character("3")], in: [.log], .source, Phrase("the last \("5m")")),
        Binding(.logQuarterHour, [.character("4")], in: [.log], .source, Phrase("the last \("15m")")),
        Binding(.logHalfHour, [.character("5")], in: [.log], .source, Phrase("the last \("30m")")),
        Binding(.logHour, [.character("6")], in: [.log], .source, Phrase("the last \("1h")")),
    ]
}
