using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Transparency.Portal.Tests;

/// <summary>Hands bUnit the AngleSharp.Diffing assembly that the package source carries. Only its diffing assertions use it.</summary>
internal static class DiffingAssembly
{
    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "compat", "AngleSharp.Diffing.dll"))
            : null;
}
