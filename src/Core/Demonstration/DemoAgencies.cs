using Transparency.Core.Agencies;

namespace Transparency.Core.Demonstration;

/// <summary>What the demonstration says about one partner and one direction.</summary>
internal enum DemoShare
{
    InForce,
    Expired,
    SuspendedForMisuse,
    AuditOverdue,
    AuditFailed,
    Requested,
    NotYetEffective,
    RefusedByCity,
    BarredByLaw,
}

/// <summary>A partner, or somebody who asked to be one.</summary>
internal sealed record DemoAgency(string Id, string Name, string Kind, string State, params (string Direction, DemoShare Share)[] Shares);

/// <summary>Twenty-five agencies of every kind, none of which exists.</summary>
internal static class DemoAgencies
{
    public const string Own = "marisol-bay-pd";
    public const string Partner = "rio-verde-pd";

    private const string Out = "outbound-search";
    private const string In = "inbound-search";
    private const string Alerts = "alerts";
    private const string Gives = "contribution";

    public static IReadOnlyList<DemoAgency> Partners { get; } =
    [
        new(Partner, "Rio Verde Police Department", AgencyKind.Local, "CA", (Out, DemoShare.InForce), (In, DemoShare.InForce)),
        new("san-aurelio-pd", "San Aurelio Police Department", AgencyKind.Local, "CA", (Out, DemoShare.InForce)),
        new("costa-palma-so", "Costa Palma County Sheriff's Office", AgencyKind.Local, "CA",
            (Out, DemoShare.InForce), (In, DemoShare.InForce), (Alerts, DemoShare.InForce)),
        new("port-calder-pd", "Port Calder Police Department", AgencyKind.Local, "CA", (Out, DemoShare.InForce)),
        new("laguna-alta-pd", "Laguna Alta Police Department", AgencyKind.Local, "CA", (Out, DemoShare.InForce)),
        new("vista-robles-pd", "Vista Robles Police Department", AgencyKind.Local, "CA", (Out, DemoShare.InForce)),
        new("pacific-crest-university-pd", "Pacific Crest State University Police", AgencyKind.State, "CA", (Out, DemoShare.InForce)),
        new("coastal-highway-patrol", "California Coastal Highway Patrol (fictional)", AgencyKind.State, "CA",
            (Out, DemoShare.InForce), (In, DemoShare.InForce)),
        new("point-serena-pd", "Point Serena Police Department", AgencyKind.Local, "CA", (Out, DemoShare.Expired)),
        new("dos-rios-pd", "Dos Rios Police Department", AgencyKind.Local, "CA", (Out, DemoShare.Expired)),
        new("monte-claro-pd", "Monte Claro Police Department", AgencyKind.Local, "CA", (Out, DemoShare.SuspendedForMisuse)),
        new("el-granero-pd", "El Granero Police Department", AgencyKind.Local, "CA", (Out, DemoShare.AuditOverdue)),
        new("sierra-llano-so", "Sierra Llano County Sheriff's Office", AgencyKind.Local, "CA", (Out, DemoShare.AuditFailed)),
        new("bahia-norte-pd", "Bahia Norte Police Department", AgencyKind.Local, "CA", (Out, DemoShare.Requested)),
        new("valle-luna-pd", "Valle Luna Police Department", AgencyKind.Local, "CA", (Out, DemoShare.NotYetEffective)),
        new("mirador-pd", "Mirador Police Department", AgencyKind.Local, "CA", (Out, DemoShare.RefusedByCity)),
        new("federal-border-inspection", "Federal Border Inspection Service (fictional)", AgencyKind.Federal, "US", (Out, DemoShare.BarredByLaw)),
        new("federal-task-force-west", "Federal Task Force West (fictional)", AgencyKind.Federal, "US", (Out, DemoShare.BarredByLaw)),
        new("desert-mesa-pd", "Desert Mesa Police Department", AgencyKind.Local, "NV", (Out, DemoShare.BarredByLaw), (In, DemoShare.InForce)),
        new("copper-valley-so", "Copper Valley County Sheriff's Office", AgencyKind.Local, "AZ", (Out, DemoShare.BarredByLaw)),
        new("west-coast-fusion-center", "West Coast Regional Fusion Center (fictional)", AgencyKind.FusionCenter, "CA", (Out, DemoShare.BarredByLaw)),
        new("harbor-point-mall", "Harbor Point Shopping Center", AgencyKind.Private, "CA", (Gives, DemoShare.InForce)),
        new("mission-ridge-hoa", "Mission Ridge Homeowners Association", AgencyKind.Private, "CA",
            (Gives, DemoShare.InForce), (Alerts, DemoShare.BarredByLaw)),
        new("bayline-towing", "Bayline Towing", AgencyKind.Private, "CA", (Out, DemoShare.BarredByLaw)),
        new("plate-data-exchange", "Plate Data Exchange, Incorporated", AgencyKind.Private, "TX", (Out, DemoShare.BarredByLaw)),
    ];

    /// <summary>Agencies whose officers searched in the past months.</summary>
    public static IReadOnlyList<string> Searching { get; } =
        Partners.Where(partner => partner.Shares.Contains((Out, DemoShare.InForce))).Select(partner => partner.Id).ToList();

    public static string Name(string id, City city) => id == Own ? city.PoliceName : Partners.Single(partner => partner.Id == id).Name;
}
