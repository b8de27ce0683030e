using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Agencies;
using Transparency.Core.Identity;

namespace Transparency.Ingest.Commands;

internal static class UserCommand
{
    public static readonly string Help = $"""
        usage: transparency user add USER --name "FULL NAME" --roles ROLE,ROLE [--unit TEXT] [--agency ID]

        Adds an account. The password is asked for; when input comes from a pipe it is the first line of it. The account can search
        only once its training and its acknowledgement of the policy are recorded.

          --roles     one or more of: {string.Join(", ", Roles.All)}
          --unit      where the person works
          --agency    a partner agency's id; the city's own police when left out
        """;

    public static async Task<int> RunAsync(Options options, CancellationToken cancellation)
    {
        if (options.TakeWord("add") is not "add" and var word)
        {
            throw new UsageException($"Not understood: {word}");
        }

        var userName = options.TakeWord("The user's name for signing in");
        var displayName = options.Take("name") ?? throw new UsageException("--name is missing.");
        var roles = options.Take("roles") ?? throw new UsageException("--roles is missing.");
        var (unit, agency) = (options.Take("unit") ?? "", options.Take("agency"));
        options.End();
        await using var services = CommandServices.Build();
        var user = new NewUser
        {
            UserName = userName,
            DisplayName = displayName,
            AgencyId = agency ?? services.GetRequiredService<CurrentCity>().Get().AgencyId,
            Unit = unit,
            Roles = Roles.Parse(roles),
            Password = ReadPassword(),
        };
        var context = services.AtTheConsole("Account added at the console");
        var outcome = await services.GetRequiredService<AddUser>().RunAsync(context, user, cancellation);
        foreach (var problem in outcome.Problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        if (outcome.UserId is not null)
        {
            Console.WriteLine($"Added {userName}.");
        }

        return outcome.UserId is null ? 1 : 0;
    }

    // Never an argument: arguments are visible to everybody on the machine and stay in the shell's history.
    private static string ReadPassword()
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine() ?? "";
        }

        Console.Write("Password: ");
        var password = "";
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            password = key.Key == ConsoleKey.Backspace ? password[..Math.Max(0, password.Length - 1)] : password + key.KeyChar;
        }

        Console.WriteLine();
        return password;
    }
}
