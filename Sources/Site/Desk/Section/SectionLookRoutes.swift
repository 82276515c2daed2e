import Campaign
import Documents
import Hummingbird
import Storage

/// A section's colours and logo.
struct SectionLookRoutes: Sendable {
    let shell: DeskShell
    let sections: SectionOperations

    func add(to router: Router<Visitor>) {
        router.get("desk/section/:code/look", use: shell.answer(.arrange) { try await show($0, typed: nil, FormProblems()) })
        router.post("desk/section/:code/look", use: shell.answer(.arrange, change))
        router.post("desk/section/:code/logo", use: shell.answer(.arrange, takeLogo))
        router.post("desk/section/:code/logo-removal", use: shell.answer(.arrange, removeLogo))
    }

    private func show(_ asked: DeskShell.Asked, typed: FormBody?, _ problems: FormProblems) async throws -> Response {
        let reader = asked.reader, section = try await shell.arranged(asked), code = section.code
        let groups = Look.Theme.allCases.map { theme in
            SettingForm.Group(
                legend: reader.text("desk.look_\(theme.rawValue)"),
                settings: Look.Token.allCases.map { token in
                    let spot = Look.Spot(theme, token)
                    return SettingField(
                        .colour, spot.name, reader.text("desk.look_\(token.rawValue)"), value: typed?[spot.name] ?? section.look[spot].description,
                        problem: problems[spot.name].map(reader.words.text))
                })
        }
        let colours = SettingForm(
            to: SectionLinks.look(code), reader.text("desk.save"), heading: reader.text("desk.look_colours"),
            explanation: reader.text("desk.look_text"), groups: groups)
        let logo = SettingForm(
            to: SectionLinks.logo(code), reader.text("desk.logo_button"), hasFile: true, heading: reader.text("desk.logo"),
            explanation: reader.text("desk.logo_text"),
            [
                SettingField(
                    .file, "logo", reader.text("desk.logo_file"), problem: problems["logo"].map(reader.words.text),
                    accepts: "image/png,image/jpeg,image/webp"),
                SettingField(
                    .line, "words", reader.text("desk.logo_words"), hint: reader.text("desk.logo_words_hint"),
                    value: section.look.logo?.words ?? section.name, isNeeded: true),
            ])
        let removal = SettingForm(to: SectionLinks.logoRemoval(code), reader.text("desk.logo_remove"), isGrave: true)
        let page = RoomPage(
            title: section.name, tabs: shell.tabs(of: section, at: SectionLinks.look(code), reader), problems: problems,
            picture: section.look.logo.map { LookRoutes.picture($0, of: code) },
            forms: [colours, logo] + (section.look.logo == nil ? [] : [removal]),
            layout: shell.layout(section.name, asked, at: SectionLinks.all), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    @Sendable private func change(_ asked: DeskShell.Asked) async throws -> Response {
        let form = try await asked.form(), section = try await shell.arranged(asked)
        var look = Look(), problems = FormProblems()
        for spot in Look.Spot.all {
            if let colour = Colour(form[spot.name] ?? "") { look[spot] = colour } else { problems.add(spot.name, Message("desk.problem_colour")) }
        }
        guard problems.isEmpty else { return try await show(asked, typed: form, problems) }
        do {
            try await sections.dress(look, of: section.code, by: asked.at.member.id.text)
            try await shell.site.sections.reload()
            return .redirect(to: SectionLinks.look(section.code), type: .normal)
        } catch let problems as FormProblems {
            return try await show(asked, typed: form, problems)
        }
    }

    @Sendable private func takeLogo(_ asked: DeskShell.Asked) async throws -> Response {
        let section = try await shell.arranged(asked)
        guard let form = try? await MultipartBody.read(asked.request, within: .init(bytes: UploadRoom.logo)), let bytes = form.file("logo"),
            let png = await shell.site.press.picture(bytes, width: 640, height: 192), png.count <= 300_000,
            let logo = LogoPicture(png: png, words: form["words"] ?? "")
        else { return try await show(asked, typed: nil, FormProblems("logo", Message("desk.problem_picture"))) }
        try await sections.dress(logo, of: section.code, by: asked.at.member.id.text)
        try await shell.site.sections.reload()
        return .redirect(to: SectionLinks.look(section.code), type: .normal)
    }

    @Sendable private func removeLogo(_ asked: DeskShell.Asked) async throws -> Response {
        let section = try await shell.arranged(asked)
        try await sections.dress(nil, of: section.code, by: asked.at.member.id.text)
        try await shell.site.sections.reload()
        return .redirect(to: SectionLinks.look(section.code), type: .normal)
    }
}
