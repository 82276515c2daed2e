import Foundation
package import Campaign

/// A photograph of a letter, red above and white below, with the place where it was taken and a remark in it.
package enum SamplePhoto {
    package static let jpeg = Array(Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())

    /// Where Pillow is, in the repository's own environment.
    package static let press = Press(
        python: URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".venv/bin/python").path)

    private static let text = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/4QCkRXhpZgAATU0AKgAAAAgAAgEOAAIAAAAPAAAAJoglAAQAAAABAAAANgAAAAB0aGUgc2FmZSBob3VzZQAAAAQAAQACAAAAAk4AAAAAAgAFAAAA
        AwAAAGwAAwACAAAAAkUAAAAABAAFAAAAAwAAAIQAAAAAAAAALgAAAAEAAAA5AAAAAQAAAAAAAAABAAAABwAAAAEAAAAaAAAAAQAAAAAAAAAB/9sAQwANCQoLCggNCwoLDg4NDxMgFRMS
        EhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P
        T09PT09PT09P/8AAEQgAUAA8AwEiAAIRAQMRAf/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGh
        CCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TF
        xsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXET
        IjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2
        t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz9PX29/j5+v/aAAwDAQACEQMRAD8AwqKKK84+xCiiigAooooAKKKKAO2/4QD/AKin/kv/APZUf8IB/wBRT/yX/wDsq7Wiu32U
        Ox81/aGI/m/Bf5HFf8IB/wBRT/yX/wDsqP8AhAP+op/5L/8A2VdrRR7KHYP7QxH834L/ACOK/wCEA/6in/kv/wDZUf8ACAf9RT/yX/8Asq7Wij2UOwf2hiP5vwX+RxX/AAgH/UU/8l//
        ALKj/hAP+op/5L//AGVdrRR7KHYP7QxH834L/IKKKK0OMKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigD/9k=
        """
}
