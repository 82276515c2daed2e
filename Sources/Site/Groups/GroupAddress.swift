package import Campaign
import Documents

/// Where a group reports, as it is told to the group: on the host of its section.
package struct GroupAddress {
    /// The whole address. Names under `localhost` are reached through the program's own port.
    package let text: String

    package init(_ group: WritingGroup, of section: Section, port: Int) {
        let language = section.languages.first ?? Language(rawValue: "en")
        text = Origins.text(of: section, port: port) + Links.group(group.code, language)
    }
}
