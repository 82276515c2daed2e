/// Reads settings one by one, the first place that speaks of each deciding, and gathers all that is wrong.
struct SettingsReading {
    private let layers: [SettingsLayer]
    private(set) var problems: [String] = []

    /// Flags before the environment before the file.
    init(flags: [SettingKey: String], file: String?) async {
        var layers = [SettingsLayer.flags(flags), .environment]
        if let file {
            do throws(Unfit) {
                layers.append(try await .file(file))
            } catch {
                problems.append("\(file) must be \(error.wanted).")
            }
        }
        self.layers = layers
    }

    /// Settings that are each well and do not go together.
    mutating func object(_ sentence: String) {
        problems.append(sentence)
    }

    /// The value of `key`, or `usual` when nobody speaks of it. What cannot be read becomes a problem.
    mutating func setting<Value: Sendable>(
        _ key: SettingKey, else usual: Value, read: (String) throws(Unfit) -> Value
    ) -> Setting<Value> {
        for layer in layers {
            do throws(Unfit) {
                guard let text = try layer.text(key) else { continue }
                return Setting(value: try read(text), origin: layer.origin(of: key))
            } catch {
                problems.append("\(layer.origin(of: key)) must be \(error.wanted).")
                return Setting(value: usual, origin: layer.origin(of: key))
            }
        }
        return Setting(value: usual, origin: "default")
    }
}
