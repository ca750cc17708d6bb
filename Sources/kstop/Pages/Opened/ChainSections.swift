import ClusterModel
import TUI
import Words

extension Writer {
    /// The chains through a selection, broken ones first; none if there are none.
    func chains(of selection: Selection) -> [Section] { [chains(selection.chains)] }

    /// Link by link, each chain under its URL, all with the same columns.
    func chains(_ chains: [Chain]) -> Section {
        let rows = chains.flatMap { $0.links.map(row) }
        let (kinds, names) = (widest(rows, 0), widest(rows, 1))
        // Where there is no room for a third column, what is to be said of a link follows its name.
        let isNarrow = kinds + names + narrowestDetail > width
        let cells = rows.map { isNarrow ? [$0[0], [$0[1], $0[2]].joined(separator: "  ")] : $0 }
        var blocks = Grid(rows: cells).blocks(width: width).rows[...]
        var lines: [StyledText] = []
        for chain in chains {
            if !lines.isEmpty { lines.append(StyledText()) }
            if let url = chain.url { lines += paragraph(StyledText(url, .accent)) }
            lines += blocks.prefix(chain.links.count).joined()
            blocks = blocks.dropFirst(chain.links.count)
        }
        return section(chains.count == 1 ? Phrase("Chain") : Phrase("Chains"), lines)
    }

    private func widest(_ rows: [[StyledText]], _ column: Int) -> Int { rows.map { $0[column].width }.max() ?? 0 }

    /// Mark and kind, what stands there, more about it.
    private func row(_ link: Link) -> [StyledText] {
        let isBroken = link.state == .broken
        return [
            link.state.glyph + StyledText(" \(link.kind.rawValue)", .quiet),
            model.styled(link.name, link.state.role, bold: isBroken),
            model.styled(link.detail, isBroken ? .text : .quiet),
        ]
    }
}

/// The columns that a link's detail needs beside the name, with the blanks around it.
private let narrowestDetail = 28
