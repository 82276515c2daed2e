import Documents
package import Storage

extension Connection {
    package func alert(_ id: Alert.ID) throws -> Alert {
        guard let row = try row("SELECT * FROM alert WHERE id = \(id)") else { throw AlertRefusal.unknown(id.text) }
        return try Alert(row)
    }

    package func texts(of alert: Alert.ID) throws -> [AlertText] {
        try rows("SELECT * FROM alert_text WHERE alert_id = \(alert) ORDER BY language").map(AlertText.init)
    }

    /// Puts a draft in place of the draft there is. One that says the same stays, with those who looked at it: an event's job may come after
    /// them. Nil when the alert is no draft any more: what was approved stays as it was read.
    func enter(_ alert: Alert, _ texts: [AlertText]) throws -> Alert.ID? {
        if let same = try draft(like: alert, saying: texts) { return same }
        let entered = try row(
            """
            INSERT INTO alert (id, section, output_id, kind, about_day, state, same_day, created_at, composed_by)
            VALUES (\(alert.id), \(alert.section), \(alert.output), \(alert.kind), \(alert.aboutDay?.text ?? ""), \(Alert.State.draft),
                \(alert.isSameDay), \(alert.createdAt), \(alert.checks.composedBy))
            ON CONFLICT (section, output_id, kind, about_day) DO UPDATE SET created_at = excluded.created_at, composed_by = excluded.composed_by,
                tested_at = NULL, tested_by = NULL, read_at = NULL, read_by = NULL WHERE alert.state = \(Alert.State.draft)
            RETURNING id
            """
        )
        guard let id: Alert.ID = try entered?("id") else { return nil }
        try execute("DELETE FROM alert_text WHERE alert_id = \(id)")
        for text in texts {
            try execute(
                """
                INSERT INTO alert_text (alert_id, language, subject, plain, html, short)
                VALUES (\(id), \(text.language), \(text.subject), \(text.plain), \(text.html), \(text.short))
                """
            )
        }
        return id
    }

    private func draft(like alert: Alert, saying texts: [AlertText]) throws -> Alert.ID? {
        guard let there = try alertInPlace(of: alert), try there("state") == Alert.State.draft else { return nil }
        let id: Alert.ID = try there("id")
        let kept = try self.texts(of: id)
        return kept.count == texts.count && texts.allSatisfy(kept.contains) ? id : nil
    }

    /// The state of the alert that has the place of `draft`.
    func state(of draft: Alert) throws -> Alert.State {
        try alertInPlace(of: draft)?("state") ?? .draft
    }

    private func alertInPlace(of draft: Alert) throws -> Row? {
        try row(
            """
            SELECT id, state FROM alert WHERE section = \(draft.section) AND output_id = \(draft.output) AND kind = \(draft.kind)
                AND about_day = \(draft.aboutDay?.text ?? "")
            """
        )
    }

    func approve(_ alert: Alert.ID, sameDay: Bool, network: Network?, isEmergency: Bool, by name: String, at now: Instant) throws {
        try execute(
            """
            UPDATE alert SET state = \(Alert.State.approved), same_day = \(sameDay), network = \(network), approved_at = \(now),
                approved_by = \(name), emergency = \(isEmergency)
            WHERE id = \(alert)
            """
        )
    }

    func stop(_ alert: Alert.ID, by name: String, at now: Instant) throws {
        try execute("UPDATE alert SET state = \(Alert.State.stopped), stopped_at = \(now), stopped_by = \(name) WHERE id = \(alert)")
    }

    func move(_ alert: Alert.ID, to state: Alert.State) throws {
        try execute("UPDATE alert SET state = \(state) WHERE id = \(alert) AND state <> \(Alert.State.stopped)")
    }

    /// Of all alerts that are sent, those of which nothing waits any more are done. Their digests may still be to come.
    func settleAlerts() throws {
        for row in try rows("SELECT id FROM alert WHERE state = \(Alert.State.sending)") {
            let id: Alert.ID = try row("id")
            if try !waits(id) { try move(id, to: .done) }
        }
    }

    private func waits(_ alert: Alert.ID) throws -> Bool {
        try row("SELECT 1 AS one FROM alert WHERE id = \(alert) AND handed_up_to < selected_up_to") != nil
            || row("SELECT 1 AS one FROM delivery_stretch WHERE alert_id = \(alert) LIMIT 1") != nil
            // The condition on the alert is no column: few rows have a turn of their own, and the index finds them.
            || row(
                """
                SELECT 1 AS one FROM delivery WHERE in_digest = \(false) AND due_at IS NOT NULL AND alert_id || '' = \(alert) LIMIT 1
                """) != nil
    }

