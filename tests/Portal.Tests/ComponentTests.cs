using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using Transparency.Portal.Tests.Host;

namespace Transparency.Portal.Tests;

/// <summary>Components alone, as a circuit would run them, in the sample city at noon.</summary>
public abstract class ComponentTests : BunitContext
{
    protected ComponentTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents();
        Services.AddSingleton(SampleCity.City);
        Services.AddSingleton<TimeProvider>(Clock);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected TestClock Clock { get; } = new(SampleCity.Noon);
}
