import Words

extension ClusterAPI {
    /// Where kubeseed installs the Kubernetes dashboard.
    private static let dashboardNamespace = "kubernetes-dashboard"

    /// The URL under which an ingress shows the Kubernetes dashboard.
    /// - Throws: `missing` if there is no such ingress, or it names no host.
    package func dashboardURL() async throws(APIError) -> String {
        let namespace = Self.dashboardNamespace
        let ingresses = try await objects(.ingresses, namespace).objects.compactMap { object -> Ingress? in
            if case .ingress(let ingress) = object { ingress } else { nil }
        }
        guard let url = ingresses.sorted(by: { $0.name < $1.name }).compactMap({ $0.url(to: []) }).first else {
            throw .missing(Phrase("no ingress in namespace \(namespace) shows it"))
        }
        return url
    }
}
