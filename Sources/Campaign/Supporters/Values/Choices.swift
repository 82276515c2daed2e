package import Documents

/// What somebody wants to hear of. Nothing chosen of a kind means all of that kind.
package struct Choices: Sendable, Equatable {
    /// Languages besides the one we write in, in which a case may reach them.
    package var languages: Set<Language> = []
    package var countries: Set<Country> = []
    package var regions: Set<Region> = []
    package var topics: Set<Topic> = []
    /// The ways in which they can write.
    package var channels: Set<Channel> = []

    package init() {}

    /// Whether an action is one of those they asked for: by place, by topic, and by a way they can use.
    ///
    /// A country and a region widen each other ("Peru, and all of Africa"). A case that names no country, no topic or no channel is
    /// kept from nobody for that.
    package func include(_ matter: Matter) -> Bool {
        includePlace(of: matter) && meet(topics, matter.topics) && meet(channels, matter.channels)
    }

    private func includePlace(of matter: Matter) -> Bool {
        if countries.isEmpty && regions.isEmpty || matter.countries.isEmpty { return true }
        return !countries.isDisjoint(with: matter.countries) || !regions.isDisjoint(with: matter.countries.compactMap(Region.init(of:)))
    }

    private func meet<Value>(_ wanted: Set<Value>, _ there: Set<Value>) -> Bool {
        wanted.isEmpty || there.isEmpty || !wanted.isDisjoint(with: there)
    }
}

/// What choosing looks at in an action.
package struct Matter: Sendable, Equatable {
    package let countries: Set<Country>
    package let topics: Set<Topic>
    package let channels: Set<Channel>

    package init(countries: Set<Country>, topics: Set<Topic>, channels: Set<Channel>) {
        self.countries = countries
        self.topics = topics
        self.channels = channels
    }
}
