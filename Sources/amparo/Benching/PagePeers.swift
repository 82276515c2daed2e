import Foundation

/// What pages are measured beside: nginx serving files on this machine with settings of its own.
struct PagePeers {
    let nginx = OutsideTool(path: "/usr/sbin/nginx")
    let cores: Int
    /// For the settings and the files, and nothing outside of it.
    let folder: String

    /// Lets nginx serve `files` beside `body`, which is told its port.
    func withServer<T>(of files: [String: [UInt8]], _ body: (Int) async throws -> T) async throws -> T {
        let port = try FreePort.number()
        try FileManager.default.createDirectory(atPath: "\(folder)/html", withIntermediateDirectories: true)
        for (name, bytes) in files { try Foundation.Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/html/\(name)")) }
        try settings(port).write(toFile: "\(folder)/nginx.conf", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        return try await nginx.whileRunning(["-e", "\(folder)/error.log", "-p", folder, "-c", "\(folder)/nginx.conf"]) {
            for _ in 0..<200 where !FreePort.answers(port) { try await Task.sleep(for: .milliseconds(20)) }
            let result: Result<T, any Error>
            do { result = .success(try await body(port)) } catch { result = .failure(error) }
            // asked to, it ends its workers too; killed, it would leave them behind
            if let master { kill(master, SIGTERM) }
            for _ in 0..<100 where FreePort.answers(port) { try await Task.sleep(for: .milliseconds(20)) }
            return try result.get()
        }
    }

    private var master: pid_t? {
        (try? String(contentsOfFile: "\(folder)/nginx.pid", encoding: .utf8)).flatMap { pid_t($0.filter(\.isNumber)) }
    }

    /// As fast as files can be had: sent by the kernel, kept open, no log; one worker a core.
    private func settings(_ port: Int) -> String {
        """
        daemon off; master_process on; worker_processes \(cores); pid \(folder)/nginx.pid; error_log \(folder)/error.log;
        \(getuid() == 0 ? "user root;" : "")
        events { worker_connections 4096; }
        http {
            access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=100; default_type text/html; charset utf-8;
            client_body_temp_path \(folder)/body; proxy_temp_path \(folder)/proxy; fastcgi_temp_path \(folder)/fastcgi;
            uwsgi_temp_path \(folder)/uwsgi; scgi_temp_path \(folder)/scgi;
            server {
                listen 127.0.0.1:\(port) backlog=1024; root \(folder)/html;
                location = /page.gz { add_header content-encoding gzip; add_header vary Accept-Encoding; }
                location = /page.br { add_header content-encoding br; add_header vary Accept-Encoding; }
            }
        }
        """
    }

    /// Seconds that nginx's workers have made all cores work so far (proc(5), `stat`).
    func computingTime() -> Double {
        let ours = master ?? 0
        let children = (try? String(contentsOfFile: "/proc/\(ours)/task/\(ours)/children", encoding: .utf8)) ?? ""
        return children.split(separator: " ").reduce(0) { sum, worker in
            let stat = (try? String(contentsOfFile: "/proc/\(worker)/stat", encoding: .utf8)) ?? ""
            let fields = (stat.split(separator: ")").last ?? "").split(separator: " ")
            guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return sum }
            return sum + (user + system) / Double(sysconf(CInt(_SC_CLK_TCK)))
        }
    }
}
