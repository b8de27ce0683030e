using Radzen;
using Transparency.Core;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Retention;
using Transparency.Core.Searches;
using Transparency.Core.Statistics;
using Transparency.Portal.Api;
using Transparency.Portal.Api.Cameras;
using Transparency.Portal.Components;
using Transparency.Portal.Hosting;
using Transparency.Portal.Log;
using Transparency.Portal.Public;
using Transparency.Portal.ReportAssembly;
using Transparency.Portal.Staff.Account;

if (ReportCommand.IsAsked(args))
{
    return await ReportCommand.RunAsync(args, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var settings = PortalSettings.From(builder.Configuration);

builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
});
builder.Services.AddTransparencyCore(builder.Configuration);
builder.Services.AddHostedService<LogKeeper>();
builder.Services.AddHostedService<WitnessService>();
builder.Services.AddHostedService<PlateDictionaryService>();
builder.Services.AddHostedService<PurgeService>();
builder.Services.AddHostedService<DailyTotalsService>();
builder.Services.AddStaffSession(builder.Configuration);
builder.Services.AddPublicPages(builder.Configuration);
builder.Services.AddRadzenComponents();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
await app.Services.GetRequiredService<Migrations>().ApplyAsync();

app.UseNamedProxies(settings);
if (!settings.AllowHttp)
{
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.UseSecurityHeaders();
app.UseSetUpGate();
if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/error");
}

app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseRateLimiter();
app.UseAuthentication();
app.UseSecondFactorGate();
app.UseAuthorization();
app.UseAntiforgery();
app.UseOutputCache();

app.MapStaticAssets();
app.MapHealth();
app.MapCameras();
app.MapLog();
app.MapStaffSession();
app.MapPublicFiles();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null)
    .RequireStaffUnder("/staff").NoCircuitOutside("/staff");
await app.RunAsync();
return 0;
