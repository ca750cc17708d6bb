/// The error of a type that something throws; nil if it throws none, or one of another type.
///
/// `#expect(throws:)` returns it, too, but only since Swift 6.1.
package func thrown<Failure: Error>(_ type: Failure.Type, by work: () throws -> some Any) -> Failure? {
    do {
        _ = try work()
        return nil
    } catch { return error as? Failure }
}

/// The same of what takes its time.
package func thrown<Failure: Error>(_ type: Failure.Type, by work: () async throws -> some Any) async -> Failure? {
    do {
        _ = try await work()
        return nil
    } catch { return error as? Failure }
}
