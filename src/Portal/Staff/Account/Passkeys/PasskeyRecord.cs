using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Transparency.Core.Identity.SecondFactors;

namespace Transparency.Portal.Staff.Account.Passkeys;

/// <summary>A credential between the framework's form and the row that keeps it.</summary>
internal static class PasskeyRecord
{
    private const int Verified = 1;
    private const int BackupEligible = 2;
    private const int BackedUp = 4;

    public static UserPasskeyInfo ToInfo(Passkey row) => new(
        Base64Url.DecodeFromChars(row.Id),
        row.PublicKey,
        DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedMs),
        (uint)row.SignCount,
        row.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries),
        (row.Flags & Verified) != 0,
        (row.Flags & BackupEligible) != 0,
        (row.Flags & BackedUp) != 0,
        row.Attestation,
        row.ClientData)
    {
        Name = row.Name,
    };

    public static Passkey ToRow(UserPasskeyInfo info, string userId, string name, DateTimeOffset at) => new()
    {
        Id = Base64Url.EncodeToString(info.CredentialId),
        UserId = userId,
        Name = name,
        PublicKey = info.PublicKey,
        SignCount = info.SignCount,
        Flags = (info.IsUserVerified ? Verified : 0) | (info.IsBackupEligible ? BackupEligible : 0) | (info.IsBackedUp ? BackedUp : 0),
        Transports = string.Join(',', info.Transports ?? []),
        Attestation = info.AttestationObject,
        ClientData = info.ClientDataJson,
        CreatedMs = at.ToUnixTimeMilliseconds(),
        UsedMs = null,
    };
}
