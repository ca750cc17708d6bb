import ClusterModel
import FoundationEssentials
import Words

/// All kinds, each listed once, and for those that could not be listed why not.
func listedCluster(
    _ api: ClusterAPI, _ namespace: String, until deadline: ContinuousClock.Instant
) async -> Cluster {
    var cluster = Cluster()
    await withTaskGroup(of: (ResourceKind, Result<ObjectList, APIError>).self) { group in
        for kind in ResourceKind.namespacedKinds {
            group.addTask { (kind, await list(kind, namespace, api, until: deadline)) }
        }
        for await (kind, result) in group { cluster.read(kind, result) }
    }
    return cluster
}

extension Cluster {
    /// Asks what there is to ask about what is not among its objects, so that nothing false is said of them.
    mutating func inquire(_ api: ClusterAPI) async {
        // A question may follow from an answer: a middleware's secret, a member of a chain.
        for _ in 0..<4 {
            let open = inquiries.filter { answers[$0] == nil }
            if open.isEmpty { return }
            for part in stride(from: 0, to: open.count, by: 8) {
                await ask(open[part..<min(part + 8, open.count)], api)
            }
        }
    }

    private mutating func ask(_ inquiries: ArraySlice<Inquiry>, _ api: ClusterAPI) async {
        await withTaskGroup(of: (Inquiry, Answer).self) { group in
            for inquiry in inquiries {
                group.addTask { (inquiry, await answer(to: inquiry, api)) }
            }
            for await (inquiry, answer) in group { apply(.found(inquiry, answer)) }
        }
    }
}

/// What is not allowed or does not succeed is an answer, too. A function of its own: as part of a tuple that is returned, the
/// optimizer of Swift 6.3 releases the question twice.
private func answer(to inquiry: Inquiry, _ api: ClusterAPI) async -> Answer {
    do throws(APIError) {
        return try await api.find(inquiry)
    } catch {
        return .unknown(error.text)
    }
}

/// A line for whatever could not be read; sorted.
func readingRemarks(_ cluster: Cluster, _ language: Language) -> [String] {
    let failures = cluster.sources.compactMap { kind, source -> Phrase? in
        switch source {
        case .forbidden(let message): Phrase("forbidden: \(message)")
        case .failing(let error, _, _): Phrase("\(kind.plural): \(error.text)")
        case .loading, .live, .polled, .notServed: nil
        }
    }
    let unreadable = cluster.unreadable.flatMap { kind, objects in
        objects.map { Phrase("\(kind.plural): cannot read \($0.title): \($0.problem)") }
    }
    return (failures + unreadable).map { $0.text(in: language) }.sorted()
}

private func list(
    _ kind: ResourceKind, _ namespace: String, _ api: ClusterAPI, until deadline: ContinuousClock.Instant
) async -> Result<ObjectList, APIError> {
    while true {
        do throws(APIError) {
            return .success(try await api.objects(kind, namespace))
        } catch {
            // A server may be starting; a login plugin that fails will do so again.
            let mayChange = if case .unreachable = error { !error.isOfLogin } else { false }
            guard mayChange, ContinuousClock.now + .milliseconds(300) < deadline else { return .failure(error) }
            try? await Task.sleep(for: .milliseconds(300))
        }
    }
}

extension Cluster {
    /// Lists one kind more.
    mutating func read(_ kind: ResourceKind, _ api: ClusterAPI, until deadline: ContinuousClock.Instant) async {
        read(kind, await list(kind, "", api, until: deadline))
    }

    /// Whether a kind that is served and allowed could not be listed.
    var isIncomplete: Bool {
        sources.values.contains { if case .failing = $0 { true } else { false } }
    }

    fileprivate mutating func read(_ kind: ResourceKind, _ result: Result<ObjectList, APIError>) {
        switch result {
        case .success(let list):
            let uids = Set(list.objects.map(\.metadata.uid))
            apply(.updated(kind, list.objects))
            apply(.listed(kind, keeping: uids, unreadable: list.unreadable))
            apply(.source(kind, .live))
        case .failure(let error) where error.isForbidden:
            apply(.source(kind, .forbidden(error.prohibition ?? "")))
        case .failure(let error) where error.isNotServed: apply(.source(kind, .notServed))
        case .failure(let error):
            apply(.source(kind, .failing(error, since: .distantPast, retryAt: .distantPast)))
        }
    }
}
