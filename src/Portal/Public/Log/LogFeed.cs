using System.Globalization;
using System.Text;
using System.Xml;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;

namespace Transparency.Portal.Public.Log;

/// <summary>An Atom feed (RFC 4287) of the entries that change what the system is or may do.</summary>
internal static class LogFeed
{
    private const int Newest = 100;

    private static readonly string[] Acts =
    [
        CouncilActs.PolicyVersion, CouncilActs.Approval, CouncilActs.ProposalChange, SharingActs.ShareChange, SharingActs.LegalRequest,
        CameraActs.CameraLive, CameraActs.CameraOff, CameraActs.CameraChange, CameraActs.CameraRefused, OversightActs.AuditCompleted,
        OversightActs.AuditFinding, OversightActs.DocumentPublished, OversightActs.ReportIssued, RetentionActs.Suppression,
        LogActs.KeyChange, LogActs.SaltDestroyed, LogActs.LogOpened,
    ];

    // The first of these that an entry has says what it is about.
    private static readonly string[] Subjects = ["title", "partner-name", "camera", "change", "key"];

    public static async Task<IResult> GetAsync(HttpContext context, City city, EntryList entries)
    {
        var site = $"{context.Request.Scheme}://{context.Request.Host}";
        var listed = new List<PublishedEntry>();
        foreach (var entry in await entries.OfActsAsync(Acts, Newest, context.RequestAborted))
        {
            if (await entries.FindAsync(entry.Index, context.RequestAborted) is { } published)
            {
                listed.Add(published);
            }
        }
        return Results.Bytes(Write(city, site, listed), "application/atom+xml; charset=utf-8");
    }

    internal static byte[] Write(City city, string site, IReadOnlyList<PublishedEntry> entries)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
            xml.WriteElementString("title", $"{city.Name}: changes to its licence plate readers");
            xml.WriteElementString("id", $"{site}/log/feed.atom");
            xml.WriteElementString("updated", Instant(city, entries.Select(entry => entry.Entry.Day).Max(StringComparer.Ordinal)));
            Link(xml, "self", $"{site}/log/feed.atom");
            Link(xml, "alternate", $"{site}/log");
            xml.WriteStartElement("author");
            xml.WriteElementString("name", city.PoliceName);
            xml.WriteEndElement();
            foreach (var entry in entries)
            {
                xml.WriteStartElement("entry");
                xml.WriteElementString("title", Title(entry));
                xml.WriteElementString("id", $"{site}/log/entries/{entry.Index}");
                xml.WriteElementString("updated", Instant(city, entry.Entry.Day));
                Link(xml, "alternate", $"{site}/log/entries/{entry.Index}");
                xml.WriteElementString("summary", Summary(entry));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    // Nothing finer than the day is public: every entry bears its day's first moment.
    private static string Instant(City city, string? day) => City.TryDay(day, out var date)
        ? city.StartOf(date).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : "1970-01-01T00:00:00Z";

    private static string Title(PublishedEntry entry)
    {
        var subject = Subjects.Select(name => Value(entry, name)).FirstOrDefault(value => value.Length > 0);
        return subject is null ? Words(entry.Entry.Act) : $"{Words(entry.Entry.Act)}: {subject}";
    }

    private static string Summary(PublishedEntry entry) => entry.Opened.Count == 0
        ? $"{EntrySchemas.Find(entry.Entry.Act, entry.Entry.Version)?.Meaning} The values are opened when the day has ended."
        : string.Join("; ", entry.Opened.Where(opening => opening.Value.Length > 0 && !IsCommon(opening.Name)).Select(opening => $"{opening.Name}: {opening.Value}"));

    private static bool IsCommon(string name) => CommonFields.All.Any(field => field.Name == name);

    private static string Value(PublishedEntry entry, string name) => entry.Opened.FirstOrDefault(opening => opening.Name == name)?.Value ?? "";

    private static string Words(string act) => char.ToUpperInvariant(act[0]) + act[1..].Replace('-', ' ');

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
