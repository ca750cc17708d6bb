import FoundationEssentials

/// The made-up objects as the API server would send them, as far as the demo knows their fields.
enum DemoManifest {
    static func manifest(_ object: ClusterObject) -> OrderedJSON {
        let kind = object.kind
        let version = kind.apiVersions.first ?? "v1"
        let name = String(describing: type(of: object.resource))
        return .object(
            [
                .init("kind", .string(kind == .events ? "Event" : name)), .init("apiVersion", .string(version)),
                .init("metadata", metadata(object.metadata)),
            ] + parts(of: object))
    }

    private static func metadata(_ metadata: Metadata) -> OrderedJSON {
        .fields([
            ("name", .string(metadata.name)), ("namespace", .words(metadata.namespace)), ("uid", .words(metadata.uid)),
            ("resourceVersion", .words(metadata.resourceVersion)), ("generation", .count(metadata.generation)),
            ("creationTimestamp", .moment(metadata.creationTimestamp)),
            ("deletionTimestamp", .moment(metadata.deletionTimestamp)), ("labels", .words(metadata.labels)),
            ("annotations", .words(metadata.annotations)),
            (
                "ownerReferences",
                .items(
                    metadata.ownerReferences.map { owner in
                        .fields([
                            ("kind", .string(owner.kind)), ("name", .string(owner.name)), ("uid", .string(owner.uid)),
                            ("controller", .bool(owner.isController)),
                        ])
                    })
            ), ("managedFields", managedFields(metadata)),
        ])
    }

    /// Who has written what, which is more than anybody wants to read.
    private static func managedFields(_ metadata: Metadata) -> OrderedJSON {
        let fields = metadata.labels.keys.sorted().map { OrderedJSON.Member("f:\($0)", .object([])) }
        return .array([
            .fields([
                ("manager", .string("kubectl-client-side-apply")), ("operation", .string("Update")),
                ("apiVersion", .string("v1")), ("time", .moment(metadata.creationTimestamp)),
                ("fieldsType", .string("FieldsV1")),
                ("fieldsV1", .fields([("f:metadata", .fields([("f:labels", .object(fields))]))])),
            ])
        ])
    }

    private static func parts(of object: ClusterObject) -> [OrderedJSON.Member] {
        switch object {
        case .pod(let pod): [.init("spec", spec(pod.spec)), .init("status", status(pod.status))]
        case .deployment(let deployment): parts(of: deployment)
        case .service(let service): parts(of: service)
        case .ingress(let ingress): parts(of: ingress)
        case .event(let event): parts(of: event)
        case .replicaSet, .statefulSet, .daemonSet, .job, .cronJob, .endpointSlice, .networkPolicy, .certificate,
            .middleware, .containoMiddleware, .node:
            []
        }
    }

    private static func parts(of deployment: Deployment) -> [OrderedJSON.Member] {
        let (spec, status) = (deployment.spec, deployment.status)
        let template = OrderedJSON.fields([
            (
                "metadata",
                .fields([
                    ("labels", .words(spec.template.labels)), ("annotations", .words(spec.template.annotations)),
                ])
            ), ("spec", self.spec(spec.template.spec)),
        ])
        return [
            .init(
                "spec",
                .fields([
                    ("replicas", .number(String(spec.replicas))),
                    ("selector", .fields([("matchLabels", .words(spec.selector.matchLabels))])), ("template", template),
                    ("strategy", .fields([("type", .string(spec.strategy))])),
                ])),
            .init(
                "status",
                .fields([
                    ("observedGeneration", .count(status.observedGeneration)), ("replicas", .count(status.replicas)),
                    ("updatedReplicas", .count(status.updatedReplicas)),
                    ("readyReplicas", .count(status.readyReplicas)),
                    ("availableReplicas", .count(status.availableReplicas)),
                    ("conditions", conditions(status.conditions)),
                ])),
        ]
    }

    private static func parts(of event: ClusterEvent) -> [OrderedJSON.Member] {
        let regarding = event.regarding
        return OrderedJSON.members([
            (
                "involvedObject",
                .fields([
                    ("kind", .string(regarding.kind)), ("namespace", .words(regarding.namespace)),
                    ("name", .string(regarding.name)), ("uid", .words(regarding.uid)),
                    ("fieldPath", .words(event.fieldPath)),
                ])
            ), ("reason", .string(event.reason)), ("message", .string(event.message)),
            ("source", .fields([("component", .words(event.component)), ("host", .words(event.instance))])),
            ("firstTimestamp", .moment(event.firstSeen)), ("lastTimestamp", .moment(event.lastSeen)),
            ("count", .count(event.count)), ("type", .string(event.type.word)),
        ])
    }

    static func conditions(_ conditions: [Condition]) -> OrderedJSON {
        .items(
            conditions.map { condition in
                .fields([
                    ("type", .string(condition.type)), ("status", .string(condition.status)),
                    ("lastTransitionTime", .moment(condition.lastTransitionTime)), ("reason", .words(condition.reason)),
                    ("message", .words(condition.message)),
                ])
            })
    }
}

// Values that are left out where there is nothing to say.
extension OrderedJSON {
    /// Members without those that are `null`.
    static func members(_ fields: [(String, OrderedJSON)]) -> [Member] {
        fields.filter { $0.1 != .null }.map { Member($0.0, $0.1) }
    }

    static func fields(_ fields: [(String, OrderedJSON)]) -> OrderedJSON { .object(members(fields)) }

    static func words(_ text: String) -> OrderedJSON { text.isEmpty ? .null : .string(text) }

    static func words(_ texts: [String: String]) -> OrderedJSON {
        texts.isEmpty ? .null : .object(texts.sorted { $0.key < $1.key }.map { Member($0.key, .string($0.value)) })
    }

    static func items(_ items: [OrderedJSON]) -> OrderedJSON { items.isEmpty ? .null : .array(items) }

    static func count(_ number: Int) -> OrderedJSON { number == 0 ? .null : .number(String(number)) }

    static func moment(_ date: Date?) -> OrderedJSON {
        date.map { .string(Timestamp.text($0, offset: 0)) } ?? .null
    }
}
