import FoundationEssentials

// Pods, whose specs are also those of templates.
extension DemoManifest {
    static func spec(_ spec: Pod.Spec) -> OrderedJSON {
        .fields([
            ("volumes", .items(spec.volumes.map(volume))),
            ("initContainers", .items(spec.initContainers.map(container))),
            ("containers", .items(spec.containers.map(container))), ("restartPolicy", .string(spec.restartPolicy)),
            ("nodeSelector", .words(spec.nodeSelector)), ("serviceAccountName", .words(spec.serviceAccountName)),
            ("nodeName", .words(spec.nodeName)),
        ])
    }

    private static func container(_ container: Container) -> OrderedJSON {
        .fields([
            ("name", .string(container.name)), ("image", .string(container.image)),
            (
                "ports",
                .items(
                    container.ports.map { port in
                        .fields([
                            ("name", .words(port.name)), ("containerPort", .number(String(port.containerPort))),
                            ("protocol", .string(port.transport)),
                        ])
                    })
            ),
            (
                "resources",
                .fields([("limits", amounts(container.limits)), ("requests", amounts(container.requests))])
            ),
            (
                "volumeMounts",
                .items(
                    container.volumeMounts.map { mount in
                        .fields([
                            ("name", .string(mount.name)), ("readOnly", mount.isReadOnly ? .bool(true) : .null),
                            ("mountPath", .string(mount.mountPath)),
                        ])
                    })
            ), ("imagePullPolicy", .words(container.imagePullPolicy)),
        ])
    }

    private static func amounts(_ amounts: ResourceAmounts) -> OrderedJSON {
        let fields = OrderedJSON.members([("cpu", .words(amounts.cpu)), ("memory", .words(amounts.memory))])
        return fields.isEmpty ? .null : .object(fields)
    }

    private static func volume(_ volume: Volume) -> OrderedJSON {
        .fields([("name", .string(volume.name)), source(volume.source)])
    }

    private static func source(_ source: VolumeSource) -> (String, OrderedJSON) {
        switch source {
        case .hostPath(let path): ("hostPath", .fields([("path", .string(path)), ("type", .string(""))]))
        case .claim(let name): ("persistentVolumeClaim", .fields([("claimName", .string(name))]))
        case .nfs(let server, let path): ("nfs", .fields([("server", .string(server)), ("path", .string(path))]))
        case .configMap(let name): ("configMap", .fields([("name", .string(name))]))
        case .secret(let name): ("secret", .fields([("secretName", .string(name))]))
        case .emptyDir: ("emptyDir", .object([]))
        case .projected: ("projected", .object([]))
        case .image(let reference): ("image", .fields([("reference", .string(reference))]))
        case .other(let field): (field.isEmpty ? "emptyDir" : field, .object([]))
        }
    }

    static func status(_ status: Pod.Status) -> OrderedJSON {
        .fields([
            ("phase", .words(status.phase)), ("conditions", conditions(status.conditions)),
            ("message", .words(status.message)), ("reason", .words(status.reason)), ("hostIP", .words(status.hostIP)),
            ("podIP", .words(status.podIPs.first ?? "")),
            ("podIPs", .items(status.podIPs.map { .fields([("ip", .string($0))]) })),
            ("startTime", .moment(status.startTime)),
            ("initContainerStatuses", .items(status.initContainerStatuses.map(containerStatus))),
            ("containerStatuses", .items(status.containerStatuses.map(containerStatus))),
            ("qosClass", .words(status.qosClass)),
        ])
    }

    private static func containerStatus(_ status: ContainerStatus) -> OrderedJSON {
        .fields([
            ("name", .string(status.name)), ("state", state(status.state)), ("lastState", state(status.lastState)),
            ("ready", .bool(status.isReady)), ("restartCount", .number(String(status.restartCount))),
            ("image", .string(status.image)), ("imageID", .string(status.imageID)),
            ("started", status.started.map(OrderedJSON.bool) ?? .null),
        ])
    }

    private static func state(_ state: ContainerState) -> OrderedJSON {
        switch state {
        case .unknown: .object([])
        case .waiting(let reason, let message):
            .fields([("waiting", .fields([("reason", .words(reason)), ("message", .words(message))]))])
        case .running(let since): .fields([("running", .fields([("startedAt", .moment(since))]))])
        case .terminated(let end):
            .fields([
                (
                    "terminated",
                    .fields([
                        ("exitCode", .number(String(end.exitCode))), ("signal", .count(end.signal)),
                        ("reason", .words(end.reason)), ("message", .words(end.message)),
                        ("startedAt", .moment(end.startedAt)), ("finishedAt", .moment(end.finishedAt)),
                    ])
                )
            ])
        }
    }
}
