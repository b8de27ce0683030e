using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Core.Audits;
using Transparency.Core.AuditTrail;
using Transparency.Core.Cameras;
using Transparency.Core.Documents;
using Transparency.Core.Policies;
using Transparency.Core.Retention;
using Transparency.Core.Sharing;
using Transparency.Core.Statistics;
using Transparency.Portal.Public.Audits;
using Transparency.Portal.Public.Cameras;
using Transparency.Portal.Public.Decisions;
using Transparency.Portal.Public.Documents;
using Transparency.Portal.Public.Information;
using Transparency.Portal.Public.Log;
using Transparency.Portal.Public.Overview;
using Transparency.Portal.Public.Policy;
using Transparency.Portal.Public.Sharing;
using Transparency.Portal.Public.Statistics;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public;

/// <summary>What the public pages are composed of, and the files beside them.</summary>
public static class PublicServices
{
    public static IServiceCollection AddPublicRecord(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLocalization();
        services.AddOutputCache(cache => cache.AddPolicy(PublicCache.Name, new PublicCache()));
        services.AddSingleton(configuration.GetSection("Transparency:Contact").Get<ContactSettings>() ?? new ContactSettings());
        services.AddSingleton<PeriodStatisticsReader>();
        services.AddSingleton<OverviewReader>();
        services.AddSingleton<CameraContentReader>();
        services.AddSingleton<NewestHead>();
        foreach (var store in Stores)
        {
            services.TryAddSingleton(store);
        }

        return services;
    }

    /// <summary>The tables of the pages as CSV and JSON, and the published documents.</summary>
    public static void MapPublicFiles(this IEndpointRouteBuilder app)
    {
        app.MapTable("/statistics", async context => DailyTables.ByDay(Text<StatisticsPage>(context), await StatisticsAsync(context)));
        foreach (var (name, table) in StatisticsTables.ByName)
        {
            app.MapTable($"/statistics/{name}", async context => table(Text<StatisticsPage>(context), await StatisticsAsync(context)));
        }

        app.MapTable("/cameras", async context => new CameraTables(
            Text<CamerasPage>(context), await Get<CameraContentReader>(context).ReadAsync(Get<City>(context), Now(context))).Counts());
        app.MapTable("/policy", async context => PolicyTable.Of(
            Text<PolicyPage>(context), Get<City>(context), await Get<PolicyStore>(context).AllAsync(), await Get<PolicyStore>(context).InForceAsync(Now(context))));
        app.MapTable("/sharing", async context => new SharingTables(Text<SharingPage>(context))
            .Whole(await Get<SharingListQuery>(context).ReadAsync(Get<City>(context), Today(context))));
        app.MapTable("/audits", async context => new AuditTables(Text<AuditsPage>(context), Today(context))
            .Whole(await Get<AuditStore>(context).AllAsync()));
        app.MapTable("/decisions", async context => new DecisionTables(Text<DecisionsPage>(context), Get<City>(context), Today(context))
            .Approvals(await Get<ApprovalStore>(context).AllAsync()));
        app.MapTable("/log/acts", async context =>
        {
            var days = Period.EndingWith(Today(context), 30);
            return LogTables.ByAct(Text<LogPage>(context), "Entries by act", await Get<LogSummaryQuery>(context).ByActAsync(days.FromDay, days.ToDay));
        });
        app.MapEntries();
        app.MapTable("/documents", async context => DocumentTable.Of(Text<DocumentsPage>(context), await Get<DocumentStore>(context).AllAsync()));
        app.MapGet("/documents/{id}/{name}", DocumentFiles.GetAsync);
    }

    private static readonly Type[] Stores =
    [
        typeof(ApprovalStore), typeof(AreaStore), typeof(AuditStore), typeof(CameraOutageStore), typeof(CameraStore), typeof(DailyTotalStore),
        typeof(DocumentStore), typeof(PolicyStore), typeof(PurgeStore), typeof(ProposalStore), typeof(AlertStatisticsQuery), typeof(OverviewQuery),
        typeof(LogSummaryQuery), typeof(ReadStatisticsQuery), typeof(SearchStatisticsQuery), typeof(SharingListQuery),
    ];

    private static async Task<PeriodStatistics> StatisticsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (_, statistics) = await Get<PeriodStatisticsReader>(context).ReadAsync(Get<City>(context), query["from"], query["to"], Now(context));
        return statistics;
    }

    private static T Get<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    private static IStringLocalizer Text<TPage>(HttpContext context) => Get<IStringLocalizer<TPage>>(context);

    private static DateTimeOffset Now(HttpContext context) => Get<TimeProvider>(context).GetUtcNow();

    private static DateOnly Today(HttpContext context) => Get<City>(context).DayOf(Now(context));
}
