import Foundation
import Testing

@testable import ClusterModel

struct PodFieldsTests {
    @Test("what a recorded pod runs, and where")
    func recorded() throws {
        let pods = try Fixture.table(.pods, of: Pod.self).map(\.object)
        let bazarr = try #require(pods.first { $0.name.hasPrefix("bazarr") })
        #expect((bazarr.status.hostIP, bazarr.status.qosClass) == ("10.98.0.2", "BestEffort"))
        #expect(bazarr.spec.serviceAccountName == "default")
        #expect(bazarr.status.containerStatuses.first?.image == "docker.io/library/busybox:1.35.0")
        #expect(bazarr.status.containerStatuses.first?.imageID.hasPrefix("sha256:215c8b4bd57f") == true)
        #expect(bazarr.spec.volumes.map(\.source) == [.projected])
        #expect(bazarr.spec.containers.first?.volumeMounts.map(\.isReadOnly) == [true])
        let kavita = try #require(pods.first { $0.name.hasPrefix("kavita") })
        let probe = "http-get http://:9/ delay=2s timeout=1s period=3s #success=1 #failure=2"
        #expect(kavita.spec.containers.first?.livenessProbe?.text == probe)
        let nextcloud = try #require(pods.first { $0.name.hasPrefix("nextcloud") })
        #expect(nextcloud.spec.containers.first?.requests == ResourceAmounts(cpu: "64"))
    }

    @Test(
        "a probe reads as kubectl describe prints it",
        arguments: [
            (
                #""httpGet":{"path":"/ping","port":7878,"scheme":"HTTP"},"initialDelaySeconds":30,"timeoutSeconds":1,"#
                    + #""periodSeconds":10,"successThreshold":1,"failureThreshold":3"#,
                "http-get http://:7878/ping delay=30s timeout=1s period=10s #success=1 #failure=3"
            ),
            (
                #""httpGet":{"path":"a b?c=é","port":"web","host":"::1","scheme":"HTTPS"}"#,
                "http-get https://[::1]:web/a%20b%3Fc=%C3%A9"
            ),
            (#""httpGet":{"port":80}"#, "http-get //:80"),
            (#""exec":{"command":["sh","-c","exit 0"]}"#, "exec [sh -c exit 0]"),
            (#""exec":{}"#, "exec []"), (#""tcpSocket":{"port":3306}"#, "tcp-socket :3306"),
            (#""tcpSocket":{"host":"db","port":"sql"}"#, "tcp-socket db:sql"),
            (#""grpc":{"port":9000,"service":"health"}"#, "grpc <pod>:9000 health"), (#""new":{}"#, "unknown"),
        ])
    func probes(_ json: String, _ text: String) throws {
        let probe = try JSON.decoder().decode(Probe.self, from: Data("{\(json)}".utf8))
        let numbers = " delay=0s timeout=0s period=0s #success=0 #failure=0"
        #expect(probe.text == (text.contains("delay=") ? text : text + numbers))
    }

    @Test(
        "a volume reads as kubectl describe calls it",
        arguments: [
            (#""hostPath":{"path":"/opt/seedbox/radarr","type":""}"#, "HostPath /opt/seedbox/radarr", true),
            (#""persistentVolumeClaim":{"claimName":"films"}"#, "PersistentVolumeClaim films", true),
            (#""nfs":{"server":"nas","path":"/films"}"#, "NFS nas:/films", true),
            (#""configMap":{"name":"conf","items":[]}"#, "ConfigMap conf", false),
            (#""secret":{"secretName":"radarr-key","items":[]}"#, "Secret radarr-key", false),
            (#""emptyDir":{}"#, "EmptyDir", false), (#""projected":{"sources":[]}"#, "Projected", false),
            (#""downwardAPI":{"items":[]}"#, "DownwardAPI", false), (#""csi":{"driver":"x"}"#, "CSI", false),
            (#""x":null"#, "X", false),
        ])
    func volumes(_ json: String, _ text: String, _ isPersistent: Bool) throws {
        let volume = try JSON.decoder().decode(Volume.self, from: Data(#"{"name":"v",\#(json)}"#.utf8))
        #expect((volume.source.text, volume.isPersistent) == (text, isPersistent))
    }

    @Test("requests and limits are kept as they are written")
    func resources() throws {
        let json =
            #"{"name":"a","resources":{"limits":{"cpu":"1500m","memory":"2Gi"},"requests":{"memory":"512Mi"}},"#
            + #""readinessProbe":{"exec":{}},"startupProbe":{"grpc":{"port":1}}}"#
        let container = try JSON.decoder().decode(Container.self, from: Data(json.utf8))
        #expect(container.limits == ResourceAmounts(cpu: "1500m", memory: "2Gi"))
        #expect(container.requests == ResourceAmounts(memory: "512Mi"))
        #expect(container.memoryLimit == "2Gi")
        #expect(container.readinessProbe?.action == .run([]))
        #expect(container.startupProbe?.action == .grpc(port: 1, service: ""))
        #expect(container.livenessProbe == nil)
    }

    @Test("a service says how it spreads its clients")
    func service() throws {
        let services = try Fixture.table(.services, of: Service.self).map(\.object)
        let plex = try #require(services.first { $0.name == "svc-plex-32400" })
        #expect((plex.sessionAffinity, plex.externalTrafficPolicy) == ("None", "Cluster"))
        let radarr = try #require(services.first { $0.name == "radarr" })
        #expect(radarr.externalTrafficPolicy.isEmpty)
    }
}
