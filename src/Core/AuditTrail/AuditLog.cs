using System.Globalization;
using Transparency.Audit.Entries;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// Writes entries. An entry is written in the transaction of the act it tells of, so that neither exists without the other: no
/// entry, no answer.
/// </summary>
public sealed class AuditLog(City city)
{
    /// <summary>What the internal record keeps of the data elements, in characters; longer words are cut and end with an ellipsis.</summary>
    public const int LongestElements = 2000;

    /// <summary>What the internal record keeps of the outcome, in characters.</summary>
    public const int LongestOutcome = 500;

    /// <summary>What the internal record keeps of the purpose, in characters.</summary>
    public const int LongestPurpose = 1000;

    /// <summary>Writes one entry. It is durable when the caller's transaction commits, and joins the public tree in a later batch.</summary>
    /// <exception cref="ArgumentException">There is no such act, a field is not one of the act's, or a public field's value has the wrong form.</exception>
    public async Task<AuditReceipt> AppendAsync(WriteScope write, AuditContext context, AuditEvent e, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(e);
        RequireWholeRecord(context, e);
        var schema = EntrySchemas.Current(e.Act) ?? throw new ArgumentException($"The log has no act \"{e.Act}\".", nameof(e));
        var common = Common(context, e);
        var openings = Open(schema, common, e.Fields);
        var day = City.Text(e.Day ?? city.DayOf(context.At));
        var entry = LogEntry.Commit(schema.Version, schema.Act, day, city.AgencyId, openings).ToBytes();
        var row = new EntryRow
        {
            Id = Guid.CreateVersion7(context.At).ToString(),
            Act = schema.Act,
            Day = day,
            AtMs = context.At.ToUnixTimeMilliseconds(),
            UserId = context.Actor.UserId,
            UserName = context.Actor.UserName,
            Organisation = context.Actor.Organisation,
            Purpose = common[CommonFields.Purpose],
            Elements = common[CommonFields.Elements],
            Outcome = common[CommonFields.Outcome],
            Address = context.Actor.Address,
            Entry = entry,
            Leaf = Audit.Merkle.TreeHash.Leaf(entry).ToArray(),
        };
        await EntryStore.AddAsync(write, row, openings, ct);
        return new AuditReceipt(row.Id, row.Act, row.Day, row.Leaf);
    }

    // Cal. Civ. Code 1798.90.52(a): the elements queried, the user and the user's organisation, and the purpose. The time is always there.
    private static void RequireWholeRecord(AuditContext context, AuditEvent e)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(context.Actor.UserId);
        ArgumentException.ThrowIfNullOrWhiteSpace(context.Actor.UserName);
        ArgumentException.ThrowIfNullOrWhiteSpace(context.Actor.Organisation);
        ArgumentException.ThrowIfNullOrWhiteSpace(context.Purpose);
        ArgumentException.ThrowIfNullOrWhiteSpace(e.Elements);
        ArgumentException.ThrowIfNullOrWhiteSpace(e.Outcome);
    }

    private static Dictionary<string, string> Common(AuditContext context, AuditEvent e) => new()
    {
        [CommonFields.Time] = TimeText(context.At),
        [CommonFields.User] = context.Actor.UserId,
        [CommonFields.UserName] = context.Actor.UserName,
        [CommonFields.Agency] = context.Actor.AgencyId,
        [CommonFields.Organisation] = context.Actor.Organisation,
        [CommonFields.Purpose] = Cut(context.Purpose, LongestPurpose),
        [CommonFields.Address] = context.Actor.Address,
        [CommonFields.Elements] = Cut(e.Elements, LongestElements),
        [CommonFields.Outcome] = Cut(e.Outcome, LongestOutcome),
    };

    private static IReadOnlyList<FieldOpening> Open(EntrySchema schema, Dictionary<string, string> common, IReadOnlyList<AuditField> own)
    {
        var values = new Dictionary<string, string>(common);
        foreach (var field in own)
        {
            if (schema.Field(field.Name) is null || !values.TryAdd(field.Name, field.Value))
            {
                throw new ArgumentException($"The field {field.Name} is not one to give with the act {schema.Act}, or is given twice.", nameof(own));
            }
        }
        foreach (var field in schema.Fields)
        {
            if (!FieldValue.Fits(field.Kind, values.GetValueOrDefault(field.Name, "")))
            {
                // The value itself may name a plate; it stays out of the message.
                throw new ArgumentException($"The public field {field.Name} of the act {schema.Act} must be a {field.Kind}.", nameof(own));
            }
        }
        return FieldOpening.CreateAll(schema.Fields.Select(field => (field.Name, values.GetValueOrDefault(field.Name, ""))).ToList());
    }

    internal static string TimeText(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }
        var end = longest - 1;
        return (char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end]) + "\u2026";
    }
}