    func hasSendingAlert() throws -> Bool {
        try row("SELECT 1 AS one FROM alert WHERE state = \(Alert.State.sending) LIMIT 1") != nil
    }

    /// What of the output's action decides whether an alert of that section is still true.
    func facts(of output: Output.ID, for section: Section.Code) throws -> AlertFacts {
        let row = try row(
            """
            SELECT o.act_until, o.ended_on, o.end_reason, NOT (\(SQL.isShown(by: section))) AS hidden,
                EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = o.action_id) AS withdrawn,
                EXISTS (SELECT 1 FROM output n WHERE n.action_id = o.action_id AND n.ordinal > o.ordinal AND n.published_at IS NOT NULL) AS succeeded
            FROM output o WHERE o.id = \(output)
            """
        )
        guard let row else { return AlertFacts(isWithdrawn: true, hasSuccessor: false, actUntil: nil, hasEnded: false) }
        let ending = try Ending(row), isWithdrawn: Bool = try row("withdrawn"), isHidden: Bool = try row("hidden")
        return AlertFacts(
            isWithdrawn: isWithdrawn || isHidden, hasSuccessor: try row("succeeded"),
            actUntil: try lastDay(of: output, stated: row("act_until"), for: section), hasEnded: ending != nil)
    }

    private func lastDay(of output: Output.ID, stated: Day?, for section: Section.Code) throws -> Day? {
        LastDay.of(
            document: stated,
            own: try row("SELECT act_until FROM adoption WHERE output_id = \(output) AND section = \(section)")?("act_until"),
            extensions: try extensions(of: output).map { ($0.section, $0.until) }, for: section)
    }

    /// The action an output belongs to.
    func reference(ofOutput output: Output.ID) throws -> Reference {
        let row = try row("SELECT a.series, a.serial, a.year FROM output o JOIN action a ON a.id = o.action_id WHERE o.id = \(output)")
        guard let row else { throw AlertRefusal.unknown(output.text) }
        return try Reference(row)
    }

    func topics(of action: Action.ID) throws -> [Topic] {
        try rows("SELECT topic FROM action_topic WHERE action_id = \(action)").compactMap { Topic(rawValue: try $0("topic")) }
    }

    /// Published outputs that want letters of the section's readers until that day, and have no successor.
    func outputs(until day: Day, for section: Section.Code) throws -> [Output.ID] {
        try rows(
            """
            SELECT o.id, o.act_until FROM output o
            WHERE o.id IN (SELECT p.id FROM output p WHERE p.act_until = \(day)
                           UNION SELECT x.output_id FROM deadline_extension x WHERE x.until = \(day) AND \(SQL.extensionHolds(for: section))
                           UNION SELECT d.output_id FROM adoption d WHERE d.section = \(section) AND d.act_until = \(day))
                AND o.published_at IS NOT NULL AND \(SQL.isShown(by: section))
                AND o.ended_on IS NULL AND o.end_reason IS NULL
                AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.action_id = o.action_id)
                AND NOT EXISTS (SELECT 1 FROM output n WHERE n.action_id = o.action_id AND n.ordinal > o.ordinal AND n.published_at IS NOT NULL)
            """
        ).filter { try lastDay(of: $0("id"), stated: $0("act_until"), for: section) == day }.map { try $0("id") }
    }
}

extension Alert {
    init(_ row: Row) throws {
        let about: String = try row("about_day")
        self.init(
            id: try row("id"), section: try row("section"), output: try row("output_id"), kind: try row("kind"), aboutDay: Day(about),
            state: try row("state"), isSameDay: try row("same_day"), network: try row("network"), createdAt: try row("created_at"),
            approvedAt: try row("approved_at"),
            approvedBy: try row("approved_by"), stoppedAt: try row("stopped_at"), stoppedBy: try row("stopped_by"), checks: try AlertChecks(row)
        )
    }
}

extension AlertText {
    init(_ row: Row) throws {
        self.init(
            language: try row("language"), subject: try row("subject"), plain: try row("plain"), html: try row("html"), short: try row("short")
        )
    }
}
