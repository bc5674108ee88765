import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The settings of this process that an exporter must not notice.
enum ProcessSettings {
    /// Changes the time zone, the locale, the name of the user and the folders of this process.
    ///
    /// Only for a child process, before anything else runs in it: the environment belongs to all threads.
    static func apply(_ settings: ChildTask.Settings, temporary: String, home: String) {
        for (name, value) in [
            ("TZ", settings.timeZone), ("LANG", settings.locale + ".UTF-8"), ("LC_ALL", settings.locale + ".UTF-8"),
            ("LANGUAGE", settings.locale), ("USER", settings.user), ("LOGNAME", settings.user), ("HOME", home),
            ("TMPDIR", temporary),
        ] {
            setenv(name, value, 1)
        }
        tzset()
        // A locale that is not installed leaves the one of the C language.
        setlocale(LC_ALL, "")
        changeTimeZone(to: settings.timeZone)
        changeLocale(to: settings.locale)
        _ = FileManager.default.changeCurrentDirectoryPath(home)
    }

    /// Changes the time zone of Foundation, which looks at the environment once, when a process begins.
    ///
    /// `TimeZone.current` follows the first statement, and formatters, which have the default zone, the second.
    private static func changeTimeZone(to identifier: String) {
        NSTimeZone.resetSystemTimeZone()
        if let zone = TimeZone(identifier: identifier) { NSTimeZone.default = zone }
    }

    /// Changes the locale of Foundation.
    ///
    /// Where the user's preferences say what it is, those of this process come first. On Linux there is no such way: Foundation
    /// makes one object of the locale and keeps it. That object is given another name, which every formatter then goes by.
    private static func changeLocale(to identifier: String) {
        #if canImport(Darwin)
            var arguments = UserDefaults.standard.volatileDomain(forName: UserDefaults.argumentDomain)
            arguments["AppleLocale"] = identifier
            arguments["AppleLanguages"] = [identifier.replacingOccurrences(of: "_", with: "-")]
            UserDefaults.standard.setVolatileDomain(arguments, forName: UserDefaults.argumentDomain)
        #else
            rename(Locale.current, to: identifier)
        #endif
    }

    #if !canImport(Darwin)
        /// Looks for the name in the object of a locale and replaces it, where it is found: nothing else is touched.
        ///
        /// The object has the name several times, for different formatters. Both names are short enough to have their characters in
        /// the string itself.
        private static func rename(_ locale: Locale, to identifier: String) {
            let old = locale.identifier
            guard old.utf8.count <= 15, identifier.utf8.count <= 15, MemoryLayout<Locale>.size == 16 else { return }
            let object = withUnsafeBytes(of: locale) { $0.load(as: UnsafeMutableRawPointer.self) }
            let size = allocatedSize(of: object)
            withUnsafeBytes(of: old) { old in
                withUnsafeBytes(of: identifier) { new in
                    guard let old = old.baseAddress, let new = new.baseAddress else { return }
                    for offset in stride(from: 16, through: size - 16, by: 8)
                    where memcmp(object + offset, old, 16) == 0 {
                        memcpy(object + offset, new, 16)
                    }
                }
            }
        }

        /// How many bytes an object has, or nothing where the system does not tell.
        private static func allocatedSize(of object: UnsafeMutableRawPointer) -> Int {
            typealias Size = @convention(c) (UnsafeMutableRawPointer) -> Int
            // The header that declares it is not part of the module.
            guard let symbol = dlsym(nil, "malloc_usable_size") else { return 0 }
            return unsafeBitCast(symbol, to: Size.self)(object)
        }
    #endif
}
