import Testing

@testable import kstop

struct MaskTests {
    private static let jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJlLW9mLWl0"

    private static let texts: [(text: String, masked: String)] = [
        ("see radarr.home.tld now", "see host1.example now"),
        ("HTTPS://Radarr.Home.TLD:8443/x", "HTTPS://host1.example:8443/x"),
        ("radarr.home.tld RADARR.home.TLD. sonarr.home.tld", "host1.example host1.example. host2.example"),
        ("*.home.tld", "*.host1.example"), ("müller.de", "host1.example"), ("xn--mller-kva.de", "host1.example"),
        ("nas.local, nas.lan", "host1.example, host2.example"),
        ("image registry.home.tld:5000/x/y:1.2", "image host1.example:5000/x/y:1.2"),
        ("http://nas:8080/", "http://host1.example:8080/"),
        ("dial tcp 10.0.0.1:53: refused by 10.0.0.2", "dial tcp ip1:53: refused by ip2"),
        ("http://10.0.0.1:9/ and 10.0.0.1", "http://ip1:9/ and ip1"), ("from=192.168.1.77,", "from=ip1,"),
        ("node ip-10-0-0-1 is 10.0.0.1", "node ip-ip1 is ip1"), ("10.42.0.0/16", "ip1/16"),
        ("dial tcp [2001:db8::1]:443", "dial tcp [ip1]:443"), ("2001:DB8::1 is 2001:db8:0::1", "ip1 is ip1"),
        ("on fe80::1%eth0: down", "on ip1: down"), ("::1", "ip1"), ("::ffff:10.0.0.1", "ip1"),
        ("2001:db8:1:2:3:4:5:6.", "ip1."), ("(2001:db8::2): no route", "(ip1): no route"),
        ("http://[::1]:80/", "http://[ip1]:80/"),
        ("mail jane.doe+x@Home.tld to JANE.DOE+x@home.tld", "mail mail1 to mail1"),
        ("Authorization: Bearer abc.def", "Authorization: secret1"), ("bearer abc123", "bearer secret1"),
        ("token=abc123&x=1", "token=secret1&x=1"), ("{\"password\":\"hun ter\"}", "{\"password\":\"secret1 ter\"}"),
        ("PASSWORD: hunter2", "PASSWORD: secret1"), ("api_key='k'", "api_key='secret1'"),
        ("https://joe:pw@home.tld/x", "https://secret1@host1.example/x"), (jwt, "secret1"),
        ("got \(jwt), then \(jwt)", "got secret1, then secret1"), ("\"eyJhbGciOiJSUzI1NiJ9\"", "\"secret1\""),
        ("key ghp_16C7e42F292c6912E7710c838347Ae178B4a", "key secret1"),
        ("hash 5f4dcc3b5aa765d61d8327deb882cf99", "hash secret1"),
        ("https://t.tld/0123456789abcdef/announce", "https://host1.example/secret1/announce"),
        ("http://t.tld/announce/0123456789ABCDEF0123?x=1", "http://host1.example/announce/secret1?x=1"),
        ("https://t.tld/rss?passkey=abc&u=1", "https://host1.example/rss?passkey=secret1&u=1"),
        ("passkey: 0a1b2c", "passkey: secret1"), ("torrent_pass=0a1b", "torrent_pass=secret1"),
        ("\"authkey\":\"k\"", "\"authkey\":\"secret1\""), ("rssKey=k1", "rssKey=secret1"),
        (
            "https://discord.com/api/webhooks/123456789012345678/aB3-dE5fG7hI9jK1lM3nO5",
            "https://host1.example/api/webhooks/secret1/secret2"
        ),
        (
            "https://hooks.slack.com/services/T01/B02/a1B2c3D4e5F6g7H8i9J0k1L2",
            "https://host1.example/services/T01/B02/secret1"
        ),
        ("https://api.telegram.org/bot110201543:AAHdqTcvCH1v/send", "https://host1.example/botsecret1/send"),
        ("mysql -uroot -phunter2 db", "mysql -uroot -psecret1 db"),
        ("sshpass -ppw ssh nas", "sshpass -psecret1 ssh nas"),
        ("MYSQL_ROOT_PASSWORD hunter2", "MYSQL_ROOT_PASSWORD secret1"), ("DB_PASS 'pw'", "DB_PASS 'secret1'"),
        ("PLEX_TOKEN  a-b", "PLEX_TOKEN  secret1"), ("SONARR__API_KEY k9", "SONARR__API_KEY secret1"),
        ("joe:pw@nas.lan", "secret1@host1.example"), ("dsn=root:pw@tcp(db:3306)", "dsn=secret1@tcp(db:3306)"),
        ("\"amqp\" (joe:p:w)", "\"amqp\" (joe:p:w)"),
        ("eth0 52:54:00:AB:cd:01 up", "eth0 mac1 up"), ("52-54-00-ab-cd-01 is 52:54:00:AB:CD:01", "mac1 is mac1"),
        ("/home/jane/media: no such file", "/home/user1/media: no such file"),
        ("open \"/Users/Jane\"", "open \"/Users/user1\""),
        ("/home/jane and /mnt/home/jane", "/home/user1 and /mnt/home/user1"),
        ("secret=abc, then passkey: abc", "secret=secret1, then passkey: secret1"),
    ]

