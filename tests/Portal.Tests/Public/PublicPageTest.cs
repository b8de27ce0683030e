using Bunit;
using Dapper;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core;
using Transparency.Core.Agencies;
using Transparency.Core.Database;
using Transparency.Portal.Public;

namespace Transparency.Portal.Tests.Public;

/// <summary>A page rendered with the services of the portal over a database of its own.</summary>
public abstract class PublicPageTest : BunitContext, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("transparency-").FullName;

    private protected SqlDatabase Database => Services.GetRequiredService<SqlDatabase>();

    public virtual async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Transparency:DataFolder"] = _folder })
            .Build();
        Services.AddSingleton<TimeProvider>(new StoppedClock(RecordedCity.Now));
        Services.AddTransparencyCore(configuration);
        Services.AddPublicRecord(configuration);
        await Services.GetRequiredService<Migrations>().ApplyAsync(Xunit.TestContext.Current.CancellationToken);
        await Database.WriteAsync(scope => CityStore.AddAsync(scope, RecordedCity.City), Xunit.TestContext.Current.CancellationToken);
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected Task FillAsync() => RecordedCity.FillAsync(Database);

    private protected Task ExecuteAsync(string sql, object? values = null) =>
        Database.WriteAsync(scope => scope.Connection.ExecuteAsync(sql, values, scope.Transaction));

    /// <summary>The page once everything it reads has been read: its heading is there.</summary>
    private protected IRenderedComponent<TPage> Open<TPage>(Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null)
        where TPage : IComponent
    {
        var page = parameters is null ? Render<TPage>() : Render(parameters);
        page.WaitForElement("h1");
        return page;
    }
}
