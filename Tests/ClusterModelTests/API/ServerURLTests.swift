import Testing

@testable import ClusterModel

struct ServerURLTests {
    @Test(
        "the path of a server is what stands before the path of every request",
        arguments: [
            ("https://rancher.example/k8s/clusters/c-1", "https://rancher.example", "/k8s/clusters/c-1"),
            ("https://h:8443/k8s/clusters/c-1/", "https://h:8443", "/k8s/clusters/c-1"),
            ("https://10.0.0.1:6443", "https://10.0.0.1:6443", ""), ("https://h/", "https://h", ""),
            ("http://[fd00::1]:80/a", "http://[fd00::1]:80", "/a"),
            // kubectl allows no path without a scheme, and says so.
            ("h:6443/a", "h:6443", ""), ("", "", ""),
            ("https://h//a/./b/../c//", "https://h", "/a/c"), ("https://h/..", "https://h", ""),
            ("https://h/a?b#c", "https://h", "/a"),
            ("https://me:secret@h/a@b", "https://h", "/a@b"),
            ("https://h/a b\r\nX: é%20", "https://h", "/a%20b%0D%0AX:%20%C3%A9%20"),
        ])
    func parts(_ text: String, _ origin: String, _ prefix: String) {
        let server = ServerURL(text)
        #expect(server.origin == origin && server.prefix == prefix)
    }
}
