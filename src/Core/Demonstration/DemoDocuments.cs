using System.Security.Cryptography;
using System.Text;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Documents;

namespace Transparency.Core.Demonstration;

/// <summary>Publishes a few short documents: resolutions, the contract's cost, the baseline audit, the agreement every partner signs.</summary>
internal sealed class DemoDocuments(DemoScene scene, AuditLog log)
{
    public async Task WriteAsync(WriteScope write)
    {
        foreach (var approval in scene.Decisions.Approvals)
        {
            await PublishAsync(
                write,
                DocumentKind.Resolution,
                $"{approval.Resolution}: {approval.Title}",
                Day(approval.MeetingDay),
                $"The council of {scene.City.Name} decided on {approval.MeetingDay}, item {approval.AgendaItem}:\n{approval.Title}.\nVote: {approval.Vote}.\n");
        }

        await PublishAsync(
            write, DocumentKind.Agreement, "Data sharing agreement, the text every partner signs", scene.Days.ProgramBegan, Agreement());
        await PublishAsync(
            write, DocumentKind.Contract, "Cost of the programme, first and second year", scene.Days.LaterCamerasDecided,
            "First year: 96,000 dollars for eight cameras, installation included.\nSecond year: 61,000 dollars for twelve cameras.\n");
        await PublishAsync(
            write, DocumentKind.AuditReport, "Baseline audit of the programme: summary", scene.Days.ProgramBegan.AddDays(205),
            "150 searches were sampled. Six findings, none of misuse. All were corrected within 60 days.\n");
    }

    private static string Agreement() =>
        string.Concat(Sharing.RequiredTerms.All.Select((term, i) => $"{i + 1}. {term.Words}.\n"));

    private static DateOnly Day(string day) => City.TryDay(day, out var parsed) ? parsed : default;

    private async Task PublishAsync(WriteScope write, string kind, string title, DateOnly day, string text)
    {
        var bytes = Encoding.UTF8.GetBytes($"{title}\n\nA document of the demonstration. The city, the agencies and the people in it do not exist.\n\n{text}");
        var at = scene.Calendar.At(day.AddDays(1), 15);
        var id = scene.Random.For($"document {title}").Id(at);
        var document = new Document
        {
            Id = id,
            Kind = kind,
            Title = title,
            Day = City.Text(day),
            FileName = $"{kind}-{City.Text(day)}-{id[^4..]}.txt",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            CreatedMs = at.ToUnixTimeMilliseconds(),
        };
        await DocumentStore.AddAsync(write, document, bytes);
        AuditField[] fields = [new("kind", kind), new("title", title), new("digest", document.Sha256), new("change", "published")];
        await log.AppendAsync(
            write,
            scene.By(scene.People.Clerk, "publication", at),
            new AuditEvent(OversightActs.DocumentPublished, fields) { Elements = title, Outcome = "published" });
    }
}
