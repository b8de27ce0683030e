using System.Data.Common;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>
/// What a detection must be besides its plate and time. State and colour are conditions of the SQL text; vehicles and cameras can be many
/// and are looked at row by row. All of it lies in the covering index of the cameras.
/// </summary>
/// <param name="Window">The numbers asked for.</param>
/// <param name="Traits">State and colour.</param>
/// <param name="Vehicles">Numbers of the descriptions that fit; null for all.</param>
/// <param name="Cameras">Camera numbers; null for all.</param>
internal sealed record RowFilter(IdWindow Window, VehicleTraits Traits, HashSet<int>? Vehicles, HashSet<int>? Cameras)
{
    private bool HasState => Traits.State.Length > 0;

    private bool HasColour => Traits.Colour != VehicleColour.NotTold;

    /// <summary>Whether the window alone decides.</summary>
    public bool IsWindowOnly => !HasState && !HasColour && Vehicles is null && Cameras is null;

    /// <summary>Whether camera and vehicle of each row are to be looked at.</summary>
    public bool IsRowChecked => Vehicles is not null || Cameras is not null;

    /// <summary>The condition, to stand after <c>where</c>.</summary>
    public string Condition =>
        $"id >= @First and id < @End{(HasState ? " and state = @State" : "")}{(HasColour ? " and colour = @Colour" : "")}";

    public void AddParameters(DbCommand command)
    {
        Add(command, "@First", Window.First);
        Add(command, "@End", Window.End);
        if (HasState)
        {
            Add(command, "@State", Traits.State);
        }

        if (HasColour)
        {
            Add(command, "@Colour", (int)Traits.Colour);
        }
    }

    public bool Fits(int camera, int vehicle) => Cameras?.Contains(camera) != false && Vehicles?.Contains(vehicle) != false;

    public static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
