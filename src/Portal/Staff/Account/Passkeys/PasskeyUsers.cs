using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Transparency.Core.Identity;
using Transparency.Core.Identity.SecondFactors;

namespace Transparency.Portal.Staff.Account.Passkeys;

/// <summary>
/// What the framework's verification of passkeys asks of accounts: to find them, and their credentials. It changes nothing: changes go
/// through the use cases, which write the log.
/// </summary>
public sealed class PasskeyUsers(UserStore users, PasskeyStore passkeys) : IUserPasskeyStore<UserAccount>
{
    public Task<string> GetUserIdAsync(UserAccount user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(UserAccount user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(UserAccount user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(UserStore.Normalize(user.UserName));

    public Task<UserAccount?> FindByIdAsync(string userId, CancellationToken cancellationToken) => users.FindAsync(userId, cancellationToken);

    public Task<UserAccount?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        users.FindByNameAsync(normalizedUserName, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(UserAccount user, CancellationToken cancellationToken) =>
        (await passkeys.OfAsync(user.Id, cancellationToken)).Select(PasskeyRecord.ToInfo).ToList();

    public async Task<UserAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(Base64Url.EncodeToString(credentialId), cancellationToken) is { } found
            ? await users.FindAsync(found.UserId, cancellationToken)
            : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(UserAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(Base64Url.EncodeToString(credentialId), cancellationToken) is { } found && found.UserId == user.Id
            ? PasskeyRecord.ToInfo(found)
            : null;

    public Task SetUserNameAsync(UserAccount user, string? userName, CancellationToken cancellationToken) => throw Refused();

    public Task SetNormalizedUserNameAsync(UserAccount user, string? normalizedName, CancellationToken cancellationToken) => throw Refused();

    public Task<IdentityResult> CreateAsync(UserAccount user, CancellationToken cancellationToken) => throw Refused();

    public Task<IdentityResult> UpdateAsync(UserAccount user, CancellationToken cancellationToken) => throw Refused();

    public Task<IdentityResult> DeleteAsync(UserAccount user, CancellationToken cancellationToken) => throw Refused();

    public Task AddOrUpdatePasskeyAsync(UserAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Refused();

    public Task RemovePasskeyAsync(UserAccount user, byte[] credentialId, CancellationToken cancellationToken) => throw Refused();

    public void Dispose()
    {
    }

    private static NotSupportedException Refused() => new("Accounts are changed by use cases, never through this store.");
}
