import Storage

/// Whether somebody writes alone or with a group, which wants packs rather than single letters.
package enum Network: String, Sendable, Codable, CaseIterable, Bindable, Readable { case person, group }
