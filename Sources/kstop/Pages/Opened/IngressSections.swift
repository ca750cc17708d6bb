import ClusterModel
import TUI
import Words

extension Writer {
    /// Hosts and class of each ingress.
    func ingresses(_ ingresses: [Ingress]) -> Section {
        section(
            Phrase("Ingresses"), of: .ingresses, titles: ["NAME", "CLASS", "ADDRESS", "HOSTS"],
            ingresses.map { ingress in
                [
                    StyledText(ingress.name), className(of: ingress), StyledText(ingress.addressText, .quiet),
                    StyledText(ingress.hostsText, .accent),
                ]
            })
    }

    private func className(of ingress: Ingress) -> StyledText {
        ingress.effectiveClass.map { StyledText($0, .quiet) } ?? styled(Phrase("default class"), .quiet)
    }

    /// The paths of all ingresses that lead to a service.
    func rules(leadingTo service: Service) -> Section {
        let leading = model.cluster.ingresses.values.filter { ingress in
            ingress.metadata.namespace == service.metadata.namespace && ingress.serviceNames.contains(service.name)
        }
        let rows = leading.sorted { $0.name < $1.name }.flatMap { ingress in
            rules(of: ingress).filter { $0.service == service.name }.map { [StyledText(ingress.name)] + $0.cells }
        }
        return section(
            Phrase("Ingresses"), of: .ingresses, titles: ["NAME", "HOST", "PATH", "TYPE", "BACKEND"], rows)
    }

    /// What an ingress does with requests, who may pass it, and the ways through it.
    func sections(on ingress: Ingress, in application: Application?) -> [Section] {
        let selection = Selection.object(.ingress(ingress), application)
        let health = model.snapshot.health(ofObject: ingress.uid)
        let bold = health.needsAttention
        let hosts = StyledText(ingress.hostsText, bold ? health.role : .text, bold: bold)
        return [
            head(selection, health, hosts, [age(ingress.metadata)], tellsWhy: health != .healthy),
            section(Phrase("Ingress"), fields(about: ingress, application)),
            section(
                Phrase("Rules"), titles: ["HOST", "PATH", "TYPE", "BACKEND"],
                rules(of: ingress).filter { !$0.isDefault }.map(\.cells)),
            tls(ingress),
            admission(to: ingress, in: application),
            annotations(ingress),
            chains(selection.chains),
        ]
    }

    private func fields(about ingress: Ingress, _ application: Application?) -> [StyledText] {
        return fields([
            field(Phrase("Application"), StyledText(application?.name ?? "")),
            Field("Ingress Class", [className(of: ingress), classSource(of: ingress)].joined(separator: "  ")),
            Field("Address", ingress.addressText),
            Field("Default backend", ingress.defaultBackend.map(\.text) ?? ""),
        ])
    }

    /// Where its class is written: kubeseed uses the annotation that preceded the field.
    private func classSource(of ingress: Ingress) -> StyledText {
        if ingress.className != nil { return styled(Phrase("by the field \("ingressClassName")"), .quiet) }
        if ingress.effectiveClass == nil { return StyledText() }
        return styled(Phrase("by the annotation \("kubernetes.io/ingress.class")"), .quiet)
    }

    private func rules(of ingress: Ingress) -> [RuleRow] {
        let rules = ingress.rules.flatMap { rule in
            (rule.paths ?? []).map { RuleRow(rule.host, $0.path, $0.type.rawValue, $0.backend) }
        }
        return rules + [ingress.defaultBackend].compactMap(\.self).map { RuleRow("", "", "", $0, isDefault: true) }
    }

    /// Annotations that controllers read, besides those that are told elsewhere.
    private func annotations(_ ingress: Ingress) -> Section {
        let prefixes = ["traefik.", "nginx.", "cert-manager.io/", "kubernetes.io/", "external-dns.", "acme."]
        let told = ["kubernetes.io/ingress.class", "traefik.ingress.kubernetes.io/router.middlewares"]
        let shown = ingress.metadata.annotations.filter { key, _ in
            !told.contains(key) && prefixes.contains { key.hasPrefix($0) }
        }
        return section(
            Phrase("Annotations"), titles: [],
            shown.sorted { $0.key < $1.key }.map { [StyledText($0.key, .quiet), StyledText($0.value)] })
    }
}

/// A host and a path of an ingress, and where they lead.
private struct RuleRow {
    var cells: [StyledText]
    /// Nil for a backend that is none.
    var service: String?
    var isDefault: Bool

    init(_ host: String, _ path: String, _ type: String, _ backend: IngressBackend, isDefault: Bool = false) {
        let name = host.isEmpty ? "*" : host
        cells = [
            StyledText(name, .accent), StyledText(path.isEmpty ? "/" : path), StyledText(type, .quiet),
            StyledText(backend.text),
        ]
        self.isDefault = isDefault
        if case .service(let name, _) = backend { service = name }
    }
}

extension IngressBackend {
    /// "radarr:7878".
    fileprivate var text: String {
        switch self {
        case .service(let name, let port): port.map { "\(name):\($0.text)" } ?? name
        case .resource(let group, let kind, let name): group.isEmpty ? "\(kind)/\(name)" : "\(kind).\(group)/\(name)"
        }
    }
}
