using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Demonstration;

/// <summary>Writes the accounts with their training and their acceptance of each policy version.</summary>
internal sealed class DemoAccounts(DemoScene scene, AuditLog log)
{
    private static readonly PasswordHasher<string> Hasher = new();

    public async Task WriteAsync(WriteScope write)
    {
        foreach (var (person, i) in scene.People.All.Select((person, i) => (person, i)))
        {
            await WriteAsync(write, person, scene.People.Created.AddMinutes(i));
        }
    }

    private async Task WriteAsync(WriteScope write, DemoPerson person, DateTimeOffset created)
    {
        await write.Connection.ExecuteAsync(
            """
            insert into users (id, user_name, normalized_name, display_name, agency_id, unit, roles, password_hash, security_stamp,
                               access_failed_count, lockout_end_ms, disabled_ms, created_ms)
            values (@Id, @UserName, @NormalizedName, @DisplayName, @AgencyId, @Unit, @Role, @PasswordHash, @Id, 0, null, null, @CreatedMs)
            """,
            new
            {
                person.Id,
                person.UserName,
                NormalizedName = person.UserName.ToUpperInvariant(),
                person.DisplayName,
                person.AgencyId,
                person.Unit,
                person.Role,

                // An empty hash fits no password: people of the past records cannot sign in.
                PasswordHash = person.Password.Length == 0 ? "" : Hasher.HashPassword("", person.Password),
                CreatedMs = created.ToUnixTimeMilliseconds(),
            },
            write.Transaction);
        AuditField[] fields = [new("account", person.Id), new("change", "created"), new("roles", person.Role)];
        await log.AppendAsync(
            write,
            scene.By(scene.People.Administrator, "programme start", created),
            new AuditEvent(AccountActs.AccountChange, fields) { Elements = $"Account {person.UserName}", Outcome = "Account created" });
        if (person.IsTrained)
        {
            await TrainAsync(write, person, created.AddDays(8), "Basics and law");
            await TrainAsync(write, person, scene.Calendar.Now.AddDays(-100).AddMinutes(created.Minute), "Yearly refresher");
            foreach (var policy in scene.Policies)
            {
                await AcknowledgeAsync(write, person, policy.Version, policy.Effective.AddDays(-1).AddMinutes(created.Minute));
            }
        }
    }

    private async Task TrainAsync(WriteScope write, DemoPerson person, DateTimeOffset at, string certificate)
    {
        var completed = scene.City.DayOf(at);
        var expires = City.Text(completed.AddDays(365));
        await write.Connection.ExecuteAsync(
            "insert into trainings (id, user_id, certificate, completed_day, expires_day) values (@Id, @UserId, @Certificate, @Completed, @Expires)",
            new
            {
                Id = scene.Random.For($"{person.Id} {certificate}").Id(at),
                UserId = person.Id,
                Certificate = certificate,
                Completed = City.Text(completed),
                Expires = expires,
            },
            write.Transaction);
        await log.AppendAsync(
            write,
            scene.By(scene.People.Find("supervisor"), "training", at),
            new AuditEvent(AccountActs.TrainingRecorded, [new("account", person.Id), new("expires", expires)])
            {
                Elements = $"Account {person.Id}",
                Outcome = $"Training recorded, expires {expires}",
            });
    }

    private async Task AcknowledgeAsync(WriteScope write, DemoPerson person, int version, DateTimeOffset at)
    {
        await write.Connection.ExecuteAsync(
            "insert into policy_acknowledgements (user_id, version, at_ms) values (@Id, @version, @AtMs)",
            new { person.Id, version, AtMs = at.ToUnixTimeMilliseconds() },
            write.Transaction);
        await log.AppendAsync(
            write,
            scene.By(person, "acceptance of the policy", at),
            new AuditEvent(AccountActs.PolicyAcknowledged, [new("policy", version.ToString(CultureInfo.InvariantCulture))])
            {
                Elements = "Own account",
                Outcome = $"Accepted version {version} of the policy",
            });
    }
}
