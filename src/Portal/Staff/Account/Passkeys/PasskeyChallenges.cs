using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Transparency.Portal.Staff.Account.Passkeys;

/// <summary>
/// The challenges that browsers are answering now. Each is good once and for five minutes, and stays on this side: a browser holds only
/// its number. Lost with the process, which costs the person a second press of the button.
/// </summary>
public sealed class PasskeyChallenges(TimeProvider time)
{
    private const int Most = 1000;
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (string State, DateTimeOffset Ends)> _open = new();

    public string Keep(string state)
    {
        var now = time.GetUtcNow();
        foreach (var (id, challenge) in _open)
        {
            if (challenge.Ends < now || _open.Count > Most)
            {
                _open.TryRemove(id, out _);
            }
        }

        var number = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _open[number] = (state, now + GoodFor);
        return number;
    }

    /// <summary>What was kept under the number; null when it is unknown, used or too old.</summary>
    public string? Take(string? number) =>
        number is not null && _open.TryRemove(number, out var challenge) && challenge.Ends >= time.GetUtcNow() ? challenge.State : null;
}
