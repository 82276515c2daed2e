/// What visitors do, each over a connection of their own.
extension RunningAmparo {
    package func get(_ path: String, host: String = "localhost", _ headers: [String: String] = [:]) async throws -> HTTPAnswer {
        try await ask("GET", path, host, headers)
    }

    package func head(_ path: String, _ headers: [String: String] = [:]) async throws -> HTTPAnswer {
        try await ask("HEAD", path, "localhost", headers)
    }

    package func ask(_ method: String, _ path: String, _ host: String = "localhost", _ headers: [String: String] = [:]) async throws -> HTTPAnswer {
        let visitor = try await connect()
        let answer = try await visitor.send(method, path, headers: headers.merging(["host": host]) { own, _ in own })
        await visitor.close()
        return answer
    }

    package func post(
        _ path: String, _ form: [(String, String)], host: String = "localhost", _ headers: [String: String] = [:]
    ) async throws -> HTTPAnswer {
        let visitor = try await connect()
        let answer = try await visitor.post(path, form: form, headers: headers.merging(["host": host]) { own, _ in own })
        await visitor.close()
        return answer
    }

    package func post(json: String, to path: String, host: String = "localhost", _ headers: [String: String] = [:]) async throws -> HTTPAnswer {
        let visitor = try await connect(), usual = ["content-type": "application/json", "accept": "application/json", "host": host]
        let answer = try await visitor.post(path, json, headers: headers.merging(usual) { own, _ in own })
        await visitor.close()
        return answer
    }

    /// Opens the report form and sends it, as somebody does who wrote. Returns the answer to the form.
    @discardableResult
    package func report(
        _ quantity: Int, of slug: String = "77-21", by channel: String = "email", in language: String = "en", host: String = "localhost"
    ) async throws -> HTTPAnswer {
        let form = try await get("/\(language)/actions/\(slug)/report", host: host).hidden
        let fields = form.map { ($0.key, $0.value) } + [("channel", channel), ("quantity", String(quantity))]
        return try await post("/\(language)/actions/\(slug)/reports", fields, host: host)
    }

    /// Asks again until the answer is as it should be: pages may lag behind a change by a second, and a busy machine adds to it.
    package func eventually(
        _ path: String, host: String = "localhost", _ headers: [String: String] = [:], within patience: Duration = .seconds(30),
        _ isGood: (HTTPAnswer) -> Bool
    ) async throws -> HTTPAnswer {
        let start = ContinuousClock.now
        while true {
            let answer = try await get(path, host: host, headers)
            if isGood(answer) || ContinuousClock.now - start > patience { return answer }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
