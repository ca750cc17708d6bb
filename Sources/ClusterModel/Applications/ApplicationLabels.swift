/// What labels say about the application of an object, as kubeseed, Helm, Argo CD and people write them.
struct ApplicationLabels: Equatable, Sendable {
    /// kubeseed's "ksapp".
    var seedbox: String?
    /// "app.kubernetes.io/instance": a release of Helm, or all that one application of Argo CD consists of.
    var instance: String?
    var app: String?
    /// Of Helm 2, beside "app".
    var release: String?
    /// "app.kubernetes.io/name".
    var name: String?

    /// - Parameter template: the labels of the pods that the object makes; its own go first.
    init(_ metadata: Metadata, template: [String: String] = [:]) {
        func label(_ key: String) -> String? {
            let value = metadata.labels[key] ?? template[key] ?? ""
            return value.isEmpty ? nil : value
        }
        seedbox = label("ksapp")
        instance = label("app.kubernetes.io/instance")
        app = label("app")
        release = label("release")
        name = label("app.kubernetes.io/name")
    }
}

/// Which applications labels mean: it takes all workloads to know which of the labels tell applications apart.
struct ApplicationNaming {
    /// By namespace and instance: those that hold several applications.
    private var divided: Set<ObjectName> = []
    /// By namespace and name: applications in several divided instances.
    private var ambiguous: Set<ObjectName> = []
    /// By namespace and "app": what several releases have installed.
    private var released: Set<ObjectName> = []

    /// - Parameter fronted: the workloads that an ingress leads to.
    init(_ workloads: [(metadata: Metadata, labels: ApplicationLabels)], fronted: Set<UID>) {
        var releases: [ObjectName: Set<String>] = [:]
        var entrances: [ObjectName: Set<String>] = [:]
        for (metadata, labels) in workloads where labels.seedbox == nil {
            if let instance = labels.instance {
                guard let name = labels.name, fronted.contains(metadata.uid) else { continue }
                entrances[ObjectName(namespace: metadata.namespace, name: instance), default: []].insert(name)
            } else if let app = labels.app, let release = labels.release {
                releases[ObjectName(namespace: metadata.namespace, name: app), default: []].insert(release)
            }
        }
        released = Set(releases.filter { $0.value.count > 1 }.keys)
        // A release with one way in is one application, whatever databases and caches stand behind it.
        divided = Set(entrances.filter { $0.value.count > 1 }.keys)
        ambiguous = ambiguities(among: workloads)
    }

    private func ambiguities(among workloads: [(metadata: Metadata, labels: ApplicationLabels)]) -> Set<ObjectName> {
        var instances: [ObjectName: Set<String>] = [:]
        for (metadata, labels) in workloads where labels.seedbox == nil {
            guard let instance = labels.instance, let name = labels.name else { continue }
            guard divided.contains(ObjectName(namespace: metadata.namespace, name: instance)) else { continue }
            instances[ObjectName(namespace: metadata.namespace, name: name), default: []].insert(instance)
        }
        return Set(instances.filter { $0.value.count > 1 }.keys)
    }

    /// Nil if the labels name none.
    func application(_ labels: ApplicationLabels, in namespace: String) -> ObjectName? {
        func named(_ name: String) -> ObjectName { ObjectName(namespace: namespace, name: name) }
        if let seedbox = labels.seedbox { return named(seedbox) }
        if let instance = labels.instance {
            guard divided.contains(named(instance)), let name = labels.name else { return named(instance) }
            return named(ambiguous.contains(named(name)) ? "\(instance)-\(name)" : name)
        }
        if let app = labels.app {
            guard released.contains(named(app)), let release = labels.release else { return named(app) }
            return named(release)
        }
        return labels.name.map(named)
    }
}
