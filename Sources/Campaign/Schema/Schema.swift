package import Storage

/// The ordered list of migrations. Append only: a released one never changes.
package enum Schema {
    package static let migrations: [Migration] = [
        .sections,
        .actions,
        .texts,
        .editions,
        .reports,
        .imports,
        .events,
        .chains,
        .postage,
        .officials,
        .groups,
        .jobs,
        .supporters,
        .alerts,
        .extensions,
        .supporterWishes,
        .ownCountry,
        .push,
        .staff,
        .alertChecks,
        .manuscripts,
        .followUps,
        .reviews,
        .counting,
        .deskRooms,
        .adoptions,
        .deliveriesBySupporter,
        .phones,
        .erasedNames,
        .translations,
        .officeTasks,
        .collections,
    ]
}
