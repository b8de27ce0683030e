using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity;
using Transparency.Core.Identity.Sessions;
using Transparency.Portal.Staff.Account;
using Transparency.Portal.Staff.Account.Passkeys;
using Transparency.Portal.Staff.Alerts;
using Transparency.Portal.Staff.SetUp;

namespace Transparency.Portal.Hosting;

/// <summary>The staff's session: one cookie, ended by idling, and a rule that covers the whole folder.</summary>
internal static class StaffSessions
{
    public const string SignInPath = "/staff/sign-in";

    /// <summary>Unless the policy in force asks for less (CJIS Security Policy 5.9: at most 30 minutes).</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static IServiceCollection AddStaffSession(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = PortalSettings.From(configuration);
        var data = configuration.GetSection("Transparency").Get<DatabaseSettings>() ?? new DatabaseSettings();
        var keys = Directory.CreateDirectory(Path.Combine(data.DataFolder, "keys", "sessions"));
        if (!OperatingSystem.IsWindows())
        {
            keys.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        services.AddDataProtection().SetApplicationName("Transparency").PersistKeysToFileSystem(keys);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = settings.AllowHttp ? "staff" : "__Host-staff";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = settings.AllowHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.LoginPath = SignInPath;
            options.AccessDeniedPath = "/staff";
            options.ReturnUrlParameter = "from";
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.EventsType = typeof(StaffCookieEvents);
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = settings.AllowHttp ? "form" : "__Host-form";
            options.Cookie.SecurePolicy = settings.AllowHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped<StaffCookieEvents>().AddScoped<CurrentStaff>().AddScoped<IdleCircuit>().AddScoped<SignInTicket>().AddScoped<StaffSignIn>();
        services.AddPasskeys().AddSignInLimit();
        services.AddSingleton<SetUpCode>().AddHostedService(provider => provider.GetRequiredService<SetUpCode>()).AddHostedService<AccountKeeping>();
        services.AddSingleton<AlertFeed>().AddHostedService(provider => provider.GetRequiredService<AlertFeed>());
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<IdleCircuit>());
        return services.AddCascadingAuthenticationState();
    }

    /// <summary>Asked by a page that is being worked in, to keep the session alive, and by one that was left alone, to lock it.</summary>
    public static void MapStaffSession(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/staff/session", [HttpMethods.Head], () => Results.NoContent()).RequireAuthorization();
        routes.MapPost("/staff/session/lock", LockAsync).RequireAuthorization().DisableAntiforgery();
        routes.MapPasskeys();
    }

    private static async Task<IResult> LockAsync(HttpContext context, LockSession end, UserStore users, TimeProvider time)
    {
        if (await users.FindAsync(context.User.UserId()!, context.RequestAborted) is { } user)
        {
            var act = new AuditContext { Actor = user.ActingFrom(context.User.FromAddress()), Purpose = "Idle session", At = time.GetUtcNow() };
            await end.RunAsync(act, context.User.SessionId(), context.RequestAborted);
        }

        await context.SignOutAsync();
        return Results.NoContent();
    }

    /// <summary>
    /// Every page under the folder, and the circuits that serve them, need a signed-in user, whether or not the page's author remembered to
    /// say so. The sign-in page lets everybody in by its own attribute.
    /// </summary>
    public static TBuilder RequireStaffUnder<TBuilder>(this TBuilder pages, string folder)
        where TBuilder : IEndpointConventionBuilder
    {
        pages.Add(endpoint =>
        {
            if (Lies(endpoint, folder) || Lies(endpoint, "/_blazor"))
            {
                endpoint.Metadata.Insert(0, new AuthorizeAttribute());
            }
        });
        return pages;
    }

    internal static bool Lies(EndpointBuilder endpoint, string folder) =>
        endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } pattern }
        && new PathString("/" + pattern.TrimStart('/')).StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);
}
