using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Transparency.Core.Agencies;
using Transparency.Core.Alerts;
using Transparency.Core.Approvals;
using Transparency.Core.AuditTrail;
using Transparency.Core.Audits;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Demonstration;
using Transparency.Core.Detections;
using Transparency.Core.Documents;
using Transparency.Core.HotLists;
using Transparency.Core.HotLists.Import;
using Transparency.Core.Identity;
using Transparency.Core.Policies;
using Transparency.Core.Retention;
using Transparency.Core.Searches;
using Transparency.Core.SecondPerson;
using Transparency.Core.Sharing;
using Transparency.Core.Statistics;

namespace Transparency.Core;

/// <summary>
/// What every process of the system is composed of. Stores and queries are singletons; use cases, and whatever else holds the
/// <see cref="City"/>, are transient, so that a process may start before the city is set up. Hosted services (the purge, the keeper
/// of the log) are added by the process that runs them.
/// </summary>
public static class CoreServices
{
    public static IServiceCollection AddTransparencyCore(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Transparency").Get<DatabaseSettings>() ?? new DatabaseSettings();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Open());
        services.AddSingleton<Migrations>();
        services.AddSingleton<CurrentCity>();
        services.AddTransient(provider => provider.GetRequiredService<CurrentCity>().Get());
        services.AddSingleton(configuration.GetSection("Transparency:Log").Get<LogSettings>() ?? new LogSettings());
        services.AddSingleton<CityStore>();
        services.AddSingleton<AgencyStore>();
        AddAuditTrail(services, settings.DataFolder);
        AddShared(services);
        services.AddIdentity();
        AddPolicies(services);
        AddDetections(services, settings.DataFolder);
        AddSearches(services);
        AddOversight(services);
        AddAlerts(services);
        AddStatistics(services);
        return services;
    }

    private static void AddAuditTrail(IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(new LogKey(dataFolder));
        services.AddSingleton<SequenceEntries>();
        services.AddSingleton<CheckTrail>();
        services.AddTransient<AuditLog>();
        services.AddTransient<OpenLog>();
        services.AddTransient<SignCheckpoint>();
        services.AddTransient<PublishDisclosures>();
        services.AddTransient<LogFiles>();
        services.AddSingleton<MergeDelay>();
        services.AddSingleton<EntryList>();
        services.AddSingleton<WitnessList>();
        services.AddSingleton(_ => new WitnessClient(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })));
        services.AddSingleton<OfferCheckpoint>();
        services.AddTransient<PromiseInclusion>();
        services.AddTransient<OpenField>();
        services.AddTransient<DestroySalts>();
        services.AddTransient<ChangeLogKey>();
        services.AddSingleton(new DestroyedSalts(dataFolder));
        services.AddTransient<LogStatusQuery>();
    }

    // Stores of other subjects that several use cases share.
    private static void AddShared(IServiceCollection services)
    {
        services.TryAddSingleton<AgreementStore>();
        services.TryAddSingleton<CameraStore>();
        services.TryAddSingleton<CameraOutageStore>();
        services.TryAddSingleton<CameraReportStore>();
        services.TryAddSingleton<CameraKeyStore>();
        services.TryAddTransient<IssueCameraKey>();
        services.TryAddTransient<SwitchCameraOn>();
        services.TryAddTransient<SwitchCameraOff>();
        services.TryAddSingleton<AreaStore>();
        services.TryAddSingleton<DailyTotalStore>();
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services.AddSingleton<PolicyStore>();
        services.AddTransient<PublishPolicy>();
    }

    private static void AddDetections(IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(new KeyVault(dataFolder));
        services.AddSingleton<DayKeyStore>();
        services.AddSingleton<DetectionStore>();
        services.AddSingleton<PlateNumbers>();
        services.AddSingleton<DetectionPlaces>();
        services.AddSingleton<IngestRefusals>();
        services.AddSingleton<PurgeStore>();
        services.AddTransient(provider => ActivatorUtilities.CreateInstance<PhotographStore>(provider, dataFolder));
        services.AddSingleton<HotListMatcher>();
        services.AddTransient<HotListHits>();
        services.AddTransient<DeliverDetections>();
        services.AddTransient<ReceiveReads>();
        services.AddTransient<PurgeExpired>();
    }

    private static void AddSearches(IServiceCollection services)
    {
        services.AddSingleton<CameraReach>();
        services.AddSingleton<PlateDictionary>();
        services.AddSingleton<VehicleDictionary>();
        services.AddSingleton<DetectionSearch>();
        services.AddSingleton<SearchStore>();
        services.AddSingleton<SearchDraftStore>();
        services.AddSingleton<SearchResultQuery>();
        services.AddTransient<SearcherStore>();
        services.AddSingleton<SecondPersonStore>();
        services.AddTransient<SecondPersonGate>();
        services.AddTransient<DecideSearch>();
        services.AddTransient<SearchPlates>();
        services.AddTransient<ViewPhotograph>();
    }

    private static void AddOversight(IServiceCollection services)
    {
        services.TryAddSingleton<ApprovalStore>();
        services.TryAddSingleton<ProposalStore>();
        services.TryAddSingleton<AuditStore>();
        services.TryAddSingleton<DocumentStore>();
        services.TryAddSingleton<SharingListQuery>();
        services.TryAddTransient<RecordAgreement>();
        services.TryAddTransient<SuspendAgreement>();
        services.TryAddTransient<SeedDemonstration>();
    }

    private static void AddAlerts(IServiceCollection services)
    {
        services.TryAddSingleton<HotListStore>();
        services.TryAddSingleton<AlertStore>();
        services.TryAddSingleton<HotListImportStore>();
        services.TryAddTransient<AddHotList>();
        services.TryAddTransient<ImportHotList>();
        services.TryAddSingleton<AlertBoardQuery>();
        services.TryAddSingleton<AlertWatchStore>();
        services.TryAddTransient<ViewAlertPhotograph>();
        services.TryAddTransient<AcknowledgeAlert>();
        services.TryAddTransient<VerifyAlert>();
        services.TryAddTransient<CloseAlert>();
    }

    private static void AddStatistics(IServiceCollection services)
    {
        services.TryAddSingleton<OverviewQuery>();
        services.TryAddSingleton<ReadStatisticsQuery>();
        services.TryAddSingleton<SearchStatisticsQuery>();
        services.TryAddSingleton<AlertStatisticsQuery>();
        services.TryAddTransient<RecordDailyTotals>();
    }
}
