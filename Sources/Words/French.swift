/// The French table: for each English text its translation.
let frenchTable: [String: String] = Dictionary(frenchEntries, uniquingKeysWith: { first, _ in first })

/// All entries, in the order of their texts; a test sees to it that none is there twice.
package let frenchEntries: [(english: String, french: String)] =
    [
        frenchOfCluster, frenchOfIngresses, frenchOfCauses, frenchOfAPI, frenchOfData, frenchOfConfiguration,
        frenchOfCommandLine, frenchOfPages, frenchOfKeys, frenchOfDocuments, frenchOfActions, frenchOfPager,
        frenchOfScripts, frenchOfLogs,
        frenchOfDoctor,
    ].flatMap(tableEntries)

/// The entries of a table that is written as pairs of lines, English first, with an empty line between the pairs.
func tableEntries(_ text: String) -> [(english: String, french: String)] {
    let lines = text.split(separator: "\n").map(String.init)
    return stride(from: 0, to: lines.count - 1, by: 2).map { (lines[$0], lines[$0 + 1]) }
}
