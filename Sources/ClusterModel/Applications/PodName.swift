/// The application that the name of a pod suggests where neither labels nor owners tell.
///
/// Undoes how controllers name their pods: "web-6c9f7d5b4-x2x9q" (deployment), "web-28391040-x2x9q" (cron job),
/// "web-x2x9q" (daemon set or job), "web-0" (stateful set). Any other name stands for itself.
package func applicationName(forPodNamed name: String) -> String {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let owner = parts.dropLast(generatedParts(parts)).joined(separator: "-")
    return owner.isEmpty ? name : owner
}

/// How many parts at the end were not chosen by a person.
private func generatedParts(_ parts: [Substring]) -> Int {
    guard parts.count > 1, let last = parts.last else { return 0 }
    guard isRandom(last, 5...5) else { return isOrdinal(last) ? 1 : 0 }
    let previous = parts[parts.count - 2]
    return parts.count > 2 && (isRandom(previous, 8...10) || isSchedule(previous)) ? 2 : 1
}

/// Of the alphabet of Kubernetes' `rand.String`, which leaves out vowels and digits that look like letters.
private func isRandom(_ part: Substring, _ lengths: ClosedRange<Int>) -> Bool {
    lengths.contains(part.utf8.count) && part.utf8.allSatisfy("bcdfghjklmnpqrstvwxz2456789".utf8.contains)
}

/// A cron job's moment: minutes since 1970, or seconds before Kubernetes 1.21.
private func isSchedule(_ part: Substring) -> Bool {
    (8...10).contains(part.utf8.count) && part.utf8.allSatisfy(isDigit)
}

private func isOrdinal(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy(isDigit) && (part == "0" || !part.hasPrefix("0"))
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

extension Pod {
    /// The name of its deployment, which it shows in the name of its replica set; nil if it has none.
    var deploymentName: String? {
        guard let owner = metadata.controller, owner.kind == "ReplicaSet" else { return nil }
        guard let hash = metadata.labels["pod-template-hash"], owner.name.hasSuffix("-\(hash)") else { return nil }
        let name = owner.name.dropLast(hash.count + 1)
        return name.isEmpty ? nil : String(name)
    }
}
