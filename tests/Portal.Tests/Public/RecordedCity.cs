using System.Text.Json;
using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Core.Audits;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Policies;
using Transparency.Core.Searches;
using Transparency.Core.Sharing;
using Transparency.Core.Statistics;

namespace Transparency.Portal.Tests.Public;

/// <summary>
/// A fictional city in a database of its own: two areas, three cameras, a policy, agreements of several kinds, 60 days of totals, and
/// searches of which one purpose is rare. Every number a test expects is set here.
/// </summary>
internal static class RecordedCity
{
    public const long ReadsADay = 1000;
    public const long HitsADay = 20;
    public const int SearchesADay = 4;
    public const string RarePurpose = "arson";

    /// <summary>Noon in the city.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    public static DateOnly Today { get; } = new(2026, 11, 22);

    public static City City { get; } = new()
    {
        Name = "Marisol Bay, California (fictional)",
        PoliceName = "Marisol Bay Police Department",
        AgencyId = "marisol-bay-pd",
        TimeZone = "America/Los_Angeles",
        LogOrigin = "marisol-bay.example/log",
        IsDemonstration = true,
    };

    public static PolicyTerms Terms { get; } = PolicyPresets.California;

    public static string CommonPurpose => Terms.Purposes[0].Code;

    /// <summary>Fills everything but the city, which is there before anything else.</summary>
    public static Task FillAsync(SqlDatabase database) => database.WriteAsync(async scope =>
    {
        await AgenciesAsync(scope);
        await CouncilAsync(scope);
        await CamerasAsync(scope);
        await TotalsAsync(scope);
        await SearchesAsync(scope);
        await AuditsAsync(scope);
        await AlertsAsync(scope);
    });

    private static async Task AgenciesAsync(WriteScope scope)
    {
        (string Id, string Name, string Kind, string State)[] agencies =
        [
            (City.AgencyId, City.PoliceName, AgencyKind.Local, "CA"),
            ("rio-verde-pd", "Rio Verde Police Department", AgencyKind.Local, "CA"),
            ("desert-county", "Desert County Sheriff", AgencyKind.Local, "AZ"),
            ("border-agency", "A federal border agency", AgencyKind.Federal, "US"),
            ("harbor-shops", "Harbor Shops Association", AgencyKind.Private, "CA"),
            ("old-mill-pd", "Old Mill Police Department", AgencyKind.Local, "CA"),
        ];
        foreach (var (id, name, kind, state) in agencies)
        {
            await AgencyStore.AddAsync(scope, new Agency { Id = id, Name = name, Kind = kind, State = state, CreatedMs = 0 });
        }

        await AgreementStore.AddAsync(scope, Agreement("a1", "rio-verde-pd", SharingDirection.OutboundSearch));
        await AgreementStore.AddAsync(scope, Agreement("a2", "desert-county", SharingDirection.InboundSearch));
        await AgreementStore.AddAsync(scope, Agreement("a3", "harbor-shops", SharingDirection.Contribution));
        await AgreementStore.AddAsync(scope, Agreement("a4", "border-agency", SharingDirection.OutboundSearch) with
        {
            Decision = AgreementDecision.Refused,
            DecisionReason = "Asked on 3 June; the law forbids it.",
        });
        await AgreementStore.AddAsync(scope, Agreement("a5", "old-mill-pd", SharingDirection.OutboundSearch) with { AuditDueDay = "2026-11-01" });
    }

    private static Agreement Agreement(string id, string agency, string direction) => new()
    {
        Id = id,
        AgencyId = agency,
        Direction = direction,
        Decision = AgreementDecision.Agreed,
        DecisionReason = "",
        LegalBasis = "Civil Code 1798.90.55(b)",
        Terms = RequiredTerms.Complete,
        DocumentUrl = "https://marisol-bay.example/agreements/1.pdf",
        SignedDay = "2025-12-01",
        EffectiveDay = "2026-01-01",
        ExpiresDay = "2026-12-31",
        AuditResult = "passed",
        AuditDay = "2026-03-01",
        AuditDueDay = "2027-03-01",
        UpdatedMs = Now.AddDays(-100).ToUnixTimeMilliseconds(),
    };

