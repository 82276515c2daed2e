/// The pages of a desk, found by going from the first one along its links, one of each shape.
struct DeskPages {
    let port: Int
    let host: String
    let cookie: String

    /// So many shapes at most.
    private static let limit = 60

    func request(_ path: String) -> PageRequest {
        PageRequest(port: port, path: path, host: host, cookie: cookie)
    }

    /// In the order in which they were found. Throws when one does not come.
    func paths() async throws -> [String] {
        var found = ["/desk"], shapes: Set<String> = ["/desk"], next = 0
        while next < found.count, found.count < Self.limit {
            let path = found[next]
            next += 1
            guard let answer = await request(path).times(1).last, answer.status == 200 else {
                throw Complaint("\(host)\(path) did not come.", status: .fault)
            }
            for link in Self.links(in: String(decoding: answer.bytes, as: UTF8.self)) where shapes.insert(Self.shape(link)).inserted {
                if await request(link).times(1).last?.status == 200 { found.append(link) }
            }
        }
        return found
    }

    /// A path with a star for whatever differs from row to row: "/desk/actions/*", "/desk/log?before=*".
    static func shape(_ path: String) -> String {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let place = parts[0].split(separator: "/").map { $0.contains(where: \.isNumber) || $0.count > 24 ? "*" : String($0) }.joined(separator: "/")
        guard parts.count > 1 else { return "/" + place }
        let query = parts[1].split(separator: "&").map { field in field.split(separator: "=")[0] + "=*" }.joined(separator: "&")
        return "/\(place)?\(query)"
    }

    private static func links(in page: String) -> [String] {
        page.matches(of: /href="(\/desk[^"#]*)"/).map { String($0.1).replacing("&amp;", with: "&").replacing("&#x3D;", with: "=") }
            .filter { !$0.contains("sign-out") }
    }
}
