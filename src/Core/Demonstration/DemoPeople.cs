using Transparency.Core.Identity;

namespace Transparency.Core.Demonstration;

/// <summary>A sign-in of the demonstration, shown to whoever starts it. Real installations have none.</summary>
/// <param name="UserName">What is entered.</param>
/// <param name="Password">At least 15 characters, and public: it protects nothing.</param>
/// <param name="Who">In words, for the list of sign-ins.</param>
public sealed record DemonstrationSignIn(string UserName, string Password, string Who);

/// <summary>A fictional person.</summary>
internal sealed record DemoPerson
{
    public required string Id { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required string AgencyId { get; init; }

    public required string Unit { get; init; }

    public required string Role { get; init; }

    /// <summary>Network address; from the blocks reserved for documentation.</summary>
    public required string Address { get; init; }

    /// <summary>Empty for people of the past records, who cannot sign in.</summary>
    public required string Password { get; init; }

    public required bool IsTrained { get; init; }

    public bool Searches => IsTrained && Role is Roles.Officer or Roles.Investigator or Roles.Supervisor or Roles.PartnerOfficer;
}

/// <summary>Everybody in the demonstration: eight who can sign in, and the officers of fourteen months of records.</summary>
internal sealed class DemoPeople
{
    private static readonly (string UserName, string Password, string Name, string Unit, string Role, string Who)[] Named =
    [
        ("officer", "pelican-tide-lantern", "Dana Whitlock", "Patrol", Roles.Officer, "Officer, trained: searches and alerts"),
        ("untrained", "gravel-orchard-kite", "Perry Oakes", "Patrol", Roles.Officer, "Officer without training: every search is refused"),
        ("supervisor", "saffron-anchor-meadow", "Imani Castellane", "Investigations", Roles.Supervisor, "Supervisor: own unit, approvals"),
        ("steward", "quartz-river-almanac", "Ruth Ellingsworth", "City Clerk's Office", Roles.DataSteward, "Data steward: sharing, reviews, audits"),
        ("clerk", "velvet-ledger-plum", "Tomas Beaumarch", "City Clerk's Office", Roles.Clerk, "City clerk: decisions and documents"),
        ("administrator", "copper-walnut-signal", "Noor Valdesco", "Information Technology", Roles.Administrator, "Administrator: cameras and accounts, sees no plates"),
        ("council", "marble-kettle-sunrise", "Halima Stroud", "City Council", Roles.Council, "Council member: reports"),
        ("partner", "willow-compass-drift", "Elias Quintero-Vale", "Patrol", Roles.PartnerOfficer, "Officer of Rio Verde, a partner agency"),
    ];

    private static readonly string[] FirstNames =
    [
        "Avery", "Bianca", "Cyrus", "Delphine", "Emeka", "Farah", "Gideon", "Hana", "Ignatius", "Joelle", "Kenji", "Lucinda", "Mateo",
        "Nadia", "Orson", "Priya", "Quentin", "Rosa", "Soren", "Talia", "Ulises", "Vera", "Wendell", "Ximena", "Yusuf", "Zelda",
    ];

    private static readonly string[] LastNames =
    [
        "Abernethy", "Bellweather", "Carrowmore", "Dunleavy", "Eastermann", "Farrowdale", "Greenhalgh", "Hollister", "Ivarsson", "Jessop",
        "Kettleborough", "Larkspur", "Montclair", "Northam", "Ollerton", "Penhallow", "Quillfeather", "Rosencrantz", "Silverthorne",
        "Tremaine", "Underhill", "Vantongeren", "Wolstenholme", "Yardley",
    ];

    public DemoPeople(DemoCalendar calendar, SeededRandom random)
    {
        var created = calendar.StartOf(calendar.History.From.AddDays(-20));
        var people = Named.Select((named, i) => new DemoPerson
        {
            Id = random.Id(created),
            UserName = named.UserName,
            DisplayName = named.Name,
            AgencyId = named.Role == Roles.PartnerOfficer ? DemoAgencies.Partner : DemoAgencies.Own,
            Unit = named.Unit,
            Role = named.Role,
            Address = $"192.0.2.{10 + i}",
            Password = named.Password,
            IsTrained = named.UserName != "untrained" && (named.Role is Roles.Officer or Roles.Supervisor or Roles.PartnerOfficer),
        }).ToList();
        for (var i = 0; i < 30; i++)
        {
            var isOwn = i < 18;
            var (first, last) = (random.Pick(FirstNames), LastNames[i % LastNames.Length]);
            people.Add(new DemoPerson
            {
                Id = random.Id(created),
                UserName = $"{first}.{last}.{i + 1}".ToLowerInvariant(),
                DisplayName = $"{first} {last}",
                AgencyId = isOwn ? DemoAgencies.Own : DemoAgencies.Searching[i % DemoAgencies.Searching.Count],
                Unit = i % 3 == 0 ? "Investigations" : "Patrol",
                Role = !isOwn ? Roles.PartnerOfficer : i % 3 == 0 ? Roles.Investigator : Roles.Officer,
                Address = isOwn ? $"192.0.2.{40 + i}" : $"198.51.100.{40 + i}",
                Password = "",
                IsTrained = true,
            });
        }

        All = people;
        Created = created;
    }

    public static IReadOnlyList<DemonstrationSignIn> SignIns { get; } =
        Named.Select(named => new DemonstrationSignIn(named.UserName, named.Password, named.Who)).ToList();

    public IReadOnlyList<DemoPerson> All { get; }

    public DateTimeOffset Created { get; }

    public DemoPerson Steward => Find("steward");

    public DemoPerson Clerk => Find("clerk");

    public DemoPerson Administrator => Find("administrator");

    public DemoPerson Find(string userName) => All.Single(person => person.UserName == userName);
}
