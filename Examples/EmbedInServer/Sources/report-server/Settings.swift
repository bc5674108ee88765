import Foundation

/// What the command line says.
struct Settings {
    var reports = ""
    var accounts: String?
    var host = "127.0.0.1"
    var port: UInt16 = 8080

    init(_ arguments: [String]) throws(SettingsError) {
        let usage = SettingsError(
            "Usage: report-server REPORTS.json [--accounts ACCOUNTS.json] [--host ADDRESS] [--port NUMBER]", code: 64)
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--accounts":
                guard let file = rest.popFirst() else { throw usage }
                accounts = file
            case "--host":
                guard let address = rest.popFirst() else { throw usage }
                host = address
            case "--port":
                guard let number = rest.popFirst().flatMap(UInt16.init) else { throw usage }
                port = number
            default:
                guard reports.isEmpty, !word.hasPrefix("-") else { throw usage }
                reports = word
            }
        }
        guard !reports.isEmpty else { throw usage }
    }
}

/// What is wrong with the command line or the files it names.
struct SettingsError: Error, CustomStringConvertible {
    let description: String
    /// What the program ends with.
    let code: Int32

    init(_ description: String, code: Int32 = 65) {
        self.description = description
        self.code = code
    }
}

/// Reads JSON, with the file and the place in it where something is wrong.
func decode<Value: Decodable>(_ type: Value.Type, from file: URL) throws(SettingsError) -> Value {
    do {
        return try JSONDecoder().decode(type, from: Data(contentsOf: file))
    } catch let error as DecodingError {
        switch error {
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
            throw SettingsError("\(file.path): \(place(context.codingPath))\(context.debugDescription)")
        case .keyNotFound(let key, let context):
            throw SettingsError("\(file.path): \(place(context.codingPath))The key “\(key.stringValue)” is missing.")
        @unknown default: throw SettingsError("\(file.path): \(error)")
        }
    } catch {
        throw SettingsError("\(file.path): The file cannot be read: \(error.localizedDescription)")
    }
}

/// Where in a file something is.
///
/// Keys can be tokens, so that only numbers and our own names are said.
private func place(_ path: [any CodingKey]) -> String {
    guard let index = path.compactMap(\.intValue).first else { return "" }
    return "Item \(index + 1): "
}
