using Transparency.Core.Agencies;
using Transparency.Core.Identity;

namespace Transparency.Portal.Staff.Accounts;

/// <summary>How the list of accounts says what an account lacks.</summary>
internal static class AccountWords
{
    public static string Training(DirectoryEntry entry, DateOnly today) => entry.TrainingExpires switch
    {
        null => "None recorded",
        { } day when string.CompareOrdinal(day, City.Text(today)) < 0 => $"Expired {StaffWords.Day(day)}",
        { } day => StaffWords.Day(day),
    };

    public static string State(DirectoryEntry entry, DateTimeOffset at) => entry switch
    {
        { DisabledMs: not null } => "Disabled",
        { LockoutEndMs: { } end } when end > at.ToUnixTimeMilliseconds() => "Locked",
        { HasPassword: 0 } => "Invited",
        { LastDay: { } day } => $"Until {StaffWords.Day(day)}",
        _ => "Active",
    };
}
