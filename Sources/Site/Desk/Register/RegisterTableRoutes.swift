import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// The register as a table of comma-separated values: in, tried first, and out.
struct RegisterTableRoutes: Sendable {
    let shell: DeskShell
    let register: RegisterOperations

    func add(to router: Router<Visitor>) {
        router.get("desk/register/table.csv", use: shell.answer(.keepRegister, export))
        router.post("desk/register/table", use: shell.answer(.keepRegister, take))
    }

    static func forms(_ reader: Reader, problem: String? = nil) -> [SettingForm] {
        [
            SettingForm(
                to: RegisterLinks.table, reader.text("desk.table_button"), hasFile: true, heading: reader.text("desk.table_title"),
                explanation: reader.text("desk.table_text"),
                [
                    SettingField(.file, "table", reader.text("desk.logo_file"), problem: problem, accepts: ".csv,text/csv"),
                    SettingField(.tick, "really", reader.text("desk.table_really")),
                ]),
            SettingForm(to: RegisterLinks.export, reader.text("desk.table_export"), isSearch: true),
        ]
    }

    @Sendable private func export(_ asked: DeskShell.Asked) async throws -> Response {
        let text = try await shell.site.database.read { db in CSVTable.text(try db.register().rows) }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present", .contentDisposition: "attachment; filename=\"officials.csv\"",
                .cacheControl: Caching.never.directive,
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    @Sendable private func take(_ asked: DeskShell.Asked) async throws -> Response {
        let reader = asked.reader
        guard let form = try? await MultipartBody.read(asked.request, within: .init(bytes: UploadRoom.table)), let bytes = form.file("table") else {
            return try page(asked, nil, FormProblems("table", Message("desk.table_none")))
        }
        let table: CSVTable
        do { table = try CSVTable(bytes) } catch { return try page(asked, nil, FormProblems("table", error.message)) }
        let isDry = form["really"] == nil
        let result = try await register.take(table, source: "desk", by: asked.at.member.id.text, isDry: isDry)
        guard result.problems.isEmpty else {
            return try page(asked, problems(result.problems, reader), FormProblems("table", Message("desk.table_wrong")))
        }
        let key = isDry ? "desk.table_would" : "desk.table_done"
        let words = reader.text(key, ["added": String(result.added), "changed": String(result.changed), "linked": String(result.linked)])
        return try page(asked, nil, FormProblems(), notice: words)
    }

    private func page(_ asked: DeskShell.Asked, _ table: DeskTable?, _ problems: FormProblems, notice: String? = nil) throws -> Response {
        let reader = asked.reader, title = reader.text("desk.table_title")
        let page = RoomPage(
            title: title, problems: problems, notice: notice, tables: table.map { [$0] } ?? [],
            forms: Self.forms(reader, problem: problems["table"].map(reader.words.text)),
            layout: shell.layout(title, asked, at: RegisterLinks.officials), for: reader)
        return try shell.page(page, reader, problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Each row that is wrong, by its line.
    private func problems(_ problems: [TableProblem], _ reader: Reader) -> DeskTable {
        DeskTable(
            reader.text("desk.table_problems"), columns: [reader.text("desk.table_line"), reader.text("desk.table_problem")],
            rows: problems.prefix(200).map { [.init(String($0.line)), .init(reader.words.text($0.message))] }, empty: "")
    }
}

extension CSVFailure {
    /// What is wrong with the file, in words.
    fileprivate var message: Message {
        switch self {
        case .tooLarge: Message("desk.csv_large")
        case .notUTF8(let line): Message("desk.csv_encoding", ["line": String(line)])
        case .control(let line), .openQuote(let line), .afterQuote(let line), .cellTooLong(let line), .tooManyColumns(let line):
            Message("desk.csv_line", ["line": String(line)])
        case .empty: Message("desk.csv_empty")
        case .columnTwice(let column): Message("desk.csv_twice", ["column": column])
        }
    }
}
