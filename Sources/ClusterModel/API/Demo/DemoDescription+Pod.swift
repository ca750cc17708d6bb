import FoundationEssentials

// Pods, and the containers of templates.
extension DemoDescription {
    func lines(on pod: Pod) -> [String] {
        let (spec, status) = (pod.spec, pod.status)
        let node = spec.nodeName.isEmpty ? "<none>" : "\(spec.nodeName)/\(status.hostIP)"
        let addresses = status.podIPs.isEmpty ? ["IPs:  <none>"] : ["IPs:"] + status.podIPs.map { "  IP:  \($0)" }
        let owner = pod.metadata.controller.map { [("Controlled By:", ["\($0.kind)/\($0.name)"])] } ?? []
        var lines = aligned(
            [
                ("Name:", [pod.name]), ("Namespace:", [pod.metadata.namespace]), ("Priority:", ["0"]),
                ("Service Account:", [spec.serviceAccountName.isEmpty ? "default" : spec.serviceAccountName]),
                ("Node:", [node]),
            ] + (status.startTime == nil ? [] : [("Start Time:", [time(status.startTime)])]) + marks(pod.metadata)
                + [("Status:", [status.phase]), ("IP:", [status.podIPs.first ?? ""])])
        lines += addresses + aligned(owner) + ["Containers:"]
        for container in spec.containers {
            lines.append("  \(container.name):")
            let status = status.containerStatuses.first { $0.name == container.name }
            lines += aligned(rows(on: container, status), indent: 4) + mounts(of: container, indent: 4)
        }
        lines += ["Conditions:"] + conditions(status.conditions) + volumes(spec.volumes, indent: 2)
        return lines
            + aligned([
                ("QoS Class:", [status.qosClass.isEmpty ? "BestEffort" : status.qosClass]),
                ("Node-Selectors:", pairs(spec.nodeSelector, "=")),
                (
                    "Tolerations:",
                    ["not-ready", "unreachable"].map { "node.kubernetes.io/\($0):NoExecute op=Exists for 300s" }
                ),
            ])
    }

    private func conditions(_ conditions: [Condition]) -> [String] {
        let width = (["Type"] + conditions.map(\.type)).map(\.count).max() ?? 0
        return ([("Type", "Status")] + conditions.map { ($0.type, $0.status) }).map { type, status in
            "  \(type)\(blanks(width - type.count + 2))\(status) "
        }
    }

    /// What of a container is in a template, too, and how it is.
    func rows(on container: Container, _ status: ContainerStatus?) -> [Row] {
        let ports = container.ports.map { "\($0.containerPort)/\($0.transport)" }.joined(separator: ", ")
        var rows: [Row] = [("Image:", [container.image])]
        if let status { rows.append(("Image ID:", [status.imageID])) }
        rows += [("Port:", [orNone(ports)]), ("Host Port:", [container.ports.isEmpty ? "<none>" : "0/TCP"])]
        if let status {
            rows += state("State:", status.state)
            if status.lastState != .unknown { rows += state("Last State:", status.lastState) }
            rows += [
                ("Ready:", [status.isReady ? "True" : "False"]), ("Restart Count:", [String(status.restartCount)]),
            ]
        }
        for (label, amounts) in [("Limits:", container.limits), ("Requests:", container.requests)]
        where amounts != ResourceAmounts() {
            let lines = [("cpu", amounts.cpu), ("memory", amounts.memory)].filter { !$1.isEmpty }
            rows += [(label, [""])] + lines.map { ("  \($0):", [$1]) }
        }
        let probes = [
            ("Liveness:", container.livenessProbe), ("Readiness:", container.readinessProbe),
            ("Startup:", container.startupProbe),
        ]
        rows += probes.compactMap { label, probe in probe.map { (label, [$0.text]) } }
        return rows + [("Environment:", ["<none>"])]
    }

    private func state(_ label: String, _ state: ContainerState) -> [Row] {
        switch state {
        case .unknown: [(label, ["Waiting"])]
        case .waiting(let reason, _): [(label, ["Waiting"]), ("  Reason:", [reason])]
        case .running(let since): [(label, ["Running"]), ("  Started:", [time(since)])]
        case .terminated(let end):
            [
                (label, ["Terminated"]), ("  Reason:", [end.reason]), ("  Exit Code:", [String(end.exitCode)]),
                ("  Started:", [time(end.startedAt)]), ("  Finished:", [time(end.finishedAt)]),
            ]
        }
    }

    func mounts(of container: Container, indent: Int) -> [String] {
        if container.volumeMounts.isEmpty { return [blanks(indent) + "Mounts:  <none>"] }
        return [blanks(indent) + "Mounts:"]
            + container.volumeMounts.map { mount in
                "\(blanks(indent + 2))\(mount.mountPath) from \(mount.name) (\(mount.isReadOnly ? "ro" : "rw"))"
            }
    }

    func volumes(_ volumes: [Volume], indent: Int) -> [String] {
        if volumes.isEmpty { return [blanks(indent - 2) + "Volumes:  <none>"] }
        return [blanks(indent - 2) + "Volumes:"]
            + volumes.flatMap { volume in
                ["\(blanks(indent))\(volume.name):"] + aligned(rows(on: volume.source), indent: indent + 2)
            }
    }

    private func rows(on source: VolumeSource) -> [Row] {
        switch source {
        case .hostPath(let path):
            [
                ("Type:", ["HostPath (bare host directory volume)"]), ("Path:", [path]), ("HostPathType:", [""]),
            ]
        case .claim(let name):
            [
                ("Type:", ["PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)"]),
                ("ClaimName:", [name]), ("ReadOnly:", ["false"]),
            ]
        case .nfs(let server, let path):
            [
                ("Type:", ["NFS (an NFS mount that lasts the lifetime of a pod)"]), ("Server:", [server]),
                ("Path:", [path]), ("ReadOnly:", ["false"]),
            ]
        case .configMap(let name):
            [
                ("Type:", ["ConfigMap (a volume populated by a ConfigMap)"]), ("Name:", [name]),
                ("Optional:", ["false"]),
            ]
        case .secret(let name):
            [
                ("Type:", ["Secret (a volume populated by a Secret)"]), ("SecretName:", [name]),
                ("Optional:", ["false"]),
            ]
        case .emptyDir:
            [
                ("Type:", ["EmptyDir (a temporary directory that shares a pod's lifetime)"]), ("Medium:", [""]),
                ("SizeLimit:", ["<unset>"]),
            ]
        case .projected:
            [("Type:", ["Projected (a volume that contains injected data from multiple sources)"])]
        case .image(let reference):
            [("Type:", ["Image (a container image or OCI artifact)"]), ("Reference:", [reference])]
        case .other: [("Type:", [source.text])]
        }
    }
}
