/// Takes notices to the browsers of those who gave no address.
package struct PushCarrier: AlertCarrier {
    let pusher: any Pusher
    let catalogue: Catalogue

    package init(pusher: any Pusher, catalogue: Catalogue) {
        self.pusher = pusher
        self.catalogue = catalogue
    }

    package func reaches(_ notice: AlertNotice) -> Bool { notice.address == nil && notice.browser != nil }

    package func carry(_ notice: AlertNotice) async -> Carriage {
        guard notice.address == nil, let browser = notice.browser else { return .notMine }
        let label = catalogue[notice.language].text("browser.stop")
        let shown = PushNotice(
            title: notice.subject, body: notice.summary, url: notice.link, stop: (notice.stop, label), tag: notice.id, language: notice.language)
        return await pusher.push(shown, notice.isSameDay ? .urgent : .usual, to: browser, of: notice.supporter, in: notice.section)
    }
}
