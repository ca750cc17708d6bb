extension StyledText {
    /// With parts on another surface and underlined, so that no color is needed to see them. `ranges`: bytes of the
    /// whole text, ascending, at the borders of characters.
    package func marked(_ ranges: [Range<Int>], on surface: Surface) -> StyledText {
        guard !ranges.isEmpty else { return self }
        var marked = StyledText()
        var rest = ranges[...]
        var start = 0
        for span in spans {
            let end = start + span.text.utf8.count
            var place = start
            while place < end {
                while let first = rest.first, first.upperBound <= place { rest.removeFirst() }
                let range = rest.first
                let isIn = range.map { $0.lowerBound <= place } ?? false
                let border = min(end, (isIn ? range?.upperBound : range?.lowerBound) ?? end)
                var style = span.style
                if isIn { (style.surface, style.isUnderlined) = (surface, true) }
                marked.append(span.text.bytes(place - start..<border - start), style)
                place = border
            }
            start = end
        }
        return marked
    }
}

extension String {
    fileprivate func bytes(_ range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}
