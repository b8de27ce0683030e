using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Transparency.Reports.Charts;

/// <summary>An SVG text element. Razor keeps the tag name "text" for itself, so it is written here.</summary>
public sealed class Label : ComponentBase
{
    [Parameter] public string? Class { get; set; }

    [Parameter, EditorRequired] public required string X { get; set; }

    [Parameter, EditorRequired] public required string Y { get; set; }

    /// <summary>Moves the letters down, for centring on a line.</summary>
    [Parameter] public string? Shift { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "dy", Shift);
        builder.AddContent(5, ChildContent);
        builder.CloseElement();
    }
}
