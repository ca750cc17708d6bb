/// The longest name that Kubernetes allows; what is longer is not compared, which would take too long.
private let longestName = 253

/// The candidate that a misspelt name most probably means; nil if none is near.
func nearest(_ name: String, among candidates: some Collection<String>) -> String? {
    nearestNames(name, among: candidates).first
}

/// The candidates that a misspelt name may mean, the most probable first; may be empty.
package func nearestNames(_ name: String, among candidates: some Collection<String>) -> [String] {
    guard name.utf8.count <= longestName else { return [] }
    let candidates = candidates.filter { $0.utf8.count <= longestName }
    let ranked = candidates.map { (distance: editDistance(name, $0), name: $0) }
    let similar = ranked.filter { $0.distance <= max(1, name.count / 3) }
    let parts = candidates.filter { isPart($0, of: name) || isPart(name, of: $0) }.sorted()
    let names = similar.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.map(\.name)
    return names + parts.filter { !names.contains($0) }
}

/// "komga" of "komga-web".
private func isPart(_ part: String, of name: String) -> Bool { name.hasPrefix("\(part)-") }

/// How many characters must be added, removed, replaced or swapped with their neighbor (optimal string alignment).
private func editDistance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    var last: [Int] = []
    var row = Array(0...other.count)
    for index in one.indices {
        let lastButOne = last
        last = row
        row[0] = index + 1
        for column in other.indices {
            let replaced = last[column] + (one[index] == other[column] ? 0 : 1)
            row[column + 1] = min(replaced, row[column] + 1, last[column + 1] + 1)
            guard index > 0, column > 0, one[index] == other[column - 1], one[index - 1] == other[column] else {
                continue
            }
            row[column + 1] = min(row[column + 1], lastButOne[column - 1] + 1)
        }
    }
    return row[other.count]
}
