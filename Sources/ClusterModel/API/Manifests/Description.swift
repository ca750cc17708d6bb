import Words

extension KubectlProxy {
    /// Bytes of a description that are kept; usual ones have some thousand.
    static let longestDescription = 2 << 20

    /// What `kubectl describe` says of an object.
    /// - Parameter timeout: seconds without a byte.
    /// - Throws: `refused` with kubectl's words where the API server said no; `unreachable`, `timedOut`.
    func description(of object: ObjectAddress, timeout: Double) async throws(APIError) -> BoundedText {
        let place = object.name.namespace.isEmpty ? [] : ["--namespace=\(object.name.namespace)"]
        let output = try await run(
            ["describe", object.kubectlName] + place, timeout: timeout, limit: Self.longestDescription)
        guard output.exitCode == 0 || output.isCut else { throw output.refusal(of: options.name(of: "describe")) }
        // The end of what is cut may be half a character.
        return BoundedText(String(decoding: output.output, as: UTF8.self), isCut: output.isCut)
    }
}

extension ChildProcess.Output {
    /// kubectl's own words, and what kind of no they are: "Error from server (NotFound): pods "x" not found".
    fileprivate func refusal(of command: String) -> APIError {
        let words = KubectlWords.failure(String(decoding: error.prefix(4096), as: UTF8.self))
        for (reason, code) in [("NotFound", 404), ("Forbidden", 403)]
        where words.hasPrefix("Error from server (\(reason))") {
            return .refused(code: code, reason: reason, message: words)
        }
        return .unreachable(failure(of: command))
    }
}
