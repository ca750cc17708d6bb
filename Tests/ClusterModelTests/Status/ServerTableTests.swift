import ClusterModel
import Foundation
import Testing

/// The server's own cells are the oracle: kstop must print what `kubectl get -o wide` printed.
struct ServerTableTests {
    @Test("pods read as the server prints them")
    func pods() throws {
        for row in try Fixture.table(.pods, of: Pod.self) {
            let (pod, summary) = (row.object, row.object.summary)
            check(
                row,
                [
                    pod.name, summary.readyText, summary.status, summary.restartsText(at: now), pod.age(at: now),
                    pod.ipText, pod.nodeText, pod.nominatedNodeText, pod.readinessGatesText,
                ])
        }
    }

    @Test("deployments read as the server prints them")
    func deployments() throws {
        for row in try Fixture.table(.deployments, of: Deployment.self) {
            let deployment = row.object
            check(
                row,
                [
                    deployment.name, deployment.readyText, deployment.upToDateText, deployment.availableText,
                    deployment.age(at: now), deployment.containersText, deployment.imagesText, deployment.selectorText,
                ])
        }
    }

    @Test("services read as the server prints them")
    func services() throws {
        for row in try Fixture.table(.services, of: Service.self) {
            let service = row.object
            check(
                row,
                [
                    service.name, service.type.word, service.clusterIPText, service.externalIPText, service.portsText,
                    service.age(at: now), service.selectorText,
                ])
        }
    }

    @Test("ingresses read as the server prints them")
    func ingresses() throws {
        for row in try Fixture.table(.ingresses, of: Ingress.self) {
            let ingress = row.object
            check(
                row,
                [
                    ingress.name, ingress.classText, ingress.hostsText, ingress.addressText, ingress.portsText,
                    ingress.age(at: now),
                ])
        }
    }

    private let now = Fixture.recordedAt

    private func check<Object>(_ row: Row<Object>, _ cells: [String], at location: SourceLocation = #_sourceLocation) {
        #expect(cells == row.cells.map(\.text), sourceLocation: location)
    }
}
