using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity;

namespace Transparency.Core.Demonstration;

/// <summary>Writes the accounts with their training and their acceptance of each policy version.</summary>
internal sealed class DemoAccounts(DemoScene scene, AuditLog log)
{
    public async Task WriteAsync(WriteScope write)
    {
        foreach (var (person, i) in scene.People.All.Select((person, i) => (person, i)))
        {
            await WriteAsync(write, person, scene.People.Created.AddMinutes(i));
        }
    }

    private async Task WriteAsync(WriteScope write, DemoPerson person, DateTimeOffset created)
    {
        var account = new UserAccount
        {
            Id = person.Id,
            UserName = person.UserName,
            DisplayName = person.DisplayName,
            AgencyId = person.AgencyId,
            Organisation = DemoAgencies.Name(person.AgencyId, scene.City),
            Unit = person.Unit,
            Roles = person.Role,

            // An empty hash fits no password: people of the past records cannot sign in.
            PasswordHash = person.Password.Length == 0 ? "" : Passwords.Hash(person.Password),
            SecurityStamp = person.Id,
            AccessFailedCount = 0,
            LockoutEndMs = null,
            DisabledMs = null,
        };
        await UserStore.AddAsync(write, account, created.ToUnixTimeMilliseconds());
        await log.AppendAsync(
            write, scene.By(scene.People.Administrator, "programme start", created), IdentityEvents.AccountChanged(account, "created"));
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
            IdentityEvents.TrainingRecorded(person.Id, expires));
    }

    private async Task AcknowledgeAsync(WriteScope write, DemoPerson person, int version, DateTimeOffset at)
    {
        await write.Connection.ExecuteAsync(
            "insert into policy_acknowledgements (user_id, version, at_ms) values (@Id, @version, @AtMs)",
            new { person.Id, version, AtMs = at.ToUnixTimeMilliseconds() },
            write.Transaction);
        await log.AppendAsync(write, scene.By(person, "acceptance of the policy", at), IdentityEvents.PolicyAcknowledged(version));
    }
}
