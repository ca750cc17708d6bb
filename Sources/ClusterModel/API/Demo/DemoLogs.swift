/// What the containers of the seedbox write.
extension DemoLog {
    static func of(container: String) -> DemoLog {
        var log = written(by: container)
        log.seed = container.utf8.reduce(0) { $0 &* 0x1_0000_01B3 &+ UInt64($1) }
        return log
    }

    private static func written(by container: String) -> DemoLog {
        switch container {
        case "radarr": media("Radarr", "movie", "Dune.Part.Two.2024.1080p")
        case "sonarr", "sonarr4k": media("Sonarr", "series", "Severance.S02E0#.1080p")
        case "bazarr": media("Bazarr", "subtitle", "Severance.S02E0#.fr.srt")
        case "jackett": jackett
        case "plex": plex
        case "rutorrent", "rutorrent-2": rutorrent
        case "wordpress": wordpress
        case "db-wordpress": database
        case "n8nio": automation
        case "n8nio-job": DemoLog(opening: ["Initializing n8n process", "Migrations finished", "Done."], lines: [])
        case "wgeasy": wireguard
        case "flaresolverr": flaresolverr
        case "oauth": oauth
        case "overseerr": overseerr
        default: webServer(container)
        }
    }

    private static func media(_ name: String, _ thing: String, _ release: String) -> DemoLog {
        DemoLog(
            opening: [
                "[custom-init] No custom files found, skipping...",
                "[Info] Bootstrap: Starting \(name) - /app/\(name.lowercased())/bin/\(name) - Version 5.14.0.9383",
                "[Info] AppFolderInfo: Data directory is being overridden to [/config]",
                "[Info] Microsoft.Hosting.Lifetime: Application started. Press Ctrl+C to shut down.",
                "[ls.io-init] done.",
            ],
            lines: [
                "[Info] RssSyncService: Starting RSS Sync",
                "[Info] DownloadDecisionMaker: Processing ## releases",
                "[Info] RssSyncService: RSS Sync Completed. Reports found: ##, Reports grabbed: 0",
                "[Info] DownloadService: Report sent to rutorrent from indexer Jackett. \(release)",
                "[Info] ImportApprovedFiles: Imported \(thing) \(release)",
                "[Info] HousekeepingService: Running housecleaning tasks",
                "[Debug] Api: [GET] /api/v3/queue?page=1&pageSize=20: 200.OK (## ms)",
                "[Debug] Api: [GET] /api/v3/calendar: 200.OK (# ms)",
                "[Info] DiskScanService: Completed scanning disk for \(release)",
                "[Warn] Torznab: Indexer Jackett query took 4### ms",
                "[Warn] HttpClient: HTTP Error - Res: HTTP/1.1 [GET] http://jackett:9117/api: 503.ServiceUnavailable",
                "[Error] DownloadClient: Couldn't reach rutorrent: Connection refused (rutorrent:8080)",
            ], period: 3)
    }

    private static let jackett = DemoLog(
        opening: [
            "[ls.io-init] done.", "@ Info Starting Jackett v0.22.1042", "@ Info Now listening on: http://[::]:9117",
        ],
        lines: [
            "@ Info CardigannIndexer (yggtorrent): search took ### ms, ## releases",
            "@ Info Torznab search in nyaasi => Found ## releases [#### ms]",
            "@ Info Found 1## releases from 3 indexers",
            "@ Warn Indexer yggtorrent: the request was blocked by Cloudflare, trying flaresolverr",
            "@ Error Exception (yggtorrent): FlareSolverr was unable to process the request, timeout after 55 s",
        ], period: 5)

    private static let plex = DemoLog(
        opening: ["[services.d] starting services", "[services.d] done.", "Starting Plex Media Server."],
        lines: [
            "@ DEBUG - Request: [10.42.0.1:5#### (WAN)] GET /library/sections/#/all (## live) Signed-in",
            "@ DEBUG - Completed: [10.42.0.1:5####] 200 GET /library/metadata/4### ## ms",
            "@ INFO - [Transcoder] speed=#.#x, progress=##%",
            "@ DEBUG - Request: [10.42.0.1:5####] GET /:/timeline?state=playing&time=1####00",
            "@ INFO - Library section 1: scan finished in ## s, 0 new items",
            "@ WARN - MyPlex: attempted a reachability check but we're not yet mapped.",
            "@ WARN - SLOW QUERY: It took #20 ms to retrieve ## items.",
        ], period: 2)

    private static let rutorrent = DemoLog(
        opening: [
            "[rtorrent] starting rtorrent 0.9.8", "[nginx] nginx/1.26.2", "[php-fpm] ready to handle connections",
        ],
        lines: [
            "10.42.0.1 - admin \"POST /plugins/httprpc/action.php HTTP/1.1\" 200 #### \"-\"",
            "10.42.0.1 - admin \"POST /plugins/httprpc/action.php HTTP/1.1\" 200 1### \"-\"",
            "10.42.0.1 - admin \"GET /plugins/diskspace/action.php HTTP/1.1\" 200 6# \"-\"",
            "[rtorrent] tracker announce: udp://tracker.example:6969 ## peers",
            "[rtorrent] warning: tracker announce timed out: https://tracker.example/announce",
        ], period: 3)

