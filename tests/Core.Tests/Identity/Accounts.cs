using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Detections;
using Transparency.Core.Identity;
using Transparency.Core.Identity.SecondFactors;
using Transparency.Core.Policies;
using Transparency.Core.Tests.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Identity;

/// <summary>A city's database with one officer, and the use cases of accounts over it.</summary>
internal sealed class Accounts : IAsyncDisposable
{
    public const string Password = "harbor lantern quartz meadow";

    private Accounts(TestDatabase database)
    {
        Database = database;
        Log = new AuditLog(MarisolBay.City);
        Users = new UserStore(database.Sql);
        Policies = new PolicyStore(database.Sql);
    }

    public TestDatabase Database { get; }

    public AuditLog Log { get; }

    public UserStore Users { get; }

    public PolicyStore Policies { get; }

    public SignInLedger Ledger => new(Policies, Log, MarisolBay.City);

    public SealedSecret Secrets => new(new KeyVault(Database.Folder));

    public static SignInFrom From { get; } = new("10.20.4.17", "Firefox on Windows");

    public string OfficerId { get; private set; } = "";

    public DateTimeOffset Now => Database.Clock.Now;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Accounts> CreateAsync()
    {
        var accounts = new Accounts(await TestDatabase.CreateAsync());
        var agency = new Agency { Id = MarisolBay.City.AgencyId, Name = MarisolBay.City.PoliceName, Kind = AgencyKind.Local, State = "CA", CreatedMs = 0 };
        await accounts.Database.Sql.WriteAsync(scope => AgencyStore.AddAsync(scope, agency), Cancellation);
        accounts.OfficerId = (await accounts.AddAsync("r.alvarez", Roles.Officer)).UserId!;
        return accounts;
    }

    public Task<AddUserOutcome> AddAsync(string name, string role, string password = Password, params string[] moreRoles) =>
        new AddUser(Database.Sql, new AgencyStore(Database.Sql), Policies, Log).RunAsync(
            MarisolBay.By(Now) with { Purpose = "new colleague" },
            new NewUser { UserName = name, DisplayName = name, AgencyId = MarisolBay.City.AgencyId, Roles = [role, .. moreRoles], Password = password },
            Cancellation);

    public Task<SignInOutcome> SignInAsync(string name, string password) =>
        new SignIn(Database.Sql, Users, Ledger).RunAsync(name, password, From, Now, Cancellation);

    /// <summary>The officer acting in the own account, now.</summary>
    public async Task<AuditContext> ByOfficerAsync() => new()
    {
        Actor = (await Users.FindAsync(OfficerId, Cancellation))!.ActingFrom("10.20.4.17"),
        Purpose = "Own account",
        At = Now,
    };

    /// <summary>The acts in the log in the order they were written: the clock stands still, so their times do not tell.</summary>
    public async Task<IReadOnlyList<(string Act, string UserName, string Outcome)>> EntriesAsync()
    {
        await using var connection = await Database.Sql.OpenAsync(Cancellation);
        return (await connection.QueryAsync<(string, string, string)>("select act, user_name, outcome from log_entries order by rowid")).AsList();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
