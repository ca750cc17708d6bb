import ClusterModel

/// Asks for the text of a pager.
func answer(to question: PagerQuestion, _ api: ClusterAPI) async -> PagerAnswer {
    do throws(APIError) {
        switch question {
        case .description(let object): return .description(try await api.describe(object))
        case .manifest(let object): return .manifest(try await api.manifest(object))
        }
    } catch {
        return .failed(error)
    }
}