    @Test("what a stranger should not read is masked", arguments: texts)
    func masked(text: String, expected: String) {
        var masks = Masks()
        #expect(masks.masked(text) == expected)
    }

    @Test(
        "what says nothing about anybody stays",
        arguments: [
            "12:03:04", "std::vector", "a :: b", "v1.36.1+k3s1", "1.2.3", "300.1.2.3", "2026-11-24", "config.yaml",
            "lscr.io/linuxserver/radarr:latest", "registry.k8s.io/pause:3.9", "deployment.apps/radarr",
            "radarr.kubeseed.svc.cluster.local", "0/1 nodes are available: 1 Insufficient cpu.",
            "Back-off restarting failed container radarr in pod radarr-5754c5db7d-pm4lh_kubeseed(b5b6f5ec-c947-4f5e)",
            "image@sha256:5f4dcc3b5aa765d61d8327deb882cf995f4dcc3b5aa765d61d8327deb882cf99",
            "couldn't find key DB_PASSWORD in Secret kubeseed/db", "DB_PASSWORD is not set", "kubectl get -pod x",
            "radarr:5.1@sha256:5f4dcc3b5aa765d61d8327deb882cf995f4dcc3b5aa765d61d8327deb882cf99", "-p 8080:80",
            "/api/v1/namespaces/kubeseed/pods/radarr-5754c5db7d-pm4lh/log",
            "/var/lib/kubelet/pods/b5b6f5ec-c947-4f5e-8a9b",
            "12:03:04:05", "secret \"radarr-tls\" not found", "no token", "4.0.9.2244-ls12",
        ])
    func kept(text: String) {
        var masks = Masks()
        #expect(masks.masked(text) == text)
    }

    @Test("names of applications and pods stay, whatever they look like")
    func names() {
        var masks = Masks(keeping: ["n8n.io", "app1234567890abcdef1234-x2x9q"], hosts: ["blog.home.tld"])
        let text = "pod/app1234567890abcdef1234-x2x9q of n8n.io"
        #expect(masks.masked(text) == text)
    }

    @Test("hosts of the cluster are found wherever they stand")
    func knownHosts() {
        var masks = Masks(keeping: ["radarr", "blog.home.tld"], hosts: ["Radarr.home.tld", "blog.home.tld"])
        #expect(masks.masked("secret radarr-home-tld-tls") == "secret host1.example-tls")
        #expect(masks.masked("RADARR.HOME.TLD") == "host1.example")
        #expect(masks.masked("home.tld-tls of home.tld") == "host2.example-tls of host2.example")
        // An application that is called like a host tells the host.
        #expect(masks.masked("blog.home.tld") == "host3.example")
        #expect(masks.masked("radarr") == "radarr")
    }

    @Test("a mask is not masked again")
    func twice() {
        var masks = Masks(hosts: ["a.home.tld"])
        let once = masks.masked("a.home.tld 10.0.0.1 x@y.zz token=abc \(Self.jwt)")
        #expect(masks.masked(once) == once)
    }

    @Test("a long line takes no long time", .timeLimit(.minutes(30)))
    func long() {
        var masks = Masks(hosts: ["a.home.tld"])
        for piece in ["a.", "1.", ":", "a-", "eyJ", "@", "token=", "/", "/a0", "00:", "A_", " -p", "a:b"] {
            _ = masks.masked(String(repeating: piece, count: 300))
        }
    }
}
