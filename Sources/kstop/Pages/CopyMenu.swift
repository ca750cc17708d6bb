import ClusterModel
import TUI
import Words

/// What of the target may be copied, to be chosen from.
struct CopyMenu: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case name, url, pod, image, row

        var label: Phrase {
            switch self {
            case .name: Phrase("name")
            case .url: Phrase("URL")
            case .pod: Phrase("pod")
            case .image: Phrase("image")
            case .row: Phrase("whole row")
            }
        }
    }

    struct Item: Equatable, Sendable {
        var kind: Kind
        var text: String
    }

    /// Only what there is; at least the name.
    let items: [Item]
    var selected = 0

    func menu(_ model: Model) -> Menu {
        Menu(
            title: model.styled(Phrase("Copy"), .strong),
            items: items.map { Menu.Item(label: model.words($0.kind.label), text: $0.text) }, selected: selected)
    }
}

extension Model {
    /// Asks what of the target is to be copied.
    mutating func openCopyMenu() {
        guard let target else { return }
        overlay = .copy(CopyMenu(items: copyItems(target)))
    }

    private func copyItems(_ target: Selection) -> [CopyMenu.Item] {
        let name =
            switch target {
            case .application(let application): application.name
            case .object(let object, _): object.metadata.name
            }
        let row = (opened.last?.id ?? table.cursor.selected).flatMap { id in content.rows.first { $0.id == id } }
        let pod = target.pod.flatMap { $0.name == name ? nil : $0.name }
        let texts: [(kind: CopyMenu.Kind, text: String?)] = [
            (.name, name), (.url, target.url), (.pod, pod), (.image, target.image),
            (.row, row.map { $0.cells.map { printable($0.text(at: now).text) }.joined(separator: "\t") }),
        ]
        return texts.compactMap { kind, text in
            text.flatMap { $0.isEmpty ? nil : CopyMenu.Item(kind: kind, text: oneLine($0)) }
        }
    }

    mutating func handle(_ key: Key, in menu: CopyMenu) -> [Effect] {
        var menu = menu
        switch key {
        case .up, .character("k"): menu.selected = max(0, menu.selected - 1)
        case .down, .character("j"): menu.selected = min(menu.items.count - 1, menu.selected + 1)
        case .enter:
            overlay = nil
            return copy(menu.items[menu.selected])
        case .escape, .character("q"):
            overlay = nil
            return []
        case .character(let letter):
            let chosen = menu.items.first { words($0.kind.label).lowercased().first == letter.lowercased().first }
            guard let chosen else { return [] }
            overlay = nil
            return copy(chosen)
        default: return []
        }
        overlay = .copy(menu)
        return []
    }

    private func copy(_ item: CopyMenu.Item) -> [Effect] {
        [.copyText(item.text, as: item.kind == .row ? item.kind.label : Phrase(verbatim: item.text))]
    }

    /// Copies the target's address, and has it opened where there is a desktop.
    mutating func openURL() -> [Effect] {
        guard let target else { return [] }
        guard let url = target.url else {
            say(Phrase("\(target.title) has no URL"), .warning)
            return []
        }
        return [.copyText(oneLine(url), as: Phrase(verbatim: url)), .openURL(url)]
    }
}

/// So that what is pasted into a shell does not run there: a line break would.
private func oneLine(_ text: String) -> String {
    text.split(separator: "\t", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(separator: "\t")
}

extension Selection {
    /// The first of its addresses.
    var url: String? {
        switch self {
        case .application(let application): application.chains.compactMap(\.url).first
        case .object: chains.compactMap(\.url).first
        }
    }

    /// Of the first container.
    var image: String? {
        switch self {
        case .object(.pod(let pod), _): pod.spec.containers.first?.image
        default: (restartable?.template.spec ?? pod?.spec)?.containers.first?.image
        }
    }
}
