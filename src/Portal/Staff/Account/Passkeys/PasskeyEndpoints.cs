using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Transparency.Core.AuditTrail;
using Transparency.Core.Identity;
using Transparency.Core.Identity.SecondFactors;
using Transparency.Portal.Hosting;

namespace Transparency.Portal.Staff.Account.Passkeys;

/// <summary>
/// Where the browser's script asks for a challenge and hands the answer in. The framework verifies challenge, origin, signature and that
/// the device verified its user. Bodies are JSON, which no other site's form can send, and cookies stay on this site.
/// </summary>
internal static class PasskeyEndpoints
{
    private const string Refused = "This passkey was not accepted. Try again, or sign in with your password.";

    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<UserAccount>().AddUserStore<PasskeyUsers>();
        services.AddScoped<IPasskeyHandler<UserAccount>, PasskeyHandler<UserAccount>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        return services.AddSingleton<PasskeyChallenges>();
    }

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost($"{StaffSessions.SignInPath}/passkey/options", AskAsync).AllowAnonymous();
        routes.MapPost($"{StaffSessions.SignInPath}/passkey", SignInAsync).AllowAnonymous();
        routes.MapPost("/staff/account/passkeys/options", OfferAsync).RequireAuthorization();
        routes.MapPost("/staff/account/passkeys", AddAsync).RequireAuthorization();
    }

    private static async Task<IResult> AskAsync(HttpContext context, IPasskeyHandler<UserAccount> handler, PasskeyChallenges challenges)
    {
        var options = await handler.MakeRequestOptionsAsync(null, context);
        return Challenge(challenges, options.AssertionState, options.RequestOptionsJson);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, Answer answer, IPasskeyHandler<UserAccount> handler, PasskeyChallenges challenges, SignInWithPasskey signIn,
        StaffSignIn staff, TimeProvider time)
    {
        var result = challenges.Take(answer.Challenge) is { } state
            ? await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer.Credential.GetRawText(), AssertionState = state })
            : null;
        if (result is not { Succeeded: true })
        {
            return Results.Text(Refused, statusCode: StatusCodes.Status401Unauthorized);
        }

        var passkey = PasskeyRecord.ToRow(result.Passkey, result.User.Id, "", time.GetUtcNow());
        var outcome = await signIn.RunAsync(passkey, StaffSignIn.From(context), time.GetUtcNow(), context.RequestAborted);
        if (outcome.User is null)
        {
            return Results.Text(outcome.Help, statusCode: StatusCodes.Status401Unauthorized);
        }

        await staff.OpenAsync(context, outcome);
        return Results.NoContent();
    }

    private static async Task<IResult> OfferAsync(HttpContext context, IPasskeyHandler<UserAccount> handler, PasskeyChallenges challenges, UserStore users)
    {
        var user = (await users.FindAsync(context.User.UserId()!, context.RequestAborted))!;
        var options = await handler.MakeCreationOptionsAsync(new() { Id = user.Id, Name = user.UserName, DisplayName = user.DisplayName }, context);
        return Challenge(challenges, options.AttestationState, options.CreationOptionsJson);
    }

    private static async Task<IResult> AddAsync(
        HttpContext context, Answer answer, IPasskeyHandler<UserAccount> handler, PasskeyChallenges challenges, UserStore users, AddPasskey add,
        StaffSignIn staff, TimeProvider time)
    {
        var (user, now) = ((await users.FindAsync(context.User.UserId()!, context.RequestAborted))!, time.GetUtcNow());
        var result = challenges.Take(answer.Challenge) is { } state
            ? await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = answer.Credential.GetRawText(), AttestationState = state })
            : null;
        if (result is not { Succeeded: true } || result.UserEntity.Id != user.Id)
        {
            return Results.Text("This passkey could not be verified. Try again.", statusCode: StatusCodes.Status400BadRequest);
        }

        var act = new AuditContext { Actor = user.ActingFrom(context.User.FromAddress()), Purpose = "Own account", At = now };
        if (await add.RunAsync(act, PasskeyRecord.ToRow(result.Passkey, user.Id, answer.Name ?? "", now), context.RequestAborted) is { } problem)
        {
            return Results.Text(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        await staff.RenewAsync(context, user);
        return Results.NoContent();
    }

    private static IResult Challenge(PasskeyChallenges challenges, string? state, string options) => Results.Json(new JsonObject
    {
        ["challenge"] = challenges.Keep(state ?? ""),
        ["options"] = JsonNode.Parse(options),
    });

    /// <summary>What the script sends back.</summary>
    internal sealed record Answer(string? Challenge, JsonElement Credential, string? Name);
}
