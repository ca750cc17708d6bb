/// A volume of a pod.
package struct Volume: Equatable, Sendable {
    package var name: String
    package var source = VolumeSource.other("")

    /// On the node's disk or on a claim, so that it outlives the pod and is seen by its successor.
    package var isPersistent: Bool {
        switch source {
        case .hostPath, .claim, .nfs: true
        case .configMap, .secret, .emptyDir, .projected, .image, .other: false
        }
    }
}

/// Where the files of a volume come from; of a secret only its name is read.
package enum VolumeSource: Equatable, Sendable {
    case hostPath(String)
    case claim(String)
    case nfs(server: String, path: String)
    case configMap(String)
    case secret(String)
    case emptyDir
    case projected
    /// The files of an image, by its reference.
    case image(String)
    /// As the field is called: "csi", "downwardAPI"; empty if there is none.
    case other(String)
}

extension VolumeSource {
    /// In the words of `kubectl describe`: "HostPath /opt/seedbox/radarr", "EmptyDir".
    package var text: String {
        switch self {
        case .hostPath(let path): "HostPath \(path)"
        case .claim(let name): "PersistentVolumeClaim \(name)"
        case .nfs(let server, let path): "NFS \(server):\(path)"
        case .configMap(let name): "ConfigMap \(name)"
        case .secret(let name): "Secret \(name)"
        case .emptyDir: "EmptyDir"
        case .projected: "Projected"
        case .image: "Image"
        case .other("csi"): "CSI"
        case .other(let field): field.isEmpty ? "<unknown>" : field.prefix(1).uppercased() + field.dropFirst()
        }
    }
}

extension Volume: Decodable {
    private enum CodingKeys: CodingKey {
        case name, projected, hostPath, persistentVolumeClaim, configMap, secret, emptyDir, nfs, image
    }
    private struct Fields: Decodable {
        var name: String?, path: String?, server: String?, claimName: String?, secretName: String?, reference: String?
    }

    /// Any key, to find the field that says what an unknown volume is.
    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        func read(_ key: CodingKeys) throws -> Fields? { try fields.decodeIfPresent(Fields.self, forKey: key) }
        // In the order of how often they occur: each pod has the first.
        if fields.contains(.projected) {
            source = .projected
        } else if let path = try read(.hostPath) {
            source = .hostPath(path.path ?? "")
        } else if let claim = try read(.persistentVolumeClaim) {
            source = .claim(claim.claimName ?? "")
        } else if let map = try read(.configMap) {
            source = .configMap(map.name ?? "")
        } else if let secret = try read(.secret) {
            source = .secret(secret.secretName ?? "")
        } else if fields.contains(.emptyDir) {
            source = .emptyDir
        } else if let nfs = try read(.nfs) {
            source = .nfs(server: nfs.server ?? "", path: nfs.path ?? "")
        } else if let image = try read(.image) {
            source = .image(image.reference ?? "")
        } else {
            let keys = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
            source = .other(keys.filter { $0 != "name" }.min() ?? "")
        }
    }
}