    private static async Task CouncilAsync(WriteScope scope)
    {
        await ApprovalStore.AddAsync(scope, new Approval
        {
            Id = "programme",
            Kind = ApprovalKind.Program,
            Title = "Licence plate reader programme",
            MeetingDay = "2025-09-16",
            AgendaItem = "7B",
            Vote = "4-1",
            Resolution = "2025-118",
            Link = "https://marisol-bay.example/council/2025-118",
            CreatedMs = 0,
        });
        await ProposalStore.AddAsync(scope, new Proposal
        {
            Id = "two-cameras",
            Kind = ApprovalKind.Camera,
            Title = "Two more cameras in Old Town",
            Summary = "The department asks for two cameras at the ferry.",
            Evaluation = new SurveillanceEvaluation
            {
                Description = "Two fixed cameras.",
                PurposeAndBenefits = "Stolen vehicles leave by the ferry.",
                Locations = "Old Town.",
                RightsAndMitigation = "Rear plates only.",
                CostsAndFunding = "8,000 dollars a year.",
            }.ToJson(),
            Status = ProposalStatus.Notice,
            NoticeFromDay = "2026-11-01",
            NoticeToDay = "2026-12-01",
            CreatedMs = 0,
        });
        await PolicyAsync(scope, 1, "2025-09-16", Now.AddDays(-400), Terms with { RetentionDays = 60 });
        await PolicyAsync(scope, 2, "2026-03-10", Now.AddDays(-200), Terms);
    }

    private static Task<int> PolicyAsync(WriteScope scope, int version, string adopted, DateTimeOffset effective, PolicyTerms terms) =>
        scope.Connection.ExecuteAsync(
            """
            insert into policies (version, title, adopted_day, effective_ms, approval_id, words, terms, created_ms)
            values (@version, 'Licence plate reader policy', @adopted, @EffectiveMs, 'programme', @Words, @Terms, @EffectiveMs)
            """,
            new
            {
                version,
                adopted,
                EffectiveMs = effective.ToUnixTimeMilliseconds(),
                Words = JsonSerializer.Serialize(PolicyPresetWords.For(City.PoliceName, terms), PolicyStore.Json),
                Terms = JsonSerializer.Serialize(terms, PolicyStore.Json),
            },
            scope.Transaction);

    private static async Task CamerasAsync(WriteScope scope)
    {
        await scope.Connection.ExecuteAsync(
            "insert into areas (id, name, ordinal, outline) values ('harbor', 'Harbor', 1, '0,0 500,0 500,400 0,400'), "
            + "('old-town', 'Old Town', 2, '500,0 1000,0 1000,400 500,400')",
            transaction: scope.Transaction);
        (int Number, string Area, string Status)[] cameras =
            [(1, "harbor", CameraStatus.Live), (2, "harbor", CameraStatus.Live), (3, "old-town", CameraStatus.Paused)];
        foreach (var (number, area, status) in cameras)
        {
            await CameraStore.InsertAsync(scope, new Camera
            {
                Number = number,
                Name = $"Camera {number}",
                AreaId = area,
                Kind = CameraKind.Fixed,
                Facing = "north",
                Feed = "http://10.0.0.1/secret-feed",
                Status = status,
                ApprovalId = "programme",
                CreatedMs = 0,
                LiveMs = Now.AddDays(-90).ToUnixTimeMilliseconds(),
            });
        }

        await CameraOutageStore.OpenAsync(scope, new CameraOutage
        {
            Id = "o1",
            Camera = 1,
            FromMs = Now.AddDays(-3).ToUnixTimeMilliseconds(),
            Reason = "no picture",
        });
        await CameraOutageStore.CloseAsync(scope, 1, Now.AddDays(-2));
    }