    private static let wordpress = DemoLog(
        opening: [
            "WordPress found in /var/www/html",
            "AH00163: Apache/2.4.62 (Debian) PHP/8.3.14 configured -- resuming normal operations",
        ],
        lines: [
            "10.42.0.1 - - \"GET / HTTP/1.1\" 200 1#### \"-\" \"Mozilla/5.0\"",
            "10.42.0.1 - - \"GET /wp-login.php HTTP/1.1\" 200 4### \"-\" \"Mozilla/5.0\"",
            "10.42.0.1 - - \"POST /wp-admin/admin-ajax.php HTTP/1.1\" 200 4## \"-\" \"Mozilla/5.0\"",
            "10.42.0.1 - - \"GET /wp-content/themes/twentytwentyfive/style.css HTTP/1.1\" 304 1## \"-\"",
            "10.42.0.1 - - \"GET /?p=## HTTP/1.1\" 200 2#### \"-\" \"Mozilla/5.0\"",
            "10.42.0.1 - - \"GET /xmlrpc.php HTTP/1.1\" 405 3## \"-\" \"python-requests/2.32\"",
            "PHP Warning:  Undefined array key \"page\" in /var/www/html/wp-content/themes/twenty/functions.php on l. 4#",
            "10.42.0.1 - - \"GET /wp-json/wp/v2/posts HTTP/1.1\" 500 2## \"-\" \"Mozilla/5.0\"",
        ], period: 1.5)

    private static let database = DemoLog(
        opening: [
            "[Note] Starting MariaDB 11.6.2-MariaDB-ubu2404 as process 1",
            "[Note] InnoDB: Buffer pool(s) load completed",
            "[Note] mariadbd: ready for connections. Version: '11.6.2-MariaDB-ubu2404' port: 3306",
        ],
        lines: [
            "@ ## [Note] InnoDB: page_cleaner: 1000ms intended loop took 1###ms",
            "@ ## [Note] InnoDB: Dumping buffer pool(s) to /var/lib/mysql/ib_buffer_pool",
            "@ ## [Warning] Aborted connection ## to db: 'wordpress' user: 'wordpress' "
                + "(Got timeout reading communication packets)",
        ], period: 9)

    private static let automation = DemoLog(
        opening: [
            "n8n ready on 0.0.0.0, port 5678", "Version: 1.70.1",
            "Editor is now accessible via: https://n8nio.seedbox.example",
        ],
        lines: [
            ##"{"level":"info","message":"Workflow started","workflow":"Backup to NAS","id":"#"}"##,
            ##"{"level":"info","message":"Workflow finished","workflow":"Backup to NAS","id":"#","seconds":#.#}"##,
            ##"{"level":"info","message":"Workflow finished","workflow":"New episodes","id":"1#","seconds":#.#}"##,
            #"{"level":"error","message":"Workflow failed","workflow":"Weather","id":"7","error":"ETIMEDOUT"}"#,
        ], period: 7)

    private static let wireguard = DemoLog(
        opening: [
            "$ wg-quick up wg0", "[#] ip link add wg0 type wireguard", "Server listening on http://0.0.0.0:51821",
        ],
        lines: [
            "Server Debug: 10.8.0.# handshake ## seconds ago", "Server Debug: 10.8.0.# sent ### KiB, received ## KiB",
            "Server Debug: GET /api/wireguard/client 200",
        ], period: 6)

    private static let flaresolverr = DemoLog(
        opening: ["@ INFO     FlareSolverr 3.3.21", "@ INFO     Serving on http://0.0.0.0:8191"],
        lines: [
            "@ INFO     Incoming request => POST /v1 body: {'cmd': 'request.get', 'maxTimeout': 55000}",
            "@ INFO     Challenge detected. Title found: Just a moment...", "@ INFO     Challenge solved!",
            "@ INFO     Response in 1#.### s",
            "@ ERROR    Error: Error solving the challenge. Timeout after 55.0 seconds.",
        ], period: 8)

    private static let oauth = DemoLog(
        opening: ["time=@ level=info msg=\"Listening on :4181\""],
        lines: [
            "time=@ level=debug msg=\"Authenticating request\" source_ip=10.42.0.1",
            "time=@ level=debug msg=\"Allowing valid request\" source_ip=10.42.0.1",
            "time=@ level=warning msg=\"Cookie has expired\" source_ip=10.42.0.1",
        ], period: 4)

    private static let overseerr = DemoLog(
        opening: [
            "> overseerr@1.33.2 start", "@ [info]: Starting Overseerr version 1.33.2",
            "Error: SQLITE_CANTOPEN: unable to open database file",
            "    at Database.<anonymous> (/app/overseerr/node_modules/sqlite3/lib/sqlite3.js:76:19)",
            "Node.js v18.18.2",
        ], lines: [])

    private static func webServer(_ name: String) -> DemoLog {
        DemoLog(
            opening: ["[ls.io-init] done.", "\(name): starting", "\(name): listening"],
            lines: [
                "10.42.0.1 - - \"GET / HTTP/1.1\" 200 1### \"-\" \"Mozilla/5.0\"",
                "10.42.0.1 - - \"GET /api/status HTTP/1.1\" 200 ### \"-\" \"Mozilla/5.0\"",
                "\(name): info: scheduled task finished in ### ms",
                "\(name): warning: task \"cleanup\" took #.# s",
                "10.42.0.1 - - \"GET /favicon.ico HTTP/1.1\" 404 1## \"-\" \"Mozilla/5.0\"",
            ], period: 4)
    }
}
