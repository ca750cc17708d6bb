import ClusterModel
import TUI
import Words

/// A few things of which one is chosen.
struct ActionMenu: Equatable, Sendable {
    struct Item: Equatable, Sendable {
        var label: String
        var detail: String
        var choice: Choice
    }

    enum Choice: Equatable, Sendable {
        case shell(UID, String)
        case forward(PortForward)
    }

    let title: Phrase
    /// At least one.
    let items: [Item]
    var selected = 0

    func dialog(_ model: Model) -> Dialog {
        let width = items.map(\.label.count).max() ?? 0
        let lines = items.map { item in
            StyledText(item.label.padded(to: width), .strong) + StyledText("  \(item.detail)", .quiet)
        }
        return listDialog(model.styled(title, .strong, bold: true), lines, selected: selected, model)
    }
}

/// A list in a dialog, the selected line marked; of a long one the part around that line.
func listDialog(_ title: StyledText, _ lines: [StyledText], selected: Int, _ model: Model) -> Dialog {
    let room = max(1, model.size.height - 6)
    let first = max(0, min(selected - room / 2, lines.count - room))
    let body = lines.enumerated().dropFirst(first).prefix(room).map { index, line in
        index == selected ? StyledText("▸ ", .accent, bold: true) + line.bold() : StyledText("  ") + line
    }
    return Dialog(title: title, body: body, buttons: [], selectedButton: 0)
}

extension Model {
    mutating func handle(_ key: Key, in menu: ActionMenu) -> [Effect] {
        var menu = menu
        switch key {
        case .up, .character("k"), .backTab: menu.selected = max(0, menu.selected - 1)
        case .down, .character("j"), .tab: menu.selected = min(menu.items.count - 1, menu.selected + 1)
        case .enter:
            overlay = nil
            return perform(menu.items[menu.selected].choice)
        case .escape, .character("q"):
            overlay = nil
            return []
        default: break
        }
        overlay = .menu(menu)
        return []
    }

    private mutating func perform(_ choice: ActionMenu.Choice) -> [Effect] {
        switch choice {
        case .shell(let pod, let container): openShell(container, inPod: pod)
        case .forward(let forward): open(forward)
        }
    }
}
