using System.Security.Cryptography;
using System.Text;
using Transparency.Core.Identity;

namespace Transparency.Portal.Staff.SetUp;

/// <summary>
/// The one-time code of a first start: while there is no account, whoever reads the console of the machine may set the installation up.
/// A new start makes a new code; with the first account there is none any more.
/// </summary>
public sealed class SetUpCode(UserStore users, ILogger<SetUpCode> log) : IHostedService
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int MostFailures = 20;

    private string? _code;
    private int _failures;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await users.AnyAsync(cancellationToken))
        {
            return;
        }

        _code = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
        // The console is the one place for it: it must not end in a log that others keep.
        await Console.Out.WriteLineAsync($"\nNobody has an account here yet. Open /staff/set-up and enter this code, which is good once:\n\n    {_code}\n");
        log.LogWarning("No account exists yet; the set-up code is on the console");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether the installation waits to be set up.</summary>
    public bool IsWaiting => _code is not null;

    /// <summary>Whether this is the code. After twenty wrong ones the portal has to be started anew.</summary>
    public bool Fits(string typed)
    {
        var plain = string.Concat(typed.ToUpperInvariant().Where(char.IsLetterOrDigit));
        var right = _code is not null && _failures < MostFailures && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(_code.Replace("-", "", StringComparison.Ordinal)));
        if (!right)
        {
            Interlocked.Increment(ref _failures);
        }

        return right;
    }

    /// <summary>Called once the installation is set up: the code is void.</summary>
    public void Used() => _code = null;

    /// <summary>For tests, which cannot read the console.</summary>
    internal string? Current => _code;
}
