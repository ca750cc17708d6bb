import ClusterModel
import Testing

struct PodNameTests {
    @Test(
        "the name of a pod tells its application",
        arguments: [
            ("radarr-577f7d9db5-sbsbs", "radarr"), ("kavita-b6787d86d-cpn9z", "kavita"),
            ("rutorrent-2-6d98b5d57d-vk2mt", "rutorrent-2"), ("db-wordpress-756475bb76-zkc4h", "db-wordpress"),
            ("sonarr4k-6f74b9bc7d-x2x9q", "sonarr4k"), ("web-6c9f7d54-x2x9q", "web"),
            ("postgres-0", "postgres"), ("my-db-12", "my-db"), ("traefik-x2x9q", "traefik"),
            ("svclb-traefik-bb7wz", "svclb-traefik"), ("backup-28391040-x2x9q", "backup"),
            ("backup-1617188400-x2x9q", "backup"), ("rutorrent-2-x2x9q", "rutorrent-2"),
            ("n8nio-job", "n8nio-job"), ("wgeasy", "wgeasy"), ("my-proxy", "my-proxy"), ("web-01", "web-01"),
            ("web-x2x9", "web-x2x9"), ("web-x2x9qq", "web-x2x9qq"), ("web-x2x9a", "web-x2x9a"),
            ("web-x2x91", "web-x2x91"), ("web-6c9f7d5-x2x9q", "web-6c9f7d5"), ("a-b-c-d", "a-b-c-d"),
            ("-x2x9q", "-x2x9q"), ("-0", "-0"), ("", ""), ("-", "-"),
        ])
    func name(pod: String, expected: String) {
        #expect(applicationName(forPodNamed: pod) == expected)
    }
}
