import ClusterModel
import TUI
import Words

extension Model {
    /// The chains, each under its URL if there are several, link by link.
    func chainLines(_ chains: [Chain], width: Int) -> [StyledText] {
        chains.enumerated().flatMap { index, chain in
            titleLines(chain, isFirst: index == 0, isOnly: chains.count == 1) + linkLines(chain, width: width)
        }
    }

    /// The URL above the links of a chain that is not the only one.
    private func titleLines(_ chain: Chain, isFirst: Bool, isOnly: Bool) -> [StyledText] {
        guard !isOnly, let url = chain.url else { return [] }
        return (isFirst ? [] : [StyledText()]) + [StyledText("   \(url)", .accent)]
    }

    /// One line a link: mark, kind, what stands there, more about it; more lines where what is wrong needs them.
    private func linkLines(_ chain: Chain, width: Int) -> [StyledText] {
        let names = chain.links.map { words($0.name) }
        let nameWidth = min(32, names.map { displayWidth(of: $0) }.max() ?? 0)
        return zip(chain.links, names).flatMap { link, name in
            var line = StyledText("   ") + link.state.glyph
            line.append(" " + link.kind.rawValue.padded(to: 11), .quiet)
            line.append(name.padded(to: nameWidth + 2), link.state.role, bold: link.state == .broken)
            let indent = line.width
            let detail = styled(link.detail, link.state == .broken ? .text : .quiet)
            guard link.state == .broken, width - indent >= 16, detail.width > width - indent else {
                return [line + detail]
            }
            let parts = detail.wordWrapped(to: width - indent)
            return [line + (parts.first ?? detail)]
                + parts.dropFirst().map { StyledText(String(repeating: " ", count: indent)) + $0 }
        }
    }
}
