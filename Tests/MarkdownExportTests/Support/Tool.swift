import TestSupport

extension Tool {
    /// Python with PyYAML; the make file names the interpreter that has it.
    static let python = Tool.python(with: "yaml")
}
