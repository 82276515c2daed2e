/// Where measures are told to whoever watches over the server. Nowhere unless a port is set.
struct MetricsSettings: Sendable {
    let host: Setting<String>
    let port: Setting<Int?>

    init(_ reading: inout SettingsReading) {
        host = reading.setting(.metricsHost, else: "127.0.0.1", read: Settings.someText)
        port = reading.setting(.metricsPort, else: nil) { text throws(Unfit) in try Settings.number(text, in: 1...65_535) }
    }

    var lines: [(name: String, value: String, origin: String)] {
        guard let number = port.value else { return [("metrics.port", "none", port.origin)] }
        return [("metrics.host", host.value, host.origin), ("metrics.port", String(number), port.origin)]
    }
}
