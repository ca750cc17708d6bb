/// What the containers of the made-up seedbox ask for, where their files are, and how they are probed.
extension DemoWorkload {
    var template: PodTemplate {
        PodTemplate(labels: labels, spec: Pod.Spec(containers: [container], volumes: volumes))
    }

    private var container: Container {
        var container = Container(
            name: name, image: image, imagePullPolicy: "Always", ports: [ContainerPort(containerPort: port)],
            volumeMounts: mounts)
        container.requests = Self.requests[name] ?? ResourceAmounts()
        container.limits = Self.limits[name] ?? ResourceAmounts()
        container.livenessProbe = livenessProbe
        if Self.pinged.contains(name) { container.readinessProbe = Probe(action: get("/ping"), timeout: 5) }
        return container
    }

    private var livenessProbe: Probe? {
        if behavior == .failsProbe {
            let action = ProbeAction.httpGet(scheme: "HTTP", host: "", port: .number(9), path: "/")
            return Probe(action: action, delay: 10, period: 10)
        }
        return Self.pinged.contains(name) ? Probe(action: get("/ping"), delay: 30) : nil
    }

    private func get(_ path: String) -> ProbeAction {
        .httpGet(scheme: "HTTP", host: "", port: .number(port), path: path)
    }

    private var mounts: [VolumeMount] {
        let config = volume.map { [VolumeMount(name: "config", mountPath: $0)] } ?? []
        guard let isReadOnly = Self.readsMediaOnly[name] else { return config }
        return config + [VolumeMount(name: "data", mountPath: "/data", isReadOnly: isReadOnly)]
    }

    private var volumes: [Volume] {
        let config = volume == nil ? [] : [Volume(name: "config", source: .hostPath("/opt/seedbox/\(name)"))]
        guard Self.readsMediaOnly[name] != nil else { return config }
        return config + [Volume(name: "data", source: .hostPath("/srv/media"))]
    }

    /// Those that answer under /ping.
    private static let pinged: Set = ["radarr", "sonarr"]

    /// Those that see the films, and whether they only look at them.
    private static let readsMediaOnly = [
        "radarr": false, "sonarr": false, "sonarr4k": false, "bazarr": false, "rutorrent": false, "rutorrent-2": false,
        "plex": true, "jellyfin": true,
    ]

    private static let requests = [
        "plex": ResourceAmounts(cpu: "500m", memory: "1Gi"), "nextcloud": ResourceAmounts(cpu: "64"),
        "coredns": ResourceAmounts(cpu: "100m", memory: "70Mi"),
        "metrics-server": ResourceAmounts(cpu: "100m", memory: "70Mi"),
    ]

    private static let limits = [
        "plex": ResourceAmounts(cpu: "3", memory: "4Gi"), "coredns": ResourceAmounts(memory: "170Mi"),
    ]
}

extension Pod {
    /// As the API server works it out of requests and limits; nothing here has both alike.
    var demoQualityOfService: String {
        let amounts = spec.containers.flatMap { [$0.requests, $0.limits] }
        return amounts.allSatisfy { $0 == ResourceAmounts() } ? "BestEffort" : "Burstable"
    }
}
