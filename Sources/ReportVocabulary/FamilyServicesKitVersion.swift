/// The version of the kit.
public enum FamilyServicesKitVersion {
    /// The version as a semantic version, such as `0.1.0`.
    public static let current = "0.1.0"
}
