namespace Transparency.Core.Cameras;

/// <summary>What a camera is: values of <c>cameras.kind</c>.</summary>
public static class CameraKind
{
    public const string Fixed = "fixed";
    public const string Mobile = "mobile";

    /// <summary>Reads plates itself and pushes them.</summary>
    public const string Vendor = "vendor";

    /// <summary>Belongs to someone else, who contributes one way and gets nothing back.</summary>
    public const string Contributed = "contributed";
}

/// <summary>Where a camera stands: values of <c>cameras.status</c>.</summary>
public static class CameraStatus
{
    public const string Planned = "planned";
    public const string Live = "live";
    public const string Paused = "paused";
    public const string Removed = "removed";
}

/// <summary>What the worker last said of a camera: values of <c>camera_reports.state</c>.</summary>
public static class CameraState
{
    public const string Connecting = "connecting";
    public const string Reading = "reading";
    public const string Offline = "offline";
    public const string Refused = "refused";
}