    private static async Task TotalsAsync(WriteScope scope)
    {
        for (var day = Today.AddDays(-59); day <= Today; day = day.AddDays(1))
        {
            (string Measure, string Area, long Value)[] totals =
            [
                (Measures.Reads, "", ReadsADay), (Measures.Reads, "harbor", ReadsADay - 300), (Measures.Reads, "old-town", 300),
                (Measures.Hits, "", HitsADay), (Measures.Hits, "harbor", HitsADay - 1), (Measures.Hits, "old-town", 1),
                (Measures.SearchesOwn, "", SearchesADay), (Measures.SearchesRefused, "", 1),
            ];
            foreach (var (measure, area, value) in totals)
            {
                await scope.Connection.ExecuteAsync(
                    "insert into daily_totals (day, area_id, measure, value) values (@day, @area, @measure, @value)",
                    new { day = City.Text(day), area, measure, value },
                    scope.Transaction);
            }
        }
    }

    private static async Task SearchesAsync(WriteScope scope)
    {
        for (var i = 0; i < 60; i++)
        {
            var day = City.StartOf(Today.AddDays(-i)).AddHours(10);
            for (var n = 0; n < SearchesADay; n++)
            {
                await SearchAsync(scope, $"s{i}-{n}", day, i == 2 && n < 3 ? RarePurpose : n % 2 == 0 ? CommonPurpose : Terms.Purposes[1].Code, null);
            }

            await SearchAsync(scope, $"r{i}", day, CommonPurpose, SearchRefusal.NoCaseNumber);
        }
    }

    private static Task<int> SearchAsync(WriteScope scope, string id, DateTimeOffset at, string purpose, string? refusal) =>
        scope.Connection.ExecuteAsync(
            """
            insert into searches (id, entry_id, at_ms, user_id, agency_id, form, pattern, from_ms, to_ms, areas, purpose, case_number, basis,
                                  refusal, results, results_capped, cameras, cameras_offline, policy_version)
            values (@id, @id, @AtMs, 'officer-7', @AgencyId, 'plate', '7SECRET', 0, 0, '', @purpose, '26-999999', 'A secret basis.',
                    @refusal, 1, 0, 3, '', 2)
            """,
            new { id, AtMs = at.ToUnixTimeMilliseconds(), City.AgencyId, purpose, refusal },
            scope.Transaction);

    private static async Task AuditsAsync(WriteScope scope)
    {
        await AuditStore.AddAsync(scope, Audit("independent-2027", AuditKind.Independent, "Biennial audit", "2027-03-12"));
        await AuditStore.AddAsync(scope, Audit("week-46", AuditKind.WeeklyReview, "Review of week 46", "2026-11-20") with
        {
            CompletedDay = "2026-11-19",
            Outcome = AuditOutcome.Findings,
            Sampled = 25,
            Findings = 2,
        });
    }

    private static AuditRecord Audit(string id, string kind, string title, string due) => new()
    {
        Id = id,
        Kind = kind,
        Title = title,
        Auditor = "A. Auditor",
        Scope = "Searches",
        PeriodFromDay = "2026-11-09",
        PeriodToDay = "2026-11-15",
        DueDay = due,
        Sampled = 0,
        Findings = 0,
        Summary = "",
    };

    private static Task<int> AlertsAsync(WriteScope scope) => scope.Connection.ExecuteAsync(
        """
        insert into alerts (id, detection_id, camera, list_id, list_entry_id, raised_ms, verified_ms, verification, disposition, closed_ms)
        values (@Id, @Detection, 1, 'list', @Id, @AtMs, @AtMs, @Verification, @Disposition, @AtMs)
        """,
        Enumerable.Range(0, 40).Select(i => new
        {
            Id = $"alert-{i}",
            Detection = (long)i,
            AtMs = Now.AddDays(-5).ToUnixTimeMilliseconds(),
            Verification = i < 10 ? "misread" : "confirmed",
            Disposition = i < 10 ? "misread" : i < 28 ? "recovered" : "not-located",
        }),
        scope.Transaction);
}
