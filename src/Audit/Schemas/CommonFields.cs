using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>
/// The fields of every act: who, for whom, when, why, on what and with what outcome. They are the record that California Civil
/// Code section 1798.90.52(a) asks of every access, committed to field by field. <c>AuditLog</c> fills them in.
/// </summary>
public static class CommonFields
{
    public const string Time = "time";
    public const string User = "user";
    public const string UserName = "user-name";
    public const string Agency = "agency";
    public const string Organisation = "organisation";
    public const string Purpose = "purpose";
    public const string Address = "address";
    public const string Elements = "elements";
    public const string Outcome = "outcome";

    public static IReadOnlyList<FieldSchema> All { get; } =
    [
        Sealed(Time, "When, to the millisecond, in UTC.", "2026-11-22T17:03:21.482Z"),
        Sealed(User, "The id of the user's account.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10"),
        Sealed(UserName, "The user's name.", "R. Alvarez"),
        Public(Agency, "The agency the user acts for.", FieldKind.Code, "marisol-bay-pd"),
        Public(Organisation, "That agency's name.", FieldKind.Label, "Marisol Bay Police Department"),
        Sealed(Purpose, "Why, in words. In the acts of searching it is a purpose of the policy in force, and public.", "quarterly review"),
        Sealed(Address, "The network address the act came from.", "10.20.4.17"),
        Sealed(Elements, "The data elements queried or changed, in words.", "plate 7ABC123, 1 to 7 November 2026, all areas"),
        Sealed(Outcome, "What came of it, in words.", "3 detections shown"),
    ];
}
